package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes values and keeps them small: flat, without doubles, at most {@value #MAX_PARTS} parts each,
 * {@value #MAX_WEIGHT} nodes and {@value #MAX_DEPTH} levels. A value that outgrows this becomes
 * {@link Value.ReadEnvironment}, so that no source is lost unseen.
 */
final class Values {
  private static final int MAX_PARTS = 64;
  private static final int MAX_WEIGHT = 2048;
  private static final int MAX_DEPTH = 12;
  private static final int MAX_TEXT = 1 << 16;
  private static final int MAX_COPIED = 1 << 23;

  private final Map<Value, int[]> sizes = new IdentityHashMap<>();
  private int copied;
  private int work;

  /** How many values were compared so far. */
  int work() {
    return work;
  }

  Value text(String text) {
    return text.isEmpty() ? Value.EMPTY : new Value.Text(text);
  }

  /** The values one after the other. */
  Value joined(List<Value> values) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Value value = values.get(i);
      if (value instanceof Value.Joined joined) {
        for (int j = 0; j < joined.parts().size(); j++) {
          append(parts, joined.parts().get(j));
        }
      } else {
        append(parts, value);
      }
    }
    if (parts.isEmpty()) {
      return Value.EMPTY;
    }
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return parts.size() > MAX_PARTS ? derived(parts) : sized(new Value.Joined(parts), parts);
  }

  Value joined(Value left, Value right) {
    return joined(List.of(left, right));
  }

  private void append(List<Value> parts, Value value) {
    int last = parts.size() - 1;
    if (value instanceof Value.Text text
        && last >= 0
        && parts.get(last) instanceof Value.Text before) {
      int length = before.text().length() + text.text().length();
      if (length <= MAX_TEXT && copied + length <= MAX_COPIED) {
        copied += length;
        parts.set(last, text(before.text() + text.text()));
        return;
      }
    }
    if (value != Value.EMPTY
        && !(value instanceof Value.Unknown && last >= 0 && parts.get(last) == value)) {
      parts.add(value);
    }
  }

  /** A value that tells of the parts; unknown ones tell nothing. */
  Value derived(List<Value> values) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      collect(values.get(i), parts);
    }
    if (parts.isEmpty()) {
      return Value.UNKNOWN;
    }
    if (parts.size() > MAX_PARTS) {
      return overflow(parts);
    }
    return sized(new Value.Derived(parts), parts);
  }

  Value derived(Value value) {
    return derived(List.of(value));
  }

  /** The names in lines of assignments, whatever was made of those lines before. */
  Value names(Value value) {
    List<Value> parts = new ArrayList<>();
    collect(value, parts);
    List<Value> sources = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!(parts.get(i) instanceof Value.Text)) {
        sources.add(parts.get(i));
      }
    }
    if (sources.isEmpty()) {
      return Value.UNKNOWN;
    }
    Value joined = joined(sources);
    return sized(new Value.Names(joined), List.of(joined));
  }

  private void collect(Value value, List<Value> parts) {
    List<Value> inner = partsOf(value);
    for (int i = 0; i < inner.size(); i++) {
      collect(inner.get(i), parts);
    }
    if (inner.isEmpty() && !(value instanceof Value.Unknown) && !contains(parts, value)) {
      parts.add(value);
    }
  }

  private static List<Value> partsOf(Value value) {
    if (value instanceof Value.Derived derived) {
      return derived.parts();
    }
    if (value instanceof Value.Joined joined) {
      return joined.parts();
    }
    return value instanceof Value.OneOf oneOf ? oneOf.alternatives() : List.of();
  }

  /** Too many parts: texts go first, and where that is not enough, everything counts. */
  private Value overflow(List<Value> parts) {
    List<Value> sources = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (!(parts.get(i) instanceof Value.Text)) {
        sources.add(parts.get(i));
      }
    }
    if (sources.size() > MAX_PARTS) {
      return new Value.ReadEnvironment();
    }
    return sources.isEmpty() ? Value.UNKNOWN : sized(new Value.Derived(sources), sources);
  }

  Value oneOf(Value first, Value second) {
    List<Value> alternatives = new ArrayList<>();
    alternative(first, alternatives);
    alternative(second, alternatives);
    if (alternatives.size() == 1) {
      return alternatives.get(0);
    }
    return alternatives.size() > MAX_PARTS
        ? overflow(alternatives)
        : sized(new Value.OneOf(alternatives), alternatives);
  }

  Value oneOf(List<Value> values) {
    Value all = values.get(0);
    for (int i = 1; i < values.size(); i++) {
      all = oneOf(all, values.get(i));
    }
    return all;
  }

  private void alternative(Value value, List<Value> alternatives) {
    List<Value> inner = value instanceof Value.OneOf oneOf ? oneOf.alternatives() : List.of(value);
    for (int i = 0; i < inner.size(); i++) {
      if (!contains(alternatives, inner.get(i))) {
        alternatives.add(inner.get(i));
      }
    }
  }

  private boolean contains(List<Value> values, Value value) {
    work += values.size();
    for (int i = 0; i < values.size(); i++) {
      if (same(values.get(i), value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(Value left, Value right) {
    if (left == right) {
      return true;
    }
    if (left instanceof Value.Text a && right instanceof Value.Text b) {
      return a.text().equals(b.text());
    }
    if (left instanceof Value.ReadFile a && right instanceof Value.ReadFile b) {
      return same(a.path(), b.path());
    }
    if (left instanceof Value.ReadVariable a && right instanceof Value.ReadVariable b) {
      return same(a.name(), b.name());
    }
    return (left instanceof Value.ReadEnvironment && right instanceof Value.ReadEnvironment)
        || (left instanceof Value.ReadInput && right instanceof Value.ReadInput)
        || (left instanceof Value.Arguments && right instanceof Value.Arguments)
        || (left instanceof Value.Unknown && right instanceof Value.Unknown);
  }

  Value readFile(Value path) {
    return sized(new Value.ReadFile(path), List.of(path));
  }

  Value readVariable(Value name) {
    return sized(new Value.ReadVariable(name), List.of(name));
  }

  Value readVault(Value entry) {
    return sized(new Value.ReadVault(entry), List.of(entry));
  }

  Value readMemory(Value process) {
    return sized(new Value.ReadMemory(process), List.of(process));
  }

  Value readTree(Value.ReadTree tree) {
    return sized(tree, List.of(tree.root()));
  }

  Value output(Effect.Run run) {
    List<Value> parts = new ArrayList<>(run.words());
    parts.add(run.input());
    return sized(new Value.Output(run), parts);
  }

  Value response(Effect.Send request) {
    return sized(new Value.Response(request), List.of(request.destination(), request.content()));
  }

  /** The value, or what stands for everything where it has grown too large. */
  private Value sized(Value value, List<Value> parts) {
    int weight = 1;
    int depth = 1;
    for (int i = 0; i < parts.size(); i++) {
      int[] size = sizes.get(parts.get(i));
      weight += size == null ? 1 : size[0];
      depth = Math.max(depth, size == null ? 2 : size[1] + 1);
    }
    if (weight > MAX_WEIGHT || depth > MAX_DEPTH) {
      return new Value.ReadEnvironment();
    }
    sizes.put(value, new int[] {weight, depth});
    return value;
  }
}
