package dev.keepmum.shell;

/** What stands here is not bash; caught where bash itself would give up. */
final class SyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  SyntaxException(String message) {
    super(message, null, false, false);
  }
}
