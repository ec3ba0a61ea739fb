package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * What is typed into a terminal of tmux, screen and their kin: command lines for the shell that
 * most likely runs there, whose output the terminal keeps for whoever asks for it.
 */
final class TypedKeys implements Behaviour {

  @Override
  public void run(Invocation call) {
    boolean literal = call.arguments().hasOption("-l");
    Content typed = Content.EMPTY;
    for (Content word : call.arguments().operands()) {
      String key = literal ? "" : key(word.textOr(""));
      typed = typed.then(key.isEmpty() ? word : Content.text(key));
    }
    Content line = typed.withTexts(unescaped(typed.texts()));
    call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
  }

  /** What a key's name stands for (tmux(1), KEY BINDINGS); empty for what is typed as it is. */
  private static String key(String name) {
    switch (name) {
      case "Space":
        return " ";
      case "Tab":
        return "\t";
      case "Enter":
      case "KPEnter":
      case "C-m":
      case "C-j":
      case "C-c":
      case "C-d":
      case "C-u":
      case "Escape":
      case "^M":
        return "\n";
      default:
        return "";
    }
  }

  /** Newlines as screen takes them: escaped as in C, or as a control key. */
  private static List<String> unescaped(List<String> texts) {
    List<String> lines = new ArrayList<>(texts.size());
    for (String text : texts) {
      lines.add(
          text.replace("\\n", "\n")
              .replace("\\r", "\n")
              .replace("\\012", "\n")
              .replace("\\015", "\n")
              .replace("^M", "\n"));
    }
    return lines;
  }
}
