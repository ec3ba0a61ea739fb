package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** alias: a word that stands for a text from now on; without a text, what it stands for. */
final class Alias implements Behaviour {
  @Override
  public void run(Invocation call) {
    boolean named = false;
    for (Content word : call.arguments().operands()) {
      named = true;
      if (!define(call, word)) {
        list(call, word.textOr(""));
        General.complain(call, word);
      }
    }
    if (!named) {
      for (Content text : call.state().aliases().values()) {
        call.print(text);
      }
    }
  }

  private static boolean define(Invocation call, Content word) {
    String name = "";
    List<String> texts = new ArrayList<>();
    for (String text : word.texts()) {
      int equals = text.indexOf('=');
      if (equals > 0) {
        name = text.substring(0, equals);
        texts.add(text.substring(equals + 1));
      }
    }
    if (!name.isEmpty()) {
      call.state().aliases().put(name, word.withTexts(texts));
    }
    return !name.isEmpty();
  }

  private static void list(Invocation call, String name) {
    Content text = call.state().aliases().get(name);
    if (text != null) {
      call.print(text);
    }
  }
}
