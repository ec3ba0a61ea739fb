package dev.keepmum.scan.redact;

/** Base64 (RFC 4648), in its usual alphabet and the one for URLs. */
final class Base64 {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  private static final int LONGEST_RUN = 1 << 16;
  private static final byte[] SEXTETS = sextets();

  private Base64() {}

  private static byte[] sextets() {
    byte[] sextets = new byte[128];
    for (int i = 0; i < sextets.length; i++) {
      sextets[i] = -1;
    }
    for (int i = 0; i < ALPHABET.length(); i++) {
      sextets[ALPHABET.charAt(i)] = (byte) i;
    }
    sextets['-'] = 62;
    sextets['_'] = 63;
    return sextets;
  }

  /** The six bits of a character, -1 for any that is not of either alphabet. */
  static int sextet(char c) {
    return c < 128 ? SEXTETS[c] : -1;
  }

  /**
   * The characters that some bytes alone decide when they stand in a longer base64 text.
   *
   * @param before how many bytes come before them in their group of three: 0 to 2
   */
  static String fragment(byte[] bytes, int before) {
    int firstBit = 8 * before;
    int lastBit = firstBit + 8 * bytes.length;
    StringBuilder fragment = new StringBuilder(bytes.length * 4 / 3 + 2);
    for (int bit = (firstBit + 5) / 6 * 6; bit + 6 <= lastBit; bit += 6) {
      fragment.append(ALPHABET.charAt(bits(bytes, bit - firstBit)));
    }
    return fragment.toString();
  }

  private static int bits(byte[] bytes, int from) {
    int high = bytes[from / 8] & 0xff;
    int low = from / 8 + 1 < bytes.length ? bytes[from / 8 + 1] & 0xff : 0;
    return (high << 8 | low) >> 10 - from % 8 & 0x3f;
  }

  static int runStart(String text, int at) {
    int start = at;
    while (start > 0 && at - start < LONGEST_RUN && sextet(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return start;
  }

  /** The end of a run with the padding behind it. */
  static int runEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < LONGEST_RUN && sextet(text.charAt(end)) >= 0) {
      end++;
    }
    int padded = end;
    while (padded < text.length() && padded - end < 2 && text.charAt(padded) == '=') {
      padded++;
    }
    return padded;
  }
}
