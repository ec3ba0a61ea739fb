package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls that start programs. */
final class ProgramCalls {
  /** Where output goes that a program only keeps: the program that makes it runs all the same. */
  private static final String NOWHERE = "/dev/null";

  private final Evaluator evaluator;
  private final Calls calls;
  private final Library library;
  private final Values values;
  private final Things things;

  ProgramCalls(Evaluator evaluator, Calls calls, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.library = library;
    this.values = values;
    this.things = things;
  }

  Thing perform(Meaning meaning, CallArguments arguments) {
    switch (meaning) {
      case RUN_SHELL:
        return shown(shell(arguments), arguments);
      case SHELL_OUTPUT:
        return caught(shell(arguments), arguments);
      case SHELL_SHOWN:
        Effect.Run run = shell(arguments);
        evaluator.emit(run);
        return new Thing.Of(values.output(run));
      case RUN_PROGRAM:
        return shown(byWords(arguments), arguments);
      case PROGRAM_OUTPUT:
        return caught(program(arguments), arguments);
      case OUTPUT_OF_PROGRAM:
        Effect.Run process = run(Language.ARGUMENTS, things.told(words(arguments)), arguments);
        evaluator.emit(process);
        return new Thing.Of(values.output(process));
      case OUTPUT_OF_WORDS:
        return caught(byWords(arguments), arguments);
      case RUN_BY_OPTIONS:
        return shown(program(arguments), arguments);
      case OUTPUT_BY_OPTIONS:
        return caught(program(arguments), arguments);
      case RUN_LISTED:
        return shown(listed(arguments), arguments);
      case RUN_NAMED:
        return shown(named(arguments.from(0), arguments), arguments);
      case RUN_MODE:
        return shown(named(arguments.from(1), arguments), arguments);
      default:
        return shown(file(arguments), arguments);
    }
  }

  /** Runs what is no constant as a program of the same language: the content of a file, input. */
  void evaluate(Value program) {
    if (program instanceof Value.ReadFile file) {
      perform(Meaning.EVALUATE_FILE, CallArguments.of(List.of(new Thing.Of(file.path()))));
    } else if (Composition.holds(program)) {
      evaluator.emit(new Effect.Run(library.language(), List.of(program), Value.EMPTY));
    }
  }

  private Effect.Run shell(CallArguments arguments) {
    return run(Language.SHELL, List.of(things.told(command(arguments.at(0)))), arguments);
  }

  /** A command given as a list is one line all the same. */
  private Thing command(Thing command) {
    if (!(command instanceof Thing.Items items)) {
      return command;
    }
    return items.all().isEmpty() ? Thing.UNKNOWN : items.all().get(0);
  }

  /** A single text is a line for the shell, several are words. */
  private Effect.Run byWords(CallArguments arguments) {
    List<Thing> words = words(arguments);
    return words.size() == 1 && arguments.count() > 0 && !(arguments.at(0) instanceof Thing.Items)
        ? shell(arguments)
        : run(Language.ARGUMENTS, things.told(words), arguments);
  }

  private Effect.Run program(CallArguments arguments) {
    if (arguments.has("shell") && !isFalse(arguments.option("shell"))) {
      return shell(arguments);
    }
    return run(Language.ARGUMENTS, things.told(words(arguments)), arguments);
  }

  /** The program, and the words of its argument list without the name it has for itself. */
  private Effect.Run listed(CallArguments arguments) {
    List<Thing> words = new ArrayList<>();
    if (arguments.at(1) instanceof Thing.Items items && !items.all().isEmpty()) {
      words.add(arguments.at(0));
      words.addAll(items.all().subList(1, items.all().size()));
    } else {
      words.add(holds(arguments.at(1)) ? arguments.at(1) : arguments.at(0));
    }
    return run(Language.ARGUMENTS, things.told(words), arguments);
  }

  /** A list that nobody knows but that comes from somewhere: it begins with the program's name. */
  private boolean holds(Thing list) {
    return Composition.holds(things.told(list));
  }

  private Effect.Run named(List<Thing> given, CallArguments arguments) {
    List<Thing> words = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      if (given.get(i) instanceof Thing.Items items) {
        words.addAll(items.all());
      } else {
        words.add(given.get(i));
      }
    }
    if (words.size() > 1) {
      words.remove(1);
    }
    return run(Language.ARGUMENTS, things.told(words), arguments);
  }

  private static boolean isFalse(Thing thing) {
    return thing instanceof Thing.Named named && named.path().equals("False");
  }

  private Effect.Run file(CallArguments arguments) {
    String interpreter =
        switch (library.language()) {
          case PYTHON -> "python3";
          case JAVASCRIPT -> "node";
          case RUBY -> "ruby";
          case PERL -> "perl";
          case LUA -> "lua";
          case R -> "Rscript";
          default -> "php";
        };
    return run(
        Language.ARGUMENTS,
        List.of(values.text(interpreter), things.told(arguments.at(0))),
        arguments);
  }

  /** The words among the arguments: texts, and lists of texts; options and functions are none. */
  private List<Thing> words(CallArguments arguments) {
    List<Thing> words = new ArrayList<>();
    List<Thing> given =
        arguments.count() > 0 ? arguments.positional() : List.of(arguments.option("args"));
    for (int i = 0; i < given.size(); i++) {
      Thing thing = given.get(i);
      if (thing instanceof Thing.Items items) {
        words.addAll(items.all());
      } else if (!(thing instanceof Thing.Structure) && !calls.isFunction(thing)) {
        words.add(thing);
      }
    }
    if (arguments.option("args") instanceof Thing.Items items && arguments.count() > 0) {
      words.addAll(items.all());
    }
    return words;
  }

  private Effect.Run run(Language language, List<Value> words, CallArguments arguments) {
    Thing input = arguments.option("input");
    if (input == Thing.UNKNOWN) {
      input = arguments.option("stdin");
    }
    Value given = input == Thing.UNKNOWN ? Value.EMPTY : things.told(input);
    return new Effect.Run(language, words, given);
  }

  /** Starts a program whose output is shown, unless options catch it. */
  private Thing shown(Effect.Run run, CallArguments arguments) {
    Thing out = output(arguments);
    boolean caught =
        arguments.has("capture_output")
            || out instanceof Thing.Opened
            || (out instanceof Thing.Named && !inherits(out));
    if (caught) {
      return caught(run, arguments);
    }
    evaluator.emit(run);
    return Thing.UNKNOWN;
  }

  /** Starts a program whose output is the value, unless options say that it is shown. */
  private Thing caught(Effect.Run run, CallArguments arguments) {
    Thing out = output(arguments);
    if (inherits(out)) {
      evaluator.emit(run);
      return Thing.UNKNOWN;
    }
    Value output = values.output(run);
    Value target = out instanceof Thing.Opened opened ? opened.path() : new Value.Text(NOWHERE);
    evaluator.emit(new Effect.Write(target, output));
    Thing outcome = new Thing.Of(output);
    calls.callBack(arguments, outcome);
    return outcome;
  }

  private static Thing output(CallArguments arguments) {
    Thing out = arguments.option("stdio");
    return out == Thing.UNKNOWN ? arguments.option("stdout") : out;
  }

  private boolean inherits(Thing out) {
    if (out instanceof Thing.Items items) {
      return items.all().size() > 1 && inherits(items.all().get(1));
    }
    return Things.text(out).equals("inherit")
        || Things.text(out).equals("1")
        || calls.isOutput(out)
        || calls.isErrorOutput(out);
  }
}
