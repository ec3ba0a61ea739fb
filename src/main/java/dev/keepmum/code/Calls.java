package dev.keepmum.code;

import dev.keepmum.code.Node.Operator;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks into things and calls them: what a library's names do stands in its {@link Library}. */
final class Calls {
  private final Evaluator evaluator;
  private final Library library;
  private final Values values;
  private final Things things;
  private final LibraryCalls known;

  Calls(Evaluator evaluator, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.library = library;
    this.values = values;
    this.things = things;
    this.known = new LibraryCalls(evaluator, this, library, values, things);
  }

  Thing perform(Meaning meaning, Thing receiver, CallArguments arguments) {
    return known.perform(meaning, receiver, arguments);
  }

  // Looking into things

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
      return perform(property, thing, new CallArguments());
    }
    if (library.method(name) == Meaning.NONE) {
      return partOf(thing, name);
    }
    return library.callsByName()
        ? invoke(thing, name, new CallArguments())
        : new Thing.Method(thing, name);
  }

  /** A member of a thing that no table knows. */
  private Thing partOf(Thing thing, String name) {
    if (thing instanceof Thing.Made) {
      return library.callsByName() ? invoke(thing, name, new CallArguments()) : thing;
    }
    return thing instanceof Thing.VariableNames ? Thing.UNKNOWN : things.made(thing);
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
        return perform(library.method(name), named, new CallArguments());
      }
    }
    if (meaning == Meaning.NONE && holder == Meaning.SETTINGS) {
      return setting(name);
    }
    Thing member = evaluator.lookUp(path);
    if (library.callsByName() && member instanceof Thing.Named && meaning == Meaning.NONE) {
      Meaning method = library.method(name);
      if (method != Meaning.NONE && holder != Meaning.NONE) {
        return perform(method, named, new CallArguments());
      }
    }
    return library.callsByName() && isCallable(meaning)
        ? perform(meaning, named, new CallArguments())
        : member;
  }

  /** Whether a name does something when called, and is not a thing to look into. */
  private static boolean isCallable(Meaning meaning) {
    return switch (meaning) {
      case NONE, ENVIRONMENT, ARGUMENTS, INPUT, ARGUMENT_FILES, ROOT, SETTINGS -> false;
      default -> true;
    };
  }

  private Thing variable(String name) {
    return new Thing.Of(values.readVariable(values.text(name)));
  }

  /** A setting comes from the variable of its name in capitals. */
  private Thing setting(String name) {
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
      return perform(library.property(name), structure, new CallArguments());
    }
    if (library.method(name) == Meaning.NONE) {
      return Thing.UNKNOWN;
    }
    return library.callsByName()
        ? perform(library.method(name), structure, new CallArguments())
        : new Thing.Method(structure, name);
  }

  /** The element of a thing under a key. */
  Thing index(Thing thing, Thing key) {
    if (evaluator.isOverworked()) {
      return Thing.UNKNOWN;
    }
    things.charge();
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
      return perform(library.property(Things.text(key)), thing, new CallArguments());
    }
    return things.made(thing);
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
      return perform(library.property(Things.text(key)), items, new CallArguments());
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
    if (isNamed(thing, Meaning.ARGUMENTS)) {
      return new Thing.Of(new Value.Arguments());
    }
    if (thing instanceof Thing.Many || thing instanceof Thing.VariableNames) {
      return thing;
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

  // Calling

  /** Calls a method of a thing. */
  Thing invoke(Thing receiver, String name, CallArguments arguments) {
    if (receiver instanceof Thing.Named named) {
      return invokeNamed(named, name, arguments);
    }
    if (receiver instanceof Thing.Structure structure && structure.fields().containsKey(name)) {
      return callField(structure, name, arguments);
    }
    if (receiver instanceof Thing.Either either) {
      List<Thing> results = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        results.add(invoke(either.alternatives().get(i), name, arguments));
      }
      return things.anyOf(results);
    }
    if (receiver instanceof Thing.Closure closure && isApplication(name)) {
      return evaluator.apply(closure, Thing.UNKNOWN, arguments);
    }
    return invokeMethod(receiver, name, arguments);
  }

  /** A method that no table knows may be one of the program's own classes. */
  private Thing invokeMethod(Thing receiver, String name, CallArguments arguments) {
    Meaning meaning = library.method(name);
    if (meaning == Meaning.NONE && evaluator.lookUp(name) instanceof Thing.Closure closure) {
      return evaluator.apply(closure, receiver, arguments);
    }
    boolean answers = meaning == Meaning.NONE && receiver instanceof Thing.Made && !givesBack(name);
    return perform(meaning, answers ? Thing.UNKNOWN : receiver, arguments);
  }

  /** Whether a method's name says that it gives what its object was made of. */
  private static boolean givesBack(String name) {
    switch (name) {
      case "toString",
      "to_string",
      "to_s",
      "to_str",
      "str",
      "valueOf",
      "value",
      "getvalue",
      "getValue",
      "get_value",
      "get_secret_value",
      "geturl",
      "getUrl",
      "unwrap",
      "decode",
      "encode",
      "hex",
      "digest",
      "read",
      "text",
      "json",
      "toJSON",
      "to_json",
      "to_dict",
      "dict",
      "dump",
      "dumps",
      "render",
      "inspect",
      "format",
      "export",
      "reveal":
        return true;
      default:
        return false;
    }
  }

  private static boolean isApplication(String name) {
    return name.equals("call") || name.equals("apply") || name.equals("invoke");
  }

  private Thing callField(Thing.Structure structure, String name, CallArguments arguments) {
    Thing field = structure.fields().get(name);
    return field instanceof Thing.Closure closure
        ? evaluator.apply(closure, structure, arguments)
        : call(field, arguments);
  }

  private Thing invokeNamed(Thing.Named named, String name, CallArguments arguments) {
    if (library.named(named.path()) == Meaning.ROOT) {
      return call(evaluator.lookUp(name), arguments);
    }
    String path = library.canonical(named.path() + "." + name);
    Thing member = evaluator.lookUp(path);
    if (!(member instanceof Thing.Named target)) {
      return call(member, arguments);
    }
    Meaning meaning = library.named(target.path());
    return meaning == Meaning.NONE
        ? invokeMethod(named, name, arguments)
        : perform(meaning, named, arguments);
  }

  /** Calls a thing. */
  Thing call(Thing callee, CallArguments arguments) {
    if (callee instanceof Thing.Closure closure) {
      return evaluator.apply(closure, Thing.UNKNOWN, arguments);
    }
    if (callee instanceof Thing.Named named) {
      int dot = named.path().lastIndexOf('.');
      Meaning meaning = library.named(named.path());
      if (meaning == Meaning.NONE && dot > 0) {
        Thing receiver = new Thing.Named(named.path().substring(0, dot));
        return perform(library.method(named.path().substring(dot + 1)), receiver, arguments);
      }
      return perform(meaning, named, arguments);
    }
    if (callee instanceof Thing.Method method) {
      return invoke(method.receiver(), method.name(), arguments);
    }
    if (callee instanceof Thing.Structure structure) {
      return create(structure, arguments);
    }
    if (callee instanceof Thing.Either either) {
      List<Thing> results = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        results.add(call(either.alternatives().get(i), arguments));
      }
      return things.anyOf(results);
    }
    if (library.language() == Language.PHP && Things.isText(callee)) {
      return call(evaluator.lookUp(Things.text(callee)), arguments);
    }
    return perform(Meaning.NONE, callee, arguments);
  }

  /** Gives a class what another one has; settings, beside their defaults, what is set. */
  void inherit(Thing.Structure definition, Thing base) {
    if (base instanceof Thing.Structure from) {
      for (Map.Entry<String, Thing> field : from.fields().entrySet()) {
        definition.fields().putIfAbsent(field.getKey(), field.getValue());
      }
      definition.rest().addAll(from.rest());
    } else if (isNamed(base, Meaning.MAKE_SETTINGS)) {
      for (Map.Entry<String, Thing> field : definition.fields().entrySet()) {
        if (!isFunction(field.getValue())) {
          field.setValue(things.either(field.getValue(), setting(field.getKey())));
        }
      }
      definition.rest().add(new Thing.Named(Library.SETTINGS));
    }
  }

  /** A new object of a class. */
  private Thing create(Thing.Structure definition, CallArguments arguments) {
    Thing.Structure object = new Thing.Structure();
    object.fields().putAll(definition.fields());
    object.rest().addAll(definition.rest());
    if (object.fields().get(library.constructor()) instanceof Thing.Closure constructor) {
      evaluator.apply(constructor, object, arguments);
    }
    return object;
  }

  /** Gives an outcome to the functions among the arguments. */
  void callBack(CallArguments arguments, Thing outcome) {
    for (int i = 0; i < arguments.count(); i++) {
      callBack(arguments.at(i), outcome);
    }
  }

  /** An outcome, which goes to the functions among the arguments too. */
  Thing result(CallArguments arguments, Thing outcome) {
    callBack(arguments, outcome);
    return outcome;
  }

  /** Gives an outcome to a function; before it comes the error, where there are two parameters. */
  Thing callBack(Thing function, Thing outcome) {
    if (function instanceof Thing.Closure closure) {
      List<Thing> given =
          closure.function().parameters().size() > 1
              ? List.of(Thing.UNKNOWN, outcome, outcome)
              : List.of(outcome);
      return evaluator.apply(closure, Thing.UNKNOWN, CallArguments.of(given));
    }
    return isFunction(function) ? call(function, CallArguments.of(List.of(outcome))) : outcome;
  }

  /** Whether a thing is something that can be called. */
  boolean isFunction(Thing thing) {
    return thing instanceof Thing.Closure
        || thing instanceof Thing.Method
        || (thing instanceof Thing.Named named && isCallable(library.named(named.path())));
  }

  /** Whether a thing is a name of the library that means this. */
  boolean isNamed(Thing thing, Meaning meaning) {
    return thing instanceof Thing.Named named && library.named(named.path()) == meaning;
  }

  /** Whether a thing is standard output or standard error: what is written to it is shown. */
  boolean isOutput(Thing thing) {
    return thing instanceof Thing.Named named
        && library.named(named.path() + ".write") == Meaning.PRINT;
  }

  // Operators

  Thing combine(Operator operator, Thing left, Thing right) {
    switch (operator) {
      case EITHER:
        return things.either(left, right);
      case AND:
        return right;
      case EQUAL:
      case DIFFERENT:
      case IN:
      case NOT_IN:
      case COMPARE:
        return Thing.UNKNOWN;
      case MATCH:
        return things.made(List.of(left, right));
      case ADD:
        return add(left, right);
      case JOIN:
        return things.joined(List.of(left, right));
      case APPEND:
        return perform(Meaning.SHIFT, left, CallArguments.of(List.of(right)));
      case REMAINDER:
        return remainder(left, right);
      case MULTIPLY:
        if (right instanceof Thing.Count times && left instanceof Thing.Of && Things.isText(left)) {
          return new Thing.Of(values.text(Folding.repeated(Things.text(left), times.value())));
        }
        return numbers(operator, left, right);
      case DIVIDE:
        if (left instanceof Thing.Count) {
          return numbers(operator, left, right);
        }
        return perform(Meaning.JOIN_PATHS, left, CallArguments.of(List.of(left, right)));
      default:
        return numbers(operator, left, right);
    }
  }

  private Thing add(Thing left, Thing right) {
    if (left instanceof Thing.Count && right instanceof Thing.Count) {
      return numbers(Operator.ADD, left, right);
    }
    if (left instanceof Thing.Items first && right instanceof Thing.Items second) {
      Thing.Items all = new Thing.Items(first.all());
      for (int i = 0; i < second.all().size(); i++) {
        things.append(all, second.all().get(i));
      }
      return all;
    }
    return things.joined(List.of(left, right));
  }

  private Thing numbers(Operator operator, Thing left, Thing right) {
    if (left instanceof Thing.Count a && right instanceof Thing.Count b) {
      switch (operator) {
        case ADD:
          return new Thing.Count(a.value() + b.value());
        case SUBTRACT:
          return new Thing.Count(a.value() - b.value());
        case MULTIPLY:
          return new Thing.Count(a.value() * b.value());
        case EXCLUSIVE_OR:
          return new Thing.Count(a.value() ^ b.value());
        case DIVIDE:
          return b.value() == 0 ? Thing.UNKNOWN : new Thing.Count(a.value() / b.value());
        case REMAINDER:
          return b.value() == 0 ? Thing.UNKNOWN : new Thing.Count(a.value() % b.value());
        default:
          return Thing.UNKNOWN;
      }
    }
    return things.made(List.of(left, right));
  }

  private Thing remainder(Thing left, Thing right) {
    if (left instanceof Thing.Of of && of.value() instanceof Value.Text format) {
      CallArguments arguments =
          right instanceof Thing.Items items
              ? CallArguments.of(items.all())
              : CallArguments.of(List.of(right));
      return new Thing.Of(values.joined(Folding.formatted(format.text(), arguments, things)));
    }
    return numbers(Operator.REMAINDER, left, right);
  }
}
