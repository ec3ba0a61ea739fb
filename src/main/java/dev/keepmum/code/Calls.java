package dev.keepmum.code;

import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls things: functions of the program, its classes, and what a {@link Library} knows. */
final class Calls {
  private final Evaluator evaluator;
  private final Library library;
  private final Things things;
  private final Members members;
  private final LibraryCalls known;

  Calls(Evaluator evaluator, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.library = library;
    this.things = things;
    this.members = new Members(evaluator, this, library, values, things);
    this.known = new LibraryCalls(evaluator, this, library, values, things);
  }

  Members members() {
    return members;
  }

  /** Does what a meaning says. */
  Thing perform(Meaning meaning, Thing receiver, CallArguments arguments) {
    return known.perform(meaning, receiver, arguments);
  }

  /** Whether a name does something when called, and is not a thing to look into. */
  static boolean isCallable(Meaning meaning) {
    return switch (meaning) {
      case NONE, ENVIRONMENT, ARGUMENTS, INPUT, ARGUMENT_FILES, ROOT, SETTINGS -> false;
      default -> true;
    };
  }

  /** Calls a method of a thing. */
  Thing invoke(Thing receiver, String name, CallArguments arguments) {
    if (library.language() == Language.JAVASCRIPT && isFunction(receiver) && isApplied(name)) {
      List<Thing> given = arguments.from(1); // The first is what the function is called on.
      return call(receiver, CallArguments.of(name.equals("apply") ? spread(given) : given));
    }
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

  private static boolean isApplied(String name) {
    return name.equals("call") || name.equals("apply") || name.equals("bind");
  }

  /** The items of lists, one after the other. */
  private static List<Thing> spread(List<Thing> lists) {
    List<Thing> spread = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      if (lists.get(i) instanceof Thing.Items items) {
        spread.addAll(items.all());
      } else {
        spread.add(lists.get(i));
      }
    }
    return spread;
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
          field.setValue(things.either(field.getValue(), members.setting(field.getKey())));
        }
      }
      definition.rest().add(new Thing.Named(Library.SETTINGS));
    }
  }

  /** A new object of a class; without a constructor of its own it keeps what it is given. */
  private Thing create(Thing.Structure definition, CallArguments arguments) {
    Thing.Structure object = new Thing.Structure();
    object.fields().putAll(definition.fields());
    object.rest().addAll(definition.rest());
    if (object.fields().get(library.constructor()) instanceof Thing.Closure constructor) {
      evaluator.apply(constructor, object, arguments);
    } else {
      object.fields().putAll(arguments.named());
      object.rest().addAll(arguments.positional());
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

  /** Whether a thing is standard output: what is written to it is shown. */
  boolean isOutput(Thing thing) {
    return isWrittenTo(thing, Meaning.PRINT);
  }

  /** Whether a thing is standard error. */
  boolean isErrorOutput(Thing thing) {
    return isWrittenTo(thing, Meaning.COMPLAIN);
  }

  private boolean isWrittenTo(Thing thing, Meaning meaning) {
    return thing instanceof Thing.Named named && library.named(named.path() + ".write") == meaning;
  }

  /** What a regular expression takes of a thing. */
  Thing match(Thing subject, Thing pattern) {
    return pattern instanceof Thing.Pattern
        ? perform(Meaning.MATCH, subject, CallArguments.of(List.of(pattern)))
        : things.made(List.of(subject, pattern));
  }

  /** The same for an operator; a language may have matched where it read the expression. */
  Thing matched(Thing subject, Thing pattern) {
    return pattern instanceof Thing.Items || pattern instanceof Thing.Either
        ? pattern
        : evaluator.matched(match(subject, pattern));
  }
}
