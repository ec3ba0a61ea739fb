package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;

/** touch: files that are there from now on, so that what lists their folder finds them. */
final class Touch implements Behaviour {
  @Override
  public void run(Invocation call) {
    new General().run(call);
    for (Content file : call.arguments().values(Role.NAME)) {
      for (String path : call.resolve(file)) {
        call.files().make(path);
      }
    }
  }
}
