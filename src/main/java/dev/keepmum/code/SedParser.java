package dev.keepmum.code;

import java.util.ArrayList;
import java.util.List;

/** Parses sed scripts as GNU sed reads them; what is no command is skipped. */
final class SedParser {
  private final String script;
  private final List<SedCommand> commands = new ArrayList<>();
  private int at;

  /** The last regular expression, which an empty one repeats. */
  private String lastPattern = "";

  private SedParser(String script) {
    this.script = script;
  }

  static List<SedCommand> parse(String script) {
    SedParser parser = new SedParser(script);
    while (parser.at < script.length()) {
      parser.command();
    }
    return parser.commands;
  }

  private void command() {
    skip(" \t\n;");
    if (at >= script.length()) {
      return;
    }
    if (script.charAt(at) == '#') {
      restOfLine();
      return;
    }
    SedCommand.Lines lines = address();
    skip(" \t");
    if (at < script.length()) {
      named(lines, script.charAt(at++));
    }
  }

  private void named(SedCommand.Lines lines, char name) {
    switch (name) {
      case 's':
        substitution(lines);
        break;
      case 'y':
        char delimiter = delimiter();
        until(delimiter);
        until(delimiter);
        add(lines, 'y', "");
        break;
      case 'a':
      case 'i':
      case 'c':
        add(lines, name, insertedText());
        break;
      case 'r':
      case 'R':
      case 'w':
      case 'W':
      case 'e':
        skip(" \t");
        add(lines, name, restOfLine());
        break;
      case 'b':
      case 't':
      case 'T':
      case ':':
        skip(" \t");
        add(lines, name, label());
        break;
      case 'q':
      case 'Q':
      case 'l':
      case 'L':
        skip(" \t0123456789");
        add(lines, name, "");
        break;
      default:
        add(lines, name, "");
    }
  }

  private void add(SedCommand.Lines lines, char name, String text) {
    commands.add(new SedCommand(lines, name, "", text, "", ""));
  }

  private void substitution(SedCommand.Lines lines) {
    char delimiter = delimiter();
    String pattern = pattern(delimiter);
    String replacement = until(delimiter);
    int start = at;
    while (at < script.length() && "gpiImMe0123456789".indexOf(script.charAt(at)) >= 0) {
      at++;
    }
    String flags = script.substring(start, at);
    String file = "";
    if (at < script.length() && script.charAt(at) == 'w') {
      at++;
      skip(" \t");
      file = restOfLine();
    }
    commands.add(new SedCommand(lines, 's', pattern, replacement, flags, file));
  }

  // Addresses

  private SedCommand.Lines address() {
    int start = at;
    SedCommand.Lines lines = oneAddress();
    if (at == start) {
      lines = SedCommand.Lines.ALL;
    }
    skip(" \t");
    if (at > start && at < script.length() && script.charAt(at) == ',') {
      boolean first = script.substring(start, at).trim().equals("1");
      at++;
      skip(" \t");
      boolean toEnd = at < script.length() && script.charAt(at) == '$';
      skip("+~");
      oneAddress();
      lines = first && toEnd ? SedCommand.Lines.ALL : SedCommand.Lines.SOME;
    }
    skip(" \t");
    while (at < script.length() && script.charAt(at) == '!') {
      at++;
      lines = SedCommand.Lines.SOME;
      skip(" \t");
    }
    return lines;
  }

  private SedCommand.Lines oneAddress() {
    if (at >= script.length()) {
      return SedCommand.Lines.SOME;
    }
    char c = script.charAt(at);
    if (c == '/' || c == '\\') {
      at++;
      String pattern = pattern(c == '/' ? '/' : delimiter());
      skip("IM");
      return selected(pattern);
    }
    if (c == '$') {
      at++;
    } else {
      skip("0123456789~");
    }
    return SedCommand.Lines.SOME;
  }

  private static SedCommand.Lines selected(String pattern) {
    switch (pattern) {
      case "^":
      case ".*":
        return SedCommand.Lines.ALL;
      case ".":
      case "=":
      case "=.*":
        return SedCommand.Lines.ASSIGNMENTS;
      default:
        return SedCommand.Lines.SOME;
    }
  }

  // Text

  private char delimiter() {
    return at < script.length() ? script.charAt(at++) : '/';
  }

  private String pattern(char delimiter) {
    String pattern = until(delimiter);
    if (pattern.isEmpty()) {
      return lastPattern;
    }
    lastPattern = pattern;
    return pattern;
  }

  /** Up to a delimiter, which is stepped over; an escaped one is part of the text. */
  private String until(char delimiter) {
    StringBuilder text = new StringBuilder();
    while (at < script.length()) {
      char c = script.charAt(at++);
      if (c == delimiter) {
        break;
      }
      if (c == '\\' && at < script.length()) {
        char escaped = script.charAt(at++);
        if (escaped != delimiter) {
          text.append(c);
        }
        text.append(escaped);
        continue;
      }
      text.append(c);
    }
    return text.toString();
  }

  /**
   * The text of {@code a}, {@code i} and {@code c}: on this line, or on the next after a backslash.
   */
  private String insertedText() {
    skip(" \t");
    if (at < script.length() && script.charAt(at) == '\\') {
      at++;
      skip(" \t");
      if (at < script.length() && script.charAt(at) == '\n') {
        at++;
      }
    }
    StringBuilder text = new StringBuilder();
    while (at < script.length() && script.charAt(at) != '\n') {
      char c = script.charAt(at++);
      if (c == '\\' && at < script.length()) {
        c = script.charAt(at++);
      }
      text.append(c);
    }
    return text.toString();
  }

  private String restOfLine() {
    int end = script.indexOf('\n', at);
    int stop = end < 0 ? script.length() : end;
    String rest = script.substring(at, stop);
    at = stop;
    return rest;
  }

  private String label() {
    int start = at;
    while (at < script.length() && ";\n}".indexOf(script.charAt(at)) < 0) {
      at++;
    }
    return script.substring(start, at).trim();
  }

  private void skip(String characters) {
    while (at < script.length() && characters.indexOf(script.charAt(at)) >= 0) {
      at++;
    }
  }
}
