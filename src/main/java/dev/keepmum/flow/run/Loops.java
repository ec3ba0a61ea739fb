package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Command;
import java.util.List;

/** Runs loops until they add nothing, instead of as often as the shell would. */
final class Loops {

  /** Rounds of a loop after which nothing new is learnt in practice; a fixed point ends sooner. */
  private static final int MAX_ROUNDS = 6;

  /** Values of a {@code for} loop that are run one by one; what is beyond runs as alternatives. */
  private static final int MAX_ITERATIONS = 64;

  private final ShellInterpreter shell;
  private final Branches branches;
  private final CommandInterpreter commands;

  Loops(ShellInterpreter shell, Branches branches, CommandInterpreter commands) {
    this.shell = shell;
    this.branches = branches;
    this.commands = commands;
  }

  void run(Command.While command) {
    branches.enter();
    int weight = -1;
    for (int round = 0; round < MAX_ROUNDS && shell.state().weight() != weight; round++) {
      weight = shell.state().weight();
      ShellState before = shell.state().copy();
      shell.run(command.condition());
      shell.run(command.body());
      shell.state().join(before);
    }
    branches.leave();
  }

  void run(Command.For command) {
    List<Content> values =
        command.words().isPresent()
            ? shell.expander().fields(command.words().get())
            : shell.state().positional();
    if (command.select()) {
      for (Content value : values) {
        shell.streams().printError(value, "select");
      }
    }
    branches.enter();
    int oneByOne = Math.min(values.size(), MAX_ITERATIONS);
    for (int i = 0; i < oneByOne; i++) {
      iterate(command, values.get(i));
    }
    if (values.size() > oneByOne) {
      Content rest = values.get(oneByOne);
      for (int i = oneByOne + 1; i < values.size(); i++) {
        rest = rest.or(values.get(i));
      }
      iterate(command, rest);
    }
    branches.leave();
  }

  private void iterate(Command.For command, Content value) {
    ShellState before = shell.state().copy();
    shell.state().variables().put(command.name(), Variable.of(value));
    shell.run(command.body());
    Variable after = shell.state().variables().get(command.name());
    shell.state().join(before);
    shell.state().variables().put(command.name(), after == null ? Variable.of(value) : after);
  }

  void run(Command.ArithmeticFor command) {
    commands.evaluate(command.initial());
    commands.evaluate(command.condition());
    branches.enter();
    for (int round = 0; round < 2; round++) {
      ShellState before = shell.state().copy();
      shell.run(command.body());
      commands.evaluate(command.step());
      shell.state().join(before);
    }
    branches.leave();
  }
}
