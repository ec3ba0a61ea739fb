package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;

/** unset: the variable is gone, also where the environment had one. */
final class Unset implements Behaviour {
  @Override
  public void run(Invocation call) {
    for (Content word : call.words()) {
      String name = word.textOr("");
      int bracket = name.endsWith("]") ? name.indexOf('[') : -1;
      if (bracket > 0) {
        removeElement(
            call, name.substring(0, bracket), name.substring(bracket + 1, name.length() - 1));
      } else if (!name.startsWith("-")) {
        call.state().variables().put(name, Variable.of(Content.EMPTY));
        call.state().undefine(name);
      }
    }
  }

  private static void removeElement(Invocation call, String name, String index) {
    Variable array = call.state().variables().get(name);
    if (array != null && array.isArray()) {
      call.state().variables().put(name, array.without(index));
    }
  }
}
