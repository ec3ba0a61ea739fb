package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** builtin and command: what they name runs in the shell itself, past functions and aliases. */
final class SameShell implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.arguments().isSet(Role.HARMLESS)) {
      new Operands().run(call);
      return;
    }
    List<Content> command = new ArrayList<>(call.arguments().values(Role.PROGRAM));
    command.addAll(call.arguments().rest());
    call.runInShell(command);
  }
}
