package dev.keepmum.code;

import java.util.ArrayList;
import java.util.List;

/** Takes a Tcl script apart into commands, and these into words that are not yet substituted. */
final class TclScript {

  /**
   * A word as it is written.
   *
   * @param text what stands in its braces or quotes, or the whole word
   * @param literal whether nothing in it is substituted: it stood in braces
   * @param spread whether each element of its value is a word: {@code {*}}
   */
  record Word(String text, boolean literal, boolean spread) {}

  private final String source;
  private int at;

  private TclScript(String source) {
    this.source = source;
  }

  /** The commands of a script, each with at least one word. */
  static List<List<Word>> commands(String source) {
    TclScript script = new TclScript(source);
    List<List<Word>> commands = new ArrayList<>();
    while (script.at < source.length()) {
      List<Word> words = script.command();
      if (!words.isEmpty()) {
        commands.add(words);
      }
    }
    return commands;
  }

  private List<Word> command() {
    List<Word> words = new ArrayList<>();
    while (at < source.length()) {
      skipBlanks();
      char c = peek(0);
      if (at >= source.length() || c == '\n' || c == ';') {
        at++;
        return words;
      }
      if (c == '#' && words.isEmpty()) {
        skipComment();
      } else {
        words.add(word());
      }
    }
    return words;
  }

  private void skipBlanks() {
    while (at < source.length()) {
      if (peek(0) == '\\' && peek(1) == '\n') {
        at += 2;
      } else if (peek(0) == ' ' || peek(0) == '\t' || peek(0) == '\r') {
        at++;
      } else {
        return;
      }
    }
  }

  private void skipComment() {
    while (at < source.length() && peek(0) != '\n') {
      at += peek(0) == '\\' ? 2 : 1;
    }
  }

  private Word word() {
    boolean spread = source.startsWith("{*}", at) && peek(3) > ' ';
    at += spread ? 3 : 0;
    if (peek(0) == '{') {
      int end = endOfBraces(source, at);
      String text = source.substring(at + 1, Math.min(end, source.length()));
      at = end + 1;
      return new Word(text, true, spread);
    }
    if (peek(0) == '"') {
      int start = ++at;
      skipTo("\"");
      String text = source.substring(start, Math.min(at, source.length()));
      at++;
      return new Word(text, false, spread);
    }
    int start = at;
    skipTo(" \t\r\n;");
    if (at == start) {
      at++;
    }
    return new Word(source.substring(start, Math.min(at, source.length())), false, spread);
  }

  /** Goes on to one of some characters that stands outside of brackets and is not escaped. */
  private void skipTo(String stops) {
    while (at < source.length() && stops.indexOf(peek(0)) < 0) {
      if (peek(0) == '\\') {
        at += 2;
      } else if (peek(0) == '[') {
        at = endOfBrackets(source, at) + 1;
      } else if (peek(0) == '$' && peek(1) == '{') {
        at = endOfBraces(source, at + 1) + 1;
      } else {
        at++;
      }
    }
  }

  private char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
  }

  /** The index of the brace that closes the one at an index; the text's length without one. */
  static int endOfBraces(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** The index of the bracket that closes the one at an index; the text's length without one. */
  static int endOfBrackets(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        i = endOfBraces(text, i);
      } else if (c == '[') {
        depth++;
      } else if (c == ']' && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }
}
