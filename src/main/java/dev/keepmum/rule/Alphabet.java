package dev.keepmum.rule;

/** A set of ASCII characters, written as in a class of a pattern: {@code A-Za-z0-9_-}. */
final class Alphabet {
  static final Alphabet WORD = of("A-Za-z0-9_");

  private final long low;
  private final long high;

  private Alphabet(long low, long high) {
    this.low = low;
    this.high = high;
  }

  /** A dash that is meant goes last. */
  static Alphabet of(String text) {
    long low = 0;
    long high = 0;
    int i = 0;
    while (i < text.length()) {
      boolean isRange = i + 2 < text.length() && text.charAt(i + 1) == '-';
      char last = text.charAt(isRange ? i + 2 : i);
      for (char c = text.charAt(i); c <= last; c++) {
        if (c < 64) {
          low |= 1L << c;
        } else {
          high |= 1L << c;
        }
      }
      i += isRange ? 3 : 1;
    }
    return new Alphabet(low, high);
  }

  boolean isEmpty() {
    return low == 0 && high == 0;
  }

  boolean has(char c) {
    return c < 128 && ((c < 64 ? low : high) >> c & 1) != 0;
  }

  /** The end of the run of these characters that begins at an offset, at most a number of them. */
  int runEnd(String text, int from, int most) {
    int limit = Math.min(text.length(), from + most);
    int end = from;
    while (end < limit && has(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The start of the run of these characters that ends at an offset, at most a number of them. */
  int runStart(String text, int from, int most) {
    int limit = Math.max(0, from - most);
    int start = from;
    while (start > limit && has(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }
}
