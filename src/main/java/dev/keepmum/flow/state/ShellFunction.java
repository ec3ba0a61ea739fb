package dev.keepmum.flow.state;

import dev.keepmum.shell.Command;
import java.util.ArrayList;
import java.util.List;

/** What the name of a function may stand for after branches that define it differently. */
public final class ShellFunction {

  /** How many bodies are kept; of more, the first. */
  private static final int MAX_BODIES = 8;

  private final List<Command> bodies;
  private final boolean certain;

  private ShellFunction(List<Command> bodies, boolean certain) {
    this.bodies = bodies;
    this.certain = certain;
  }

  static ShellFunction of(Command body) {
    return new ShellFunction(List.of(body), true);
  }

  /** The bodies it may have; at least one. */
  public List<Command> bodies() {
    return bodies;
  }

  /** Whether there is a function of this name in every case. */
  public boolean isCertain() {
    return certain;
  }

  /** The same, but that there may be none. */
  ShellFunction perhaps() {
    return certain ? new ShellFunction(bodies, false) : this;
  }

  /** This or the other. */
  ShellFunction or(ShellFunction other) {
    List<Command> joined = new ArrayList<>(bodies);
    for (Command body : other.bodies) {
      if (joined.size() < MAX_BODIES && !isIn(joined, body)) {
        joined.add(body);
      }
    }
    boolean both = certain && other.certain;
    return joined.size() == bodies.size() && both == certain
        ? this
        : new ShellFunction(joined, both);
  }

  /** By identity: trees are large, and a definition that is run again gives the same one. */
  private static boolean isIn(List<Command> bodies, Command body) {
    for (Command known : bodies) {
      if (known == body) {
        return true;
      }
    }
    return false;
  }
}
