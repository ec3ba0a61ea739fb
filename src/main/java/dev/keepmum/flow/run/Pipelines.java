package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Trail;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.flow.state.Endpoint;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Script;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs commands that are joined by pipes, each in a subshell: pipelines and coprocesses. */
final class Pipelines {

  private final ShellInterpreter shell;

  Pipelines(ShellInterpreter shell) {
    this.shell = shell;
  }

  Programs.Outcome run(Command.Pipeline command) {
    List<Command> commands = command.commands();
    if (commands.size() == 1) {
      Programs.Outcome outcome = shell.run(commands.get(0));
      return command.negated() ? negated(outcome) : outcome;
    }
    Content passed = null;
    Trail.Mark start = shell.context().trail().enterPipeline();
    for (int i = 0; i < commands.size(); i++) {
      passed = stage(command, i, passed);
    }
    shell.context().trail().leavePipeline(start);
    return Programs.Outcome.UNKNOWN;
  }

  /** Runs one command of a pipeline, and gives what goes on to the next. */
  private Content stage(Command.Pipeline pipeline, int index, Content input) {
    boolean last = index == pipeline.commands().size() - 1;
    Endpoint.Buffer buffer = new Endpoint.Buffer();
    ShellState inner =
        shell.inSubshell(
            new Runnable() {
              @Override
              public void run() {
                Descriptors descriptors = shell.state().descriptors();
                if (input != null) {
                  descriptors = descriptors.withInput(input);
                }
                if (!last) {
                  descriptors = descriptors.with(1, buffer);
                  if (pipeline.errors().get(index)) {
                    descriptors = descriptors.with(2, buffer);
                  }
                }
                shell.state().descriptors(descriptors);
                shell.run(pipeline.commands().get(index));
              }
            });
    if (last) {
      keepLastStage(inner, shell.state());
    }
    return buffer.content();
  }

  /** zsh, and bash with lastpipe, run the last command of a pipeline in the shell itself. */
  private static void keepLastStage(ShellState inner, ShellState outer) {
    Descriptors descriptors = outer.descriptors();
    outer.join(inner);
    outer.descriptors(descriptors);
  }

  private static Programs.Outcome negated(Programs.Outcome outcome) {
    switch (outcome) {
      case SUCCEEDS:
        return Programs.Outcome.FAILS;
      case FAILS:
        return Programs.Outcome.SUCCEEDS;
      default:
        return outcome;
    }
  }

  /**
   * Runs a coprocess: what it prints can be read from one of the descriptors that its variable
   * names, and what is written to the other it reads, then or later.
   */
  void start(Command.Coprocess command) {
    Endpoint.Buffer printed = new Endpoint.Buffer();
    Descriptors outer = shell.state().descriptors();
    Descriptors inner = outer.with(1, printed);
    shell.withDescriptors(
        inner,
        new Runnable() {
          @Override
          public void run() {
            shell.inSubshell(new CommandRun(shell, command.body()));
          }
        });
    Script body = new Script(List.of(new Script.Statement(command.body(), false)));
    int reading = outer.free();
    int writing = reading + 1;
    shell
        .state()
        .descriptors(outer.with(reading, printed).with(writing, new Endpoint.Reader(body, inner)));
    Map<String, Content> ends = new LinkedHashMap<>();
    ends.put("0", Content.text(Integer.toString(reading)));
    ends.put("1", Content.text(Integer.toString(writing)));
    shell.state().variables().put(command.name(), Variable.array(ends));
  }
}
