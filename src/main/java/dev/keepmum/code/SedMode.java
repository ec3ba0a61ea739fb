package dev.keepmum.code;

/**
 * How sed is started.
 *
 * @param quiet {@code -n}: lines are not printed by themselves
 * @param extended {@code -E} or {@code -r}: extended regular expressions
 */
public record SedMode(boolean quiet, boolean extended) {
  /** Without options. */
  public static final SedMode PLAIN = new SedMode(false, false);
}
