package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import java.util.Optional;

/**
 * What stands at a place of a JSON text: a member at its name, a value at its beginning.
 *
 * @param path how it is reached: {@code hooks.PreToolUse[0].matcher}; empty for the whole
 * @param member the member; empty for an element and for the whole
 * @param value the member's value, or the value itself
 */
record JsonPlace(String path, Optional<JsonMember> member, JsonValue value) {

  /** What stands at a place; empty if nothing begins there. */
  static Optional<JsonPlace> at(JsonValue root, Position position) {
    return find(new JsonPlace("", Optional.empty(), root), position);
  }

  private static Optional<JsonPlace> find(JsonPlace place, Position position) {
    boolean isHere =
        place.value.position().equals(position)
            || place.member.isPresent() && place.member.get().position().equals(position);
    if (isHere) {
      return Optional.of(place);
    }
    if (place.value instanceof JsonObject object) {
      for (JsonMember member : object.overridden()) {
        Optional<JsonPlace> found = find(place.of(member), position);
        if (found.isPresent()) {
          return found;
        }
      }
      for (JsonMember member : object.members().values()) {
        Optional<JsonPlace> found = find(place.of(member), position);
        if (found.isPresent()) {
          return found;
        }
      }
    } else if (place.value instanceof JsonArray array) {
      for (int i = 0; i < array.elements().size(); i++) {
        JsonPlace element =
            new JsonPlace(place.path + '[' + i + ']', Optional.empty(), array.elements().get(i));
        Optional<JsonPlace> found = find(element, position);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private JsonPlace of(JsonMember member) {
    String name = path.isEmpty() ? member.name() : path + '.' + member.name();
    return new JsonPlace(name, Optional.of(member), member.value());
  }
}
