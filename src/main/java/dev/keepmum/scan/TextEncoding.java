package dev.keepmum.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the bytes of a text are to be read.
 *
 * @param charset malformed bytes in it are read as U+FFFD
 * @param bomLength bytes at the beginning that say so and are no text
 */
record TextEncoding(Charset charset, int bomLength) {
  /** Git looks for a NUL in so many bytes to tell binary from text (buffer_is_binary). */
  static final int SNIFFED = 8000;

  private static final int SHORTEST_WIDE_TEXT = 8;

  /**
   * Tells a text by how it begins.
   *
   * @param head at least {@link #SNIFFED} bytes, or all there are
   * @return empty for what is binary
   */
  static Optional<TextEncoding> of(byte[] head, int length) {
    if (startsWith(head, length, 0xef, 0xbb, 0xbf)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 3));
    }
    if (startsWith(head, length, 0xff, 0xfe, 0, 0)) {
      return Optional.of(new TextEncoding(Charset.forName("UTF-32LE"), 4));
    }
    if (startsWith(head, length, 0xff, 0xfe)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 2));
    }
    if (startsWith(head, length, 0xfe, 0xff)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 2));
    }
    int sniffed = Math.min(length, SNIFFED);
    if (!hasNul(head, sniffed)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_8, 0));
    }
    if (isWideText(head, sniffed, 0)) {
      return Optional.of(new TextEncoding(StandardCharsets.UTF_16LE, 0));
    }
    return isWideText(head, sniffed, 1)
        ? Optional.of(new TextEncoding(StandardCharsets.UTF_16BE, 0))
        : Optional.empty();
  }

  private static boolean startsWith(byte[] head, int length, int... start) {
    if (length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((head[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasNul(byte[] head, int length) {
    for (int i = 0; i < length; i++) {
      if (head[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether bytes are mostly ASCII in UTF-16 without a mark: of each pair, the high byte is NUL and
   * the low byte is printable, in nine of ten.
   *
   * @param low the place of the low byte in a pair
   */
  private static boolean isWideText(byte[] head, int length, int low) {
    if (length < SHORTEST_WIDE_TEXT) {
      return false;
    }
    int fitting = 0;
    int pairs = length / 2;
    for (int i = 0; i < pairs; i++) {
      int c = head[2 * i + low];
      boolean isPrintable = c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t';
      if (isPrintable && head[2 * i + 1 - low] == 0) {
        fitting++;
      }
    }
    return fitting * 10 >= pairs * 9;
  }
}
