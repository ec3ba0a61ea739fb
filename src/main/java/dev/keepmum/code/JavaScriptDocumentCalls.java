package dev.keepmum.code;

import dev.keepmum.code.Node.Operator;
import java.util.ArrayList;
import java.util.List;

/** JavaScript's names and methods for documents, lists, texts, paths and files. */
final class JavaScriptDocumentCalls extends DocumentCalls {
  private final DocumentProgram program;
  private final Library library = new JavaScriptLibrary();

  JavaScriptDocumentCalls(DocumentProgram program, DocumentFiles files) {
    super(files);
    this.program = program;
  }

  @Override
  Thing global(String name) {
    switch (name) {
      case "true":
        return JsonDocument.TRUE;
      case "false":
        return JsonDocument.FALSE;
      case "null":
        return JsonDocument.NULL;
      case "undefined":
        return JsonDocument.UNDEFINED;
      default:
        return new Thing.Named(name);
    }
  }

  @Override
  Thing call(String path, CallArguments arguments) {
    switch (library.canonical(path)) {
      case "require":
        return required(text(arguments, 0));
      case "console.log":
      case "console.error":
      case "console.info":
      case "fs.mkdirSync":
        return JsonDocument.UNDEFINED;
      case "JSON.parse":
        expect(arguments, 1, 1);
        return JsonDocument.parsed(text(arguments, 0));
      case "JSON.stringify":
        if (arguments.count() > 1 && !JsonDocument.isNothing(arguments.at(1))) {
          throw new NotWorkedOut();
        }
        return JsonDocument.text(JsonDocument.written(arguments.at(0)));
      case "Object.keys":
        return new Thing.Items(keys(arguments.at(0)));
      case "Object.assign":
        for (Thing source : arguments.from(1)) {
          structure(arguments.at(0)).fields().putAll(structure(source).fields());
        }
        return arguments.at(0);
      case "Set":
        expect(arguments, 1, 1);
        return distinct(arguments.at(0));
      case "Array.from":
        expect(arguments, 1, 1);
        return new Thing.Items(items(arguments.at(0)));
      case "Array.isArray":
        return JsonDocument.truth(arguments.at(0) instanceof Thing.Items);
      default:
        return file(library.canonical(path), arguments);
    }
  }

  private Thing required(String name) {
    boolean document = name.endsWith(".json");
    return document
        ? JsonDocument.parsed(files().read(name))
        : new Thing.Named(library.canonical(name));
  }

  private Thing file(String path, CallArguments arguments) {
    switch (path) {
      case "fs.readFileSync":
      case "fs.readFile":
      case "Deno.readTextFileSync":
      case "Deno.readTextFile":
        expectNoFunction(arguments);
        return JsonDocument.text(files().read(text(arguments, 0)));
      case "fs.writeFileSync":
      case "fs.writeFile":
      case "Deno.writeTextFileSync":
      case "Deno.writeTextFile":
        expectNoFunction(arguments);
        if (arguments.count() > 2 && !JsonDocument.isText(arguments.at(2))) {
          throw new NotWorkedOut(); // It may say that the text is added.
        }
        files().write(text(arguments, 0), text(arguments, 1));
        return JsonDocument.UNDEFINED;
      case "fs.existsSync":
        return JsonDocument.truth(files().exists(text(arguments, 0)));
      case "fs.copyFileSync":
        files().copy(text(arguments, 0), text(arguments, 1));
        return JsonDocument.UNDEFINED;
      case "fs.renameSync":
        files().move(text(arguments, 0), text(arguments, 1));
        return JsonDocument.UNDEFINED;
      case "path.join":
      case "path.resolve":
        return JsonDocument.text(joined(arguments));
      case "path.dirname":
        return JsonDocument.text(parent(text(arguments, 0)));
      case "os.homedir":
        return JsonDocument.text(files().home());
      case "process.cwd":
        return JsonDocument.text(".");
      default:
        throw new NotWorkedOut();
    }
  }

  private static void expectNoFunction(CallArguments arguments) {
    for (Thing argument : arguments.all()) {
      if (argument instanceof Thing.Closure) {
        throw new NotWorkedOut();
      }
    }
  }

