package dev.keepmum.rule;

/**
 * The pattern of one word in a form: literal text in which {@code *} stands for any text, {@code |}
 * separates alternatives and a backslash makes the next character literal. {@code
 * go-template=<shows:data>} is a template of Go that may show the member {@code data} of its
 * document. Takes time in proportion to pattern times word.
 */
final class WordPattern {
  /** Begins the path of a member that a template may show; a closing bracket ends it. */
  private static final String SHOWS = "<shows:";

  private WordPattern() {}

  /** Whether one of the pattern's alternatives is the whole word. */
  static boolean matches(String pattern, String word) {
    int start = 0;
    while (start <= pattern.length()) {
      int end = endOfAlternative(pattern, start);
      int shown = pattern.indexOf(SHOWS, start);
      boolean template = shown >= 0 && shown < end;
      if (template ? shows(pattern, start, shown, end, word) : matches(pattern, start, end, word)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  /** Whether the word is the literal text before a template, and a template that may show it. */
  private static boolean shows(String pattern, int start, int shown, int end, String word) {
    String before = pattern.substring(start, shown);
    return word.startsWith(before)
        && GoTemplate.mayShow(
            word.substring(before.length()), pattern.substring(shown + SHOWS.length(), end - 1));
  }

  private static int endOfAlternative(String pattern, int start) {
    int i = start;
    while (i < pattern.length() && pattern.charAt(i) != '|') {
      i += width(pattern, i);
    }
    return Math.min(i, pattern.length());
  }

  /** The usual walk with one way back: to the last {@code *}, taking one more character there. */
  private static boolean matches(String pattern, int start, int end, String word) {
    int at = start;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < word.length()) {
      if (at < end && pattern.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < end && literal(pattern, at) == word.charAt(in)) {
        at += width(pattern, at);
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < end && pattern.charAt(at) == '*') {
      at++;
    }
    return at >= end;
  }

  private static char literal(String pattern, int at) {
    return pattern.charAt(at + width(pattern, at) - 1);
  }

  private static int width(String pattern, int at) {
    return pattern.charAt(at) == '\\' && at + 1 < pattern.length() ? 2 : 1;
  }
}
