package dev.keepmum.code;

import dev.keepmum.code.JqNode.Kind;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a jq filter makes of a document that is known, for filters as people edit settings with:
 * paths, assignments, {@code del}, conditions, joined objects and arrays (jq 1.7, manual). Every
 * other filter is not worked out.
 */
public final class JqEvaluation {

  private static final Position NOWHERE = new Position(1, 1);
  private static final JsonValue NULL = new JsonNull(NOWHERE);

  /** What becomes of the value at a path; an empty result removes it. */
  private interface Change {
    Optional<JsonValue> of(JsonValue before);
  }

  private static final Change REMOVAL =
      new Change() {
        @Override
        public Optional<JsonValue> of(JsonValue before) {
          return Optional.empty();
        }
      };

  private final Map<String, JsonValue> variables;

  private JqEvaluation(Map<String, JsonValue> variables) {
    this.variables = variables;
  }

  /**
   * The one result of a filter.
   *
   * @param variables what {@code --arg} and {@code --argjson} set, without the dollar
   * @return empty where it cannot be worked out
   */
  public static Optional<JsonValue> result(
      String filter, JsonValue document, Map<String, JsonValue> variables) {
    JqParser parser = new JqParser(filter);
    JqNode parsed = parser.parse();
    if (parser.isIncomplete()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new JqEvaluation(variables).value(parsed, document));
    } catch (NotWorkedOut more) {
      return Optional.empty();
    }
  }

  private JsonValue value(JqNode node, JsonValue input) {
    switch (node.kind()) {
      case IDENTITY:
        return input;
      case FIELD:
        return at(input, node.text());
      case CONSTANT:
        return new JsonString(node.text(), NOWHERE);
      case NUMBER:
        return new JsonNumber(node.text(), NOWHERE);
      case VARIABLE:
        return variable(node.text());
      case ARRAY:
        return array(node, input);
      case OBJECT:
        return object(node, input);
      case PIPE:
        return pipe(node, input);
      case SUM:
        return sum(node, input);
      case ARITHMETIC:
        return product(node, input);
      case ASSIGN:
        return assigned(node, input);
      case EITHER:
        return either(node, input);
      case TEST:
        return test(node, input);
      case IF:
        return conditional(node, input);
      case CALL:
        return call(node, input);
      default:
        throw new NotWorkedOut();
    }
  }

  private JsonValue variable(String name) {
    JsonValue value = variables.get(name);
    if (value == null) {
      throw new NotWorkedOut();
    }
    return value;
  }

  private JsonValue pipe(JqNode node, JsonValue input) {
    JsonValue value = input;
    for (JqNode part : node.children()) {
      value = value(part, value);
    }
    return value;
  }

  /** The first of several values that is not null or false, or else the last. */
  private JsonValue either(JqNode node, JsonValue input) {
    if (!node.text().equals("//")) {
      throw new NotWorkedOut();
    }
    JsonValue value = NULL;
    for (JqNode part : node.children()) {
      if (!isTrue(value)) {
        value = value(part, input);
      }
    }
    return value;
  }

  private static boolean isTrue(JsonValue value) {
    return !(value instanceof JsonNull) && (!(value instanceof JsonBoolean) || value.isTrue());
  }

  private JsonValue test(JqNode node, JsonValue input) {
    boolean equal = node.text().equals("==");
    if (!equal && !node.text().equals("!=")) {
      throw new NotWorkedOut();
    }
    String left = JsonText.of(simple(value(node.children().get(0), input)));
    String right = JsonText.of(simple(value(node.children().get(1), input)));
    return new JsonBoolean(left.equals(right) == equal, NOWHERE);
  }

  /**
   * A text, truth value or null; other values may be the same though they are written otherwise.
   */
  private static JsonValue simple(JsonValue value) {
    if (value instanceof JsonString || value instanceof JsonBoolean || value instanceof JsonNull) {
      return value;
    }
    throw new NotWorkedOut();
  }

  private JsonValue conditional(JqNode node, JsonValue input) {
    List<JqNode> parts = node.children();
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      if (isTrue(value(parts.get(i), input))) {
        return value(parts.get(i + 1), input);
      }
    }
    return parts.size() % 2 == 0 ? input : value(parts.get(parts.size() - 1), input);
  }

  private JsonValue array(JqNode node, JsonValue input) {
    List<JsonValue> elements = new ArrayList<>();
    for (JqNode content : node.children()) {
      for (JqNode element : alternatives(content)) {
        elements.add(value(element, input));
      }
    }
    return new JsonArray(elements, NOWHERE);
  }

  /** The filters between commas. */
  private static List<JqNode> alternatives(JqNode node) {
    return node.kind() == Kind.EITHER && node.text().equals(",") ? node.children() : List.of(node);
  }

  private JsonValue object(JqNode node, JsonValue input) {
    Map<String, JsonMember> members = new LinkedHashMap<>();
    List<JqNode> parts = node.children();
    int i = 0;
    while (i < parts.size()) {
      JqNode key = parts.get(i++);
      if (key.kind() == Kind.FIELD) {
        put(members, key.text(), at(input, key.text()));
      } else if (key.kind() == Kind.CONSTANT && i < parts.size()) {
        put(members, key.text(), value(parts.get(i++), input));
      } else {
        throw new NotWorkedOut();
      }
    }
    return new JsonObject(members, NOWHERE);
  }

  private JsonValue call(JqNode node, JsonValue input) {
    switch (node.text()) {
      case "true":
        return new JsonBoolean(true, NOWHERE);
      case "false":
        return new JsonBoolean(false, NOWHERE);
      case "null":
        return NULL;
      case "del":
        return deleted(node, input);
      case "unique":
        return unique(input);
      case "not":
        return new JsonBoolean(!isTrue(input), NOWHERE);
      case "has":
        return new JsonBoolean(has(node, input), NOWHERE);
      case "index":
        return index(node, input);
      case "map":
        return mapped(node, input);
      default:
        throw new NotWorkedOut();
    }
  }

  private JsonValue deleted(JqNode node, JsonValue input) {
    JsonValue value = input;
    for (JqNode argument : node.children()) {
      for (JqNode path : alternatives(argument)) {
        List<JqNode> steps = steps(path);
        value = exists(value, steps) ? changed(value, steps, 0, REMOVAL).orElse(NULL) : value;
      }
    }
    return value;
  }

  private static boolean exists(JsonValue document, List<JqNode> steps) {
    JsonValue value = document;
    for (JqNode step : steps) {
      if (value instanceof JsonNull
          || value instanceof JsonObject object && object.get(step.text()).isEmpty()) {
        return false;
      }
      value = at(value, step.text());
    }
    return true;
  }

  private JsonValue argument(JqNode call, JsonValue input) {
    if (call.children().size() != 1) {
      throw new NotWorkedOut();
    }
    return value(call.children().get(0), input);
  }

  private boolean has(JqNode call, JsonValue input) {
    if (input instanceof JsonObject object && argument(call, input) instanceof JsonString name) {
      return object.get(name.value()).isPresent();
    }
    throw new NotWorkedOut();
  }

  /** Where a text stands in an array. */
  private JsonValue index(JqNode call, JsonValue input) {
    if (!(input instanceof JsonArray array)
        || !(argument(call, input) instanceof JsonString wanted)) {
      throw new NotWorkedOut();
    }
    for (int i = 0; i < array.elements().size(); i++) {
      if (array.elements().get(i).text().equals(Optional.of(wanted.value()))) {
        return new JsonNumber(String.valueOf(i), NOWHERE);
      }
    }
    return NULL;
  }

  /** The elements as a filter makes them, or those that {@code select} leaves. */
  private JsonValue mapped(JqNode call, JsonValue input) {
    if (!(input instanceof JsonArray array) || call.children().size() != 1) {
      throw new NotWorkedOut();
    }
    JqNode filter = call.children().get(0);
    boolean selects = filter.kind() == Kind.CALL && filter.text().equals("select");
    List<JsonValue> results = new ArrayList<>();
    for (JsonValue element : array.elements()) {
      if (!selects) {
        results.add(value(filter, element));
      } else if (isTrue(argument(filter, element))) {
        results.add(element);
      }
    }
    return new JsonArray(results, NOWHERE);
  }

  /** Of texts only; their order does not matter to those who ask. */
  private static JsonValue unique(JsonValue input) {
    if (!(input instanceof JsonArray array)) {
      throw new NotWorkedOut();
    }
    Map<String, JsonValue> kept = new LinkedHashMap<>();
    for (JsonValue element : array.elements()) {
      kept.putIfAbsent(JsonText.of(element), element);
    }
    return new JsonArray(new ArrayList<>(kept.values()), NOWHERE);
  }

  private JsonValue assigned(JqNode node, JsonValue input) {
    JqNode source = node.children().get(1);
    String operator = node.text();
    Change change =
        new Change() {
          @Override
          public Optional<JsonValue> of(JsonValue before) {
            switch (operator) {
              case "=":
                return Optional.of(value(source, input));
              case "|=":
                return Optional.of(value(source, before));
              case "+=":
                return Optional.of(joined(before, value(source, input)));
              case "//=":
                return Optional.of(isTrue(before) ? before : value(source, input));
              case "*=":
                return Optional.of(merged(before, value(source, input)));
              case "-=":
                return Optional.of(without(before, value(source, input)));
              default:
                throw new NotWorkedOut();
            }
          }
        };
    return changed(input, steps(node.children().get(0)), 0, change).orElse(NULL);
  }

  /** The fields of a path, one after the other. */
  private static List<JqNode> steps(JqNode path) {
    List<JqNode> steps = new ArrayList<>();
    List<JqNode> parts = path.kind() == Kind.PIPE ? path.children() : List.of(path);
    for (JqNode part : parts) {
      if (part.kind() == Kind.FIELD) {
        steps.add(part);
      } else if (part.kind() != Kind.IDENTITY) {
        throw new NotWorkedOut();
      }
    }
    return steps;
  }

  private static Optional<JsonValue> changed(
      JsonValue value, List<JqNode> steps, int step, Change change) {
    if (step == steps.size()) {
      return change.of(value);
    }
    String name = steps.get(step).text();
    if (value instanceof JsonArray array) {
      return Optional.of(changed(array, index(name, array), steps, step, change));
    }
    if (!(value instanceof JsonObject) && !(value instanceof JsonNull)) {
      throw new NotWorkedOut();
    }
    Map<String, JsonMember> members = new LinkedHashMap<>();
    if (value instanceof JsonObject object) {
      members.putAll(object.members());
    }
    Optional<JsonValue> result = changed(at(value, name), steps, step + 1, change);
    if (result.isPresent()) {
      put(members, name, result.get());
    } else {
      members.remove(name);
    }
    return Optional.of(new JsonObject(members, NOWHERE));
  }

  private static JsonValue changed(
      JsonArray array, int index, List<JqNode> steps, int step, Change change) {
    List<JsonValue> elements = new ArrayList<>(array.elements());
    Optional<JsonValue> result = changed(elements.get(index), steps, step + 1, change);
    if (result.isPresent()) {
      elements.set(index, result.get());
    } else {
      elements.remove(index);
    }
    return new JsonArray(elements, NOWHERE);
  }

  private static int index(String name, JsonArray array) {
    int index = name.length() > 4 || name.isEmpty() ? -1 : 0;
    for (int i = 0; i < name.length() && index >= 0; i++) {
      char c = name.charAt(i);
      index = c >= '0' && c <= '9' ? index * 10 + c - '0' : -1;
    }
    if (index < 0 || index >= array.elements().size()) {
      throw new NotWorkedOut();
    }
    return index;
  }

  private static JsonValue at(JsonValue value, String name) {
    if (value instanceof JsonObject object) {
      return object.get(name).orElse(NULL);
    }
    if (value instanceof JsonArray array) {
      return array.elements().get(index(name, array));
    }
    if (value instanceof JsonNull) {
      return NULL;
    }
    throw new NotWorkedOut();
  }

  private JsonValue sum(JqNode node, JsonValue input) {
    JsonValue sum = NULL;
    for (JqNode part : node.children()) {
      sum = joined(sum, value(part, input));
    }
    return sum;
  }

  private JsonValue product(JqNode node, JsonValue input) {
    List<JqNode> parts = node.children();
    if (parts.size() < 2 || !node.text().equals("*".repeat(parts.size() - 1))) {
      throw new NotWorkedOut();
    }
    JsonValue product = value(parts.get(0), input);
    for (JqNode part : parts.subList(1, parts.size())) {
      product = merged(product, value(part, input));
    }
    return product;
  }

  private static JsonValue joined(JsonValue left, JsonValue right) {
    if (left instanceof JsonNull) {
      return right;
    }
    if (right instanceof JsonNull) {
      return left;
    }
    if (left instanceof JsonObject object && right instanceof JsonObject other) {
      Map<String, JsonMember> members = new LinkedHashMap<>(object.members());
      members.putAll(other.members());
      return new JsonObject(members, NOWHERE);
    }
    if (left instanceof JsonArray array && right instanceof JsonArray other) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      elements.addAll(other.elements());
      return new JsonArray(elements, NOWHERE);
    }
    if (left instanceof JsonString text && right instanceof JsonString other) {
      return new JsonString(text.value().concat(other.value()), NOWHERE);
    }
    throw new NotWorkedOut();
  }

  /** Objects joined with those in them. */
  private static JsonValue merged(JsonValue left, JsonValue right) {
    if (!(left instanceof JsonObject object) || !(right instanceof JsonObject other)) {
      throw new NotWorkedOut();
    }
    Map<String, JsonMember> members = new LinkedHashMap<>(object.members());
    for (JsonMember member : other.members().values()) {
      JsonMember before = members.get(member.name());
      boolean both =
          before != null
              && before.value() instanceof JsonObject
              && member.value() instanceof JsonObject;
      put(members, member.name(), both ? merged(before.value(), member.value()) : member.value());
    }
    return new JsonObject(members, NOWHERE);
  }

  private static JsonValue without(JsonValue left, JsonValue right) {
    if (!(left instanceof JsonArray array) || !(right instanceof JsonArray other)) {
      throw new NotWorkedOut();
    }
    List<String> removed = new ArrayList<>();
    for (JsonValue element : other.elements()) {
      removed.add(JsonText.of(element));
    }
    List<JsonValue> kept = new ArrayList<>();
    for (JsonValue element : array.elements()) {
      if (!removed.contains(JsonText.of(element))) {
        kept.add(element);
      }
    }
    return new JsonArray(kept, NOWHERE);
  }

  private static void put(Map<String, JsonMember> members, String name, JsonValue value) {
    members.put(name, new JsonMember(name, NOWHERE, value));
  }
}
