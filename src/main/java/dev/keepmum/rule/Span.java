package dev.keepmum.rule;

/** A stretch of a text in one number, so that looking for one makes no object. */
final class Span {
  /** No stretch at all. */
  static final long NONE = -1;

  private Span() {}

  static long of(int start, int end) {
    return (long) start << 32 | end;
  }

  static int start(long span) {
    return (int) (span >> 32);
  }

  static int end(long span) {
    return (int) span;
  }
}
