package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What things tell: when they are shown, when something is made of them, when one goes over them.
 */
final class Things {
  private static final int MAX_ALTERNATIVES = 8;
  private static final int MAX_DEPTH = 64;
  private static final int MAX_REST = 16;
  private static final int MAX_ITEMS = 256;

  private final Library library;
  private final Values values;
  private int work;

  Things(Library library, Values values) {
    this.library = library;
    this.values = values;
  }

  /** How many things were looked at so far. */
  int work() {
    return work;
  }

  /** Counts one more look at a thing. */
  void charge() {
    work++;
  }

  /** What shows when a thing is printed: an open file shows its name, not its content. */
  Value shown(Thing thing) {
    return new Telling(false).of(thing);
  }

  /** What a function learns from a thing that it is given: an open file can be read. */
  Value told(Thing thing) {
    return new Telling(true).of(thing);
  }

  private Value library(String path, boolean reading) {
    return switch (library.named(path)) {
      case ENVIRONMENT, SETTINGS -> new Value.ReadEnvironment();
      case ARGUMENTS -> new Value.Arguments();
      case INPUT -> reading ? new Value.ReadInput() : Value.UNKNOWN;
      case ARGUMENT_FILES -> reading ? argumentFiles() : Value.UNKNOWN;
      case ARGUMENT_INPUT -> argumentFiles();
      default -> Value.UNKNOWN;
    };
  }

  /** The files that the program's arguments name, or standard input where there are none. */
  Value argumentFiles() {
    return values.oneOf(new Value.ReadInput(), values.readFile(new Value.Arguments()));
  }

  List<Value> told(List<Thing> things) {
    return new Telling(true).of(things);
  }

  /** One pass over a thing and all that is in it; what is met twice tells no more. */
  private final class Telling {
    private final boolean reading;
    private final Map<Thing, Thing> met = new IdentityHashMap<>();
    private int depth;

    Telling(boolean reading) {
      this.reading = reading;
    }

    Value of(Thing thing) {
      work++;
      if (thing instanceof Thing.Of of) {
        return of.value();
      }
      if (thing instanceof Thing.Count count) {
        return values.text(String.valueOf(count.value()));
      }
      if (thing instanceof Thing.Named named) {
        return library(named.path(), reading);
      }
      if (thing instanceof Thing.Opened opened) {
        return reading ? opened.content() : Value.UNKNOWN;
      }
      if (thing instanceof Thing.Made made) {
        return made.from();
      }
      if (thing instanceof Thing.Dictionary dictionary) {
        return dictionary.content();
      }
      if (thing instanceof Thing.Archive archive) {
        return reading ? of(archive.holder()) : Value.UNKNOWN;
      }
      if (depth > MAX_DEPTH) {
        return new Value.ReadEnvironment();
      }
      depth++;
      Value value = inside(thing);
      depth--;
      return value;
    }

    private Value inside(Thing thing) {
      if (thing instanceof Thing.Either either) {
        return values.oneOf(of(either.alternatives()));
      }
      if (thing instanceof Thing.Many many) {
        return values.derived(of(many.element()));
      }
      if (thing instanceof Thing.Items items && met.put(items, items) == null) {
        return values.derived(of(items.all()));
      }
      if (thing instanceof Thing.Structure structure && met.put(structure, structure) == null) {
        List<Value> parts = of(new ArrayList<>(structure.fields().values()));
        parts.addAll(of(structure.rest()));
        parts.addAll(of(structure.keys()));
        return values.derived(parts);
      }
      return Value.UNKNOWN;
    }

    private List<Value> of(List<Thing> things) {
      List<Value> all = new ArrayList<>();
      for (int i = 0; i < things.size(); i++) {
        all.add(of(things.get(i)));
      }
      return all;
    }
  }

  /** Something made of things. */
  Thing made(List<Thing> things) {
    Value value = values.derived(told(things));
    return value instanceof Value.Unknown ? found(things) : new Thing.Of(value);
  }

