package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.expand.GlobPattern;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Word;
import java.util.List;

/** Which branch of a {@code case} is taken, where its word and its patterns are known. */
final class CaseChoice {

  private final ShellInterpreter shell;
  private final Content subject;

  CaseChoice(ShellInterpreter shell, Content subject) {
    this.shell = shell;
    this.subject = subject;
  }

  /** Whether the branch that is taken, if any, is known, and is the only one. */
  boolean isCertain(List<Command.CaseItem> items) {
    if (!isKnown(subject)) {
      return false;
    }
    for (Command.CaseItem item : items) {
      for (Word pattern : item.patterns()) {
        if (!isKnown(shell.expander().pattern(pattern))) {
          return false;
        }
      }
      if (matches(item)) {
        return item.last();
      }
    }
    return true;
  }

  /** Runs the branch that is taken. */
  void run(List<Command.CaseItem> items) {
    for (Command.CaseItem item : items) {
      if (matches(item)) {
        shell.run(item.body());
        return;
      }
    }
  }

  private boolean matches(Command.CaseItem item) {
    for (Word pattern : item.patterns()) {
      if (GlobPattern.matches(shell.expander().pattern(pattern).textOr(""), subject.textOr(""))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isKnown(Content content) {
    return content.isSingleText()
        && !content.hasSecrets()
        && !Content.isPartial(content.textOr(""));
  }
}
