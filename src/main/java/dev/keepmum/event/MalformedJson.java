package dev.keepmum.event;

/** A text that is not one JSON value within the limits. The message holds nothing of the text. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Position position;

  MalformedJson(String message, Position position) {
    super(message, null, false, false);
    this.position = position;
  }

  /** Where it was noticed. */
  public Position position() {
    return position;
  }
}
