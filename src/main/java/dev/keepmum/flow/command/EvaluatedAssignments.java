package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;

/**
 * {@code eval "$(cat .env)"}, {@code export $(doppler …)}: the text is a secret and not known, but
 * assignments in it become variables.
 */
final class EvaluatedAssignments {
  private EvaluatedAssignments() {}

  /**
   * A variable's value that stands where assignments or commands are expected is told in a message:
   * not found, not a valid identifier. What a file or a vault gives may be such a text.
   */
  static void complain(Invocation call, Content text) {
    for (Secret secret : text.secrets()) {
      if (!secret.variable().isEmpty() && secret.shape() == Secret.Shape.OPAQUE) {
        call.printError(text);
        return;
      }
    }
  }

  static void assign(Invocation call, Content text) {
    for (Secret secret : text.secrets()) {
      if (!EnvironmentFile.assignSecrets(call.shell(), secret, call.name())) {
        call.state().load(secret);
      }
    }
  }
}
