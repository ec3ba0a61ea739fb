package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a tree of {@code a && b || c …}. The operators have equal precedence and group to the left;
 * commands joined by the same operator may be grouped in any way, so a run of them becomes a
 * balanced tree: a hundred thousand of them are seventeen levels deep.
 */
final class AndOrChain {
  /** How often the operator may change, each time one level deeper. */
  private static final int MAX_CHANGES = 128;

  private final List<Command> run = new ArrayList<>();
  private boolean runIsAnd;
  private int changes;

  AndOrChain(Command first) {
    run.add(first);
  }

  void add(boolean and, Command next) {
    if (run.size() > 1 && and != runIsAnd) {
      changes++;
      if (changes > MAX_CHANGES) {
        throw new NestingException();
      }
      Command left = command();
      run.clear();
      run.add(left);
    }
    runIsAnd = and;
    run.add(next);
  }

  Command command() {
    return balanced(0, run.size());
  }

  private Command balanced(int from, int to) {
    if (to - from == 1) {
      return run.get(from);
    }
    int middle = (from + to + 1) / 2;
    Command left = balanced(from, middle);
    Command right = balanced(middle, to);
    return new Command.AndOr(left, runIsAnd, right, left.start(), right.end());
  }
}
