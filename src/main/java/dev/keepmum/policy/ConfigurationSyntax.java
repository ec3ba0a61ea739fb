package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.settings.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * What everything in a configuration has to be like: known keys, each once, with values of the
 * right kind. Whatever is not is a mistake.
 *
 * @param file for its place
 */
record ConfigurationSyntax(String file) {
  private static final int MAX_SHOWN = 40;

  JsonObject object(JsonValue value, String what) throws ConfigurationMistake {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw mistake(value.position(), what.concat(" must be an object"));
  }

  /** The elements of a list under a key; none where there is no such key. */
  List<JsonValue> elements(JsonObject entry, String key) throws ConfigurationMistake {
    JsonMember member = entry.members().get(key);
    if (member == null) {
      return List.of();
    }
    if (member.value() instanceof JsonArray list) {
      return list.elements();
    }
    throw mistake(member.value().position(), key.concat(" must be a list"));
  }

  /** The text under a key; empty where there is no such key. */
  String text(JsonObject entry, String key) throws ConfigurationMistake {
    JsonMember member = entry.members().get(key);
    return member == null ? "" : text(member.value(), key);
  }

  String text(JsonValue value, String what) throws ConfigurationMistake {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      throw mistake(value.position(), what.concat(" must be a string"));
    }
    return text.get();
  }

  /**
   * Makes sure that there are no other keys.
   *
   * @param prefix how a key is called in full
   */
  void checkKeys(JsonObject object, List<String> known, String prefix) throws ConfigurationMistake {
    checkUnique(object);
    for (JsonMember member : object.members().values()) {
      if (!known.contains(member.name())) {
        String message = "there is no key ".concat(prefix).concat(quoted(member.name()));
        Optional<String> nearest = Spelling.nearest(member.name(), known);
        throw mistake(
            member.position(),
            nearest.isPresent()
                ? message.concat("; did you mean ").concat(quoted(nearest.get())).concat("?")
                : message.concat("; there are ").concat(String.join(", ", known)));
      }
    }
  }

  /** What stands twice may be read as one or the other. */
  void checkUnique(JsonObject object) throws ConfigurationMistake {
    if (!object.overridden().isEmpty()) {
      JsonMember twice = object.members().get(object.overridden().get(0).name());
      throw mistake(twice.position(), quoted(twice.name()).concat(" stands here twice"));
    }
  }

  /** A whole number; more than the most there may be, whatever it is, where it is none. */
  int number(JsonValue value, int most) {
    String digits = value instanceof JsonNumber number ? number.digits() : "";
    int result = digits.isEmpty() ? most + 1 : 0;
    for (int i = 0; i < digits.length() && result <= most; i++) {
      char c = digits.charAt(i);
      result = c < '0' || c > '9' ? most + 1 : 10 * result + c - '0';
    }
    return result;
  }

  static String quoted(String name) {
    return "'"
        .concat(name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…")
        .concat("'");
  }

  ConfigurationMistake mistake(Position at, String message) {
    return new ConfigurationMistake(file, at, message);
  }
}
