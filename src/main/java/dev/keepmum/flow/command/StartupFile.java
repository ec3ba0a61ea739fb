package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.Variable;

/** What a shell that runs a script reads first: the file that BASH_ENV names. */
final class StartupFile {
  private StartupFile() {}

  /** Runs it where the call itself set the variable. */
  static void run(ShellInterpreter shell) {
    Variable file = shell.state().variables().remove("BASH_ENV");
    if (file == null || file.value().isEmptyText()) {
      return;
    }
    Content content = shell.streams().read(file.value(), "BASH_ENV");
    if (content.hasSecrets() && shell.state().isTracing()) {
      shell.streams().printError(content, "set -x");
    }
    for (String text : shell.context().files().known(content).texts()) {
      shell.runText(text);
    }
  }
}
