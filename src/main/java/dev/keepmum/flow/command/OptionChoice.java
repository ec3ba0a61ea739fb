package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments of which one may or may not be an option ({@code grep $quiet x}): which role the others
 * have depends on it, so each reading is a call of its own.
 */
final class OptionChoice {

  /** More readings than this are not told apart. */
  private static final int MAX_CHOICES = 16;

  private final List<Content> arguments;
  private final int index;

  OptionChoice(List<Content> arguments) {
    this.arguments = arguments;
    this.index = indexOfChoice();
  }

  /** Whether there is something to choose. */
  boolean isOpen() {
    return index >= 0;
  }

  /** The arguments for every text of the first that may be an option; an empty one is left out. */
  List<List<Content>> choices() {
    List<List<Content>> choices = new ArrayList<>();
    Content open = arguments.get(index);
    for (String text : open.texts()) {
      List<Content> chosen = new ArrayList<>(arguments);
      if (text.isEmpty()) {
        chosen.remove(index);
      } else {
        chosen.set(index, Content.text(text).withSecrets(open.secrets()));
      }
      choices.add(chosen);
    }
    return choices;
  }

  private int indexOfChoice() {
    int first = -1;
    int all = 1;
    for (int i = 0; i < arguments.size(); i++) {
      if (mayBeOption(arguments.get(i).texts())) {
        first = first < 0 ? i : first;
        all *= arguments.get(i).texts().size();
        if (all > MAX_CHOICES) {
          return -1;
        }
      }
    }
    return first;
  }

  private static boolean mayBeOption(List<String> texts) {
    boolean option = false;
    for (String text : texts) {
      option |= text.startsWith("-");
    }
    return option && texts.size() > 1;
  }
}
