package dev.keepmum.settings;

import dev.keepmum.event.Position;
import dev.keepmum.settings.SettingsFinding.Severity;

/**
 * Commands in the text of a skill or command: {@code !`git status`}. The client runs them before
 * the text reaches the model, and no hook sees them.
 */
final class ShellInText {
  private final SourceText source;
  private final Scope scope;

  ShellInText(SourceText source, Scope scope) {
    this.source = source;
    this.scope = scope;
  }

  void inspect(Report report) {
    for (int number = 1; number <= source.lineCount(); number++) {
      String line = source.line(number);
      int at = line.indexOf("!`");
      int end = at < 0 ? -1 : line.indexOf('`', at + 2);
      if (end > at + 2) {
        String command = line.substring(at + 2, end);
        if (CommandText.runsWhatItFetches(command)) {
          report.error(
              "hooks/downloads",
              new Position(number, at + 1),
              "this text runs what it fetches before the model sees it",
              command);
        } else {
          report.add(
              scope.isRepository() ? Severity.WARNING : Severity.NOTE,
              "project/shell-in-text",
              new Position(number, at + 1),
              "this command runs before the model sees the text, and no hook sees it",
              command);
        }
      }
    }
  }
}
