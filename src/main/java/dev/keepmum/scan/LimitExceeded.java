package dev.keepmum.scan;

import java.io.IOException;

/** An archive holds more than is looked at. */
final class LimitExceeded extends IOException {
  private static final long serialVersionUID = 1L;

  LimitExceeded(String limit) {
    super("was not looked at to its end: " + limit);
  }
}
