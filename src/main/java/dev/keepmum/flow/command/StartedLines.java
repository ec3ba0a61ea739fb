package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.List;
import java.util.Map;

/**
 * Command lines that programs start because a variable says so: pagers, editors, askers for
 * passwords. Only those are looked at that the call itself has set.
 */
final class StartedLines {

  private static final List<String> ENDINGS =
      List.of("PAGER", "EDITOR", "VISUAL", "ASKPASS", "FCEDIT", "BROWSER", "LESSOPEN", "LESSCLOSE");

  private static final List<String> OF_GIT = List.of("GIT_SSH_COMMAND", "GIT_EXTERNAL_DIFF");

  private StartedLines() {}

  /** Runs what the variables make a program run. */
  static void run(Invocation call) {
    Map<String, Variable> variables = call.state().variables();
    if (variables.isEmpty()) {
      return;
    }
    for (String name : List.copyOf(variables.keySet())) {
      if (isLine(name)) {
        Variable line = variables.remove(name); // What it starts is not to start it again.
        call.runCode(
            new CodeRun(Language.SHELL, withoutPipe(line.value()), List.of(), Content.EMPTY));
        variables.put(name, line);
      }
    }
  }

  private static boolean isLine(String name) {
    for (String ending : ENDINGS) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return OF_GIT.contains(name);
  }

  /** {@code LESSOPEN='|cmd %s'}: the mark says that less reads what the command prints. */
  private static Content withoutPipe(Content line) {
    String text = line.textOr("");
    int start = 0;
    while (start < text.length() && (text.charAt(start) == '|' || text.charAt(start) == '-')) {
      start++;
    }
    return start == 0 ? line : line.withTexts(List.of(text.substring(start)));
  }
}
