package dev.keepmum.settings;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hook's matcher on a tool event. Observed with Claude Code 2.1.330: absent, empty and {@code *}
 * are all tools; letters, digits, {@code _}, {@code -}, space, comma and bar make a list of names,
 * exact and case-sensitive; anything else is a regular expression that is searched for, and one
 * that is none never fires, without a word.
 */
final class Matcher {
  private static final String[] ALL = {"", "*", ".*", "^.*$", ".+", "^.+$"};

  /** Of a longer expression nothing is said. */
  private static final int LONGEST = 2_000;

  private final String text;

  Matcher(String text) {
    this.text = text;
  }

  /** Whether every tool is meant, those of servers that nobody knows yet included. */
  boolean isAll() {
    for (String all : ALL) {
      if (text.equals(all)) {
        return true;
      }
    }
    return false;
  }

  private boolean isList() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isNameCharacter(c) && "- ,|".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '|' || text.charAt(i) == ',') {
        String name = text.substring(start, i).strip();
        if (!name.isEmpty()) {
          names.add(name);
        }
        start = i + 1;
      }
    }
    return names;
  }

  /** Why it, or a part of it, never fires, as the end of a sentence; empty if it may fire. */
  Optional<String> fault() {
    if (isAll()) {
      return Optional.empty();
    }
    return isList() ? listFault() : expressionFault();
  }

  /** A name of a tool that is gone, beside others, does no harm; a misspelt one leaves a hole. */
  private Optional<String> listFault() {
    boolean fires = false;
    for (String name : names()) {
      boolean isServer = name.startsWith("mcp__") && name.indexOf("__", 5) < 0;
      if (isServer) {
        return Optional.of("names a server, not its tools: it must be " + name + "__.*");
      }
      Optional<String> nearest = Spelling.nearest(name, PermissionRule.tools());
      if (!PermissionRule.isTool(name) && nearest.isPresent()) {
        return Optional.of("names no tool (" + nearest.get() + " is one)");
      }
      fires |= PermissionRule.isTool(name);
    }
    return fires ? Optional.empty() : Optional.of("names no tool");
  }

  /** An expression that RE2 does not know (a look-ahead) may fire, for all that is known. */
  private Optional<String> expressionFault() {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (hasInlineFlags()) {
      return Optional.of("is no JavaScript expression, and never fires");
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      return text.contains("(?") || text.contains("\\")
          ? Optional.empty()
          : Optional.of("is no regular expression, and never fires");
    }
    if (text.contains("mcp_")) {
      return Optional.empty();
    }
    for (String tool : PermissionRule.tools()) {
      if (pattern.matcher(tool).find()) {
        return Optional.empty();
      }
    }
    return pattern.matcher("mcp__server__tool").find()
        ? Optional.empty()
        : Optional.of("fits no tool, and never fires");
  }

  /** {@code (?i)}: other languages have it. */
  private boolean hasInlineFlags() {
    int at = text.indexOf("(?");
    while (at >= 0) {
      int end = at + 2;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > at + 2 && end < text.length() && text.charAt(end) == ')') {
        return true;
      }
      at = text.indexOf("(?", at + 2);
    }
    return false;
  }
}
