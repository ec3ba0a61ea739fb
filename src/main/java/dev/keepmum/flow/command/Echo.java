package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** echo: its words, joined by spaces. */
final class Echo implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content text = Content.EMPTY;
    boolean options = true;
    boolean newline = true;
    boolean escapes = false;
    boolean first = true;
    for (Content word : call.words()) {
      String option = options ? word.textOr("") : "";
      if (isOption(option)) {
        newline &= option.indexOf('n') < 0;
        escapes |= option.indexOf('e') >= 0;
        continue;
      }
      options = false;
      text = first ? word : text.then(Content.text(" ")).then(word);
      first = false;
    }
    if (escapes) {
      text = unescaped(text);
    }
    call.print(newline ? text.then(Content.text("\n")) : text);
  }

  private static boolean isOption(String text) {
    if (text.length() < 2 || text.charAt(0) != '-') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if ("neE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static Content unescaped(Content content) {
    List<String> texts = new ArrayList<>(content.texts().size());
    for (String text : content.texts()) {
      texts.add(Escapes.decode(text));
    }
    return content.withTexts(texts);
  }
}
