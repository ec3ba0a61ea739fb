package dev.keepmum.rule;

/** Shannon's entropy, by which a made-up word differs from a random key. */
final class Entropy {
  private Entropy() {}

  /** Bits per character of a text, judged by how often its own characters come. */
  static double bits(String text) {
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
   * Whether a text looks made up by chance and not by a person: one of its words (parted by
   * anything but letters and digits) goes more than once between letters and digits, or between
   * small and capital letters more often than two times in five characters.
   */
  static boolean isMixed(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && isLetterOrDigit(text.charAt(end))) {
        end++;
      }
      if (end - start > 3 && isMixed(text, start, end)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static boolean isMixed(String text, int start, int end) {
    int kinds = 0;
    int cases = 0;
    for (int i = start + 1; i < end; i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      kinds += isDigit(before) == isDigit(c) ? 0 : 1;
      cases += isCapital(before) == isCapital(c) ? 0 : 1;
    }
    return kinds > 1 || cases * 5 > (end - start) * 2;
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
