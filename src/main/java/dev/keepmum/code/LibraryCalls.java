package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Does what a {@link Meaning} says: what a call of a known name gives, and which effects it has.
 */
final class LibraryCalls {
  private final Evaluator evaluator;
  private final Calls calls;
  private final Library library;
  private final Values values;
  private final Things things;
  private final VariableCalls variables;
  private final ReadingCalls reading;
  private final NetworkCalls network;
  private final WritingCalls writing;
  private final ProgramCalls programs;
  private final ArchiveCalls archives;
  private final DeferredCalls deferred;
  private final CollectionCalls collections;
  private final TextCalls texts;
  private final PatternCalls patterns;

  LibraryCalls(Evaluator evaluator, Calls calls, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.library = library;
    this.values = values;
    this.things = things;
    this.variables = new VariableCalls(evaluator, calls, values, things);
    this.reading = new ReadingCalls(evaluator, calls, library, values, things);
    this.network = new NetworkCalls(evaluator, calls, reading, values, things);
    this.writing = new WritingCalls(evaluator, calls, reading, network, values, things);
    this.programs = new ProgramCalls(evaluator, calls, library, values, things);
    this.archives = new ArchiveCalls(evaluator, reading, writing, values, things);
    this.deferred = new DeferredCalls(evaluator, calls);
    this.collections = new CollectionCalls(evaluator, calls, library, values, things);
    this.patterns = new PatternCalls(library, values, things);
    this.texts = new TextCalls(values, things, patterns);
  }

  Thing perform(Meaning meaning, Thing receiver, CallArguments arguments) {
    if (receiver instanceof Thing.Archive archive && ArchiveCalls.isOwn(meaning)) {
      return archives.perform(meaning, archive, arguments);
    }
    switch (meaning) {
      case NONE:
        return unknown(receiver, arguments);
      case ENVIRONMENT:
        return arguments.isEmpty() ? receiver : variables.variable(arguments);
      case ENVIRONMENT_OR_VARIABLE:
        return arguments.isEmpty() ? variables.environment() : variables.variable(arguments);
      case WHOLE_ENVIRONMENT:
        return variables.environment();
      case VARIABLE:
        return variables.variable(arguments);
      case ARGUMENTS:
        return new Thing.Of(new Value.Arguments());
      case INPUT:
        return reading.input(arguments);
      case ARGUMENT_FILES:
        return reading.files(arguments);
      case ARGUMENT_INPUT:
        return new Thing.Of(things.argumentFiles());
      case READ_FILE:
        return reading.file(arguments);
      case READ_INTO:
        return reading.into(arguments.at(0), arguments);
      case READ_ITS_FILE:
        return reading.itsFile(receiver, arguments);
      case READ_OR_EACH:
        return reading.it(receiver, arguments);
      case OPEN_ARCHIVE:
        return archives.opened(arguments);
      case PACK_FOLDER:
        return archives.packed(arguments);
      case READ_NETRC:
        return reading.netrc(arguments);
      case OPEN:
        return reading.opened(arguments.either(0, "file"), arguments);
      case OPEN_BY_MODE:
        return openedByMode(arguments);
      case OPEN_ITS_FILE:
        return reading.opened(receiver, arguments);
      case LOAD:
        variables.load(arguments);
        return Thing.UNKNOWN;
      case LOAD_AND_READ:
        variables.load(arguments);
        return variables.dotenv(arguments);
      case READ_DOTENV:
        return variables.dotenv(arguments);
      case READ_DOTENV_VALUE:
        return things.made(variables.dotenv(arguments));
      case DEFINED:
        return new Thing.Dictionary(things.told(arguments.at(0)));
      case DOTENV_PATH:
        return new Thing.Of(VariableCalls.DOTENV);
      case EXPAND:
        return variables.expanded(arguments.at(0));
      case SETTINGS:
        return arguments.isEmpty() ? receiver : variables.variable(arguments);
      case MAKE_SETTINGS:
        return new Thing.Named(Library.SETTINGS);
      case VAULT:
        return calls.result(arguments, new Thing.Of(values.readVault(entry(arguments))));
      case CLIENT:
        return new Thing.Made(values.derived(things.told(arguments.all())));
      case MEMORY:
        return new Thing.Of(values.readMemory(things.told(arguments.at(0))));
      case DUMP_MEMORY:
        Value dump = values.readMemory(Value.UNKNOWN);
        evaluator.emit(new Effect.Write(things.told(arguments.at(0)), dump));
        return Thing.UNKNOWN;
      case FILES_BELOW:
        return reading.filesBelow(arguments.at(0), arguments);
      case FILES_BELOW_IT:
        return reading.filesBelowIt(receiver, arguments);
      case FILES_LIKE:
        return reading.filesLike(arguments.at(0));
      default:
        return sink(meaning, receiver, arguments);
    }
  }

