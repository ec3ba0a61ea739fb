package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives things to variables, to members and elements of other things, and to the patterns that take
 * a thing apart. Where it is not certain that an assignment happens, the old thing stays beside the
 * new one.
 */
final class Assignments {
  private final Evaluator evaluator;
  private final Library library;
  private final Things things;
  private final Members members;

  Assignments(Evaluator evaluator, Library library, Things things, Members members) {
    this.evaluator = evaluator;
    this.library = library;
    this.things = things;
    this.members = members;
  }

  /** Gives a pattern's variables their parts of a thing. */
  void bind(Node pattern, Thing thing) {
    if (pattern instanceof Node.Name name) {
      assign(name.name(), thing);
    } else if (pattern instanceof Node.Sequence sequence) {
      bindItems(sequence.items(), thing);
    } else if (pattern instanceof Node.Mapping mapping) {
      bindFields(mapping, thing);
    } else if (pattern instanceof Node.Assignment withDefault) {
      Thing otherwise = evaluator.evaluate(withDefault.value());
      bind(
          withDefault.target(),
          thing == Thing.UNKNOWN ? otherwise : things.either(thing, otherwise));
    } else if (pattern instanceof Node.Spread spread) {
      bind(spread.of(), thing);
    } else if (pattern instanceof Node.Chain chain) {
      assignInto(chain, thing);
    }
  }

  void assign(String name, Thing thing) {
    if (!evaluator.isCertain()
        && evaluator.scope().knows(name)
        && evaluator.scope().get(name) != Thing.UNKNOWN) {
      evaluator.scope().set(name, things.either(evaluator.scope().get(name), thing));
    } else {
      evaluator.scope().set(name, thing);
    }
  }

  private void bindItems(List<Node> patterns, Thing thing) {
    if (Things.isText(thing) && !patterns.isEmpty()) {
      bind(patterns.get(0), thing);
      return;
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i) instanceof Node.Spread) {
        bind(patterns.get(i), rest(thing, i));
      } else {
        bind(patterns.get(i), members.index(thing, new Thing.Count(i)));
      }
    }
  }

  private Thing rest(Thing thing, int from) {
    if (thing instanceof Thing.Items items && from <= items.all().size()) {
      return new Thing.Items(items.all().subList(from, items.all().size()));
    }
    return thing;
  }

  private void bindFields(Node.Mapping mapping, Thing thing) {
    for (int i = 0; i < mapping.entries().size(); i++) {
      Node.Entry entry = mapping.entries().get(i);
      if (entry.value() instanceof Node.Spread spread) {
        bind(spread.of(), thing);
      } else {
        Thing key = evaluator.evaluate(entry.key());
        bind(
            entry.value(),
            Things.isText(key)
                ? members.member(thing, Things.text(key))
                : members.index(thing, key));
      }
    }
  }

  /** Assigns to a member or an element. */
  private void assignInto(Node.Chain chain, Thing thing) {
    int last = chain.steps().size() - 1;
    Thing target = evaluator.follow(chain, last);
    assignMember(chain, target, evaluator.key(chain.steps().get(last)), thing);
  }

  void assignMember(Node.Chain chain, Thing target, Thing key, Thing thing) {
    if (target instanceof Thing.Structure structure) {
      assignField(structure, key, thing);
    } else if (target instanceof Thing.Items items) {
      assignItem(items, key, thing);
    } else if (target instanceof Thing.Named named) {
      assignNamed(chain, named, key, thing);
    } else if (chain.head() instanceof Node.Name name) {
      assign(name.name(), things.made(List.of(target, thing)));
    }
  }

  private void assignField(Thing.Structure structure, Thing key, Thing thing) {
    String name = Things.text(key);
    if (!evaluator.isCertain() && structure.fields().containsKey(name)) {
      structure.fields().put(name, things.either(structure.fields().get(name), thing));
    } else {
      things.put(structure, key, thing);
    }
  }

  private void assignItem(Thing.Items items, Thing key, Thing thing) {
    if (key instanceof Thing.Count count
        && count.value() >= 0
        && count.value() < items.all().size()
        && evaluator.isCertain()) {
      items.all().set((int) count.value(), thing);
    } else {
      things.append(items, thing);
    }
  }

  private void assignNamed(Node.Chain chain, Thing.Named named, Thing key, Thing thing) {
    if (library.named(named.path()) == Meaning.ENVIRONMENT) {
      if (Things.isText(key)) {
        evaluator.emit(new Effect.SetVariable(Things.text(key), things.told(thing)));
      }
      return;
    }
    if (chain.head() instanceof Node.Name name
        && chain.steps().size() == 1
        && !evaluator.scope().knows(name.name())
        && library.named(named.path()) == Meaning.NONE
        && chain.steps().get(0) instanceof Node.Index) {
      Thing.Structure structure = new Thing.Structure();
      things.put(structure, key, thing);
      assign(name.name(), structure);
      return;
    }
    assign(library.canonical(named.path() + "." + Things.text(key)), thing);
  }

  void bindParameters(List<Node> parameters, Thing self, CallArguments arguments) {
    int position = 0;
    int first = 0;
    if (self != Thing.UNKNOWN) {
      if (library.self().isEmpty() && !parameters.isEmpty()) {
        declare(parameters.get(0));
        bind(parameters.get(0), self);
        first = 1;
      } else {
        evaluator.scope().declare(library.self(), self);
      }
    }
    for (int i = first; i < parameters.size(); i++) {
      Node parameter = parameters.get(i);
      declare(parameter);
      if (parameter instanceof Node.Spread) {
        List<Thing> rest = new ArrayList<>(arguments.from(position));
        bind(parameter, rest.isEmpty() ? things.made(arguments.all()) : new Thing.Items(rest));
      } else {
        bind(parameter, arguments.either(position, nameOf(parameter)));
      }
      position++;
    }
  }

  private static String nameOf(Node parameter) {
    if (parameter instanceof Node.Name name) {
      return name.name();
    }
    return parameter instanceof Node.Assignment assignment ? nameOf(assignment.target()) : "";
  }

  /** Makes a pattern's variables ones of this evaluator.scope(). */
  private void declare(Node pattern) {
    if (pattern instanceof Node.Name name) {
      evaluator.scope().declare(name.name(), Thing.UNKNOWN);
    } else if (pattern instanceof Node.Assignment assignment) {
      declare(assignment.target());
    } else if (pattern instanceof Node.Spread spread) {
      declare(spread.of());
    } else if (pattern instanceof Node.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        declare(sequence.items().get(i));
      }
    } else if (pattern instanceof Node.Mapping mapping) {
      for (int i = 0; i < mapping.entries().size(); i++) {
        declare(mapping.entries().get(i).value());
      }
    }
  }
}
