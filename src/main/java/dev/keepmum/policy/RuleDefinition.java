package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values of a rule that a configuration brings, each of the kind that its key wants. */
record RuleDefinition(JsonObject json, ConfigurationSyntax syntax, OwnRuleRoom room) {
  private static final int MAX_TEXT = 300;

  boolean has(String key) {
    return json.members().containsKey(key);
  }

  /** The text under a key; empty where there is no such key. */
  String text(String key) throws ConfigurationMistake {
    return syntax.text(json, key);
  }

  /** A text that a refusal may hold. */
  String line(String key) throws ConfigurationMistake {
    String text = text(key);
    boolean isLine = text.length() <= MAX_TEXT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isLine &= !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }
    if (!isLine) {
      throw wrong(key, key.concat(" must be one line of at most 300 characters"));
    }
    return text;
  }

  List<JsonValue> list(String key) throws ConfigurationMistake {
    return syntax.elements(json, key);
  }

  List<JsonValue> needed(String key) throws ConfigurationMistake {
    List<JsonValue> elements = list(key);
    if (elements.isEmpty()) {
      throw syntax.mistake(json.position(), "such a rule needs ".concat(key));
    }
    return elements;
  }

  /** The texts of a list, of which nothing more is asked. */
  List<String> texts(String key) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : list(key)) {
      String text = syntax.text(element, "an item of ".concat(key));
      if (text.isBlank() || text.length() > MAX_TEXT) {
        throw syntax.mistake(
            element.position(), "an item of ".concat(key).concat(" has 1 to 300 characters"));
      }
      room.take(OwnRuleRoom.Of.FORMS, 1, element);
      all.add(text);
    }
    return all;
  }

  boolean isTrue(String key) throws ConfigurationMistake {
    JsonMember member = json.members().get(key);
    if (member != null && !(member.value() instanceof JsonBoolean)) {
      throw wrong(key, key.concat(" must be true or false"));
    }
    return member != null && member.value().isTrue();
  }

  int number(String key, int least, int most, int otherwise) throws ConfigurationMistake {
    if (!has(key)) {
      return otherwise;
    }
    int number = syntax.number(json.members().get(key).value(), most);
    if (number < least || number > most) {
      throw wrong(key, key.concat(" must be a whole number from ") + least + " to " + most);
    }
    return number;
  }

  /** A number from 0 to 8; 0 where there is no such key. */
  double bits(String key) throws ConfigurationMistake {
    JsonMember member = json.members().get(key);
    if (member == null) {
      return 0;
    }
    String digits = member.value() instanceof JsonNumber number ? number.digits() : "";
    double bits = !digits.isEmpty() && digits.length() < 10 ? Double.parseDouble(digits) : -1;
    if (!(bits >= 0 && bits <= 8)) {
      throw wrong(key, key.concat(" must be a number from 0 to 8"));
    }
    return bits;
  }

  /** A mistake in the value under a key. */
  ConfigurationMistake wrong(String key, String message) {
    return syntax.mistake(json.members().get(key).value().position(), message);
  }

  /** Makes a mistake of what is wrong, if anything is. */
  void check(Position at, Optional<String> fault) throws ConfigurationMistake {
    if (fault.isPresent()) {
      throw syntax.mistake(at, fault.get());
    }
  }
}
