package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls on lists and objects, and those that call a function with each element of one. */
final class CollectionCalls {
  private final Evaluator evaluator;
  private final Calls calls;
  private final Library library;
  private final Values values;
  private final Things things;

  CollectionCalls(Evaluator evaluator, Calls calls, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.library = library;
    this.values = values;
    this.things = things;
  }

  /** The element under the first argument, or else the second argument. */
  Thing lookUp(Thing receiver, CallArguments arguments) {
    Thing found = calls.members().index(receiver, arguments.at(0));
    Thing otherwise = arguments.either(1, "default");
    if (otherwise instanceof Thing.Closure closure) {
      otherwise = evaluator.apply(closure, Thing.UNKNOWN, new CallArguments());
    }
    return otherwise == Thing.UNKNOWN ? found : things.either(found, otherwise);
  }

  /** An object that collects, and begins with what it is given; a number is only a size. */
  Thing filled(CallArguments arguments) {
    Thing.Structure object = new Thing.Structure();
    for (int i = 0; i < arguments.count(); i++) {
      Thing argument = arguments.at(i);
      if (!(argument instanceof Thing.Count)) {
        things.include(object, argument);
      }
    }
    return object;
  }

  /** The keys of an object, as a list. */
  Thing keys(Thing thing) {
    if (calls.isNamed(thing, Meaning.ENVIRONMENT)) {
      return new Thing.Many(Thing.VARIABLE_NAMES);
    }
    if (thing instanceof Thing.Structure structure) {
      if (!structure.keys().isEmpty()) {
        List<Thing> keys = keysOf(structure);
        keys.addAll(structure.keys());
        return new Thing.Many(things.anyOf(keys));
      }
      if (!structure.rest().isEmpty()) {
        return keys(structure.rest().get(0));
      }
      return new Thing.Items(keysOf(structure));
    }
    return Thing.UNKNOWN;
  }

  /** The elements of a thing, as a list: of what has keys the keys. */
  Thing elementsOf(Thing thing) {
    if (calls.isNamed(thing, Meaning.ENVIRONMENT)) {
      return keys(thing);
    }
    if (thing instanceof Thing.Structure structure && !structure.keys().isEmpty()) {
      return keys(structure);
    }
    if (thing instanceof Thing.Structure structure && !structure.fields().isEmpty()) {
      Thing.Items elements = new Thing.Items(keysOf(structure));
      things.append(elements, things.made(structure.rest()));
      return elements;
    }
    return thing instanceof Thing.Dictionary ? new Thing.Many(things.elements(thing)) : thing;
  }

  private List<Thing> keysOf(Thing.Structure structure) {
    List<Thing> keys = new ArrayList<>();
    for (String key : structure.fields().keySet()) {
      keys.add(new Thing.Of(values.text(key)));
    }
    return keys;
  }

  /** Keys with their values, as a list. */
  Thing entries(Thing thing) {
    if (calls.isNamed(thing, Meaning.ENVIRONMENT)) {
      Thing value = new Thing.Of(new Value.ReadEnvironment());
      return new Thing.Many(Things.entry(Thing.VARIABLE_NAMES, value));
    }
    if (thing instanceof Thing.Dictionary dictionary) {
      return new Thing.Many(Things.entry(Thing.UNKNOWN, new Thing.Of(dictionary.content())));
    }
    if (thing instanceof Thing.Structure structure) {
      return entries(structure);
    }
    if (thing instanceof Thing.Items items) {
      List<Thing> entries = new ArrayList<>();
      for (int i = 0; i < items.all().size(); i++) {
        entries.add(Things.entry(new Thing.Count(i), items.all().get(i)));
      }
      return new Thing.Items(entries);
    }
    return new Thing.Many(Things.entry(Thing.UNKNOWN, things.elements(thing)));
  }

