package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks into things: their members, their elements and parts of them. */
final class Members {
  private final Evaluator evaluator;
  private final Calls calls;
  private final Library library;
  private final Values values;
  private final Things things;

  Members(Evaluator evaluator, Calls calls, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.library = library;
    this.values = values;
    this.things = things;
  }

  /** The member of a thing that is not called there and then. */
  Thing member(Thing thing, String name) {
    if (evaluator.isOverworked()) {
      return Thing.UNKNOWN;
    }
    things.charge();
    if (thing instanceof Thing.Named named) {
      return memberOf(named, name);
    }
    if (thing instanceof Thing.Structure structure) {
      return memberOf(structure, name);
    }
    if (thing instanceof Thing.Either either) {
      List<Thing> members = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        members.add(member(either.alternatives().get(i), name));
      }
      return things.anyOf(members);
    }
    Meaning property = library.property(name);
    if (property != Meaning.NONE) {
      return calls.perform(property, thing, new CallArguments());
    }
    if (library.method(name) == Meaning.NONE) {
      return partOf(thing, name);
    }
    return library.callsByName()
        ? calls.invoke(thing, name, new CallArguments())
        : new Thing.Method(thing, name);
  }

  /** A member of a thing that no table knows. */
  private Thing partOf(Thing thing, String name) {
    if (thing instanceof Thing.Made) {
      return library.callsByName() ? calls.invoke(thing, name, new CallArguments()) : thing;
    }
    boolean tellsNothing = thing instanceof Thing.VariableNames || DescribingMembers.has(name);
    return tellsNothing ? Thing.UNKNOWN : things.made(thing);
  }

  private Thing memberOf(Thing.Named named, String name) {
    Meaning holder = library.named(named.path());
    if (holder == Meaning.ROOT) {
      return evaluator.lookUp(name);
    }
    String path = library.canonical(named.path() + "." + name);
    Meaning meaning = library.named(path);
    if (meaning == Meaning.NONE && holder == Meaning.ENVIRONMENT) {
      if (library.variablesAreMembers()) {
        return variable(name);
      }
      if (library.method(name) != Meaning.NONE && library.callsByName()) {
        return calls.perform(library.method(name), named, new CallArguments());
      }
    }
    if (meaning == Meaning.NONE && holder == Meaning.SETTINGS) {
      return setting(name);
    }
    Thing member = evaluator.lookUp(path);
    if (library.callsByName() && member instanceof Thing.Named && meaning == Meaning.NONE) {
      Meaning method = library.method(name);
      if (method != Meaning.NONE && holder != Meaning.NONE) {
        return calls.perform(method, named, new CallArguments());
      }
    }
    return library.callsByName() && Calls.isCallable(meaning)
        ? calls.perform(meaning, named, new CallArguments())
        : member;
  }

  private Thing variable(String name) {
    return new Thing.Of(values.readVariable(values.text(name)));
  }

  /** A setting comes from the variable of its name in capitals. */
  Thing setting(String name) {
    return variable(name.toUpperCase(Locale.ROOT));
  }

  private Thing memberOf(Thing.Structure structure, String name) {
    Thing field = structure.fields().get(name);
    if (field != null) {
      return field instanceof Thing.Closure closure && library.callsByName()
          ? evaluator.apply(closure, structure, new CallArguments())
          : field;
    }
    List<Thing> rest = new ArrayList<>();
    for (int i = 0; i < structure.rest().size(); i++) {
      rest.add(member(structure.rest().get(i), name));
    }
    if (!rest.isEmpty()) {
      return things.anyOf(rest);
    }
    if (library.property(name) != Meaning.NONE) {
      return calls.perform(library.property(name), structure, new CallArguments());
    }
    if (library.method(name) == Meaning.NONE) {
      return Thing.UNKNOWN;
    }
    return library.callsByName()
        ? calls.perform(library.method(name), structure, new CallArguments())
        : new Thing.Method(structure, name);
  }

  /** The element of a thing under a key. */
  Thing index(Thing thing, Thing key) {
    if (evaluator.isOverworked()) {
      return Thing.UNKNOWN;
    }
    things.charge();
    boolean line = thing instanceof Thing.Of || calls.isNamed(thing, Meaning.ARGUMENT_INPUT);
    if (line && key instanceof Thing.Pattern) {
      return index(calls.match(thing, key), new Thing.Count(0));
    }
    if (line && isGroup(key)) {
      List<Thing> asked = ((Thing.Items) key).all();
      return index(calls.match(thing, asked.get(0)), asked.get(1));
    }
    if (thing instanceof Thing.Named named) {
      return indexOf(named, key);
    }
    if (thing instanceof Thing.Items items) {
      return indexOf(items, key);
    }
    if (thing instanceof Thing.Structure structure) {
      return indexOf(structure, key);
    }
    if (thing instanceof Thing.Many many) {
      return many.element() instanceof Thing.Structure structure && !(key instanceof Thing.Count)
          ? things.either(many.element(), indexOf(structure, key))
          : many.element();
    }
    if (thing instanceof Thing.Either either) {
      List<Thing> elements = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        elements.add(index(either.alternatives().get(i), key));
      }
      return things.anyOf(elements);
    }
    if (thing instanceof Thing.Of of && key instanceof Thing.Count count) {
      return indexOf(of, count.value());
    }
    if (thing instanceof Thing.VariableNames) {
      return thing;
    }
    if (Things.isText(key) && library.property(Things.text(key)) != Meaning.NONE) {
      return calls.perform(library.property(Things.text(key)), thing, new CallArguments());
    }
    return DescribingMembers.has(Things.text(key)) ? Thing.UNKNOWN : things.made(thing);
  }

  /** {@code text[/expression/, 1]}: the group of a match. */
  private static boolean isGroup(Thing key) {
    return key instanceof Thing.Items items
        && items.all().size() == 2
        && items.all().get(0) instanceof Thing.Pattern
        && !(items.all().get(1) instanceof Thing.Items);
  }

  private Thing indexOf(Thing.Of of, long index) {
    if (of.value() instanceof Value.Text) {
      Thing at = new Thing.Count(index);
      Thing next = index == -1 ? Thing.UNKNOWN : new Thing.Count(index + 1);
      return slice(of, at, next, Thing.UNKNOWN);
    }
    if (of.value() instanceof Value.Arguments) {
      return new Thing.Of(
          index < 0 ? of.value() : new Value.Argument((int) Math.min(index, 999) + 1));
    }
    return things.made(of);
  }

  private Thing indexOf(Thing.Named named, Thing key) {
    switch (library.named(named.path())) {
      case ENVIRONMENT:
      case SETTINGS:
        return variable(key);
      case ARGUMENTS:
        return argument(key);
      case INPUT:
      case ARGUMENT_FILES:
        return things.made(named);
      case SAME:
        return key; // Hash[pairs]
      default:
        return Things.isText(key) ? member(named, Things.text(key)) : Thing.UNKNOWN;
    }
  }

  /** The variable under a key: with keys taken from the environment, all of them. */
  Thing variable(Thing key) {
    if (key instanceof Thing.VariableNames) {
      return new Thing.Of(new Value.ReadEnvironment());
    }
    if (key instanceof Thing.Either either) {
      List<Thing> variables = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        variables.add(variable(either.alternatives().get(i)));
      }
      return things.anyOf(variables);
    }
    return new Thing.Of(values.readVariable(things.told(key)));
  }

  private Thing argument(Thing key) {
    if (key instanceof Thing.Count count && count.value() >= 0) {
      long position = count.value() - library.firstArgument() + 1;
      return position < 0 || position == 0 && library.firstArgument() < 2
          ? Thing.UNKNOWN
          : argument((int) Math.min(position, 999));
    }
    return new Thing.Of(new Value.Arguments());
  }

  /**
   * Behind {@code node -e} there is no script's name among the arguments, so all are one earlier.
   */
  private Thing argument(int position) {
    if (library.firstArgument() < 2) {
      return new Thing.Of(new Value.Argument(position));
    }
    Value later = new Value.Argument(position + 1);
    return new Thing.Of(
        position == 0 ? later : new Value.OneOf(List.of(new Value.Argument(position), later)));
  }

  private Thing indexOf(Thing.Items items, Thing key) {
    List<Thing> all = items.all();
    if (key instanceof Thing.Count count) {
      long index = count.value() < 0 ? count.value() + all.size() : count.value();
      if (index >= 0 && index < all.size()) {
        return all.get((int) index);
      }
      if (all.size() == 1 && all.get(0) instanceof Thing.Many many) {
        return many.element();
      }
      return Thing.UNKNOWN;
    }
    if (Things.isText(key) && library.property(Things.text(key)) != Meaning.NONE) {
      return calls.perform(library.property(Things.text(key)), items, new CallArguments());
    }
    return things.anyOf(all);
  }

  private Thing indexOf(Thing.Structure structure, Thing key) {
    if (Things.isText(key)) {
      Thing field = structure.fields().get(Things.text(key));
      if (field != null) {
        return field;
      }
    }
    List<Thing> candidates = new ArrayList<>();
    if (!Things.isText(key)) {
      candidates.addAll(structure.fields().values());
    }
    for (int i = 0; i < structure.rest().size(); i++) {
      candidates.add(index(structure.rest().get(i), key));
    }
    return things.anyOf(candidates);
  }

  /** Part of a thing between two bounds. */
  Thing slice(Thing thing, Thing from, Thing to, Thing by) {
    if (Things.isText(thing)) {
      return new Thing.Of(values.text(Folding.slice(Things.text(thing), from, to, by)));
    }
    if (thing instanceof Thing.Items items) {
      return slice(items, from, to, by);
    }
    if (calls.isNamed(thing, Meaning.ARGUMENTS)) {
      return new Thing.Of(new Value.Arguments());
    }
    if (thing instanceof Thing.Many || thing instanceof Thing.VariableNames) {
      return thing;
    }
    if (thing instanceof Thing.Either either) {
      List<Thing> parts = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        parts.add(slice(either.alternatives().get(i), from, to, by));
      }
      return things.anyOf(parts);
    }
    return things.made(thing);
  }

  private static Thing slice(Thing.Items items, Thing from, Thing to, Thing by) {
    StringBuilder positions = new StringBuilder();
    for (int i = 0; i < items.all().size(); i++) {
      positions.append((char) i);
    }
    String chosen = Folding.slice(positions.toString(), from, to, by);
    List<Thing> part = new ArrayList<>();
    for (int i = 0; i < chosen.length(); i++) {
      part.add(items.all().get(chosen.charAt(i)));
    }
    return new Thing.Items(part);
  }
}