  private Thing sink(Meaning meaning, Thing receiver, CallArguments arguments) {
    switch (meaning) {
      case PRINT:
        return writing.print(arguments.positional(), arguments);
      case COMPLAIN:
        return writing.complain(arguments.positional());
      case PRINT_TO:
        return writing.print(arguments.from(1), arguments);
      case PRINT_CONTENT:
        return writing.showContent(arguments.positional());
      case SHOW:
        writing.print(arguments.positional(), arguments);
        return arguments.at(0);
      case SHOW_IT:
        return writing.show(things.told(receiver));
      case LOG:
        return isLogger(receiver)
            ? writing.print(arguments.positional(), arguments)
            : Thing.UNKNOWN;
      case PRINT_ENVIRONMENT:
        return writing.show(new Value.ReadEnvironment());
      case INCLUDE:
        return writing.show(reading.content(arguments.at(0)));
      case WRITE_TO_IT:
        return writing.writeTo(receiver, arguments.positional());
      case WRITE_SECOND:
        return writing.writeTo(arguments.at(1), List.of(arguments.at(0)));
      case CONFIGURE:
        return writing.writeTo(arguments.at(0), arguments.from(Math.max(0, arguments.count() - 1)));
      case PIPE:
        writing.writeTo(arguments.at(0), List.of(receiver));
        return arguments.at(0);
      case WRITE:
      case WRITE_ITS_FILE:
      case COPY:
      case COPY_ITS_FILE:
      case MOVE:
      case MOVE_ITS_FILE:
      case HARD_LINK:
      case SYMBOLIC_LINK:
      case HARD_LINK_SECOND:
      case SYMBOLIC_LINK_SECOND:
      case HARD_LINK_AS_IT:
      case SYMBOLIC_LINK_AS_IT:
      case UNPACK:
      case UNPACK_SECOND:
      case REMOVE:
      case REMOVE_ITS_FILE:
        changeFile(meaning, receiver, arguments);
        return calls.result(arguments, Thing.UNKNOWN);
      case SEND:
        return network.send(arguments.at(0), arguments.allFrom(1), arguments);
      case SEND_SECOND:
        return network.send(arguments.either(1, "url"), arguments.allFrom(2), arguments);
      case UPLOAD:
        return network.upload(arguments.all(), arguments);
      case UPLOAD_FILE:
        Thing file = arguments.count() > 0 ? arguments.at(0) : arguments.option("Filename");
        return network.upload(List.of(new Thing.Of(reading.content(file))), arguments);
      case SEND_OR_MADE:
        return NetworkCalls.isAddress(arguments.at(0))
            ? network.send(arguments.at(0), arguments.allFrom(1), arguments)
            : unknown(receiver, arguments);
      case REQUEST:
        return network.request(receiver, arguments);
      case CONNECT:
        return network.connect(arguments);
      case CONNECT_IT:
        Thing connection = network.connect(arguments);
        return receiver instanceof Thing.Connected ? connection : unknown(receiver, arguments);
      case CHANGE_DIRECTORY:
        evaluator.emit(new Effect.ChangeDirectory(things.told(arguments.at(0))));
        return Thing.UNKNOWN;
      case SET_VARIABLE:
        variables.set(arguments);
        return Thing.UNKNOWN;
      case SET_NAMED:
        variables.setNamed(arguments);
        return Thing.UNKNOWN;
      case PUT_VARIABLE:
        variables.put(arguments.at(0));
        return Thing.UNKNOWN;
      default:
        return program(meaning, receiver, arguments);
    }
  }

