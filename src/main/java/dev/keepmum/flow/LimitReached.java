package dev.keepmum.flow;

/** Thrown when a bound of the analysis is reached; it becomes a verdict and is never shown. */
public final class LimitReached extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LimitReached(String which) {
    super(which, null, false, false);
  }
}
