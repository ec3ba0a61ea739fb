package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private final TextCalls texts;
  private final ProgramCalls programs;

  LibraryCalls(Evaluator evaluator, Calls calls, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.library = library;
    this.values = values;
    this.things = things;
    this.texts = new TextCalls(values, things);
    this.programs = new ProgramCalls(evaluator, calls, library, values, things);
  }

  /** What a file holds, or each of several. */
  private Value contents(Thing files) {
    return content(files instanceof Thing.Items ? things.elements(files) : files);
  }

  Thing perform(Meaning meaning, Thing receiver, CallArguments arguments) {
    switch (meaning) {
      case NONE:
        return unknown(receiver, arguments);
      case ENVIRONMENT:
        return arguments.isEmpty() ? receiver : variable(arguments);
      case ENVIRONMENT_OR_VARIABLE:
        return arguments.isEmpty() ? environment() : variable(arguments);
      case WHOLE_ENVIRONMENT:
        return environment();
      case VARIABLE:
      case LOOK_UP:
        return meaning == Meaning.VARIABLE ? variable(arguments) : lookUp(receiver, arguments);
      case ARGUMENTS:
        return new Thing.Of(new Value.Arguments());
      case INPUT:
        return result(arguments, new Thing.Of(new Value.ReadInput()));
      case ARGUMENT_FILES:
        return arguments.isEmpty()
            ? new Thing.Of(things.argumentFiles())
            : new Thing.Of(contents(arguments.either(0, "files")));
      case ARGUMENT_INPUT:
        return new Thing.Of(things.argumentFiles());
      case READ_FILE:
        return result(arguments, new Thing.Of(content(arguments.either(0, "file"))));
      case READ_ITS_FILE:
        return receiver instanceof Thing.Structure structure && arguments.count() > 0
            ? filled(structure, arguments)
            : result(arguments, readIt(receiver));
      case READ_OR_EACH:
        return result(arguments, readIt(receiver));
      case OPEN:
        return opened(arguments.either(0, "file"), arguments);
      case OPEN_BY_MODE:
        return openedByMode(arguments);
      case OPEN_ITS_FILE:
        return opened(receiver, arguments);
      case LOAD:
        evaluator.emit(new Effect.Load(dotenvPath(arguments)));
        return Thing.UNKNOWN;
      case LOAD_AND_READ:
        evaluator.emit(new Effect.Load(dotenvPath(arguments)));
        return new Thing.Of(values.readFile(dotenvPath(arguments)));
      case READ_DOTENV:
        return new Thing.Of(values.readFile(dotenvPath(arguments)));
      case VAULT:
        return result(arguments, new Thing.Of(values.readVault(entry(arguments))));
      case MEMORY:
        return new Thing.Of(values.readMemory(things.told(arguments.at(0))));
      case DUMP_MEMORY:
        Value dump = values.readMemory(Value.UNKNOWN);
        evaluator.emit(new Effect.Write(things.told(arguments.at(0)), dump));
        return Thing.UNKNOWN;
      case FILES_BELOW:
      case FILES_BELOW_IT:
      case FILES_LIKE:
        return files(meaning, receiver, arguments);
      case MODULE:
        return module(arguments.at(0));
      case REQUIRER:
        return new Thing.Named("require");
      case MEMBER:
        return Things.isText(arguments.at(1))
            ? calls.member(arguments.at(0), Things.text(arguments.at(1)))
            : things.made(arguments.at(0));
      case MEMBER_OF_IT:
        return calls.member(receiver, Things.text(arguments.at(0)));
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
        Thing callee =
            Things.isText(arguments.at(0))
                ? evaluator.lookUp(Things.text(arguments.at(0)))
                : arguments.at(0);
        return calls.call(callee, CallArguments.of(arguments.from(1)));
      case ROOT:
        return receiver;
      default:
        return further(meaning, receiver, arguments);
    }
  }

  private Thing further(Meaning meaning, Thing receiver, CallArguments arguments) {
    switch (meaning) {
      case PRINT:
      case SHOW:
      case PRINT_TO:
      case INCLUDE:
        return print(meaning, arguments);
      case PRINT_ENVIRONMENT:
        evaluator.emit(new Effect.Print(new Value.ReadEnvironment()));
        return Thing.UNKNOWN;
      case SHOW_IT:
        evaluator.emit(new Effect.Print(things.told(receiver)));
        return Thing.UNKNOWN;
      case CONFIGURE:
        return writeTo(arguments.at(0), arguments.from(Math.max(0, arguments.count() - 1)));
      case WRITE:
      case WRITE_ITS_FILE:
      case WRITE_TO_IT:
      case PIPE:
      case WRITE_SECOND:
      case COPY:
      case MOVE:
      case LINK:
      case COPY_ITS_FILE:
      case MOVE_ITS_FILE:
      case LINK_AS_IT:
      case LINK_SECOND:
      case REMOVE:
      case REMOVE_ITS_FILE:
        return store(meaning, receiver, arguments);
      case SEND:
        return send(arguments.at(0), withoutFirst(arguments, 1), arguments);
      case SEND_SECOND:
        return send(arguments.either(1, "url"), withoutFirst(arguments, 2), arguments);
      case REQUEST:
        return request(receiver, arguments);
      case SEND_OR_MADE:
        return isAddress(arguments.at(0))
            ? send(arguments.at(0), withoutFirst(arguments, 1), arguments)
            : unknown(receiver, arguments);
      case CONNECT:
        return connect(arguments);
      case CONNECT_IT:
        return connect(receiver, arguments);
      case LOG:
        return isLogger(receiver) ? print(Meaning.PRINT, arguments) : Thing.UNKNOWN;
      case CHANGE_DIRECTORY:
        evaluator.emit(new Effect.ChangeDirectory(things.told(arguments.at(0))));
        return Thing.UNKNOWN;
      case SET_VARIABLE:
        if (Things.isText(arguments.at(0))) {
          setVariable(Things.text(arguments.at(0)), things.told(arguments.at(1)));
        }
        return Thing.UNKNOWN;
      case SET_NAMED:
        for (Map.Entry<String, Thing> variable : arguments.named().entrySet()) {
          setVariable(variable.getKey(), things.told(variable.getValue()));
        }
        return Thing.UNKNOWN;
      case PUT_VARIABLE:
        putVariable(Things.text(arguments.at(0)));
        return Thing.UNKNOWN;
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
      case RUN_IT:
        return programs.perform(Meaning.SHELL_OUTPUT, CallArguments.of(List.of(receiver)));
      case EVALUATE:
      case LOADED:
        return evaluate(arguments);
      case EVALUATE_TEXT:
        return evaluate(CallArguments.of(List.of(arguments.option("text"))));
      case KEY_OF_IT:
        return receiver instanceof Thing.Items
            ? calls.index(receiver, new Thing.Count(0))
            : Thing.UNKNOWN;
      case VALUE_OF_IT:
        return receiver instanceof Thing.Items
            ? calls.index(receiver, new Thing.Count(1))
            : things.made(receiver);
      case ENTRY:
        return things.elements(entries(arguments.at(0)));
      case FIRST:
        return arguments.at(0) instanceof Thing.Items || isArguments(arguments.at(0))
            ? calls.index(arguments.at(0), new Thing.Count(0))
            : things.elements(arguments.at(0));
      case FIRST_OF_IT:
        return receiver instanceof Thing.Items
            ? calls.index(receiver, new Thing.Count(0))
            : things.elements(receiver);
      case INSERT:
        return append(arguments.at(0), CallArguments.of(arguments.from(1)));
      case HIDE:
        return Thing.UNKNOWN;
      case KEYS:
        return keys(arguments.isEmpty() ? receiver : arguments.at(0));
      case ENTRIES:
        return entries(arguments.isEmpty() ? receiver : arguments.at(0));
      case SAME:
        return arguments.isEmpty() ? receiver : arguments.at(0);
      case ELEMENTS:
        return isEnvironment(arguments.at(0)) ? keys(arguments.at(0)) : arguments.at(0);
      case SAME_AS_IT:
        return receiver;
      case APPEND:
        return append(receiver, arguments);
      case SHIFT:
        if (receiver instanceof Thing.Of) {
          return things.joined(withReceiver(receiver, arguments));
        }
        writeTo(receiver, arguments.positional());
        return receiver;
      case LIST:
        return new Thing.Items(arguments.positional());
      case OBJECT:
        return new Thing.Structure();
      case MAP:
      case MAP_FIRST:
      case MAP_SECOND:
      case COLLECT:
      case FILTER:
      case FILTER_SECOND:
      case THEN:
      case REDUCE:
      case TEST:
      case FROM:
        return functional(meaning, receiver, arguments);
      case MERGE:
        return merged(arguments);
      case SLICE:
        return calls.slice(receiver, arguments.at(0), arguments.at(1), Thing.UNKNOWN);
      case JOIN_PATHS:
        return joinPaths(arguments.all());
      case JOIN_PATHS_TO_IT:
        return joinPaths(withReceiver(receiver, arguments));
      case HOME:
        return new Thing.Of(new Value.Text("~"));
      default:
        return texts.perform(meaning, receiver, arguments);
    }
  }

  private static List<Thing> withReceiver(Thing receiver, CallArguments arguments) {
    List<Thing> all = new ArrayList<>();
    all.add(receiver);
    all.addAll(arguments.all());
    return all;
  }

  /** A function that nobody knows makes something of what it gets, and calls what it can. */
  private Thing unknown(Thing receiver, CallArguments arguments) {
    List<Thing> from = withReceiver(receiver, arguments);
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

  /** A value, which goes to the functions among the arguments too. */
  private Thing result(CallArguments arguments, Thing thing) {
    calls.callBack(arguments, thing);
    return thing;
  }

  // Sources

  private Thing environment() {
    return new Thing.Named("environment");
  }

  private Thing variable(CallArguments arguments) {
    Thing variable = calls.variable(arguments.at(0));
    Thing otherwise = arguments.either(1, "default");
    return otherwise == Thing.UNKNOWN || calls.isFunction(otherwise)
        ? variable
        : things.either(variable, otherwise);
  }

  private Thing lookUp(Thing receiver, CallArguments arguments) {
    Thing found = calls.index(receiver, arguments.at(0));
    Thing otherwise = arguments.either(1, "default");
    if (otherwise instanceof Thing.Closure closure) {
      otherwise = evaluator.apply(closure, Thing.UNKNOWN, new CallArguments());
    }
    return otherwise == Thing.UNKNOWN ? found : things.either(found, otherwise);
  }

  /** The content of the file that a thing names. */
  Value content(Thing path) {
    if (path instanceof Thing.Found found) {
      return values.readTree(found.tree());
    }
    if (path instanceof Thing.Opened opened) {
      return opened.content();
    }
    if (path instanceof Thing.Named named) {
      return contentOf(named);
    }
    if (path instanceof Thing.Of of && of.value() instanceof Value.Output) {
      return of.value();
    }
    if (path instanceof Thing.Either either) {
      List<Value> contents = new ArrayList<>();
      for (int i = 0; i < either.alternatives().size(); i++) {
        contents.add(content(either.alternatives().get(i)));
      }
      return values.oneOf(contents);
    }
    Value told = things.told(path);
    if (isAddress(path)) {
      Effect.Send request = new Effect.Send(told, Value.EMPTY);
      evaluator.emit(request);
      return values.response(request);
    }
    if (Things.isText(path)) {
      String text = Things.text(path);
      if (text.equals("0") || text.equals("/dev/stdin") || text.equals("-")) {
        return new Value.ReadInput();
      }
      if (text.startsWith("file://")) {
        return values.readFile(values.text(text.substring("file://".length())));
      }
    }
    return told instanceof Value.Unknown ? told : values.readFile(told);
  }

  private Value contentOf(Thing.Named named) {
    switch (library.named(named.path())) {
      case INPUT:
        return new Value.ReadInput();
      case ARGUMENT_FILES:
      case ARGUMENT_INPUT:
        Thing given = evaluator.lookUp("@ARGV");
        return given instanceof Thing.Named ? things.argumentFiles() : contents(given);
      case ARGUMENTS:
        return values.readFile(new Value.Arguments());
      default:
        return Value.UNKNOWN;
    }
  }

  /** What reading from a thing gives: from a path the file, from anything else what it holds. */
  private Thing readIt(Thing receiver) {
    if (receiver instanceof Thing.Found || Things.isText(receiver)) {
      return new Thing.Of(content(receiver));
    }
    if (receiver instanceof Thing.Of of && isPath(of.value())) {
      return new Thing.Of(content(receiver));
    }
    if (receiver instanceof Thing.Structure || receiver instanceof Thing.Items) {
      return things.made(receiver);
    }
    return new Thing.Of(things.told(receiver));
  }

  /** An object into which a file is read, as into a {@code ConfigParser}. */
  private Thing filled(Thing.Structure structure, CallArguments arguments) {
    things.include(structure, new Thing.Of(content(arguments.at(0))));
    return structure;
  }

  /** Whether a value names something rather than holds it. */
  private static boolean isPath(Value value) {
    return value instanceof Value.Argument
        || value instanceof Value.Arguments
        || value instanceof Value.Joined
        || (value instanceof Value.OneOf oneOf && isPath(oneOf.alternatives().get(0)))
        || value instanceof Value.Text;
  }

  private Thing opened(Thing path, CallArguments arguments) {
    Thing file =
        path instanceof Thing.Opened ? path : new Thing.Opened(things.told(path), content(path));
    if (empties(arguments)) {
      evaluator.emit(new Effect.Write(((Thing.Opened) file).path(), Value.EMPTY));
    }
    for (int i = 0; i < arguments.count(); i++) {
      if (arguments.at(i) instanceof Thing.Closure closure) {
        return closure.function().parameters().size() > 1
            ? calls.callBack(closure, file)
            : evaluator.apply(closure, Thing.UNKNOWN, CallArguments.of(List.of(file)));
      }
    }
    return file;
  }

  /** Whether a mode says that what is in the file is gone once it is open: {@code "w"}. */
  private static boolean empties(CallArguments arguments) {
    String mode = Things.text(arguments.either(1, "mode"));
    return mode.equals("w") || mode.equals("w+") || mode.equals("wb") || mode.equals("wt");
  }

  private boolean isArguments(Thing thing) {
    return thing instanceof Thing.Named named && library.named(named.path()) == Meaning.ARGUMENTS;
  }

  /** Perl's open: mode and name in one text, or one after the other. */
  private Thing openedByMode(CallArguments arguments) {
    String mode = Things.text(arguments.at(0));
    if (arguments.count() > 1) {
      return mode.startsWith("-|")
          ? programs.perform(Meaning.OUTPUT_OF_WORDS, CallArguments.of(arguments.from(1)))
          : opened(arguments.at(1), new CallArguments());
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
    return opened(path, new CallArguments());
  }

  private Value dotenvPath(CallArguments arguments) {
    Thing path = arguments.option("path");
    if (path == Thing.UNKNOWN) {
      path = arguments.either(0, "dotenv_path");
    }
    Value told = things.told(path);
    return told instanceof Value.Unknown ? new Value.Text(".env") : told;
  }

  private Value entry(CallArguments arguments) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < arguments.count(); i++) {
      if (i > 0) {
        parts.add(new Value.Text(" "));
      }
      parts.add(things.told(arguments.at(i)));
    }
    return values.joined(parts);
  }

  private Thing files(Meaning meaning, Thing receiver, CallArguments arguments) {
    if (meaning == Meaning.FILES_LIKE) {
      return filesLike(arguments.at(0));
    }
    boolean below = meaning == Meaning.FILES_BELOW;
    Thing root = below ? arguments.at(0) : receiver;
    List<String> include = new ArrayList<>();
    if (!below && Things.isText(arguments.at(0))) {
      include.add(baseName(Things.text(arguments.at(0))));
    }
    Thing found = new Thing.Many(found(rootOf(root), include));
    calls.callBack(arguments, found);
    return found;
  }

  private Value rootOf(Thing root) {
    Value told = things.told(root);
    return told instanceof Value.Unknown || told == Value.EMPTY ? new Value.Text(".") : told;
  }

  private static Thing found(Value root, List<String> include) {
    return new Thing.Found(
        new Value.ReadTree(root, List.copyOf(include), List.of(), Optional.empty()));
  }

  private Thing filesLike(Thing pattern) {
    if (!Things.isText(pattern)) {
      return new Thing.Many(pattern);
    }
    String text = Things.text(pattern);
    int wild = 0;
    while (wild < text.length() && "*?[{".indexOf(text.charAt(wild)) < 0) {
      wild++;
    }
    if (wild == text.length()) {
      return new Thing.Many(pattern);
    }
    int slash = text.lastIndexOf('/', wild);
    String root = slash > 0 ? text.substring(0, slash) : slash == 0 ? "/" : ".";
    return new Thing.Many(found(values.text(root), List.of(baseName(text))));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Thing module(Thing name) {
    if (!Things.isText(name)) {
      return things.made(name);
    }
    String text = Things.text(name);
    if (text.startsWith(".") || text.startsWith("/") || text.endsWith(".json")) {
      return new Thing.Of(content(name));
    }
    return new Thing.Named(library.canonical(text));
  }

  private Thing evaluate(CallArguments arguments) {
    Thing text = arguments.at(0);
    if (Things.isText(text)) {
      return evaluator.evaluateText(Things.text(text));
    }
    if (text instanceof Thing.Closure closure) {
      return evaluator.apply(closure, Thing.UNKNOWN, new CallArguments());
    }
    return things.made(text);
  }

  // Sinks

  private Thing print(Meaning meaning, CallArguments arguments) {
    if (meaning == Meaning.INCLUDE) {
      evaluator.emit(new Effect.Print(content(arguments.at(0))));
      return Thing.UNKNOWN;
    }
    Thing file = arguments.option("file");
    List<Thing> content = meaning == Meaning.PRINT_TO ? arguments.from(1) : arguments.positional();
    if (file instanceof Thing.Opened opened) {
      evaluator.emit(new Effect.Write(opened.path(), spaced(content)));
    } else {
      evaluator.emit(new Effect.Print(spaced(content)));
    }
    return meaning == Meaning.SHOW ? arguments.at(0) : Thing.UNKNOWN;
  }

  private Value spaced(List<Thing> content) {
    List<Value> parts = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      if (i > 0) {
        parts.add(new Value.Text(" "));
      }
      parts.add(things.shown(content.get(i)));
    }
    return values.joined(parts);
  }

  private Thing store(Meaning meaning, Thing receiver, CallArguments arguments) {
    Value first = things.told(arguments.at(0));
    switch (meaning) {
      case WRITE:
        write(arguments.at(0), content(arguments.from(1)));
        break;
      case WRITE_ITS_FILE:
        write(receiver, first);
        break;
      case WRITE_TO_IT:
        return writeTo(receiver, arguments.positional());
      case WRITE_SECOND:
        return writeTo(arguments.at(1), List.of(arguments.at(0)));
      case PIPE:
        writeTo(arguments.at(0), List.of(receiver));
        return arguments.at(0);
      case COPY:
        copy(arguments.at(0), arguments.at(1));
        break;
      case MOVE:
        copy(arguments.at(0), arguments.at(1));
        evaluator.emit(new Effect.Remove(first));
        break;
      case LINK:
        link(arguments.at(0), arguments.at(1));
        break;
      case COPY_ITS_FILE:
        copy(receiver, arguments.at(0));
        break;
      case MOVE_ITS_FILE:
        copy(receiver, arguments.at(0));
        evaluator.emit(new Effect.Remove(things.told(receiver)));
        break;
      case LINK_SECOND:
        link(arguments.at(1), arguments.at(0));
        break;
      case LINK_AS_IT:
        link(arguments.at(0), receiver);
        break;
      case REMOVE:
        evaluator.emit(new Effect.Remove(first));
        break;
      default:
        evaluator.emit(new Effect.Remove(things.told(receiver)));
        break;
    }
    calls.callBack(arguments, Thing.UNKNOWN);
    return Thing.UNKNOWN;
  }

  private Value content(List<Thing> parts) {
    return parts.isEmpty() ? Value.UNKNOWN : things.told(parts.get(0));
  }

  private void write(Thing path, Value content) {
    if (path instanceof Thing.Named named && isOutput(named)) {
      evaluator.emit(new Effect.Print(content));
      return;
    }
    Value target = path instanceof Thing.Opened opened ? opened.path() : things.told(path);
    String text = Things.text(path);
    if (text.equals("1") || text.equals("2") || text.equals("php://output")) {
      evaluator.emit(new Effect.Print(content));
    } else {
      evaluator.emit(new Effect.Write(target, content));
    }
  }

  private void link(Thing from, Thing to) {
    evaluator.emit(new Effect.Link(things.told(from), things.told(to)));
  }

  private void copy(Thing from, Thing to) {
    if (from instanceof Thing.Opened opened) {
      writeTo(to, List.of(opened));
    } else if (from instanceof Thing.Of of && !isPath(of.value()) && to instanceof Thing.Opened) {
      writeTo(to, List.of(from));
    } else if (to instanceof Thing.Named || to instanceof Thing.Opened) {
      writeTo(to, List.of(new Thing.Of(content(from))));
    } else {
      evaluator.emit(new Effect.Copy(things.told(from), things.told(to)));
    }
  }

  private Thing writeTo(Thing target, List<Thing> content) {
    if (target instanceof Thing.Opened opened) {
      evaluator.emit(new Effect.Write(opened.path(), told(content)));
    } else if (target instanceof Thing.Connected connected) {
      return send(new Effect.Send(connected.destination(), told(content)));
    } else if (target instanceof Thing.Named named && isOutput(named)) {
      evaluator.emit(new Effect.Print(told(content)));
    } else if (target instanceof Thing.Of of && of.value() instanceof Value.Response response) {
      return send(new Effect.Send(response.request().destination(), told(content)));
    } else if (target instanceof Thing.Structure structure) {
      things.include(structure, things.made(content));
    } else if (target instanceof Thing.Items items) {
      things.append(items, things.made(content));
    }
    return Thing.UNKNOWN;
  }

  private Value told(List<Thing> content) {
    List<Value> parts = things.told(content);
    return parts.size() == 1 ? parts.get(0) : values.derived(parts);
  }

  private boolean isOutput(Thing.Named named) {
    return library.named(named.path() + ".write") == Meaning.PRINT;
  }

  private static List<Thing> withoutFirst(CallArguments arguments, int count) {
    List<Thing> all = arguments.all();
    return all.subList(Math.min(count, all.size()), all.size());
  }

  /** A request; where it goes may stand in options. */
  private Thing send(Thing target, List<Thing> content, CallArguments arguments) {
    Thing destination = target;
    if (target instanceof Thing.Structure) {
      destination = things.anyOf(List.of(arguments.option("url"), arguments.option("host")));
      if (arguments.option("hostname") != Thing.UNKNOWN) {
        destination = arguments.option("hostname");
      }
    }
    if (target == Thing.UNKNOWN && arguments.option("url") != Thing.UNKNOWN) {
      destination = arguments.option("url");
    }
    Value url = things.told(destination);
    if (url instanceof Value.Text text && text.text().startsWith("file:")) {
      return result(arguments, new Thing.Of(content(destination)));
    }
    List<Thing> sent = new ArrayList<>(content);
    if (target instanceof Thing.Structure) {
      sent.add(target);
    }
    Thing response = send(new Effect.Send(url, values.derived(things.told(sent))));
    calls.callBack(arguments, response);
    return response;
  }

  private Thing send(Effect.Send request) {
    evaluator.emit(request);
    return new Thing.Of(values.response(request));
  }

  private Thing request(Thing receiver, CallArguments arguments) {
    if (receiver instanceof Thing.Connected connected) {
      Value content = values.derived(things.told(arguments.all()));
      return send(new Effect.Send(connected.destination(), content));
    }
    return send(arguments.either(1, "url"), withoutFirst(arguments, 2), arguments);
  }

  private static boolean isAddress(Thing thing) {
    String text = Things.text(thing);
    if (thing instanceof Thing.Of of && of.value() instanceof Value.Joined joined) {
      text = Things.text(new Thing.Of(joined.parts().get(0)));
    }
    return text.startsWith("http:") || text.startsWith("https:");
  }

  /** Whether a thing may be a logger: nothing is known of it but its name. */
  private static boolean isLogger(Thing thing) {
    return thing instanceof Thing.Named || thing == Thing.UNKNOWN || thing instanceof Thing.Of;
  }

  /** A connection that is made knows its other end from then on. */
  private Thing connect(Thing receiver, CallArguments arguments) {
    Thing made = connect(arguments);
    return receiver instanceof Thing.Connected ? made : unknown(receiver, arguments);
  }

  private Thing connect(CallArguments arguments) {
    List<Thing> parts = new ArrayList<>();
    for (int i = 0; i < arguments.count(); i++) {
      Thing part = arguments.at(i);
      if (part instanceof Thing.Items items) {
        parts.addAll(items.all());
      } else if (!(part instanceof Thing.Closure)) {
        parts.add(part);
      }
    }
    Thing host = things.anyOf(parts.isEmpty() ? parts : parts.subList(0, 1));
    if (host instanceof Thing.Structure) {
      host = arguments.option("host");
    } else if (host instanceof Thing.Count && parts.size() > 1) {
      host = parts.get(1);
    }
    Thing connection = new Thing.Connected(things.told(host));
    calls.callBack(arguments, Thing.UNKNOWN);
    return connection;
  }

  private void setVariable(String name, Value value) {
    evaluator.emit(new Effect.SetVariable(name, value));
  }

  private void putVariable(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals > 0) {
      setVariable(assignment.substring(0, equals), values.text(assignment.substring(equals + 1)));
    }
  }

  // Structures and functions

  private Thing keys(Thing thing) {
    if (isEnvironment(thing)) {
      return new Thing.Many(Thing.VARIABLE_NAMES);
    }
    if (thing instanceof Thing.Structure structure) {
      if (!structure.rest().isEmpty()) {
        return keys(structure.rest().get(0));
      }
      List<Thing> keys = new ArrayList<>();
      for (String key : structure.fields().keySet()) {
        keys.add(new Thing.Of(values.text(key)));
      }
      return new Thing.Items(keys);
    }
    return Thing.UNKNOWN;
  }

  private boolean isEnvironment(Thing thing) {
    return thing instanceof Thing.Named named && library.named(named.path()) == Meaning.ENVIRONMENT;
  }

  private Thing entries(Thing thing) {
    if (isEnvironment(thing)) {
      Thing value = new Thing.Of(new Value.ReadEnvironment());
      return new Thing.Many(Things.entry(Thing.VARIABLE_NAMES, value));
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
    for (int i = 0; i < structure.rest().size(); i++) {
      entries.add(things.elements(entries(structure.rest().get(i))));
    }
    return new Thing.Items(entries);
  }

  private Thing append(Thing receiver, CallArguments arguments) {
    for (int i = 0; i < arguments.count(); i++) {
      if (receiver instanceof Thing.Items items) {
        things.append(items, arguments.at(i));
      } else if (receiver instanceof Thing.Structure structure) {
        things.include(structure, arguments.at(i));
      }
    }
    return receiver instanceof Thing.Items || receiver instanceof Thing.Structure
        ? receiver
        : things.made(withReceiver(receiver, arguments));
  }

  private Thing functional(Meaning meaning, Thing receiver, CallArguments arguments) {
    switch (meaning) {
      case MAP:
        return map(lastFunction(arguments), receiver);
      case MAP_FIRST:
        return map(arguments.at(1), arguments.at(0));
      case COLLECT:
        return arguments.at(0) instanceof Thing.Closure ? map(arguments.at(0), receiver) : receiver;
      case MAP_SECOND:
        return map(arguments.at(0), arguments.at(1));
      case FILTER:
        map(lastFunction(arguments), receiver);
        return receiver;
      case TEST:
        map(lastFunction(arguments), receiver);
        return Thing.UNKNOWN;
      case FROM:
        return arguments.count() > 1 ? map(arguments.at(1), arguments.at(0)) : arguments.at(0);
      case FILTER_SECOND:
        map(arguments.at(0), arguments.at(1));
        return arguments.at(1);
      case THEN:
        return calls.callBack(lastFunction(arguments), arrived(receiver));
      default:
        return reduce(receiver, arguments);
    }
  }

  /** What an open file or standard input hands to those who listen. */
  private Thing arrived(Thing receiver) {
    Value told = things.told(receiver);
    return told instanceof Value.Unknown ? receiver : new Thing.Of(told);
  }

  private Thing merged(CallArguments arguments) {
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

  private static Thing lastFunction(CallArguments arguments) {
    Thing last = Thing.UNKNOWN;
    for (int i = 0; i < arguments.count(); i++) {
      Thing argument = arguments.at(i);
      if (last == Thing.UNKNOWN || argument instanceof Thing.Closure) {
        last = argument;
      }
    }
    return last;
  }

  private Thing map(Thing function, Thing over) {
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

  private Thing reduce(Thing receiver, CallArguments arguments) {
    Thing element = things.elements(receiver);
    Thing start = arguments.at(0) instanceof Thing.Closure ? arguments.at(1) : arguments.at(0);
    Thing made = things.made(List.of(element, start));
    Thing function = lastFunction(arguments);
    return function instanceof Thing.Closure closure
        ? evaluator.apply(closure, Thing.UNKNOWN, CallArguments.of(List.of(made, element)))
        : made;
  }

  /** Parts of a path with slashes between them. */
  Thing joinPaths(List<Thing> parts) {
    List<Thing> path = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Thing.Found) {
        return parts.get(i);
      }
      String text = Things.text(parts.get(i));
      if (text.startsWith("/")) {
        path.clear();
      } else if (i > 0 && !endsWithSlash(path)) {
        path.add(new Thing.Of(new Value.Text("/")));
      }
      path.add(parts.get(i));
    }
    return things.joined(path);
  }

  private static boolean endsWithSlash(List<Thing> path) {
    return !path.isEmpty() && Things.text(path.get(path.size() - 1)).endsWith("/");
  }
}