  @Override
  Thing method(Thing receiver, String name, CallArguments arguments) {
    if (receiver instanceof Thing.Items items) {
      return ofArray(items, name, arguments);
    }
    if (receiver instanceof Thing.Structure structure && name.equals("hasOwnProperty")) {
      return JsonDocument.truth(structure.fields().containsKey(text(arguments, 0)));
    }
    String text = JsonDocument.textOf(receiver);
    switch (name) {
      case "toString":
        return receiver;
      case "trim":
        return JsonDocument.text(text.strip());
      case "includes":
        return JsonDocument.truth(text.contains(text(arguments, 0)));
      case "startsWith":
        return JsonDocument.truth(text.startsWith(text(arguments, 0)));
      default:
        throw new NotWorkedOut();
    }
  }

  /** Methods of arrays, and of sets, which are arrays without doubles here. */
  private Thing ofArray(Thing.Items array, String name, CallArguments arguments) {
    List<Thing> items = array.all();
    switch (name) {
      case "push":
        items.addAll(arguments.positional());
        return new Thing.Count(items.size());
      case "unshift":
        items.addAll(0, arguments.positional());
        return new Thing.Count(items.size());
      case "includes":
      case "has":
        expect(arguments, 1, 1);
        return JsonDocument.truth(has(items, arguments.at(0)));
      case "add":
        expect(arguments, 1, 1);
        if (!has(items, arguments.at(0))) {
          items.add(arguments.at(0));
        }
        return array;
      case "concat":
        List<Thing> all = new ArrayList<>(items);
        for (Thing more : arguments.positional()) {
          all.addAll(items(more));
        }
        return new Thing.Items(all);
      case "filter":
        return filtered(items, arguments.at(0));
      case "some":
        return JsonDocument.truth(!filtered(items, arguments.at(0)).all().isEmpty());
      case "sort":
        expect(arguments, 0, 0);
        List<Thing> sorted = items(sorted(items));
        items.clear();
        items.addAll(sorted);
        return array;
      default:
        throw new NotWorkedOut();
    }
  }

  private Thing.Items filtered(List<Thing> items, Thing function) {
    if (!(function instanceof Thing.Closure closure)) {
      throw new NotWorkedOut();
    }
    List<Thing> kept = new ArrayList<>();
    for (Thing item : List.copyOf(items)) {
      if (isTrue(program.apply(closure, CallArguments.of(List.of(item))))) {
        kept.add(item);
      }
    }
    return new Thing.Items(kept);
  }

  @Override
  Thing property(Thing thing, String name) {
    if (JsonDocument.isNothing(thing)) {
      return JsonDocument.UNDEFINED;
    }
    return thing instanceof Thing.Items items && name.equals("length")
        ? new Thing.Count(items.all().size())
        : index(structure(thing), JsonDocument.text(name));
  }

  @Override
  Thing absent() {
    return JsonDocument.UNDEFINED;
  }

  @Override
  boolean isTrue(Thing thing) {
    if (thing instanceof Thing.Structure || thing instanceof Thing.Items) {
      return true;
    }
    if (thing instanceof Thing.Count count) {
      return count.value() != 0;
    }
    if (thing instanceof Thing.Named) {
      if (thing != JsonDocument.TRUE
          && thing != JsonDocument.FALSE
          && !JsonDocument.isNothing(thing)) {
        throw new NotWorkedOut();
      }
      return thing == JsonDocument.TRUE;
    }
    return !JsonDocument.textOf(thing).isEmpty();
  }

  /** Of {@code ||} and {@code ??}, which differ in what is neither true nor missing. */
  @Override
  boolean isGiven(Thing thing) {
    boolean given = isTrue(thing);
    if (!given && !JsonDocument.isNothing(thing)) {
      throw new NotWorkedOut();
    }
    return given;
  }

  @Override
  boolean holds(Thing thing, Thing element) {
    return structure(thing).fields().containsKey(JsonDocument.textOf(element));
  }

  @Override
  List<Thing> elements(Thing thing) {
    return items(thing);
  }

  @Override
  Thing combined(Operator operator, Thing left, Thing right) {
    return sum(operator, left, right);
  }
}
