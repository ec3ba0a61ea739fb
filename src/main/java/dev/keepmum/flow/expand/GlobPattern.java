package dev.keepmum.flow.expand;

/**
 * Patterns of the shell: {@code * ? [ ]}, the extended {@code ?( ) *( ) +( ) @( ) !( )}, zsh's
 * {@code (a|b)}, and {@code \} in front of a character that means itself. Bounded: a match that
 * takes too many steps counts as a match.
 */
public final class GlobPattern {

  private static final int MAX_STEPS = 20_000;

  private final String pattern;
  private int steps;

  private GlobPattern(String pattern) {
    this.pattern = pattern;
  }

  /** Whether a pattern matches all of a text. */
  public static boolean matches(String pattern, String text) {
    return new GlobPattern(pattern).match(0, pattern.length(), text, 0, text.length());
  }

  /** Whether a text has a character of patterns that is not escaped. */
  public static boolean isPattern(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '*' || c == '?' || c == '[' || isGroup(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** A text as a pattern that matches it alone. */
  public static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 4);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("*?[]\\()|!+@{}".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  /** A pattern as the text it was written as. */
  public static String unescape(String pattern) {
    if (pattern.indexOf('\\') < 0) {
      return pattern;
    }
    StringBuilder text = new StringBuilder(pattern.length());
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        c = pattern.charAt(++i);
      }
      text.append(c);
    }
    return text.toString();
  }

  private boolean match(int p, int pEnd, String text, int t, int tEnd) {
    int starPattern = -1;
    int starText = -1;
    while (true) {
      if (++steps > MAX_STEPS) {
        return true;
      }
      if (p < pEnd && isGroup(pattern, p)) {
        if (matchGroup(p, pEnd, text, t, tEnd)) {
          return true;
        }
      } else if (p < pEnd && pattern.charAt(p) == '*') {
        starPattern = ++p;
        starText = t;
        continue;
      } else if (t < tEnd && p < pEnd) {
        int next = matchOne(p, pEnd, text.charAt(t));
        if (next >= 0) {
          p = next;
          t++;
          continue;
        }
      } else if (t == tEnd && p == pEnd) {
        return true;
      }
      if (starPattern < 0 || starText >= tEnd) {
        return false;
      }
      p = starPattern;
      t = ++starText;
    }
  }

  /** The index after what matches one character, or -1. */
  private int matchOne(int p, int pEnd, char c) {
    char expected = pattern.charAt(p);
    if (expected == '?') {
      return p + 1;
    }
    if (expected == '[') {
      int close = closeOfSet(p, pEnd);
      if (close > 0) {
        return inSet(p + 1, close, c) ? close + 1 : -1;
      }
    }
    if (expected == '\\' && p + 1 < pEnd) {
      return pattern.charAt(p + 1) == c ? p + 2 : -1;
    }
    return expected == c ? p + 1 : -1;
  }

  private int closeOfSet(int open, int pEnd) {
    int i = open + 1;
    if (i < pEnd && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
      i++;
    }
    if (i < pEnd && pattern.charAt(i) == ']') {
      i++;
    }
    while (i < pEnd) {
      char c = pattern.charAt(i);
      if (c == ']') {
        return i;
      }
      if (c == '[' && i + 1 < pEnd && ":.=".indexOf(pattern.charAt(i + 1)) >= 0) {
        int named = pattern.indexOf(pattern.charAt(i + 1) + "]", i + 2);
        i = named > 0 && named < pEnd ? named + 2 : i + 1;
      } else {
        i += c == '\\' ? 2 : 1;
      }
    }
    return -1;
  }

  private boolean inSet(int from, int close, char c) {
    int i = from;
    boolean negated = pattern.charAt(i) == '!' || pattern.charAt(i) == '^';
    if (negated) {
      i++;
    }
    boolean found = false;
    while (i < close) {
      char low = pattern.charAt(i);
      if (low == '[' && i + 1 < close && pattern.charAt(i + 1) == ':') {
        int end = pattern.indexOf(":]", i + 2);
        if (end > 0 && end < close) {
          found |= inClass(pattern.substring(i + 2, end), c);
          i = end + 2;
          continue;
        }
      }
      if (low == '\\' && i + 1 < close) {
        low = pattern.charAt(++i);
      }
      if (i + 2 < close && pattern.charAt(i + 1) == '-') {
        found |= low <= c && c <= pattern.charAt(i + 2);
        i += 3;
      } else {
        found |= low == c;
        i++;
      }
    }
    return found != negated;
  }

  private static boolean inClass(String name, char c) {
    switch (name) {
      case "alpha":
        return Character.isLetter(c);
      case "digit":
        return c >= '0' && c <= '9';
      case "alnum":
        return Character.isLetterOrDigit(c);
      case "upper":
        return Character.isUpperCase(c);
      case "lower":
        return Character.isLowerCase(c);
      case "space":
      case "blank":
        return Character.isWhitespace(c);
      case "punct":
        return c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
      case "word":
        return Character.isLetterOrDigit(c) || c == '_';
      default:
        return true;
    }
  }

  private static boolean isGroup(String text, int i) {
    return text.charAt(i) == '('
        || i + 1 < text.length()
            && text.charAt(i + 1) == '('
            && "?*+@!".indexOf(text.charAt(i)) >= 0;
  }

  private boolean matchGroup(int p, int pEnd, String text, int t, int tEnd) {
    boolean plain = pattern.charAt(p) == '(';
    int open = plain ? p : p + 1;
    int close = closeOfGroup(open, pEnd);
    if (close < 0) {
      return false;
    }
    char kind = plain ? '@' : pattern.charAt(p);
    boolean optional = kind == '?' || kind == '*';
    if (optional && match(close + 1, pEnd, text, t, tEnd)) {
      return true;
    }
    for (int middle = t; middle <= tEnd; middle++) {
      boolean inside = matchAlternative(open + 1, close, text, t, middle);
      if (inside == (kind == '!') || ++steps > MAX_STEPS) {
        continue;
      }
      if (match(close + 1, pEnd, text, middle, tEnd)) {
        return true;
      }
      boolean again = (kind == '*' || kind == '+') && middle > t;
      if (again && matchGroup(p, pEnd, text, middle, tEnd)) {
        return true;
      }
    }
    return steps > MAX_STEPS;
  }

  private boolean matchAlternative(int from, int close, String text, int t, int middle) {
    int start = from;
    int depth = 0;
    for (int i = from; i <= close; i++) {
      char c = i == close ? '|' : pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && i < close) {
        depth--;
      } else if (c == '|' && depth == 0) {
        if (match(start, i, text, t, middle)) {
          return true;
        }
        start = i + 1;
      }
    }
    return false;
  }

  private int closeOfGroup(int open, int pEnd) {
    int depth = 0;
    for (int i = open; i < pEnd; i++) {
      char c = pattern.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
