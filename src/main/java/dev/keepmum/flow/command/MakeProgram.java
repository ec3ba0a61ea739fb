package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;

/** make: its database holds the environment and every variable of its files. */
final class MakeProgram implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.arguments().isSet(Role.SHOWS)) {
      Content database = call.shell().variables().environment(call.state());
      for (Content file : call.arguments().values(Role.SCRIPT)) {
        database = database.withSecrets(call.read(file).secrets());
      }
      call.print(database.derived());
    }
    new General().run(call);
  }
}
