package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;

/** What kind of value stands somewhere, as a word of {@code keys.txt}. */
final class JsonType implements JsonValue.Visitor<String> {
  private static final JsonType WORD = new JsonType();

  private JsonType() {}

  static String of(JsonValue value) {
    return value.accept(WORD);
  }

  /** A type as a person says it: {@code boolean} is true or false. */
  static String spoken(String type) {
    return switch (type) {
      case "object" -> "an object";
      case "array" -> "a list";
      case "string", "text" -> "a string";
      case "number" -> "a number";
      case "integer" -> "a whole number";
      case "boolean" -> "true or false";
      case "url" -> "a URL";
      default -> type;
    };
  }

  @Override
  public String object(JsonObject object) {
    return "object";
  }

  @Override
  public String array(JsonArray array) {
    return "array";
  }

  @Override
  public String string(JsonString string) {
    return "string";
  }

  @Override
  public String number(JsonNumber number) {
    return "number";
  }

  @Override
  public String truth(JsonBoolean truth) {
    return "boolean";
  }

  @Override
  public String nothing(JsonNull nothing) {
    return "null";
  }
}