  private void changeFile(Meaning meaning, Thing receiver, CallArguments arguments) {
    Thing first = arguments.at(0);
    Thing second = arguments.at(1);
    switch (meaning) {
      case WRITE -> writing.write(first, second);
      case WRITE_ITS_FILE -> writing.write(receiver, first);
      case COPY -> writing.copy(first, second);
      case COPY_ITS_FILE -> writing.copy(receiver, first);
      case MOVE -> writing.move(first, second);
      case MOVE_ITS_FILE -> writing.move(receiver, first);
      case HARD_LINK -> writing.link(first, second, Effect.Link.Kind.HARD);
      case SYMBOLIC_LINK -> writing.link(first, second, Effect.Link.Kind.SYMBOLIC);
      case HARD_LINK_SECOND -> writing.link(second, first, Effect.Link.Kind.HARD);
      case SYMBOLIC_LINK_SECOND -> writing.link(second, first, Effect.Link.Kind.SYMBOLIC);
      case HARD_LINK_AS_IT -> writing.link(first, receiver, Effect.Link.Kind.HARD);
      case SYMBOLIC_LINK_AS_IT -> writing.link(first, receiver, Effect.Link.Kind.SYMBOLIC);
      case UNPACK -> writing.unpack(arguments, 0);
      case UNPACK_SECOND -> writing.unpack(arguments, 1);
      case REMOVE -> writing.remove(first);
      default -> writing.remove(receiver);
    }
  }

  private Thing program(Meaning meaning, Thing receiver, CallArguments arguments) {
    switch (meaning) {
      case RUN_SHELL:
      case SHELL_OUTPUT:
      case SHELL_SHOWN:
      case RUN_PROGRAM:
      case PROGRAM_OUTPUT:
      case OUTPUT_OF_WORDS:
      case OUTPUT_OF_PROGRAM:
      case RUN_BY_OPTIONS:
      case OUTPUT_BY_OPTIONS:
      case RUN_LISTED:
      case RUN_NAMED:
      case RUN_MODE:
      case EVALUATE_FILE:
        return programs.perform(meaning, arguments);
      case EVALUATE_TEXT_OR_FILE:
        return evaluateOrRun(arguments);
      case RUN_IT:
        return programs.perform(Meaning.SHELL_OUTPUT, CallArguments.of(List.of(receiver)));
      case EVALUATE:
      case LOADED:
        return evaluate(arguments);
      case EVALUATE_TEXT:
        return evaluate(CallArguments.of(List.of(arguments.option("text"))));
      case MODULE:
        return module(arguments.at(0));
      case C_LIBRARY:
        return new Thing.Named("libc");
      case REQUIRER:
        return new Thing.Named("require");
      case MEMBER:
        return Things.isText(arguments.at(1))
            ? calls.members().member(arguments.at(0), Things.text(arguments.at(1)))
            : things.made(arguments.at(0));
      case MEMBER_OF_IT:
        return calls.members().member(receiver, Things.text(arguments.at(0)));
      case CALL_NAMED:
        return Things.isText(arguments.at(0))
            ? calls.invoke(
                receiver, Things.text(arguments.at(0)), CallArguments.of(arguments.from(1)))
            : unknown(receiver, arguments);
      case VARIABLE_NAMED:
        return Things.isText(arguments.at(0))
            ? evaluator.lookUp("$" + Things.text(arguments.at(0)))
            : things.made(arguments.at(0));
      case CALL_FIRST:
      case CALL_LATER:
      case CALL_DELAYED:
      case CALL_SECOND:
      case CALL_PARTLY:
      case CALL_LISTED:
      case CALL_APPLIED:
      case CALL_TARGET:
        return deferred.perform(meaning, arguments);
      case ROOT:
        return receiver;
      case VARIABLES:
        return arguments.isEmpty() ? evaluator.variables() : arguments.at(0);
      default:
        return collection(meaning, receiver, arguments);
    }
  }

