package dev.keepmum.git;

/**
 * A glob as gitignore(5) has it: {@code *}, {@code ?} and {@code [ ]} stay within one name, {@code
 * **} between slashes stands for any folders. Bounded: a glob that takes too many steps does not
 * match, so that its file counts as one that git takes.
 */
final class IgnoreGlob {
  private static final int MAX_STEPS = 100_000;
  private static final int NONE = -1;

  private final String glob;
  private final String path;

  private IgnoreGlob(String glob, String path) {
    this.glob = glob;
    this.path = path;
  }

  /** Whether a glob matches all of a relative path, or of a name. */
  static boolean matches(String glob, String path) {
    return new IgnoreGlob(glob, path).matches();
  }

  /** Goes back to the last star first, then to the last {@code **}: no earlier one can help. */
  private boolean matches() {
    int g = 0;
    int p = 0;
    int starGlob = NONE;
    int starPath = 0;
    int deepGlob = NONE;
    int deepPath = 0;
    for (int steps = 0; steps < MAX_STEPS; steps++) {
      if (g == glob.length() && p == path.length()) {
        return true;
      }
      if (isDeep(g)) {
        if (g + 2 == glob.length()) {
          return p < path.length();
        }
        g += 3;
        deepGlob = g;
        deepPath = p;
        starGlob = NONE;
        continue;
      }
      if (g < glob.length() && glob.charAt(g) == '*') {
        starGlob = ++g;
        starPath = p;
        continue;
      }
      int next = g < glob.length() && p < path.length() ? afterOne(g, path.charAt(p)) : NONE;
      if (next != NONE) {
        g = next;
        p++;
      } else if (starGlob != NONE && starPath < path.length() && path.charAt(starPath) != '/') {
        g = starGlob;
        p = ++starPath;
      } else {
        int slash = deepGlob == NONE ? NONE : path.indexOf('/', deepPath);
        if (slash < 0) {
          return false;
        }
        g = deepGlob;
        p = deepPath = slash + 1;
        starGlob = NONE;
      }
    }
    return false;
  }

  private boolean isDeep(int g) {
    return glob.startsWith("**", g)
        && (g == 0 || glob.charAt(g - 1) == '/')
        && (g + 2 == glob.length() || glob.charAt(g + 2) == '/');
  }

  /** The index after what matches one character, or none. */
  private int afterOne(int g, char c) {
    char expected = glob.charAt(g);
    if (expected == '?') {
      return c == '/' ? NONE : g + 1;
    }
    if (expected == '[') {
      return c == '/' ? NONE : afterSet(g + 1, c);
    }
    if (expected == '\\' && g + 1 < glob.length()) {
      return glob.charAt(g + 1) == c ? g + 2 : NONE;
    }
    return expected == c ? g + 1 : NONE;
  }

  /** The index after a set that has a character, or none: it lacks it, or is never closed. */
  private int afterSet(int from, char c) {
    int i = from;
    boolean negated = i < glob.length() && (glob.charAt(i) == '!' || glob.charAt(i) == '^');
    if (negated) {
      i++;
    }
    boolean found = false;
    int first = i;
    while (i < glob.length()) {
      char low = glob.charAt(i);
      if (low == ']' && i > first) {
        return found == negated ? NONE : i + 1;
      }
      int named = glob.startsWith("[:", i) ? glob.indexOf(":]", i + 2) : NONE;
      if (named > 0) {
        found |= isInClass(glob.substring(i + 2, named), c);
        i = named + 2;
        continue;
      }
      if (low == '\\' && i + 1 < glob.length()) {
        low = glob.charAt(++i);
      }
      boolean isRange =
          i + 2 < glob.length() && glob.charAt(i + 1) == '-' && glob.charAt(i + 2) != ']';
      if (isRange) {
        i += 2;
        if (glob.charAt(i) == '\\' && i + 1 < glob.length()) {
          i++;
        }
        found |= low <= c && c <= glob.charAt(i);
      } else {
        found |= low == c;
      }
      i++;
    }
    return NONE;
  }

  private static boolean isInClass(String name, char c) {
    switch (name) {
      case "digit":
        return isDigit(c);
      case "lower":
        return isLower(c);
      case "upper":
        return isUpper(c);
      case "alpha":
        return isLower(c) || isUpper(c);
      case "alnum":
        return isLower(c) || isUpper(c) || isDigit(c);
      case "xdigit":
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
      case "space":
        return c == ' ' || (c >= '\t' && c <= '\r');
      case "punct":
        return c > ' ' && c < 127 && !isLower(c) && !isUpper(c) && !isDigit(c);
      default:
        return false;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
