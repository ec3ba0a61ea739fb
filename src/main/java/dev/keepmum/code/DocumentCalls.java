package dev.keepmum.code;

import dev.keepmum.code.Node.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a language's names, methods and operators do to documents. */
abstract class DocumentCalls {
  private final DocumentFiles files;

  DocumentCalls(DocumentFiles files) {
    this.files = files;
  }

  final DocumentFiles files() {
    return files;
  }

  /** What a name stands for that the program has not set. */
  abstract Thing global(String name);

  /** Calls something of a library by its full name. */
  abstract Thing call(String path, CallArguments arguments);

  /** Calls a method of a value. */
  abstract Thing method(Thing receiver, String name, CallArguments arguments);

  /** A member that is not called; never of a library. */
  abstract Thing property(Thing thing, String name);

  /** What is in an object under a key that it has not. */
  abstract Thing absent();

  /** Whether a thing counts as true. */
  abstract boolean isTrue(Thing thing);

  /** Whether the left operand of {@code or} is its value. */
  abstract boolean isGiven(Thing thing);

  /** Whether a thing holds another. */
  abstract boolean holds(Thing thing, Thing element);

  /** What a loop goes over. */
  abstract List<Thing> elements(Thing thing);

  abstract Thing combined(Operator operator, Thing left, Thing right);

  final Thing member(Thing thing, String name) {
    return isLibrary(thing)
        ? new Thing.Named(((Thing.Named) thing).path() + "." + name)
        : property(thing, name);
  }

  final Thing invoke(Thing receiver, String name, CallArguments arguments) {
    return isLibrary(receiver)
        ? call(((Thing.Named) receiver).path() + "." + name, arguments)
        : method(receiver, name, arguments);
  }

  private static boolean isLibrary(Thing thing) {
    return thing instanceof Thing.Named
        && thing != JsonDocument.TRUE
        && thing != JsonDocument.FALSE
        && !JsonDocument.isNothing(thing);
  }

  final Thing index(Thing thing, Thing key) {
    if (thing instanceof Thing.Structure structure) {
      Thing value = structure.fields().get(JsonDocument.textOf(key));
      return value == null ? absent() : value;
    }
    List<Thing> items = items(thing);
    return items.get(position(key, items));
  }

  final void assign(Thing thing, Thing key, Thing value) {
    if (thing instanceof Thing.Structure structure) {
      structure.fields().put(JsonDocument.textOf(key), value);
    } else {
      List<Thing> items = items(thing);
      items.set(position(key, items), value);
    }
  }

  final void remove(Thing thing, Thing key) {
    structure(thing).fields().remove(JsonDocument.textOf(key));
  }

  private static int position(Thing key, List<Thing> items) {
    if (key instanceof Thing.Count count && count.value() >= 0 && count.value() < items.size()) {
      return (int) count.value();
    }
    throw new NotWorkedOut();
  }

  static Thing.Structure structure(Thing thing) {
    if (thing instanceof Thing.Structure structure) {
      return structure;
    }
    throw new NotWorkedOut();
  }

  /** The items of a list, which change with it. */
  final List<Thing> items(Thing thing) {
    if (thing instanceof Thing.Items items) {
      return items.all();
    }
    throw new NotWorkedOut();
  }

  /** Whether a list has an item that is the same as a text. */
  static boolean has(List<Thing> items, Thing element) {
    for (Thing item : items) {
      if (JsonDocument.same(item, element)) {
        return true;
      }
    }
    return false;
  }

  /** A list without doubles. */
  final Thing distinct(Thing list) {
    List<Thing> kept = new ArrayList<>();
    for (Thing item : items(list)) {
      if (!has(kept, item)) {
        kept.add(item);
      }
    }
    return new Thing.Items(kept);
  }

  /** A list of texts in their order. */
  static Thing sorted(List<Thing> items) {
    List<String> texts = new ArrayList<>();
    for (Thing item : items) {
      texts.add(JsonDocument.textOf(item));
    }
    Collections.sort(texts);
    List<Thing> sorted = new ArrayList<>();
    for (String text : texts) {
      sorted.add(JsonDocument.text(text));
    }
    return new Thing.Items(sorted);
  }

  static List<Thing> keys(Thing thing) {
    List<Thing> keys = new ArrayList<>();
    for (String key : structure(thing).fields().keySet()) {
      keys.add(JsonDocument.text(key));
    }
    return keys;
  }

  /** Sums of numbers, and texts one after the other. */
  static Thing sum(Operator operator, Thing left, Thing right) {
    if (left instanceof Thing.Count one && right instanceof Thing.Count other) {
      switch (operator) {
        case ADD:
          return new Thing.Count(one.value() + other.value());
        case SUBTRACT:
          return new Thing.Count(one.value() - other.value());
        default:
          throw new NotWorkedOut();
      }
    }
    if (operator != Operator.ADD) {
      throw new NotWorkedOut();
    }
    return JsonDocument.text(JsonDocument.textOf(left).concat(JsonDocument.textOf(right)));
  }

  /** A path below another one. */
  static String below(String folder, String name) {
    if (name.startsWith("/") || folder.isEmpty()) {
      return name;
    }
    return folder.endsWith("/") ? folder.concat(name) : folder.concat("/").concat(name);
  }

  static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "." : slash == 0 ? "/" : path.substring(0, slash);
  }

  static String joined(CallArguments arguments) {
    String path = "";
    for (Thing part : arguments.positional()) {
      path = below(path, JsonDocument.textOf(part));
    }
    return path;
  }

  static String text(CallArguments arguments, int position) {
    return JsonDocument.textOf(arguments.at(position));
  }

  /** Throws where a call is given another number of arguments, or some by name. */
  static void expect(CallArguments arguments, int least, int most) {
    if (arguments.count() < least || arguments.count() > most || !arguments.named().isEmpty()) {
      throw new NotWorkedOut();
    }
  }
}
