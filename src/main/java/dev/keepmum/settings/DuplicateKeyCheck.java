package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;

/** A key that stands twice in one object: the client takes the last and says nothing. */
final class DuplicateKeyCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    inspect(settings.root(), report);
  }

  private static void inspect(JsonValue value, Report report) {
    if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        inspect(element, report);
      }
    } else if (value instanceof JsonObject object) {
      for (JsonMember member : object.overridden()) {
        report.warning(
            "settings/duplicate-key",
            member.position(),
            "the key " + member.name() + " stands again further down, and only the last counts",
            member.name() + member.position().line());
      }
      for (JsonMember member : object.members().values()) {
        inspect(member.value(), report);
      }
    }
  }
}
