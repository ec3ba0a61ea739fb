package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** fish's psub: prints the name of a file that holds its input. */
final class PipeFile implements Behaviour {

  private static final String FOLDER = "/dev/psub/";

  @Override
  public void run(Invocation call) {
    int number = 0;
    while (call.files().isWritten(FOLDER + number)) {
      number++;
    }
    String path = FOLDER + number;
    call.files().mark(path, call.input());
    call.print(Content.text(path.concat("\n")));
  }
}
