package dev.keepmum.code;

import java.util.ArrayList;
import java.util.List;

/**
 * What a regular expression takes of a line {@code NAME=value}: which of its groups hold nothing of
 * the value. Read is what the common dialects share; whatever is not understood takes all.
 */
final class Captures {
  /** How far into a line a match has come. */
  private enum Reach {
    NAME,
    EQUALS,
    VALUE
  }

  private final String pattern;
  private final List<Reach> groups = new ArrayList<>();
  private final boolean wholeValue;
  private int at;

  private Captures(String pattern, boolean fromStart) {
    this.pattern = pattern;
    this.groups.add(Reach.VALUE);
    skipFlags();
    boolean anchored = fromStart || startsLine();
    Reach reach = alternatives(anchored ? Reach.NAME : Reach.VALUE);
    groups.set(0, at < pattern.length() ? Reach.VALUE : reach);
    this.wholeValue = endsWithValue(pattern);
  }

  /** What a pattern takes wherever it fits. */
  static Captures of(String pattern) {
    return new Captures(pattern, false);
  }

  /** What a pattern takes that must fit at the start of the text. */
  static Captures fromStart(String pattern) {
    return new Captures(pattern, true);
  }

  /** The pattern of a Lua program in the form of the others. */
  static String fromLua(String pattern) {
    return pattern.replace("%a", "\\w").replace("%u", "\\w").replace('%', '\\').replace(")-", ")*");
  }

  /** How many groups there are. */
  int groups() {
    return groups.size() - 1;
  }

  /** Whether a group, 0 being the whole match, holds at most a name and its equals sign. */
  boolean isName(int group) {
    return group < groups.size() && groups.get(group) != Reach.VALUE;
  }

  /** Whether what is matched goes from the equals sign, or from before it, to the end of a line. */
  boolean takesWholeValue() {
    return wholeValue;
  }

  private static boolean endsWithValue(String pattern) {
    String rest = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) : pattern;
    String[] ends = {
      "=.*", "=.+", "=(.*)", "=(.+)", "=[^\\n]*", "=[^\\n]+", "(?<==).*", "(?<==).+"
    };
    for (int i = 0; i < ends.length; i++) {
      if (rest.endsWith(ends[i])) {
        return true;
      }
    }
    return false;
  }

  private void skipFlags() {
    if (pattern.startsWith("(?")
        && pattern.indexOf(')') > 0
        && isLetters(2, pattern.indexOf(')'))) {
      at = pattern.indexOf(')') + 1;
    }
  }

  private boolean isLetters(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isLetter(pattern.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean startsLine() {
    int first = at;
    while (first < pattern.length() && pattern.charAt(first) == '(') {
      first++;
    }
    return pattern.startsWith("^", first) || pattern.startsWith("\\A", first);
  }

  /** Alternatives up to the end of a group or of the pattern, which stays. */
  private Reach alternatives(Reach start) {
    Reach furthest = start;
    Reach reach = start;
    while (at < pattern.length() && pattern.charAt(at) != ')') {
      if (pattern.charAt(at) == '|') {
        at++;
        furthest = further(furthest, reach);
        reach = groups.size() == 1 && !pattern.startsWith("^", at) ? Reach.VALUE : start;
      } else {
        reach = atom(reach);
      }
    }
    return further(furthest, reach);
  }

  private static Reach further(Reach one, Reach other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Reach atom(Reach before) {
    char c = pattern.charAt(at);
    if (c == '^' || c == '$') {
      at++;
      return before;
    }
    if (c == '(') {
      return group(before);
    }
    boolean equals = c == '=';
    boolean beyond;
    if (c == '[') {
      beyond = characterClass();
    } else if (c == '\\') {
      beyond = isBeyond(at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ');
      boolean empty = at + 1 < pattern.length() && "AbBzZG".indexOf(pattern.charAt(at + 1)) >= 0;
      at = Math.min(at + 2, pattern.length());
      if (empty) {
        return before;
      }
    } else {
      at++;
      beyond = c == '.' || equals;
    }
    boolean repeated = quantifier();
    return after(before, beyond, equals && !repeated);
  }

  private static Reach after(Reach before, boolean beyond, boolean equals) {
    if (before == Reach.NAME) {
      return !beyond ? Reach.NAME : equals ? Reach.EQUALS : Reach.VALUE;
    }
    return Reach.VALUE;
  }

  /** Whether an escaped character or class may be an equals sign. */
  private static boolean isBeyond(char escaped) {
    return "SWDPpXRNCHV=xu0123456789k".indexOf(escaped) >= 0;
  }

  private Reach group(Reach before) {
    at++;
    boolean looks = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
    boolean looksBack = pattern.startsWith("?<=", at) || pattern.startsWith("?<!", at);
    if (looks || looksBack) {
      skipGroup();
      return looksBack ? Reach.VALUE : before;
    }
    int index = groups.size();
    if (openGroup()) {
      groups.add(Reach.VALUE);
    }
    Reach inside = alternatives(before);
    if (index < groups.size()) {
      groups.set(index, inside);
    }
    at = Math.min(at + 1, pattern.length());
    boolean repeated = quantifier();
    Reach reach = repeated && inside != Reach.NAME ? Reach.VALUE : inside;
    if (repeated && index < groups.size()) {
      groups.set(index, reach);
    }
    return reach;
  }

  /** Steps over what says of which kind a group is; tells whether it is counted. */
  private boolean openGroup() {
    if (!pattern.startsWith("?", at)) {
      return true;
    }
    boolean named = pattern.startsWith("?P<", at) || pattern.startsWith("?<", at);
    int end = named ? pattern.indexOf('>', at) : pattern.indexOf(':', at);
    at = end < 0 ? pattern.length() : end + 1;
    return named;
  }

  private void skipGroup() {
    int depth = 1;
    while (at < pattern.length() && depth > 0) {
      char c = pattern.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      at += c == '\\' ? 2 : 1;
    }
    at = Math.min(at, pattern.length());
  }

  /** A class of characters; tells whether it has the equals sign. */
  private boolean characterClass() {
    int end = at + 1;
    boolean negated = pattern.startsWith("^", end);
    end += negated ? 1 : 0;
    int first = end;
    boolean has = false;
    while (end < pattern.length() && (pattern.charAt(end) != ']' || end == first)) {
      char c = pattern.charAt(end);
      if (c == '\\' && end + 1 < pattern.length()) {
        has |= isBeyond(pattern.charAt(end + 1));
        end += 2;
      } else if (end + 2 < pattern.length()
          && pattern.charAt(end + 1) == '-'
          && pattern.charAt(end + 2) != ']') {
        has |= c <= '=' && pattern.charAt(end + 2) >= '=';
        end += 3;
      } else {
        has |= c == '=';
        end++;
      }
    }
    at = Math.min(end + 1, pattern.length());
    return has != negated;
  }

  /** Steps over how often an atom may come; tells whether that may be more than once. */
  private boolean quantifier() {
    boolean repeated = false;
    while (at < pattern.length() && "*+?{".indexOf(pattern.charAt(at)) >= 0) {
      char c = pattern.charAt(at);
      repeated |= c != '?';
      int close = c == '{' ? pattern.indexOf('}', at) : at;
      at = close < 0 ? pattern.length() : close + 1;
    }
    return repeated;
  }
}
