package dev.keepmum.scan.redact;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;

/** Whether a value holds any text that is long enough for a secret. */
final class LongText implements JsonValue.Visitor<Boolean> {
  private static final LongText VISITOR = new LongText();

  private LongText() {}

  static boolean isIn(JsonValue value) {
    return value.accept(VISITOR);
  }

  @Override
  public Boolean object(JsonObject object) {
    for (JsonMember member : object.members().values()) {
      if (member.name().length() >= Needles.WINDOW && !isName(member.name())
          || member.value().accept(this)) {
        return true;
      }
    }
    return false;
  }

  /** Letters only, as the tools' own names are. */
  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '_') {
        return false;
      }
    }
    return true;
  }

  @Override
  public Boolean array(JsonArray array) {
    for (JsonValue element : array.elements()) {
      if (element.accept(this)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Boolean string(JsonString string) {
    return string.value().length() >= Needles.WINDOW;
  }

  @Override
  public Boolean number(JsonNumber number) {
    return false;
  }

  @Override
  public Boolean truth(JsonBoolean truth) {
    return false;
  }

  @Override
  public Boolean nothing(JsonNull nothing) {
    return false;
  }
}
