package dev.keepmum.doctor;

/**
 * What one look at the guard came to.
 *
 * @param id what was looked at: {@code registered}, {@code deny}
 * @param message what was found; names no value that is a secret
 */
public record CheckResult(String id, Outcome outcome, String message) {

  /** How good it is. */
  public enum Outcome {
    /** As it should be. */
    OK,
    /** Calls are guarded, but less well than they could be. */
    WARNING,
    /** Calls are not guarded, or may not be. */
    FAILED
  }

  static CheckResult ok(String id, String message) {
    return new CheckResult(id, Outcome.OK, message);
  }

  static CheckResult warning(String id, String message) {
    return new CheckResult(id, Outcome.WARNING, message);
  }

  static CheckResult failed(String id, String message) {
    return new CheckResult(id, Outcome.FAILED, message);
  }
}
