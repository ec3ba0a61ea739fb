package dev.keepmum.flow;

import dev.keepmum.rule.Rule;

/**
 * A secret that a value carries: which rule knows it and where it came from, never what it is.
 *
 * @param rule what it is
 * @param label its source as a person knows it: {@code .env}, {@code $GITHUB_TOKEN}, {@code op
 *     read}
 * @param variable the environment variable it was read from; empty if it was none
 * @param shape what its text looks like by now
 */
public record Secret(Rule rule, String label, String variable, Shape shape) {

  /** What the text that carries a secret looks like, as far as that lets the secret be cut off. */
  public enum Shape {
    /** Lines of {@code NAME=value}: without what follows the first {@code =} nothing is told. */
    ASSIGNMENTS,
    /** Anything else. */
    OPAQUE
  }

  public Secret opaque() {
    return shape == Shape.OPAQUE ? this : new Secret(rule, label, variable, Shape.OPAQUE);
  }

  /** Whether this is the same secret in the same shape. */
  boolean same(Secret other) {
    return rule.id().equals(other.rule.id())
        && label.equals(other.label)
        && shape == other.shape
        && variable.equals(other.variable);
  }
}
