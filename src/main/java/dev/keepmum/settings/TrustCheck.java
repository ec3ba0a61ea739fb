package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import java.util.Optional;

/** What the client remembers of a project: whether a person trusts it, and its servers. */
final class TrustCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember project : settings.root().object("projects").members().values()) {
      if (project.value() instanceof JsonObject memory) {
        Optional<JsonValue> trusted = memory.get("hasTrustDialogAccepted");
        if (trusted.isPresent() && trusted.get().isTrue()) {
          report.error(
              "state/trusts",
              memory.members().get("hasTrustDialogAccepted").position(),
              "hasTrustDialogAccepted answers a question that is put to a person",
              project.name());
        }
        McpServerCheck.inspect(memory, settings.scope(), report);
      }
    }
  }
}