  private Thing collection(Meaning meaning, Thing receiver, CallArguments arguments) {
    Thing first = arguments.at(0);
    Thing subject = arguments.isEmpty() ? receiver : first;
    switch (meaning) {
      case HIDE:
        return Thing.UNKNOWN;
      case KEYS:
        return collections.keys(subject);
      case KEY_OF_IT:
        return receiver instanceof Thing.Items
            ? calls.members().index(receiver, new Thing.Count(0))
            : Thing.UNKNOWN;
      case VALUE_OF_IT:
        return receiver instanceof Thing.Items
            ? calls.members().index(receiver, new Thing.Count(1))
            : things.made(receiver);
      case ENTRIES:
        return collections.entries(subject);
      case ENTRY:
        return things.elements(collections.entries(first));
      case SAME:
        return subject;
      case SAME_AS_IT:
        return receiver;
      case ELEMENTS:
        return collections.elementsOf(first);
      case LOOK_UP:
        return receiver instanceof Thing.Made
            ? Thing.UNKNOWN
            : collections.lookUp(receiver, arguments);
      case FIRST:
        return calls.isNamed(first, Meaning.ARGUMENTS)
            ? calls.members().index(first, new Thing.Count(0))
            : collections.first(first);
      case FIRST_OF_IT:
        return collections.first(receiver);
      case INSERT:
        return collections.append(first, CallArguments.of(arguments.from(1)));
      case APPEND:
        return collections.append(receiver, arguments);
      case SHIFT:
        if (receiver instanceof Thing.Of) {
          return things.joined(arguments.allBehind(receiver));
        }
        writing.writeTo(receiver, arguments.positional());
        return receiver;
      case LIST:
        return new Thing.Items(arguments.positional());
      case OBJECT:
        return collections.filled(arguments);
      case MERGE:
        return collections.merged(arguments);
      case SLICE:
        return calls.members().slice(receiver, first, arguments.at(1), Thing.UNKNOWN);
      default:
        return functional(meaning, receiver, arguments);
    }
  }

  private Thing functional(Meaning meaning, Thing receiver, CallArguments arguments) {
    Thing first = arguments.at(0);
    switch (meaning) {
      case MAP:
        return collections.map(CollectionCalls.lastFunction(arguments), receiver);
      case MAP_FIRST:
        return collections.map(arguments.at(1), first);
      case MAP_SECOND:
        return collections.map(first, arguments.at(1));
      case COLLECT:
        return first instanceof Thing.Closure ? collections.map(first, receiver) : receiver;
      case FILTER:
        collections.map(CollectionCalls.lastFunction(arguments), receiver);
        return receiver;
      case FILTER_SECOND:
        collections.map(first, arguments.at(1));
        return arguments.at(1);
      case TEST:
        collections.map(CollectionCalls.lastFunction(arguments), receiver);
        return Thing.UNKNOWN;
      case FROM:
        return arguments.count() > 1 ? collections.map(arguments.at(1), first) : first;
      case THEN:
        return calls.callBack(
            CollectionCalls.lastFunction(arguments), collections.arrived(receiver));
      case REDUCE:
        return collections.reduce(receiver, arguments);
      case PATTERN:
      case MATCH:
      case MATCH_FIRST:
      case MATCH_START:
      case MATCH_ALL:
      case FIND_ALL:
      case FIND_ALL_SECOND:
      case FIND:
      case FIND_SECOND:
      case SUBSTITUTE:
        return patterns.perform(meaning, receiver, arguments);
      case SPLIT_SECOND:
        Thing text = arguments.count() > 1 ? arguments.at(1) : evaluator.lookUp("$_");
        return texts.split(text, arguments);
      case BEFORE:
        return PatternCalls.text(arguments.at(1)).equals("=")
            ? patterns.names(first)
            : things.made(first);
      case EXECUTE:
        return receiver instanceof Thing.Pattern
            ? patterns.perform(Meaning.MATCH, receiver, arguments)
            : unknown(receiver, arguments);
      default:
        return texts.perform(meaning, receiver, arguments);
    }
  }

