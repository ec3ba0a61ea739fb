package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * What a program's variables may hold while its text is followed from top to bottom. In straight
 * code an assignment replaces what a variable held; a branch is joined with what was before it; in
 * a loop or a function body, where an assignment further down may come first, a variable holds
 * everything that it is given anywhere.
 */
final class Memory {
  /** Programs with more variables than this are hostile or generated: the rest share one. */
  private static final int VARIABLES = 256;

  private static final String REST = "";

  private Map<String, Value> current = new HashMap<>();
  private final Map<String, Value> ever = new HashMap<>();
  private int repeated;

  /** What a variable may hold; unknown where nothing is assigned to it. */
  Value get(String name) {
    String key = key(name);
    Value value = current.get(key);
    if (repeated == 0) {
      return value == null ? Value.UNKNOWN : value;
    }
    Value any = ever.get(key);
    if (any == null) {
      return value == null ? Value.UNKNOWN : value;
    }
    return value == null ? any : Composition.choice(value, any);
  }

  boolean knows(String name) {
    return ever.containsKey(key(name));
  }

  void set(String name, Value value) {
    String key = key(name);
    if (repeated > 0 || key.equals(REST)) {
      add(name, value);
      return;
    }
    current.put(key, value);
    remember(key, value);
  }

  /** Adds to what a variable may hold, as an assignment to one element of an array does. */
  void add(String name, Value value) {
    String key = key(name);
    Value before = current.get(key);
    current.put(key, before == null ? value : Composition.choice(before, value));
    remember(key, value);
  }

  private void remember(String key, Value value) {
    Value before = ever.get(key);
    ever.put(key, before == null ? value : Composition.choice(before, value));
  }

  private String key(String name) {
    return ever.size() < VARIABLES || ever.containsKey(name) ? name : REST;
  }

  void enterRepetition() {
    repeated++;
  }

  void leaveRepetition() {
    repeated--;
  }

  /** What the variables hold now, to come back to after a branch. */
  Map<String, Value> snapshot() {
    return new HashMap<>(current);
  }

  /** Goes back to what was before a branch, for its other arm. */
  void restore(Map<String, Value> snapshot) {
    current = new HashMap<>(snapshot);
  }

  /** After a branch that may or may not have been taken. */
  void join(Map<String, Value> other) {
    for (Map.Entry<String, Value> entry : other.entrySet()) {
      Value here = current.get(entry.getKey());
      current.put(
          entry.getKey(),
          here == null ? entry.getValue() : Composition.choice(here, entry.getValue()));
    }
  }
}
