package dev.keepmum.shell;

/** What stands here is not bash; caught where bash itself would give up. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Where bash goes on with the next line; negative if it does not. */
  final int discardFrom;

  SyntaxException(String message) {
    this(message, -1);
  }

  private SyntaxException(String message, int discardFrom) {
    super(message, null, false, false);
    this.discardFrom = discardFrom;
  }

  /**
   * A mistake within the parentheses of an array, after which bash 5.2 drops the command and the
   * rest of the line that the position is on, and goes on.
   */
  static SyntaxException inArray(int position) {
    return new SyntaxException("expected the elements of an array", position);
  }
}
