package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls that read: files, standard input, what an open file or an address gives. */
final class ReadingCalls {
  private final Evaluator evaluator;
  private final Calls calls;
  private final Library library;
  private final Values values;
  private final Things things;

  ReadingCalls(Evaluator evaluator, Calls calls, Library library, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.library = library;
    this.values = values;
    this.things = things;
  }

  /** Standard input. */
  Thing input(CallArguments arguments) {
    return calls.result(arguments, new Thing.Of(new Value.ReadInput()));
  }

  /** What the files that the arguments name hold; without arguments those of the program. */
  Thing files(CallArguments arguments) {
    return new Thing.Of(
        arguments.isEmpty() ? things.argumentFiles() : contents(arguments.either(0, "files")));
  }

  /** What the file that the first argument names holds. */
  Thing file(CallArguments arguments) {
    return calls.result(arguments, new Thing.Of(content(arguments.either(0, "file"))));
  }

  /** What the netrc file that the first argument names, or else that of the home, holds. */
  Thing netrc(CallArguments arguments) {
    Thing path = arguments.either(0, "file");
    return new Thing.Of(
        path == Thing.UNKNOWN ? values.readFile(new Value.Text("~/.netrc")) : content(path));
  }

  /** What it holds; an object that is given a file takes in what that holds. */
  Thing itsFile(Thing receiver, CallArguments arguments) {
    return receiver instanceof Thing.Structure structure && arguments.count() > 0
        ? filled(structure, arguments)
        : into(receiver, arguments);
  }

  /** What a file holds; the objects among the arguments take it in, as buffers do. */
  Thing into(Thing file, CallArguments arguments) {
    Thing content = readIt(file);
    for (int i = 0; i < arguments.count(); i++) {
      if (arguments.at(i) instanceof Thing.Structure buffer) {
        things.include(buffer, content);
      }
    }
    return calls.result(arguments, content);
  }

  /** What it holds, for the functions among the arguments too. */
  Thing it(Thing receiver, CallArguments arguments) {
    return calls.result(arguments, readIt(receiver));
  }

  /** What a file holds, or each of several. */
  private Value contents(Thing files) {
    return content(files instanceof Thing.Items ? things.elements(files) : files);
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
    if (NetworkCalls.isAddress(path)) {
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
  static boolean isPath(Value value) {
    return value instanceof Value.Argument
        || value instanceof Value.Arguments
        || value instanceof Value.Joined
        || (value instanceof Value.OneOf oneOf && isPath(oneOf.alternatives().get(0)))
        || value instanceof Value.Text;
  }

  /** An open file, which a block among the arguments may use. */
  Thing opened(Thing path, CallArguments arguments) {
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

  /** The files below a folder. */
  Thing filesBelow(Thing root, CallArguments arguments) {
    return listed(root, List.of(), arguments);
  }

  /** The files below a folder whose names fit the first argument. */
  Thing filesBelowIt(Thing root, CallArguments arguments) {
    List<String> include =
        Things.isText(arguments.at(0))
            ? List.of(baseName(Things.text(arguments.at(0))))
            : List.of();
    return listed(root, include, arguments);
  }

  private Thing listed(Thing root, List<String> include, CallArguments arguments) {
    return calls.result(arguments, new Thing.Many(found(rootOf(root), include)));
  }

  private Value rootOf(Thing root) {
    Value told = things.told(root);
    return told instanceof Value.Unknown || told == Value.EMPTY ? new Value.Text(".") : told;
  }

  private static Thing found(Value root, List<String> include) {
    return new Thing.Found(
        new Value.ReadTree(root, List.copyOf(include), List.of(), Optional.empty()));
  }

  /** The files that a pattern of names fits. */
  Thing filesLike(Thing pattern) {
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
}
