package dev.keepmum.settings;

import java.util.Locale;

/**
 * The path of a {@code Read} or {@code Edit} rule. Observed with Claude Code 2.1.330: like a line
 * of {@code .gitignore}, case does not count, a folder stands for all that is in it.
 */
final class PathPattern {

  /** Steps that one comparison may take; a pattern of nothing but wildcards is no pattern. */
  private static final int MOST_STEPS = 100_000;

  /** As long as a path can be (Linux, PATH_MAX). */
  private static final int LONGEST = 4_096;

  private final String pattern;
  private final String root;
  private final boolean isAnchored;
  private int steps;

  private PathPattern(String pattern, String root, boolean isAnchored) {
    this.pattern = pattern;
    this.root = root;
    this.isAnchored = isAnchored;
  }

  /**
   * Reads a path.
   *
   * @param settingsRoot where {@code /x} begins: the project for its own settings
   */
  static PathPattern of(String path, String cwd, String home, String settingsRoot) {
    if (path.startsWith("//")) {
      return of(path.substring(2), "", true);
    }
    if (path.startsWith("~/")) {
      return of(path.substring(2), home, true);
    }
    if (path.startsWith("/")) {
      return of(path.substring(1), settingsRoot, true);
    }
    String relative = path.startsWith("./") ? path.substring(2) : path;
    int slash = relative.indexOf('/');
    return of(relative, cwd, slash >= 0 && slash < relative.length() - 1);
  }

  private static PathPattern of(String pattern, String root, boolean isAnchored) {
    String bare = pattern;
    while (bare.endsWith("/") || bare.endsWith("/*") || bare.endsWith("/**")) {
      bare = bare.substring(0, bare.lastIndexOf('/'));
    }
    return new PathPattern(
        bare.toLowerCase(Locale.ROOT), root.toLowerCase(Locale.ROOT), isAnchored);
  }

  /** Whether a file, or a folder it lies in, is meant. */
  boolean matches(String path) {
    if (pattern.length() > LONGEST
        || pattern.indexOf('{') >= 0
        || pattern.startsWith("!")
        || pattern.startsWith(" ")) {
      return false;
    }
    String file = path.toLowerCase(Locale.ROOT);
    if (!file.startsWith(root + '/')) {
      return false;
    }
    String inside = file.substring(root.length() + 1);
    steps = 0;
    if (matchesFrom(inside)) {
      return true;
    }
    if (isAnchored) {
      return false;
    }
    for (int slash = inside.indexOf('/'); slash >= 0; slash = inside.indexOf('/', slash + 1)) {
      if (matchesFrom(inside.substring(slash + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean matchesFrom(String path) {
    return matches(0, path, 0);
  }

  /** {@code *} and {@code ?} stay within a name, {@code **} does not. */
  private boolean matches(int p, String path, int at) {
    steps++;
    if (steps > MOST_STEPS) {
      return false;
    }
    if (p == pattern.length()) {
      return at == path.length() || path.charAt(at) == '/';
    }
    if (pattern.startsWith("**/", p)) {
      if (matches(p + 3, path, at)) {
        return true;
      }
      int slash = path.indexOf('/', at);
      return slash >= 0 && matches(p, path, slash + 1);
    }
    char c = pattern.charAt(p);
    if (c == '*') {
      boolean crosses = pattern.startsWith("**", p);
      int next = p + (crosses ? 2 : 1);
      for (int end = at; end <= path.length(); end++) {
        if (matches(next, path, end)) {
          return true;
        }
        if (end < path.length() && path.charAt(end) == '/' && !crosses) {
          return false;
        }
      }
      return false;
    }
    if (at == path.length()) {
      return false;
    }
    boolean same = c == path.charAt(at) || c == '?' && path.charAt(at) != '/';
    return same && matches(p + 1, path, at + 1);
  }
}
