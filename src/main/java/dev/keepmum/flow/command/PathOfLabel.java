package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import java.util.List;

/** The file that a secret's label names. */
final class PathOfLabel {
  private PathOfLabel() {}

  static String absolute(Invocation call, Secret secret) {
    List<String> files =
        call.files().resolve(call.state().directory(), Content.text(secret.label()));
    return files.isEmpty() ? secret.label() : files.get(0);
  }
}
