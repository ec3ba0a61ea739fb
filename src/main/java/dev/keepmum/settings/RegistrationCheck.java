package dev.keepmum.settings;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.settings.PermissionRule.Kind;
import dev.keepmum.settings.PermissionRules.Roots;
import java.util.ArrayList;
import java.util.List;

/** What all the files that a client loads say together: is there a guard, and does it stay. */
final class RegistrationCheck {

  /** Files that an {@code @file} in a prompt would show, which no hook sees. */
  private static final String[] PROTECTED = {
    "/project/.env", "/home/me/.ssh/id_ed25519", "/home/me/.aws/credentials"
  };

  private static final Roots ROOTS = new Roots("/project", "/home/me", "/project");

  private final List<SettingsDocument> documents;

  RegistrationCheck(List<SettingsDocument> documents) {
    this.documents = documents;
  }

  /** Adds what concerns no single file. */
  void inspect(Report report) {
    boolean isThere = hasGuard("PreToolUse", Scope.values());
    if (!isThere) {
      report.error(
          "guard/missing",
          new Position(1, 1),
          "no PreToolUse hook that the client loads here is keepmum; register it (keepmum init)",
          "");
    } else {
      if (!hasGuard("PreToolUse", Scope.MANAGED)) {
        report.note(
            "guard/not-managed",
            new Position(1, 1),
            "the guard stands in no managed settings, so a repository's disableAllHooks switches"
                + " it off",
            "");
      }
      if (!hasGuard("ConfigChange", Scope.values())) {
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

  private boolean hasGuard(String event, Scope... scopes) {
    for (SettingsDocument document : documents) {
      for (HookEntry hook : document.guards()) {
        if (hook.event().equals(event) && List.of(scopes).contains(document.scope())) {
          return true;
        }
      }
    }
    return false;
  }

  private void unprotected(Report report) {
    List<PermissionRule> denied = new ArrayList<>();
    for (SettingsDocument document : documents) {
      for (JsonValue rule : document.root().object("permissions").elements(Kind.DENY.key())) {
        denied.add(PermissionRule.of(rule.text().orElse("")));
      }
    }
    PermissionRules rules = new PermissionRules(denied, Kind.DENY, ROOTS);
    List<String> open = new ArrayList<>();
    for (String path : PROTECTED) {
      if (rules.matching("Read", input(path)).isEmpty()) {
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
