package dev.keepmum.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value as it was written, with the place where it begins. */
public sealed interface JsonValue {

  Position position();

  <R> R accept(Visitor<R> visitor);

  /** The text of a string; empty for every other value. */
  default Optional<String> text() {
    return Optional.empty();
  }

  /** Whether this is the value {@code true}. */
  default boolean isTrue() {
    return false;
  }

  /** Answers for each kind of value. */
  interface Visitor<R> {
    R object(JsonObject object);

    R array(JsonArray array);

    R string(JsonString string);

    R number(JsonNumber number);

    R truth(JsonBoolean truth);

    R nothing(JsonNull nothing);
  }

  /**
   * An object. Of members with the same name the last one stands, as in the client's own reader.
   *
   * @param members by name, in the order in which the names first came
   * @param overridden members that a later one of the same name takes the place of, in their order
   */
  record JsonObject(Map<String, JsonMember> members, List<JsonMember> overridden, Position position)
      implements JsonValue {

    /** An object whose names differ. */
    public JsonObject(Map<String, JsonMember> members, Position position) {
      this(members, List.of(), position);
    }

    /** The value of a member; empty where there is none. */
    public Optional<JsonValue> get(String name) {
      JsonMember member = members.get(name);
      return member == null ? Optional.empty() : Optional.of(member.value());
    }

    /** The members of a member; none where there is none or it is no object. */
    public JsonObject object(String name) {
      JsonMember member = members.get(name);
      return member != null && member.value() instanceof JsonObject object
          ? object
          : new JsonObject(Map.of(), position);
    }

    /** The elements of a member; none where there is none or it is no array. */
    public List<JsonValue> elements(String name) {
      JsonMember member = members.get(name);
      return member != null && member.value() instanceof JsonArray array
          ? array.elements()
          : List.of();
    }

    /** The text of a member; empty where there is none or it is no string. */
    public Optional<String> text(String name) {
      JsonMember member = members.get(name);
      return member == null ? Optional.empty() : member.value().text();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.object(this);
    }
  }

  /**
   * A member of an object.
   *
   * @param position where the name begins
   */
  record JsonMember(String name, Position position, JsonValue value) {}

  record JsonArray(List<JsonValue> elements, Position position) implements JsonValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  record JsonString(String value, Position position) implements JsonValue {
    @Override
    public Optional<String> text() {
      return Optional.of(value);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.string(this);
    }
  }

  /**
   * A number.
   *
   * @param digits as it was written
   */
  record JsonNumber(String digits, Position position) implements JsonValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.number(this);
    }
  }

  record JsonBoolean(boolean value, Position position) implements JsonValue {
    @Override
    public boolean isTrue() {
      return value;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.truth(this);
    }
  }

  record JsonNull(Position position) implements JsonValue {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nothing(this);
    }
  }
}
