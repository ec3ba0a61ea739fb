package dev.keepmum.tool;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;

/**
 * The strings of values and their long names, a line each: one text costs one look for tokens,
 * however many strings there are.
 */
final class TextLeaves implements JsonValue.Visitor<Void> {
  private static final int MIN_TOKEN_LENGTH = 20;

  private final StringBuilder text = new StringBuilder();

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** Takes the strings so far. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  void member(JsonMember member) {
    name(member.name());
    member.value().accept(this);
  }

  /** A short name is one of the tool's schema; one as long as a token may be one. */
  void name(String name) {
    if (name.length() >= MIN_TOKEN_LENGTH) {
      line(name);
    }
  }

  private void line(String string) {
    if (!string.isEmpty()) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(string);
    }
  }

  @Override
  public Void object(JsonObject object) {
    for (JsonMember member : object.members().values()) {
      member(member);
    }
    return null;
  }

  @Override
  public Void array(JsonArray array) {
    for (JsonValue element : array.elements()) {
      element.accept(this);
    }
    return null;
  }

  @Override
  public Void string(JsonString string) {
    line(string.value());
    return null;
  }

  @Override
  public Void number(JsonNumber number) {
    return null;
  }

  @Override
  public Void truth(JsonBoolean truth) {
    return null;
  }

  @Override
  public Void nothing(JsonNull nothing) {
    return null;
  }
}
