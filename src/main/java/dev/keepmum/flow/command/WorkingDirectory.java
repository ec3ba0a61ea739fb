package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** pwd. */
final class WorkingDirectory implements Behaviour {
  @Override
  public void run(Invocation call) {
    call.print(call.state().directory().then(Content.text("\n")));
  }
}