  /** A function that nobody knows makes something of what it gets, and calls what it can. */
  private Thing unknown(Thing receiver, CallArguments arguments) {
    List<Thing> from = arguments.allBehind(receiver);
    Thing made = things.made(from);
    for (int i = 0; i < arguments.all().size(); i++) {
      if (arguments.all().get(i) instanceof Thing.Closure closure) {
        from.add(evaluator.apply(closure, Thing.UNKNOWN, each(closure, made)));
      }
    }
    return isText(receiver) ? things.made(from) : things.madeByUnknown(from);
  }

  /** Whether a thing is a text, whose methods give texts made of it. */
  private static boolean isText(Thing thing) {
    return thing instanceof Thing.Of of && !(of.value() instanceof Value.Unknown);
  }

  /** The same thing for each parameter of a function. */
  private static CallArguments each(Thing.Closure closure, Thing thing) {
    List<Thing> given = new ArrayList<>();
    for (int i = 0; i < closure.function().parameters().size(); i++) {
      given.add(thing);
    }
    return CallArguments.of(given.isEmpty() ? List.of(thing) : given);
  }

  /** Perl's open: mode and name in one text, or one after the other. */
  private Thing openedByMode(CallArguments arguments) {
    String mode = Things.text(arguments.at(0));
    if (arguments.count() > 1) {
      return mode.startsWith("-|")
          ? programs.perform(Meaning.OUTPUT_OF_WORDS, CallArguments.of(arguments.from(1)))
          : reading.opened(arguments.at(1), new CallArguments());
    }
    if (mode.endsWith("|")) {
      Thing command = new Thing.Of(values.text(mode.substring(0, mode.length() - 1).trim()));
      return programs.perform(Meaning.SHELL_OUTPUT, CallArguments.of(List.of(command)));
    }
    int start = 0;
    while (start < mode.length() && "+<> ".indexOf(mode.charAt(start)) >= 0) {
      start++;
    }
    Thing path = start == 0 ? arguments.at(0) : new Thing.Of(values.text(mode.substring(start)));
    return reading.opened(path, new CallArguments());
  }

  /** The entry of a credential store that the arguments name. */
  private Value entry(CallArguments arguments) {
    return values.joined(Composition.spaced(things.told(arguments.positional())));
  }

  private Thing module(Thing name) {
    if (!Things.isText(name)) {
      return things.made(name);
    }
    String text = Things.text(name);
    if (text.startsWith(DataUrl.SCHEME)) {
      return evaluator.evaluateText(DataUrl.text(text));
    }
    Optional<Thing> own = evaluator.ownModule(text);
    if (own.isPresent()) {
      return own.get();
    }
    if (text.startsWith(".") || text.startsWith("/") || text.endsWith(".json")) {
      return new Thing.Of(reading.content(name));
    }
    return new Thing.Named(library.canonical(text));
  }

  /** Runs a program's text; objects behind it are what it finds its variables in. */
  private Thing evaluate(CallArguments arguments) {
    Thing text = arguments.at(0);
    if (Things.isText(text)) {
      return evaluator.evaluateText(Things.text(text), arguments.from(1));
    }
    if (text instanceof Thing.Closure closure) {
      return evaluator.apply(closure, Thing.UNKNOWN, new CallArguments());
    }
    programs.evaluate(things.told(text));
    return things.made(text);
  }

  /** What is no program in one line, but a name, is that of a program's file. */
  private Thing evaluateOrRun(CallArguments arguments) {
    Thing first = arguments.at(0);
    String text = Things.text(first);
    String code = DataUrl.text(text);
    if (!code.isEmpty()) {
      return evaluator.evaluateText(code);
    }
    boolean named = text.startsWith(".") || text.startsWith("/") || text.startsWith("file:");
    return named || !Things.isText(first)
        ? programs.perform(Meaning.EVALUATE_FILE, arguments)
        : evaluate(arguments);
  }

  /** Whether a thing may be a logger: nothing is known of it but its name. */
  private static boolean isLogger(Thing thing) {
    return thing instanceof Thing.Named
        || thing == Thing.UNKNOWN
        || thing instanceof Thing.Of
        || thing instanceof Thing.Made;
  }
}
