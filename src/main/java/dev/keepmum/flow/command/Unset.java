package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;

/** unset: the variable is gone, also where the environment had one. */
final class Unset implements Behaviour {
  @Override
  public void run(Invocation call) {
    for (Content word : call.words()) {
      String name = word.textOr("");
      if (!name.startsWith("-")) {
        call.state().variables().put(name, Variable.of(Content.EMPTY));
        call.state().undefine(name);
      }
    }
  }
}
