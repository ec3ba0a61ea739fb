package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.KeyTable.Key;
import java.util.Collection;
import java.util.Optional;

/** Keys that nobody reads, and keys that stand twice: the client says nothing of either. */
final class UnknownKeyCheck implements SettingsCheck {

  /** Keys that the client's settings take though its schema does not name them. */
  private static final String SCHEMA = "$schema";

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember member : settings.root().members().values()) {
      if (KeyTable.isTopKey(member.name())) {
        inside(KeyTable.top(member.name()), member.value(), member.name(), report);
      } else if (!member.name().equals(SCHEMA)) {
        unknown(member, "", KeyTable.topKeys(), report);
      }
    }
  }

  private static void inside(Key key, JsonValue value, String path, Report report) {
    if (value instanceof JsonArray array) {
      for (JsonValue element : array.elements()) {
        inside(key.element(), element, path + "[]", report);
      }
    } else if (value instanceof JsonObject object && key.isClosed()) {
      for (JsonMember member : object.members().values()) {
        if (key.members().containsKey(member.name())) {
          inside(key.member(member.name()), member.value(), path + '.' + member.name(), report);
        } else {
          unknown(member, path + '.', key.members().keySet(), report);
        }
      }
    }
  }

  private static void unknown(
      JsonMember member, String path, Collection<String> names, Report report) {
    Optional<String> nearest = Spelling.nearest(member.name(), names);
    String message = "nothing reads the key " + path + member.name();
    if (nearest.isPresent()) {
      report.warning(
          "settings/unknown-key",
          member.position(),
          message + "; did you mean " + nearest.get() + '?',
          path + member.name());
    } else if (path.isEmpty()) {
      report.note("settings/unknown-key", member.position(), message, member.name());
    }
  }
}
