package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** A cmdlet that takes from the pipeline what could stand behind its name as well. */
final class PipedOperands implements Behaviour {
  @Override
  public void run(Invocation call) {
    new General().run(call);
    List<Content> operands = new ArrayList<>();
    for (String text : call.input().texts()) {
      for (String line : Assignments.lines(text)) {
        operands.add(Content.text(line));
      }
    }
    ProgramRunner.runGuardForms(call.shell(), call.name(), operands);
  }
}
