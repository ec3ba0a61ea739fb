package dev.keepmum.rule;

/** Shannon's entropy, by which a made-up word differs from a random key. */
public final class Entropy {
  private static final String SIGNS = "!@#%^&*+~$";

  private Entropy() {}

  /** Bits per character of a text, judged by how often its own characters come. */
  public static double bits(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int[] counts = new int[256];
    for (int i = 0; i < text.length(); i++) {
      counts[text.charAt(i) & 0xff]++;
    }
    double bits = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double share = (double) counts[i] / text.length();
        bits -= share * Math.log(share);
      }
    }
    return bits / Math.log(2);
  }

  /**
   * Whether a text looks made by chance and not by a person: one of its words (parted by anything
   * but letters and digits) goes more than twice between letters and digits, as neither {@code
   * utf8} nor {@code base64Text} does, or between small and capital letters all the time and not as
   * {@code camelCase} does.
   */
  static boolean isMixed(String text) {
    int start = 0;
    int changes = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end - start > 3 && isMixed(text, start, end)) {
        return true;
      }
      changes += Math.max(0, changes(text, start, end) - 1);
      start = end + 1;
    }
    return changes > 1 || signs(text) > 2;
  }

  /** How often it goes between letters and digits. */
  private static int changes(String text, int start, int end) {
    int changes = 0;
    for (int i = start + 1; i < end; i++) {
      changes += isDigit(text.charAt(i - 1)) == isDigit(text.charAt(i)) ? 0 : 1;
    }
    return changes;
  }

  /** How many different signs it holds that no name and no path has. */
  private static int signs(String text) {
    int signs = 0;
    for (int i = 0; i < SIGNS.length(); i++) {
      signs += text.indexOf(SIGNS.charAt(i)) >= 0 ? 1 : 0;
    }
    return signs;
  }

  private static boolean isMixed(String text, int start, int end) {
    int kinds = changes(text, start, end);
    int cases = 0;
    int capitals = 0;
    for (int i = start + 1; i < end; i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      if (isDigit(before) != isDigit(c)) {
        continue;
      }
      if (isCapital(before) != isCapital(c)) {
        cases++;
      } else if (isCapital(c)) {
        capitals++;
      }
    }
    return kinds > 2 || capitals > 1 && (cases + 2 * kinds) * 11 > (end - start) * 5;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLetterOrDigit(char c) {
    return isDigit(c) || isCapital(c) || (c >= 'a' && c <= 'z');
  }
}
