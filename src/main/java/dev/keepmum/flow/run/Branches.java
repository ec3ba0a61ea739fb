package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands that may or may not be run: every branch that may be taken is taken, on a copy of
 * the state, and what the branches leave is joined.
 */
final class Branches {

  private final ShellInterpreter shell;
  private int open;

  Branches(ShellInterpreter shell) {
    this.shell = shell;
  }

  /** Whether what is done now is only one of several possibilities. */
  boolean isOpen() {
    return open > 0;
  }

  void enter() {
    open++;
  }

  void leave() {
    open--;
  }

  Programs.Outcome run(Command.AndOr command) {
    List<Command.AndOr> chain = new ArrayList<>();
    Command first = command;
    while (first instanceof Command.AndOr left) {
      chain.add(left);
      first = left.left();
    }
    Programs.Outcome outcome = shell.run(first);
    for (int i = chain.size() - 1; i >= 0; i--) {
      outcome = next(chain.get(i), outcome);
    }
    return outcome;
  }

  private Programs.Outcome next(Command.AndOr link, Programs.Outcome before) {
    Programs.Outcome needed = link.and() ? Programs.Outcome.SUCCEEDS : Programs.Outcome.FAILS;
    if (before == needed) {
      return shell.run(link.right());
    }
    if (before != Programs.Outcome.UNKNOWN) {
      return before;
    }
    ShellState without = shell.state().copy();
    enter();
    shell.run(link.right());
    leave();
    shell.state().join(without);
    return Programs.Outcome.UNKNOWN;
  }

  void run(Command.If command) {
    Programs.Outcome condition = shell.run(command.condition());
    ShellState otherwise = shell.state().copy();
    enter();
    if (condition != Programs.Outcome.FAILS) {
      shell.run(command.then());
    }
    if (condition != Programs.Outcome.SUCCEEDS && command.otherwise().isPresent()) {
      ShellState then = shell.state();
      shell.state(otherwise);
      shell.run(command.otherwise().get());
      otherwise = shell.state();
      shell.state(then);
    }
    leave();
    if (condition == Programs.Outcome.FAILS) {
      shell.state(otherwise);
    } else if (condition != Programs.Outcome.SUCCEEDS) {
      shell.state().join(otherwise);
    }
  }

  void run(Command.Case command) {
    Content subject = shell.expander().value(command.subject());
    CaseChoice choice = new CaseChoice(shell, subject);
    if (choice.isCertain(command.items())) {
      choice.run(command.items());
    } else {
      runAll(command.items());
    }
  }

  /** Runs each branch of a {@code case}, behind the one before it as well as instead of it. */
  private void runAll(List<Command.CaseItem> items) {
    enter();
    ShellState joined = shell.state().copy();
    ShellState before = shell.state();
    for (Command.CaseItem item : items) {
      ShellState previous = shell.state();
      shell.state(before.copy());
      if (previous != before) {
        shell.state().join(previous);
      }
      for (Word pattern : item.patterns()) {
        shell.expander().pattern(pattern);
      }
      shell.run(item.body());
      joined.join(shell.state());
    }
    leave();
    shell.state(joined);
  }
}
