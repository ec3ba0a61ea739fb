package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** exec: without a program its redirections stay; with one it runs it in the shell's place. */
final class Execute implements Behaviour {
  @Override
  public void run(Invocation call) {
    List<Content> command = new ArrayList<>(call.arguments().values(dev.keepmum.rule.Role.PROGRAM));
    if (command.isEmpty()) {
      call.state().descriptors(call.state().descriptors().kept());
      return;
    }
    command.addAll(call.arguments().rest());
    call.runProgram(command);
  }
}
