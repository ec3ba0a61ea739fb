package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;

/**
 * {@code eval "$(cat .env)"}, {@code export $(doppler …)}: the text is a secret and not known, but
 * assignments in it become variables.
 */
final class EvaluatedAssignments {
  private EvaluatedAssignments() {}

  static void assign(Invocation call, Content text) {
    for (Secret secret : text.secrets()) {
      if (!EnvironmentFile.assignSecrets(call.shell(), secret, call.name())) {
        call.state().load(secret);
      }
    }
  }
}
