package dev.keepmum.rule;

/**
 * A shell's glob against one name: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a]}, {@code \c}.
 */
final class ShellGlob {
  private ShellGlob() {}

  /**
   * Whether a name fits. Takes at most the product of both lengths: after a mismatch only the last
   * star takes one character more.
   */
  static boolean matches(String glob, String name) {
    int g = 0;
    int n = 0;
    int star = -1;
    int taken = 0;
    while (n < name.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        star = g;
        taken = n;
        g++;
      } else if (g < glob.length() && fits(glob, g, name.charAt(n))) {
        g = next(glob, g);
        n++;
      } else if (star >= 0) {
        g = star + 1;
        taken++;
        n = taken;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  private static boolean fits(String glob, int g, char c) {
    char expected = glob.charAt(g);
    if (expected == '?') {
      return true;
    }
    int close = close(glob, g);
    if (expected == '[' && close > 0) {
      return isMember(glob, g, close, c);
    }
    if (expected == '\\' && g + 1 < glob.length()) {
      return glob.charAt(g + 1) == c;
    }
    return expected == c;
  }

  private static int next(String glob, int g) {
    char c = glob.charAt(g);
    if (c == '[' && close(glob, g) > 0) {
      return close(glob, g) + 1;
    }
    return c == '\\' && g + 1 < glob.length() ? g + 2 : g + 1;
  }

  private static int close(String glob, int open) {
    return glob.charAt(open) == '[' ? glob.indexOf(']', open + 2) : -1;
  }

  private static boolean isMember(String glob, int open, int close, char c) {
    int i = open + 1;
    boolean negated = glob.charAt(i) == '!' || glob.charAt(i) == '^';
    if (negated) {
      i++;
    }
    boolean found = false;
    while (i < close) {
      if (i + 2 < close && glob.charAt(i + 1) == '-') {
        found |= glob.charAt(i) <= c && c <= glob.charAt(i + 2);
        i += 3;
      } else {
        found |= glob.charAt(i) == c;
        i++;
      }
    }
    return found != negated;
  }

  /** A character that the class at {@code open} takes. */
  static char member(String glob, int open) {
    int close = close(glob, open);
    char first = glob.charAt(open + 1);
    if (first != '!' && first != '^') {
      return first;
    }
    for (char c = 'a'; c <= 'z'; c++) {
      if (isMember(glob, open, close, c)) {
        return c;
      }
    }
    return '_';
  }
}
