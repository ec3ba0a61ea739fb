package dev.keepmum.code;

/** A text that does more than its evaluation knows; what comes out of it stays open. */
final class NotWorkedOut extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotWorkedOut() {
    super("", null, false, false);
  }
}
