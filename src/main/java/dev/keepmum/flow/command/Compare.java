package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** test: silent, but for the message that names what should have been a number. */
final class Compare implements Behaviour {
  @Override
  public void run(Invocation call) {
    boolean numbers = false;
    for (Content word : call.words()) {
      switch (word.textOr("")) {
        case "-eq":
        case "-ne":
        case "-lt":
        case "-le":
        case "-gt":
        case "-ge":
          numbers = true;
          break;
        default:
          break;
      }
    }
    if (numbers) {
      for (Content word : call.words()) {
        call.printError(word);
      }
    }
  }
}
