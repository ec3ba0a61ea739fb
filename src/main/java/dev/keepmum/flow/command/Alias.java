package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** alias: a word that stands for a text from now on. */
final class Alias implements Behaviour {
  @Override
  public void run(Invocation call) {
    for (Content word : call.words()) {
      String text = word.textOr("");
      int equals = text.indexOf('=');
      if (equals > 0) {
        call.state().aliases().put(text.substring(0, equals), text.substring(equals + 1));
      }
    }
  }
}
