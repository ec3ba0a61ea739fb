package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts values together and keeps what comes out small, so that code which doubles a value over and
 * over costs no more than code which does not.
 */
final class Composition {
  /** Above this many nodes a value is reduced to the sources in it. */
  private static final int NODES = 128;

  private static final int SOURCES = 32;
  private static final int TEXT_LENGTH = 1 << 16;

  private Composition() {}

  static Value text(String text) {
    return text.isEmpty() ? Value.EMPTY : new Value.Text(text);
  }

  /** One after the other; neighbouring constants become one. */
  static Value join(List<Value> parts) {
    List<Value> joined = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    for (Value part : parts) {
      appendPart(part, constant, joined);
    }
    if (constant.length() > 0) {
      joined.add(new Value.Text(constant.toString()));
    }
    if (joined.isEmpty()) {
      return Value.EMPTY;
    }
    return joined.size() == 1 ? joined.get(0) : bounded(new Value.Joined(joined));
  }

  private static void appendPart(Value part, StringBuilder constant, List<Value> joined) {
    if (part instanceof Value.Text text
        && constant.length() + text.text().length() <= TEXT_LENGTH) {
      constant.append(text.text());
    } else if (part instanceof Value.Joined inner) {
      for (Value innerPart : inner.parts()) {
        appendPart(innerPart, constant, joined);
      }
    } else {
      if (constant.length() > 0) {
        joined.add(new Value.Text(constant.toString()));
        constant.setLength(0);
      }
      joined.add(part instanceof Value.Text ? Value.UNKNOWN : part);
    }
  }

