package dev.keepmum.settings;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.settings.PermissionRule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all the files that a client loads say together: is there a guard, and does it stay. */
final class RegistrationCheck {

  /** Files that an {@code @file} in a prompt would show, which no hook sees. */
  private static final String[] PROTECTED = {
    "/project/.env", "/home/me/.ssh/id_ed25519", "/home/me/.aws/credentials"
  };

  private static final String PROJECT = "/project";
  private static final String HOME = "/home/me";

  private final EffectiveSettings settings;

  RegistrationCheck(EffectiveSettings settings) {
    this.settings = settings;
  }

  /** Adds what concerns no single file. */
  void inspect(Report report) {
    if (!settings.hasGuard("PreToolUse")) {
      report.error(
          "guard/missing",
          new Position(1, 1),
          "no PreToolUse hook that would run here is keepmum; register it (keepmum init)",
          "");
    } else {
      if (!settings.hasManagedGuard("PreToolUse")) {
        report.note(
            "guard/not-managed",
            new Position(1, 1),
            "the guard stands in no managed settings, so a repository's disableAllHooks switches"
                + " it off",
            "");
      }
      if (!settings.hasGuard("ConfigChange")) {
        report.note(
            "guard/config-change",
            new Position(1, 1),
            "the guard is not asked on ConfigChange, so a change of settings takes it away in the"
                + " middle of a session",
            "");
      }
    }
    unprotected(report);
  }

  private void unprotected(Report report) {
    List<String> open = new ArrayList<>();
    for (String path : PROTECTED) {
      Optional<Kind> decision = settings.decision("Read", input(path), PROJECT, HOME);
      if (decision.isEmpty() || decision.get() != Kind.DENY) {
        open.add(path.replace("/project/", "").replace("/home/me/", "~/"));
      }
    }
    if (!open.isEmpty()) {
      report.note(
          "permissions/unprotected",
          new Position(1, 1),
          "no deny rule covers Read of "
              + String.join(", ", open)
              + ", which an @file in a prompt shows without any hook",
          "");
    }
  }

  private static JsonObject input(String path) {
    try {
      return (JsonObject) JsonReader.read("{\"file_path\":" + JsonText.quoted(path) + '}');
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }
}
