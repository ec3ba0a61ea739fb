package dev.keepmum.scan;

import java.io.IOException;

/** The scan cannot be done, or not be trusted. The message says why, and holds no content. */
public final class ScanFailure extends IOException {
  private static final long serialVersionUID = 1L;

  ScanFailure(String message) {
    super(message);
  }
}
