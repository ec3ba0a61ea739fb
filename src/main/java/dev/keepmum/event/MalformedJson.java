package dev.keepmum.event;

/** A text that is not one JSON value within the limits. The message holds nothing of the text. */
public final class MalformedJson extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Position position;
  private final boolean isLimit;

  private MalformedJson(String message, Position position, boolean isLimit) {
    super(message, null, false, false);
    this.position = position;
    this.isLimit = isLimit;
  }

  MalformedJson(String message, Position position) {
    this(message, position, false);
  }

  static MalformedJson limit(String message, Position position) {
    return new MalformedJson(message, position, true);
  }

  /** Where it was noticed. */
  public Position position() {
    return position;
  }

  /** Whether nothing is wrong with it but its size or depth. */
  public boolean isLimit() {
    return isLimit;
  }
}
