package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * npm exec: the first {@code --} is for npm itself, wherever it stands, and the program does not
 * see it (npm-exec(1)).
 */
final class SeparatedProgram implements Behaviour {
  @Override
  public void run(Invocation call) {
    List<Content> words = new ArrayList<>(call.words());
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).textOr("").equals("--")) {
        words.remove(i);
        new General().run(call.with(words));
        return;
      }
    }
    new General().run(call);
  }
}
