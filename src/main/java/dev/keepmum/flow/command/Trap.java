package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** trap: its command runs when the shell ends; on any other signal it may run at once, too. */
final class Trap implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.words().size() < 2) {
      return;
    }
    Content action = call.words().get(0);
    if (action.isWhollyUnknown()) {
      EvaluatedAssignments.complain(call, action);
    }
    call.context().budget().enter();
    for (String text : action.texts()) {
      if (!text.equals("-") && !text.startsWith("-")) {
        if (!onlyAtExit(call)) {
          call.shell().runText(text);
        }
        call.shell().trap(text);
      }
    }
    call.context().budget().leave();
  }

  private static boolean onlyAtExit(Invocation call) {
    String signal = call.words().size() == 2 ? call.words().get(1).textOr("") : "";
    return signal.equals("EXIT") || signal.equals("0");
  }
}
