package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import java.util.ArrayList;
import java.util.List;

/** zsh's modifiers of a path, {@code ${x:t}} and its kin ("Modifiers" in its manual). */
final class PathModifier {
  private PathModifier() {}

  static boolean isOne(String letter) {
    return letter.length() == 1 && "threaAP".contains(letter);
  }

  static Content apply(String letter, Content value) {
    List<String> texts = new ArrayList<>();
    for (String text : value.texts()) {
      texts.add(apply(letter, text));
    }
    return value.withTexts(texts);
  }

  private static String apply(String letter, String path) {
    int dot = path.lastIndexOf('.');
    boolean extended = dot > path.lastIndexOf('/') + 1;
    switch (letter) {
      case "t":
        return PathNames.base(path);
      case "h":
        return PathNames.parent(path);
      case "r":
        return extended ? path.substring(0, dot) : path;
      case "e":
        return extended ? path.substring(dot + 1) : "";
      default:
        return path; // The same file by its whole path.
    }
  }
}
