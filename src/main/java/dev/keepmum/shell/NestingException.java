package dev.keepmum.shell;

/** The text is nested deeper than the parser goes; ends the whole parse. */
final class NestingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NestingException() {
    super("nested too deeply", null, false, false);
  }

  /** Passes unless {@code depth} is beyond the limit. */
  static void check(int depth) {
    if (depth > Parser.MAX_NESTING) {
      throw new NestingException();
    }
  }
}
