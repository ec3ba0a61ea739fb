package dev.keepmum.flow;

import dev.keepmum.rule.Rule;
import java.util.List;

/**
 * A secret that a value carries: which rule knows it and where it came from, never what it is.
 *
 * @param rule what it is
 * @param label its source as a person knows it: {@code .env}, {@code $GITHUB_TOKEN}
 * @param variable the variable it was read from; empty if it was none
 * @param file the absolute path of the file it was read from; empty if it was none
 * @param shape what its text looks like by now
 * @param certainty whether there is a secret in it at all
 * @param members where in a document it stands, as a form of the rule book says; empty if anywhere.
 *     An equals sign at the end of one says that texts {@code NAME=value} stand there
 */
public record Secret(
    Rule rule,
    String label,
    String variable,
    String file,
    Shape shape,
    Certainty certainty,
    List<String> members) {

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
    /** Assignments that end with a zero byte each, as the environment of a process is kept. */
    ZERO_ENDED,
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
    return new Secret(rule, label, "", "", Shape.OPAQUE, Certainty.CERTAIN, List.of());
  }

  /** The value of a variable. */
  public static Secret ofVariable(Rule rule, String name) {
    return new Secret(rule, "$".concat(name), name, "", Shape.OPAQUE, Certainty.CERTAIN, List.of());
  }

  /** The content of a file. */
  public static Secret ofFile(Rule rule, String label, String file, Shape shape) {
    return new Secret(rule, label, "", file, shape, Certainty.CERTAIN, List.of());
  }

  /** The value that a file gives to a variable. */
  public Secret assignedTo(String name) {
    return new Secret(rule, label, name, file, Shape.OPAQUE, certainty, members);
  }

  /** The same, if it is one. */
  public Secret possible() {
    return new Secret(rule, label, variable, file, shape, Certainty.POSSIBLE, members);
  }

  /** The same in a document where it stands only in certain members. */
  public Secret within(List<String> paths) {
    return new Secret(rule, label, variable, file, shape, certainty, paths);
  }

  /** Whether it may be in what stands at one of some places of its document, or below them. */
  public boolean isIn(List<String> paths) {
    boolean found = members.isEmpty();
    for (String member : members) {
      for (String path : paths) {
        found |= isOnTheWay(path, member);
      }
    }
    return found;
  }

  /** Whether all of it that is at some places, or below them, are texts {@code NAME=value}. */
  public boolean isAssignmentsIn(List<String> paths) {
    boolean all = !paths.isEmpty() && !members.isEmpty();
    for (String path : paths) {
      for (String member : members) {
        boolean at = member.endsWith("=") && path.concat("=").equals(member);
        all &= at || !isOnTheWay(path, member);
      }
    }
    return all;
  }

  /** Whether one path leads to the other; a star in it stands for any name. */
  private static boolean isOnTheWay(String path, String other) {
    int from = 0;
    int start = 0;
    while (from < path.length() && start < other.length()) {
      int to = endOfName(path, from);
      int end = endOfName(other, start);
      String name = other.substring(start, end);
      String own = path.substring(from, to);
      if (!name.equals("*") && !own.equals("*") && !name.equals(own)) {
        return false;
      }
      from = to + 1;
      start = end + 1;
    }
    return true;
  }

  private static int endOfName(String path, int start) {
    int dot = path.indexOf('.', start);
    int end = path.endsWith("=") ? path.length() - 1 : path.length();
    return dot < 0 ? end : dot;
  }

  /** The same in a text that need not be what it was, nor a document. */
  public Secret opaque() {
    return shape == Shape.OPAQUE && members.isEmpty() ? this : in(Shape.OPAQUE);
  }

  /** The same as lines of {@code NAME=value}. */
  public Secret asAssignments() {
    return shape == Shape.ASSIGNMENTS ? this : in(Shape.ASSIGNMENTS);
  }

  private Secret in(Shape other) {
    return new Secret(rule, label, variable, file, other, certainty, List.of());
  }

  /** Whether this is the same secret in the same shape. */
  boolean same(Secret other) {
    return rule.id().equals(other.rule.id())
        && label.equals(other.label)
        && shape == other.shape
        && variable.equals(other.variable);
  }
}
