package dev.keepmum.code;

import dev.keepmum.effect.Value;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON documents as things that a program looks into and changes. */
final class JsonDocument {
  static final Thing NULL = new Thing.Named("null");

  /** What JavaScript has where there is no member. */
  static final Thing UNDEFINED = new Thing.Named("undefined");

  static final Thing TRUE = new Thing.Named("true");
  static final Thing FALSE = new Thing.Named("false");

  private static final Position NOWHERE = new Position(1, 1);
  private static final int MAX_DEPTH = 64;

  private JsonDocument() {}

  static Thing text(String text) {
    return new Thing.Of(new Value.Text(text));
  }

  static Thing truth(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  /** The document that a text is. */
  static Thing parsed(String text) {
    try {
      return JsonReader.read(text).accept(new Reading());
    } catch (MalformedJson noDocument) {
      throw new NotWorkedOut();
    }
  }

  private static final class Reading implements JsonValue.Visitor<Thing> {
    @Override
    public Thing object(JsonObject object) {
      Thing.Structure structure = new Thing.Structure();
      for (JsonMember member : object.members().values()) {
        structure.fields().put(member.name(), member.value().accept(this));
      }
      return structure;
    }

    @Override
    public Thing array(JsonArray array) {
      List<Thing> items = new ArrayList<>();
      for (JsonValue element : array.elements()) {
        items.add(element.accept(this));
      }
      return new Thing.Items(items);
    }

    @Override
    public Thing string(JsonString string) {
      return text(string.value());
    }

    @Override
    public Thing number(JsonNumber number) {
      String digits = number.digits();
      if (!isWhole(digits)) {
        throw new NotWorkedOut();
      }
      return new Thing.Count(Long.parseLong(digits));
    }

    @Override
    public Thing truth(JsonBoolean truth) {
      return JsonDocument.truth(truth.value());
    }

    @Override
    public Thing nothing(JsonNull nothing) {
      return NULL;
    }
  }

  private static boolean isWhole(String digits) {
    boolean whole = digits.length() < 16;
    for (int i = digits.startsWith("-") ? 1 : 0; i < digits.length(); i++) {
      whole &= digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    return whole;
  }

  /** A document's text, without white space. */
  static String written(Thing document) {
    return JsonText.of(value(document, 0));
  }

  private static JsonValue value(Thing thing, int depth) {
    if (depth > MAX_DEPTH) {
      throw new NotWorkedOut();
    }
    if (thing instanceof Thing.Structure structure) {
      Map<String, JsonMember> members = new LinkedHashMap<>();
      for (Map.Entry<String, Thing> field : structure.fields().entrySet()) {
        JsonValue value = value(field.getValue(), depth + 1);
        members.put(field.getKey(), new JsonMember(field.getKey(), NOWHERE, value));
      }
      return new JsonObject(members, NOWHERE);
    }
    if (thing instanceof Thing.Items items) {
      List<JsonValue> elements = new ArrayList<>();
      for (int i = 0; i < items.all().size(); i++) {
        elements.add(value(items.all().get(i), depth + 1));
      }
      return new JsonArray(elements, NOWHERE);
    }
    if (thing instanceof Thing.Count count) {
      return new JsonNumber(String.valueOf(count.value()), NOWHERE);
    }
    if (thing == TRUE || thing == FALSE) {
      return new JsonBoolean(thing == TRUE, NOWHERE);
    }
    return thing == NULL ? new JsonNull(NOWHERE) : new JsonString(textOf(thing), NOWHERE);
  }

  /** The text that a thing is, and nothing else. */
  static String textOf(Thing thing) {
    if (thing instanceof Thing.Of of && of.value() instanceof Value.Text text) {
      return text.text();
    }
    throw new NotWorkedOut();
  }

  static boolean isText(Thing thing) {
    return thing instanceof Thing.Of of && of.value() instanceof Value.Text;
  }

  /** Whether two things are the same; lists and objects are not compared with one another. */
  static boolean same(Thing one, Thing other) {
    if (isText(one) && isText(other)) {
      return textOf(one).equals(textOf(other));
    }
    if (one instanceof Thing.Count first && other instanceof Thing.Count second) {
      return first.value() == second.value();
    }
    if (isNothing(one) != isNothing(other)) {
      return false;
    }
    boolean literals = one instanceof Thing.Named && other instanceof Thing.Named;
    if (!literals || isNothing(one) && one != other) {
      throw new NotWorkedOut(); // Some take 1 for the text "1" and for true, some do not.
    }
    return one == other;
  }

  static boolean isNothing(Thing thing) {
    return thing == NULL || thing == UNDEFINED;
  }
}
