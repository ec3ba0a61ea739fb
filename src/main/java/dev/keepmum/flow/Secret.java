package dev.keepmum.flow;

import dev.keepmum.rule.Rule;

/**
 * A secret that a value carries: which rule knows it and where it came from, never what it is.
 *
 * @param rule what it is
 * @param label its source as a person knows it: {@code .env}, {@code $GITHUB_TOKEN}
 * @param variable the variable it was read from; empty if it was none
 * @param file the absolute path of the file it was read from; empty if it was none
 * @param shape what its text looks like by now
 * @param certainty whether there is a secret in it at all
 */
public record Secret(
    Rule rule, String label, String variable, String file, Shape shape, Certainty certainty) {

  /** Whether a text that carries a secret is known to hold one. */
  public enum Certainty {
    CERTAIN,
    /** Others of its kind do: an output of Terraform, the configuration of a container. */
    POSSIBLE
  }

  /** What the text that carries a secret looks like, as far as that lets the secret be cut off. */
  public enum Shape {
    /** Lines of {@code NAME=value}: without what follows the first {@code =} nothing is told. */
    ASSIGNMENTS,
    /** Anything else. */
    OPAQUE
  }

  /** A secret that comes from nowhere in particular; the rule says what it is. */
  public static Secret of(Rule rule) {
    return of(rule, subject(rule.about()));
  }

  /** A sentence about a secret as the subject of another: no period, no capital of its own. */
  private static String subject(String about) {
    String subject = about.endsWith(".") ? about.substring(0, about.length() - 1) : about;
    boolean word = subject.length() > 1 && Character.isLowerCase(subject.charAt(1));
    boolean article = subject.startsWith("A ") || subject.startsWith("An ");
    return word || article
        ? Character.toLowerCase(subject.charAt(0)) + subject.substring(1)
        : subject;
  }

  /** A secret with a name of its own. */
  public static Secret of(Rule rule, String label) {
    return new Secret(rule, label, "", "", Shape.OPAQUE, Certainty.CERTAIN);
  }

  /** The value of a variable. */
  public static Secret ofVariable(Rule rule, String name) {
    return new Secret(rule, "$".concat(name), name, "", Shape.OPAQUE, Certainty.CERTAIN);
  }

  /** The content of a file. */
  public static Secret ofFile(Rule rule, String label, String file, Shape shape) {
    return new Secret(rule, label, "", file, shape, Certainty.CERTAIN);
  }

  /** The value that a file gives to a variable. */
  public Secret assignedTo(String name) {
    return new Secret(rule, label, name, file, Shape.OPAQUE, certainty);
  }

  /** The same, if it is one. */
  public Secret possible() {
    return new Secret(rule, label, variable, file, shape, Certainty.POSSIBLE);
  }

  public Secret opaque() {
    return in(Shape.OPAQUE);
  }

  public Secret asAssignments() {
    return in(Shape.ASSIGNMENTS);
  }

  private Secret in(Shape other) {
    return shape == other ? this : new Secret(rule, label, variable, file, other, certainty);
  }

  /** Whether this is the same secret in the same shape. */
  boolean same(Secret other) {
    return rule.id().equals(other.rule.id())
        && label.equals(other.label)
        && shape == other.shape
        && variable.equals(other.variable);
  }
}
