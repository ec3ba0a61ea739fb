package dev.keepmum.flow.state;

import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A shell variable: one value, or an array of them. Immutable. */
public final class Variable {

  private final Content value;
  private final Map<String, Content> elements;
  private final Kind kind;

  /** What a variable is. */
  private enum Kind {
    SCALAR,
    ARRAY,
    REFERENCE
  }

  private Variable(Content value, Map<String, Content> elements, Kind kind) {
    this.value = value;
    this.elements = elements;
    this.kind = kind;
  }

  /** A variable with one value. */
  public static Variable of(Content value) {
    return new Variable(value, Map.of(), Kind.SCALAR);
  }

  /** An array; its indices in order. */
  public static Variable array(Map<String, Content> elements) {
    Content first = elements.getOrDefault("0", Content.EMPTY);
    return new Variable(first, elements, Kind.ARRAY);
  }

  /** {@code declare -n}: the value names another variable. */
  public static Variable reference(Content name) {
    return new Variable(name, Map.of(), Kind.REFERENCE);
  }

  /** Whether its value is the name of another variable. */
  public boolean isReference() {
    return kind == Kind.REFERENCE;
  }

  /** Whether it has elements. */
  public boolean isArray() {
    return kind == Kind.ARRAY;
  }

  /** The value; of an array its first element. */
  public Content value() {
    return value;
  }

  /** All elements in order; the value alone if it is no array. */
  public List<Content> all() {
    return isArray() ? new ArrayList<>(elements.values()) : List.of(value);
  }

  /** The indices of an array. */
  public List<String> indices() {
    return isArray() ? new ArrayList<>(elements.keySet()) : List.of("0");
  }

  /** Whether it is an array with an element of this index. */
  public boolean hasElement(Content index) {
    return elements.containsKey(index.textOr(""));
  }

  /** One element; any of them if the index is not known. */
  public Content element(Content index) {
    if (elements.isEmpty()) {
      return value;
    }
    String key = index.textOr("");
    if (elements.containsKey(key)) {
      return elements.get(key);
    }
    if (key.startsWith("-")) {
      List<Content> all = all();
      for (int i = 1; i <= all.size(); i++) {
        if (key.equals("-" + i)) {
          return all.get(all.size() - i);
        }
      }
    }
    Content any = Content.EMPTY;
    for (Content element : elements.values()) {
      any = any.or(element);
    }
    return any;
  }

  /** The same array with another element. */
  public Variable with(String index, Content element) {
    Map<String, Content> changed = new LinkedHashMap<>(elements);
    if (changed.isEmpty() && !value.isEmptyText()) {
      changed.put("0", value);
    }
    changed.put(index, element);
    return array(changed);
  }

  /** The same array without an element. */
  public Variable without(String index) {
    Map<String, Content> changed = new LinkedHashMap<>(elements);
    changed.remove(index);
    return array(changed);
  }

  /** This or the other, as two branches leave it. */
  public Variable or(Variable other) {
    if (this == other) {
      return this;
    }
    if (elements.isEmpty() && other.elements.isEmpty()) {
      return new Variable(value.or(other.value), elements, joined(other));
    }
    Map<String, Content> joined = new LinkedHashMap<>(elements);
    for (Map.Entry<String, Content> entry : other.elements.entrySet()) {
      Content before = joined.get(entry.getKey());
      joined.put(entry.getKey(), before == null ? entry.getValue() : before.or(entry.getValue()));
    }
    return new Variable(value.or(other.value), joined, joined(other));
  }

  private Kind joined(Variable other) {
    return kind.compareTo(other.kind) >= 0 ? kind : other.kind;
  }

  /** How much is known to be possible; grows until a loop adds nothing. */
  public int weight() {
    int sum = value.weight();
    for (Content element : elements.values()) {
      sum += element.weight();
    }
    return sum;
  }
}