  /** The values with a blank between each two. */
  static List<Value> spaced(List<Value> values) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (i > 0) {
        parts.add(new Value.Text(" "));
      }
      parts.add(values.get(i));
    }
    return parts;
  }

  /** What stands before the first equals sign of each line, or the whole line without one. */
  static Value names(Value lines) {
    return filtered(lines, "cut", "-d=", "-f1");
  }

  /** What base64 text stands for. */
  static Value fromBase64(Value text) {
    return filtered(text, "base64", "-d");
  }

  /** What a program makes of its standard input. */
  private static Value filtered(Value input, String... words) {
    List<Value> texts = new ArrayList<>();
    for (String word : words) {
      texts.add(new Value.Text(word));
    }
    return new Value.Output(new Effect.Run(Language.ARGUMENTS, texts, input));
  }

  /** One after the other, with a blank between each two. */
  static Value joinSpaced(List<Value> values) {
    return join(spaced(values));
  }

  /** One of the two; equal ones are not told apart. */
  static Value choice(Value one, Value other) {
    if (one == other || same(one, other)) {
      return one;
    }
    List<Value> alternatives = new ArrayList<>();
    addAlternatives(one, alternatives);
    addAlternatives(other, alternatives);
    return alternatives.size() == 1 ? alternatives.get(0) : bounded(new Value.OneOf(alternatives));
  }

  private static void addAlternatives(Value value, List<Value> alternatives) {
    if (value instanceof Value.OneOf choice) {
      for (Value alternative : choice.alternatives()) {
        addDistinct(alternative, alternatives);
      }
    } else {
      addDistinct(value, alternatives);
    }
  }

  private static void addDistinct(Value value, List<Value> values) {
    for (Value known : values) {
      if (same(known, value)) {
        return;
      }
    }
    values.add(value);
  }

  /** Something made of the parts; unknown where no part holds anything but constants. */
  static Value derive(List<Value> parts) {
    List<Value> holding = new ArrayList<>();
    for (Value part : parts) {
      addHolding(part, holding);
    }
    return holding.isEmpty() ? Value.UNKNOWN : bounded(new Value.Derived(holding));
  }

  private static void addHolding(Value value, List<Value> holding) {
    if (value instanceof Value.Derived derived) {
      for (Value part : derived.parts()) {
        addDistinct(part, holding);
      }
    } else if (value instanceof Value.Joined joined) {
      for (Value part : joined.parts()) {
        addHolding(part, holding);
      }
    } else if (holds(value)) {
      addDistinct(value, holding);
    }
  }

  /** The names in lines of assignments, whatever was made of those lines before. */
  static Value assignmentNames(Value lines) {
    List<Value> sources = new ArrayList<>();
    collectSources(lines, sources);
    if (sources.isEmpty()) {
      return Value.UNKNOWN;
    }
    return new Value.Names(sources.size() == 1 ? sources.get(0) : new Value.Joined(sources));
  }

  static Value derive(Value part) {
    return derive(List.of(part));
  }

  static Value derive(Value one, Value other) {
    return derive(List.of(one, other));
  }

  /** Whether there is anything in a value beyond constants and unknowns. */
  static boolean holds(Value value) {
    List<Value> sources = new ArrayList<>();
    collectSources(value, sources);
    return !sources.isEmpty();
  }

  /** Whether what arrives on standard input is in a value, or goes into a program it starts. */
  static boolean holdsInput(Value value) {
    if (value instanceof Value.ReadInput) {
      return true;
    }
    if (value instanceof Value.Output output) {
      return holdsInput(output.run());
    }
    if (value instanceof Value.Response response) {
      return holdsInput(response.request().content());
    }
    if (value instanceof Value.Names names) {
      return holdsInput(names.of());
    }
    for (Value part : parts(value)) {
      if (holdsInput(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an effect shows, stores, sends or hands on what arrives on standard input. */
  static boolean holdsInput(Effect effect) {
    if (effect instanceof Effect.Print print) {
      return holdsInput(print.content());
    }
    if (effect instanceof Effect.Write write) {
      return holdsInput(write.content()) || holdsInput(write.path());
    }
    if (effect instanceof Effect.Send send) {
      return holdsInput(send.content()) || holdsInput(send.destination());
    }
    if (effect instanceof Effect.Run run) {
      for (Value word : run.words()) {
        if (holdsInput(word)) {
          return true;
        }
      }
      return holdsInput(run.input());
    }
    return effect instanceof Effect.Unfollowed;
  }

  private static List<Value> parts(Value value) {
    if (value instanceof Value.Joined joined) {
      return joined.parts();
    }
    if (value instanceof Value.OneOf choice) {
      return choice.alternatives();
    }
    if (value instanceof Value.Derived derived) {
      return derived.parts();
    }
    return List.of();
  }

  private static Value bounded(Value value) {
    if (countNodes(value, NODES) > 0) {
      return value;
    }
    List<Value> sources = new ArrayList<>();
    collectSources(value, sources);
    return sources.isEmpty() ? Value.UNKNOWN : new Value.Derived(sources);
  }

  /** What is left of a budget after one unit per node was taken from it; negative is overdrawn. */
  private static int countNodes(Value value, int budget) {
    int left = budget - 1;
    List<Value> parts = parts(value);
    for (int i = 0; i < parts.size() && left > 0; i++) {
      left = countNodes(parts.get(i), left);
    }
    if (value instanceof Value.Output output && left > 0) {
      left = countNodes(output.run().input(), left);
      for (int i = 0; i < output.run().words().size() && left > 0; i++) {
        left = countNodes(output.run().words().get(i), left);
      }
    } else if (value instanceof Value.ReadFile file && left > 0) {
      left = countNodes(file.path(), left);
    } else if (value instanceof Value.Names names && left > 0) {
      left = countNodes(names.of(), left);
    } else if (value instanceof Value.Response response && left > 0) {
      left = countNodes(response.request().destination(), left);
      left = left > 0 ? countNodes(response.request().content(), left) : left;
    }
    return left;
  }

  private static void collectSources(Value value, List<Value> sources) {
    if (value instanceof Value.Text || value instanceof Value.Unknown) {
      return;
    }
    List<Value> parts = parts(value);
    if (parts.isEmpty()) {
      if (sources.size() < SOURCES && countNodes(value, NODES) > 0) {
        addDistinct(value, sources);
      }
      return;
    }
    for (Value part : parts) {
      collectSources(part, sources);
    }
  }

  /** Equality by content, spelled out because the records' own would start the method linker. */
  static boolean same(Value one, Value other) {
    if (one == other) {
      return true;
    }
    if (one instanceof Value.Text a && other instanceof Value.Text b) {
      return a.text().equals(b.text());
    }
    if (one instanceof Value.ReadVariable a && other instanceof Value.ReadVariable b) {
      return same(a.name(), b.name());
    }
    if (one instanceof Value.ReadFile a && other instanceof Value.ReadFile b) {
      return same(a.path(), b.path());
    }
    if (one instanceof Value.Names a && other instanceof Value.Names b) {
      return same(a.of(), b.of());
    }
    if (one instanceof Value.Argument a && other instanceof Value.Argument b) {
      return a.position() == b.position();
    }
    if (one instanceof Value.Joined a && other instanceof Value.Joined b) {
      return same(a.parts(), b.parts());
    }
    if (one instanceof Value.OneOf a && other instanceof Value.OneOf b) {
      return same(a.alternatives(), b.alternatives());
    }
    if (one instanceof Value.Derived a && other instanceof Value.Derived b) {
      return same(a.parts(), b.parts());
    }
    return one instanceof Value.ReadInput && other instanceof Value.ReadInput
        || one instanceof Value.ReadEnvironment && other instanceof Value.ReadEnvironment
        || one instanceof Value.Arguments && other instanceof Value.Arguments
        || one instanceof Value.Unknown && other instanceof Value.Unknown;
  }

  private static boolean same(List<Value> one, List<Value> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }
}
