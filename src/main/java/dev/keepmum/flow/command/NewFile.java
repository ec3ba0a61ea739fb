package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** mktemp: prints a name that nothing else has, so that what is written there can be followed. */
final class NewFile implements Behaviour {
  @Override
  public void run(Invocation call) {
    new General().run(call);
    call.print(Content.text(call.files().newName().concat("\n")));
  }
}
