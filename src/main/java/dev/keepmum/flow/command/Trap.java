package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** trap: its command runs some time later; here it runs at once. */
final class Trap implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.words().size() < 2) {
      return;
    }
    Content action = call.words().get(0);
    call.context().budget().enter();
    for (String text : action.texts()) {
      if (!text.equals("-") && !text.startsWith("-")) {
        call.shell().runText(text);
        call.shell().trap(text);
      }
    }
    call.context().budget().leave();
  }
}
