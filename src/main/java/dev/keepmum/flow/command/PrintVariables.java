package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** printenv: the values of the variables named, or all of them. */
final class PrintVariables implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.arguments().operands().isEmpty()) {
      call.print(call.shell().variables().environment(call.state()));
      return;
    }
    for (Content name : call.arguments().operands()) {
      Content value = call.shell().variables().indirect(call.state(), name);
      call.print(value.then(Content.text("\n")));
    }
  }
}
