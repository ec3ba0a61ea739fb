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
  private final boolean reference;

  private Variable(Content value, Map<String, Content> elements, boolean reference) {
    this.value = value;
    this.elements = elements;
    this.reference = reference;
  }

  public static Variable of(Content value) {
    return new Variable(value, Map.of(), false);
  }

  /** An array; its indices in order. */
  public static Variable array(Map<String, Content> elements) {
    Content first = elements.getOrDefault("0", Content.EMPTY);
    return new Variable(first, elements, false);
  }

  /** {@code declare -n}: the value names another variable. */
  public static Variable reference(Content name) {
    return new Variable(name, Map.of(), true);
  }

  public boolean isReference() {
    return reference;
  }

  public boolean isArray() {
    return !elements.isEmpty();
  }

  public Content value() {
    return value;
  }

  /** All elements in order; the value alone if it is no array. */
  public List<Content> all() {
    return elements.isEmpty() ? List.of(value) : new ArrayList<>(elements.values());
  }

  /** The indices of an array. */
  public List<String> indices() {
    return elements.isEmpty() ? List.of("0") : new ArrayList<>(elements.keySet());
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

  /** This or the other, as two branches leave it. */
  public Variable or(Variable other) {
    if (this == other) {
      return this;
    }
    if (elements.isEmpty() && other.elements.isEmpty()) {
      return new Variable(value.or(other.value), elements, reference || other.reference);
    }
    Map<String, Content> joined = new LinkedHashMap<>(elements);
    for (Map.Entry<String, Content> entry : other.elements.entrySet()) {
      Content before = joined.get(entry.getKey());
      joined.put(entry.getKey(), before == null ? entry.getValue() : before.or(entry.getValue()));
    }
    return new Variable(value.or(other.value), joined, reference || other.reference);
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
