package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import java.util.List;
import java.util.Optional;

/** Files of assignments that become variables. */
final class EnvironmentFile {
  private EnvironmentFile() {}

  /** Reads the assignments of files into the variables of a shell. */
  static void load(ShellInterpreter shell, Content path, String way) {
    ShellState state = shell.state();
    List<String> files = shell.context().files().resolve(state.directory(), path);
    for (String file : files) {
      Content content = shell.context().files().read(file);
      if (content.hasSecrets()) {
        assignSecrets(shell, content.secrets().get(0), way);
      } else {
        assignTexts(shell, content);
      }
    }
  }

  /**
   * Gives every variable of a protected file the file's secret, but for plain values.
   *
   * @return false if the secret comes from no file that can be read, so no names are known
   */
  static boolean assignSecrets(ShellInterpreter shell, Secret secret, String way) {
    Optional<String> text =
        secret.file().isEmpty() ? Optional.empty() : shell.context().files().text(secret.file());
    if (text.isEmpty()) {
      return false;
    }
    for (Assignments.Assigned assigned : Assignments.parse(text.get())) {
      boolean plain = Assignments.isPlain(assigned.value());
      Content value =
          plain
              ? Content.text(assigned.value())
              : Content.secret(secret.assignedTo(assigned.name()));
      shell.state().variables().put(assigned.name(), Variable.of(value));
      if (shell.state().isTracing()) {
        shell.streams().printError(value, way);
      }
    }
    return true;
  }

  private static void assignTexts(ShellInterpreter shell, Content content) {
    Content known = shell.context().files().known(content);
    for (String text : known.texts()) {
      for (Assignments.Assigned assigned : Assignments.parse(text)) {
        shell.state().variables().put(assigned.name(), Variable.of(Content.text(assigned.value())));
      }
    }
  }
}