  private Thing entries(Thing.Structure structure) {
    List<Thing> entries = new ArrayList<>();
    for (String key : structure.fields().keySet()) {
      entries.add(Things.entry(new Thing.Of(values.text(key)), structure.fields().get(key)));
    }
    Thing key = things.anyOf(structure.keys());
    for (int i = 0; i < structure.rest().size(); i++) {
      entries.add(
          structure.keys().isEmpty()
              ? things.elements(entries(structure.rest().get(i)))
              : Things.entry(key, structure.rest().get(i)));
    }
    return new Thing.Items(entries);
  }

  /** The first item of a list; of anything else one of its elements. */
  Thing first(Thing list) {
    return list instanceof Thing.Items
        ? calls.members().index(list, new Thing.Count(0))
        : things.elements(list);
  }

  /** Adds the arguments to a list or an object; anything else is made anew. */
  Thing append(Thing receiver, CallArguments arguments) {
    for (int i = 0; i < arguments.count(); i++) {
      if (receiver instanceof Thing.Items items) {
        things.append(items, arguments.at(i));
      } else if (receiver instanceof Thing.Structure structure) {
        things.include(structure, arguments.at(i));
      }
    }
    return receiver instanceof Thing.Items || receiver instanceof Thing.Structure
        ? receiver
        : things.made(arguments.allBehind(receiver));
  }

  /** One object with what all arguments hold. */
  Thing merged(CallArguments arguments) {
    Thing.Structure merged = new Thing.Structure();
    for (int i = 0; i < arguments.count(); i++) {
      if (arguments.at(i) instanceof Thing.Structure structure) {
        merged.fields().putAll(structure.fields());
        merged.rest().addAll(structure.rest());
      } else {
        things.include(merged, arguments.at(i));
      }
    }
    return merged;
  }

  /** What a function makes of each element. */
  Thing map(Thing function, Thing over) {
    List<Thing> elements = evaluator.known(over);
    if (elements.isEmpty()) {
      return new Thing.Many(applyTo(function, things.elements(over)));
    }
    List<Thing> results = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      results.add(applyTo(function, elements.get(i)));
    }
    return new Thing.Items(results);
  }

  /** Calls a function with an element; one with several parameters gets the element's parts. */
  private Thing applyTo(Thing function, Thing element) {
    if (function instanceof Thing.Closure closure) {
      boolean parts =
          library.elementsOfEnvironment() == Meaning.ENTRIES
              && closure.function().parameters().size() > 1
              && element instanceof Thing.Items;
      List<Thing> given = parts ? ((Thing.Items) element).all() : List.of(element);
      return evaluator.apply(closure, Thing.UNKNOWN, CallArguments.of(given));
    }
    return calls.isFunction(function)
        ? calls.call(function, CallArguments.of(List.of(element)))
        : things.made(List.of(function, element));
  }

  /** What a function makes of all elements, one after the other. */
  Thing reduce(Thing receiver, CallArguments arguments) {
    Thing element = things.elements(receiver);
    Thing start = arguments.at(0) instanceof Thing.Closure ? arguments.at(1) : arguments.at(0);
    Thing made = things.made(List.of(element, start));
    Thing function = lastFunction(arguments);
    return function instanceof Thing.Closure closure
        ? evaluator.apply(closure, Thing.UNKNOWN, CallArguments.of(List.of(made, element)))
        : made;
  }

  /** The last function among the arguments, or else the first argument. */
  static Thing lastFunction(CallArguments arguments) {
    Thing last = Thing.UNKNOWN;
    for (int i = 0; i < arguments.count(); i++) {
      Thing argument = arguments.at(i);
      if (last == Thing.UNKNOWN || argument instanceof Thing.Closure) {
        last = argument;
      }
    }
    return last;
  }

  /** What an open file or standard input hands to those who listen. */
  Thing arrived(Thing receiver) {
    Value told = things.told(receiver);
    return told instanceof Value.Unknown ? receiver : new Thing.Of(told);
  }
}