  /** What is made of a found file's name is one still. */
  private static Thing found(List<Thing> things) {
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i) instanceof Thing.Found found) {
        return found;
      }
    }
    return Thing.UNKNOWN;
  }

  Thing made(Thing thing) {
    return made(List.of(thing));
  }

  /**
   * What a function that nobody knows makes of things: of single variables an object of its own, of
   * anything else something that tells of it for good.
   */
  Thing madeByUnknown(List<Thing> things) {
    Thing made = made(things);
    return made instanceof Thing.Of of && holdsOnlyVariables(of.value())
        ? new Thing.Made(of.value())
        : made;
  }

  private static boolean holdsOnlyVariables(Value value) {
    if (value instanceof Value.Derived derived) {
      return holdOnlyVariables(derived.parts());
    }
    if (value instanceof Value.Joined joined) {
      return holdOnlyVariables(joined.parts());
    }
    if (value instanceof Value.OneOf oneOf) {
      return holdOnlyVariables(oneOf.alternatives());
    }
    return value instanceof Value.ReadVariable
        || value instanceof Value.Text
        || value instanceof Value.Unknown;
  }

  private static boolean holdOnlyVariables(List<Value> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!holdsOnlyVariables(values.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Things as texts one after the other. */
  Thing joined(List<Thing> things) {
    List<Value> parts = new ArrayList<>();
    boolean constant = true;
    for (int i = 0; i < things.size(); i++) {
      Value value = shown(things.get(i));
      constant &= value instanceof Value.Text || value instanceof Value.Unknown;
      parts.add(value);
    }
    Thing found = found(things);
    return constant && found instanceof Thing.Found file
        ? file.below(textBehind(things, found))
        : new Thing.Of(values.joined(parts));
  }

  /** The constants behind a thing in a list; empty where something else follows. */
  private static String textBehind(List<Thing> things, Thing first) {
    StringBuilder text = new StringBuilder();
    for (int i = things.lastIndexOf(first) + 1; i < things.size(); i++) {
      if (!isText(things.get(i))) {
        return "";
      }
      text.append(text(things.get(i)));
    }
    return text.toString();
  }

  /** One thing or another. */
  Thing either(Thing first, Thing second) {
    if (first == second) {
      return first;
    }
    if (first instanceof Thing.Of a && second instanceof Thing.Of b) {
      return new Thing.Of(values.oneOf(a.value(), b.value()));
    }
    work += MAX_ALTERNATIVES;
    List<Thing> alternatives = new ArrayList<>();
    alternatives(first, alternatives);
    alternatives(second, alternatives);
    if (alternatives.size() > MAX_ALTERNATIVES) {
      return made(alternatives);
    }
    return alternatives.size() == 1 ? alternatives.get(0) : new Thing.Either(alternatives);
  }

  private static void alternatives(Thing thing, List<Thing> into) {
    if (thing instanceof Thing.Either either) {
      for (int i = 0; i < either.alternatives().size(); i++) {
        alternatives(either.alternatives().get(i), into);
      }
    } else if (!holds(into, thing)) {
      into.add(thing);
    }
  }

  private static boolean holds(List<Thing> things, Thing thing) {
    for (int i = 0; i < things.size(); i++) {
      if (things.get(i) == thing) {
        return true;
      }
    }
    return false;
  }

  /** What one gets when going over a thing. */
  Thing elements(Thing thing) {
    if (thing instanceof Thing.Many many) {
      return many.element();
    }
    if (thing instanceof Thing.Items items) {
      return elementsOf(items);
    }
    if (thing instanceof Thing.Structure structure) {
      boolean named = structure.rest().isEmpty() || isKeyed(structure);
      return named ? keys(structure) : elements(structure.rest().get(0));
    }
    if (thing instanceof Thing.Named named && library.named(named.path()) == Meaning.ENVIRONMENT) {
      return library.elementsOfEnvironment() == Meaning.KEYS
          ? Thing.VARIABLE_NAMES
          : entry(Thing.VARIABLE_NAMES, new Thing.Of(new Value.ReadEnvironment()));
    }
    if (thing instanceof Thing.Dictionary dictionary) {
      return library.elementsOfEnvironment() == Meaning.KEYS
          ? Thing.UNKNOWN
          : entry(Thing.UNKNOWN, new Thing.Of(dictionary.content()));
    }
    if (thing instanceof Thing.Either either) {
      List<Thing> elements = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        elements.add(elements(either.alternatives().get(i)));
      }
      return anyOf(elements);
    }
    if (thing instanceof Thing.VariableNames || thing instanceof Thing.Found) {
      return thing;
    }
    if (thing instanceof Thing.Of of && of.value() instanceof Value.Arguments) {
      return thing;
    }
    return made(thing);
  }

  /** The items; of those that were spread into the list, their elements. */
  private Thing elementsOf(Thing.Items items) {
    List<Thing> elements = new ArrayList<>();
    for (int i = 0; i < items.all().size(); i++) {
      Thing item = items.all().get(i);
      elements.add(item instanceof Thing.Many many ? many.element() : item);
    }
    return anyOf(elements);
  }

  static Thing entry(Thing key, Thing value) {
    return new Thing.Items(List.of(key, value));
  }

  Thing anyOf(List<Thing> things) {
    Thing any = things.isEmpty() ? Thing.UNKNOWN : things.get(0);
    for (int i = 1; i < things.size(); i++) {
      any = either(any, things.get(i));
    }
    return any;
  }

  /** Whether one goes over the keys of a thing, some of which are not known. */
  private boolean isKeyed(Thing.Structure structure) {
    return !structure.keys().isEmpty() && library.elementsOfEnvironment() == Meaning.KEYS;
  }

  private Thing keys(Thing.Structure structure) {
    List<Thing> keys = new ArrayList<>(structure.keys());
    for (String key : structure.fields().keySet()) {
      keys.add(new Thing.Of(values.text(key)));
    }
    return anyOf(keys);
  }

  /** Adds something to a structure under a key that is not known. */
  void include(Thing.Structure structure, Thing thing) {
    List<Thing> rest = structure.rest();
    if (rest.size() < MAX_REST) {
      rest.add(thing);
    } else {
      rest.set(MAX_REST - 1, made(List.of(rest.get(MAX_REST - 1), thing)));
    }
  }

  /** Puts a value into a structure; under a key that is not known it may be any field. */
  void put(Thing.Structure structure, Thing key, Thing value) {
    if (isText(key)) {
      structure.fields().put(text(key), value);
    } else {
      include(structure, value);
      if (structure.keys().size() < MAX_REST) {
        structure.keys().add(key);
      } else {
        include(structure, made(key));
      }
    }
  }

  /** Adds to a list; a list that grows too long keeps what it is told in its last item. */
  void append(Thing.Items items, Thing thing) {
    List<Thing> all = items.all();
    if (all.size() < MAX_ITEMS) {
      all.add(thing);
    } else {
      all.set(MAX_ITEMS - 1, made(List.of(all.get(MAX_ITEMS - 1), thing)));
    }
  }

  /** The text that a thing is, if it is one for certain. */
  static boolean isText(Thing thing) {
    return thing instanceof Thing.Count
        || (thing instanceof Thing.Of of && of.value() instanceof Value.Text);
  }

  /** The text of a thing for which {@link #isText} holds; empty for others. */
  static String text(Thing thing) {
    if (thing instanceof Thing.Count count) {
      return String.valueOf(count.value());
    }
    return thing instanceof Thing.Of of && of.value() instanceof Value.Text text ? text.text() : "";
  }
}
