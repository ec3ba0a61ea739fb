package dev.keepmum.scan.redact;

/** Bytes as pairs of hexadecimal digits. */
final class Hexadecimal {
  private static final String DIGITS = "0123456789abcdef";
  private static final int LONGEST_RUN = 1 << 16;

  private Hexadecimal() {}

  static String of(byte[] bytes) {
    StringBuilder hex = new StringBuilder(2 * bytes.length);
    for (byte b : bytes) {
      hex.append(DIGITS.charAt(b >> 4 & 0xf)).append(DIGITS.charAt(b & 0xf));
    }
    return hex.toString();
  }

  static String upper(String hex) {
    StringBuilder upper = new StringBuilder(hex.length());
    for (int i = 0; i < hex.length(); i++) {
      upper.append(Character.toUpperCase(hex.charAt(i)));
    }
    return upper.toString();
  }

  /** The value of a digit, -1 for any other character. */
  static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  }

  static int runStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_RUN && digit(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  static int runEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST_RUN && digit(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }
}
