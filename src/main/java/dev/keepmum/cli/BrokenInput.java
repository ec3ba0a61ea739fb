package dev.keepmum.cli;

/** Input that cannot be used. The message says what is wrong with it, and where. */
final class BrokenInput extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenInput(String message) {
    super(message);
  }
}
