package dev.keepmum.settings;

import java.util.Locale;

/** Text with {@code *} for anything, in time proportional to pattern times text. */
final class Wildcards {
  private Wildcards() {}

  static boolean matchCaseless(String pattern, String text) {
    return match(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT));
  }

  static boolean match(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p;
        p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        mark++;
        t = mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
