package dev.keepmum.scan.redact;

/**
 * The dumps that {@code xxd}, {@code hexdump} and {@code od} print: lines of an offset, bytes or
 * words of two bytes in hexadecimal digits (or, by {@code od -c}, characters), and often the same
 * as text. A secret that stands in several lines is in none of them.
 */
final class HexDump {
  private static final int SHORTEST_OFFSET = 6;
  private static final int LONGEST_OFFSET = 16;

  /** Fewer groups are a line of words that happen to be hexadecimal. */
  private static final int FEWEST_GROUPS = 4;

  private final String text;
  private final boolean swapped;
  private final Derived dumped = new Derived();
  private final StringBuilder bytes = new StringBuilder();
  private boolean isOpen;

  private HexDump(String text, boolean swapped) {
    this.text = text;
    this.swapped = swapped;
  }

  /** What was dumped, the bytes as they come; empty if nothing was. */
  static Derived decoded(String text) {
    return decoded(text, false);
  }

  /**
   * The same with the two bytes of each word swapped, as {@code hexdump} has them on most machines.
   */
  static Derived decodedSwapped(String text) {
    return decoded(text, true);
  }

  private static Derived decoded(String text, boolean swapped) {
    HexDump dump = new HexDump(text, swapped);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      dump.line(start, end);
      start = end + 1;
    }
    return dump.dumped;
  }

  private void line(int start, int end) {
    bytes.setLength(0);
    int groups = groups(afterOffset(start, end), end);
    boolean goesOn = isOpen && groups > 0;
    if (groups < FEWEST_GROUPS && !goesOn) {
      close();
      return;
    }
    dumped.stand(start, end);
    dumped.text().append(bytes);
    isOpen = true;
  }

  private void close() {
    if (isOpen) {
      dumped.text().append('\n');
      isOpen = false;
    }
  }

  private int afterOffset(int start, int end) {
    int digits = start;
    while (digits < end && Hexadecimal.digit(text.charAt(digits)) >= 0) {
      digits++;
    }
    int length = digits - start;
    if (length < SHORTEST_OFFSET || length > LONGEST_OFFSET) {
      return start;
    }
    return digits < end && text.charAt(digits) == ':' ? digits + 1 : digits;
  }

  /** Reads groups of one size; stops at the text beside them. */
  private int groups(int start, int end) {
    int at = start;
    int size = 0;
    int groups = 0;
    while (at < end) {
      int group = at;
      while (group < end && text.charAt(group) == ' ') {
        group++;
      }
      int groupEnd = group;
      while (groupEnd < end && text.charAt(groupEnd) > ' ') {
        groupEnd++;
      }
      boolean isAside = groups > 0 && size > 1 && group - at > 2;
      if (group == groupEnd || isAside || !add(group, groupEnd, size)) {
        return groups;
      }
      size = size == 0 ? groupEnd - group : size;
      groups++;
      at = groupEnd;
    }
    return groups;
  }

  /** Adds the bytes of a group; the last one of a dump may be half as long as the others. */
  private boolean add(int start, int end, int size) {
    int length = end - start;
    if (length == 1 && size <= 1) {
      bytes.append(text.charAt(start));
      return true;
    }
    boolean fits = length == 2 && size != 1 || length == 4 && (size == 0 || size == 4);
    if (!fits) {
      return false;
    }
    for (int i = start; i < end; i += 2) {
      int from = swapped && length == 4 ? start + end - i - 2 : i;
      int high = Hexadecimal.digit(text.charAt(from));
      int low = Hexadecimal.digit(text.charAt(from + 1));
      if (high < 0 || low < 0) {
        return false;
      }
      bytes.append((char) (high << 4 | low));
    }
    return true;
  }
}
