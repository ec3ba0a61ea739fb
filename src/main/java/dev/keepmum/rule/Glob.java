package dev.keepmum.rule;

/**
 * A glob of the rule book against a path, both in lower case.
 *
 * <p>{@code **}{@code /} stands for any folders or none, {@code **} for anything, {@code *} and
 * {@code ?} stay within a name, {@code [ ]} is a class of characters. Most globs are decided here
 * by their literal parts; those that need a pattern are left to the {@link Automaton}, after a look
 * whether their literal parts are there at all.
 */
final class Glob {
  private Glob() {}

  /** What the literal parts of a glob say. */
  enum Answer {
    YES,
    NO,
    /** The literal parts are there; only a pattern can tell. */
    OPEN
  }

  /**
   * Decides a glob as far as its literal parts do.
   *
   * @param path begins with {@code /} or {@code ~/} or a drive
   */
  static Answer literally(String glob, String path) {
    boolean floating = glob.startsWith("**/");
    String rest = floating ? glob.substring(3) : glob;
    int wildcard = wildcard(rest);
    if (wildcard < 0) {
      return answer(floating ? endsWithName(path, rest) : path.equals(rest));
    }
    if (wildcard == rest.length() - 2 && rest.endsWith("/**")) {
      String folder = rest.substring(0, wildcard);
      return answer(floating ? path.contains("/".concat(folder)) : path.startsWith(folder));
    }
    if (floating && rest.indexOf('/') < 0) {
      return answer(ShellGlob.matches(rest, path.substring(path.lastIndexOf('/') + 1)));
    }
    if (!floating && isOneStar(rest, wildcard)) {
      return answer(starStaysInName(rest, wildcard, path));
    }
    return holdsLiterals(rest, path) ? Answer.OPEN : Answer.NO;
  }

  /** Whether {@link #literally} always decides a glob, so that it needs no pattern. */
  static boolean isLiteral(String glob) {
    boolean floating = glob.startsWith("**/");
    String rest = floating ? glob.substring(3) : glob;
    int wildcard = wildcard(rest);
    return wildcard < 0
        || (wildcard == rest.length() - 2 && rest.endsWith("/**"))
        || (floating ? rest.indexOf('/') < 0 : isOneStar(rest, wildcard));
  }

  private static boolean isOneStar(String glob, int wildcard) {
    return glob.charAt(wildcard) == '*' && wildcard(glob.substring(wildcard + 1)) < 0;
  }

  /** A path with the two ends of a glob, and between them no more than a part of one name. */
  private static boolean starStaysInName(String glob, int star, String path) {
    int end = path.length() - (glob.length() - star - 1);
    if (end < star || !path.startsWith(glob.substring(0, star))) {
      return false;
    }
    int slash = path.indexOf('/', star);
    return path.endsWith(glob.substring(star + 1)) && (slash < 0 || slash >= end);
  }

  private static Answer answer(boolean matches) {
    return matches ? Answer.YES : Answer.NO;
  }

  private static boolean endsWithName(String path, String name) {
    int start = path.length() - name.length();
    return start > 0 && path.charAt(start - 1) == '/' && path.endsWith(name);
  }

  /** The offset of the first wildcard, or -1. */
  static int wildcard(String glob) {
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (c == '*' || c == '?' || c == '[') {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether a text fits a pattern whose only wildcard is {@code *}: its literal parts, each as far
   * left as it goes, which is exact where nothing but stars stands between them.
   *
   * @param from where the pattern begins in {@code pattern}
   */
  static boolean starsMatch(String pattern, int from, String text) {
    int star = pattern.indexOf('*', from);
    if (star < 0) {
      return pattern.length() - from == text.length() && pattern.startsWith(text, from);
    }
    if (!text.regionMatches(0, pattern, from, star - from)) {
      return false;
    }
    int position = star - from;
    int start = star + 1;
    for (star = pattern.indexOf('*', start); star >= 0; star = pattern.indexOf('*', start)) {
      int found = text.indexOf(pattern.substring(start, star), position);
      if (found < 0) {
        return false;
      }
      position = found + star - start;
      start = star + 1;
    }
    int length = pattern.length() - start;
    return text.length() - length >= position && text.endsWith(pattern.substring(start));
  }

  /** Whether the literal parts of a glob stand in a path, in their order. */
  private static boolean holdsLiterals(String glob, String path) {
    int position = 0;
    int start = 0;
    int i = 0;
    while (i <= glob.length()) {
      char c = i < glob.length() ? glob.charAt(i) : '*';
      if (c == '*' || c == '?' || c == '[') {
        String literal = glob.substring(start, i);
        // Between "/**/" and its neighbours the second slash may be missing.
        if (literal.startsWith("/") && start > 1) {
          literal = literal.substring(1);
        }
        int found = path.indexOf(literal, position);
        if (found < 0) {
          return false;
        }
        position = found + literal.length();
        i = c == '[' ? classEnd(glob, i) : i;
        start = i + 1;
      }
      i++;
    }
    return true;
  }

  private static int classEnd(String glob, int open) {
    int close = glob.indexOf(']', open + 2);
    return close < 0 ? glob.length() - 1 : close;
  }

  /** The glob in RE2 syntax, to be matched whole. */
  static String pattern(String glob) {
    StringBuilder pattern = new StringBuilder(glob.length() + 16);
    int i = 0;
    if (glob.startsWith("**/")) {
      pattern.append(".*/");
      i = 3;
    }
    while (i < glob.length()) {
      char c = glob.charAt(i);
      if (glob.startsWith("/**/", i)) {
        pattern.append("/(?:.*/)?");
        i += 4;
      } else if (glob.startsWith("**", i)) {
        pattern.append(".*");
        i += 2;
      } else if (c == '[') {
        int close = classEnd(glob, i);
        pattern.append(glob, i, close + 1);
        i = close + 1;
      } else {
        append(pattern, c);
        i++;
      }
    }
    return pattern.toString();
  }

  private static void append(StringBuilder pattern, char c) {
    if (c == '*') {
      pattern.append("[^/]*");
    } else if (c == '?') {
      pattern.append("[^/]");
    } else {
      if ("\\.+^$|(){}".indexOf(c) >= 0) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
  }
}
