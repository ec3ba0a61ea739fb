package dev.keepmum.event;

/**
 * An event that cannot be read, or lacks what the protocol promises. The message says what is wrong
 * and holds nothing of the input.
 */
public class MalformedEvent extends Exception {
  private static final long serialVersionUID = 1L;

  private final String event;
  private final boolean isLimit;

  MalformedEvent(String event, String message) {
    this(event, false, message);
  }

  MalformedEvent(String event, boolean isLimit, String message) {
    super(message, null, false, false);
    this.event = event;
    this.isLimit = isLimit;
  }

  /** The event's name, as far as it had been read; empty if it had not. */
  public String event() {
    return event;
  }

  /** Whether nothing is wrong with it but its size. */
  public boolean isLimit() {
    return isLimit;
  }
}
