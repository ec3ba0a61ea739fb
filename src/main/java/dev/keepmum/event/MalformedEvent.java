package dev.keepmum.event;

/**
 * An event that cannot be read, or lacks what the protocol promises. The message says what is wrong
 * and holds nothing of the input.
 */
public class MalformedEvent extends Exception {
  private static final long serialVersionUID = 1L;

  private final String event;

  MalformedEvent(String event, String message) {
    super(message, null, false, false);
    this.event = event;
  }

  /** The event's name, as far as it had been read; empty if it had not. */
  public String event() {
    return event;
  }
}
