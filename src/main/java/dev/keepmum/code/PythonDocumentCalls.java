package dev.keepmum.code;

import dev.keepmum.code.Node.Operator;
import java.util.ArrayList;
import java.util.List;

/** Python's names and methods for documents, lists, texts, paths and files. */
final class PythonDocumentCalls extends DocumentCalls {

  /** What only says how a document or a file is written. */
  private static final List<String> LAYOUT =
      List.of("indent", "ensure_ascii", "sort_keys", "separators", "encoding", "newline");

  PythonDocumentCalls(DocumentFiles files) {
    super(files);
  }

  @Override
  Thing global(String name) {
    switch (name) {
      case "True":
        return JsonDocument.TRUE;
      case "False":
        return JsonDocument.FALSE;
      case "None":
        return JsonDocument.NULL;
      case "__name__":
        return JsonDocument.text("__main__");
      default:
        return new Thing.Named(name);
    }
  }

  @Override
  Thing call(String path, CallArguments arguments) {
    switch (path) {
      case "print":
        if (!arguments.has("file")) {
          return JsonDocument.NULL;
        }
        break;
      case "open":
      case "io.open":
        return open(text(arguments, 0), arguments, 1);
      case "json.load":
        expect(arguments, 1, 1);
        return JsonDocument.parsed(files().content(opened(arguments.at(0))));
      case "json.loads":
        expect(arguments, 1, 1);
        return JsonDocument.parsed(text(arguments, 0));
      case "json.dumps":
        expectLayout(arguments, 1);
        return JsonDocument.text(JsonDocument.written(arguments.at(0)));
      case "json.dump":
        expectLayout(arguments, 2);
        files().add(opened(arguments.at(1)), JsonDocument.written(arguments.at(0)));
        return JsonDocument.NULL;
      case "len":
        expect(arguments, 1, 1);
        return new Thing.Count(elements(arguments.at(0)).size());
      case "list":
        expect(arguments, 0, 1);
        return new Thing.Items(arguments.isEmpty() ? List.of() : elements(arguments.at(0)));
      case "dict":
        expect(arguments, 0, 1);
        return copy(arguments.isEmpty() ? new Thing.Structure() : arguments.at(0));
      case "sorted":
        expect(arguments, 1, 1);
        return sorted(elements(arguments.at(0)));
      case "set":
      case "dict.fromkeys":
        expect(arguments, 1, 1);
        return distinct(new Thing.Items(elements(arguments.at(0))));
      default:
        return path(path, arguments);
    }
    throw new NotWorkedOut();
  }

  private Thing path(String path, CallArguments arguments) {
    switch (path) {
      case "str":
      case "pathlib.Path":
      case "os.fspath":
      case "os.path.abspath":
      case "os.path.realpath":
        expect(arguments, 1, 8);
        return JsonDocument.text(joined(arguments));
      case "os.path.join":
        return JsonDocument.text(joined(arguments));
      case "os.path.expanduser":
        return JsonDocument.text(expanded(text(arguments, 0)));
      case "pathlib.Path.cwd":
      case "os.getcwd":
        return JsonDocument.text(".");
      case "pathlib.Path.home":
        return JsonDocument.text(files().home());
      case "os.path.dirname":
        return JsonDocument.text(parent(text(arguments, 0)));
      case "os.path.exists":
      case "os.path.isfile":
        return JsonDocument.truth(files().exists(text(arguments, 0)));
      case "os.makedirs":
        return JsonDocument.NULL;
      case "shutil.copy":
      case "shutil.copy2":
      case "shutil.copyfile":
        expect(arguments, 2, 2);
        files().copy(text(arguments, 0), text(arguments, 1));
        return JsonDocument.NULL;
      case "os.replace":
      case "os.rename":
      case "shutil.move":
        expect(arguments, 2, 2);
        files().move(text(arguments, 0), text(arguments, 1));
        return JsonDocument.NULL;
      default:
        throw new NotWorkedOut();
    }
  }

  private String expanded(String path) {
    return path.startsWith("~/") ? files().home().concat(path.substring(1)) : path;
  }

  /** Opens a file; its mode is the argument at a position. */
  private Thing open(String path, CallArguments arguments, int position) {
    expectLayout(arguments, position, "mode");
    Thing mode = arguments.either(position, "mode");
    return files().open(path, mode == Thing.UNKNOWN ? "r" : JsonDocument.textOf(mode));
  }

  private static Thing.Opened opened(Thing thing) {
    if (thing instanceof Thing.Opened opened) {
      return opened;
    }
    throw new NotWorkedOut();
  }

  private static void expectLayout(CallArguments arguments, int least, String... others) {
    for (String name : arguments.named().keySet()) {
      if (!LAYOUT.contains(name) && !List.of(others).contains(name)) {
        throw new NotWorkedOut();
      }
    }
    if (arguments.count() < least || arguments.count() > least + others.length) {
      throw new NotWorkedOut();
    }
  }

  @Override
  Thing method(Thing receiver, String name, CallArguments arguments) {
    if (receiver instanceof Thing.Structure structure) {
      return ofDictionary(structure, name, arguments);
    }
    if (receiver instanceof Thing.Items items) {
      return ofList(items.all(), name, arguments);
    }
    if (receiver instanceof Thing.Opened file) {
      return ofFile(file, name, arguments);
    }
    return ofText(JsonDocument.textOf(receiver), name, arguments);
  }

  private Thing ofDictionary(Thing.Structure structure, String name, CallArguments arguments) {
    switch (name) {
      case "get":
      case "setdefault":
      case "pop":
        return entry(structure, name, arguments);
      case "update":
        expect(arguments, 1, 1);
        structure.fields().putAll(structure(arguments.at(0)).fields());
        return JsonDocument.NULL;
      case "copy":
        return copy(structure);
      case "keys":
        return new Thing.Items(keys(structure));
      case "values":
        return new Thing.Items(new ArrayList<>(structure.fields().values()));
      case "items":
        List<Thing> entries = new ArrayList<>();
        for (String key : structure.fields().keySet()) {
          entries.add(Things.entry(JsonDocument.text(key), structure.fields().get(key)));
        }
        return new Thing.Items(entries);
      default:
        throw new NotWorkedOut();
    }
  }

  private static Thing entry(Thing.Structure structure, String name, CallArguments arguments) {
    expect(arguments, 1, 2);
    String key = text(arguments, 0);
    Thing found = structure.fields().get(key);
    if (name.equals("pop")) {
      structure.fields().remove(key);
    }
    if (found != null) {
      return found;
    }
    Thing otherwise = arguments.count() > 1 ? arguments.at(1) : JsonDocument.NULL;
    if (name.equals("setdefault")) {
      structure.fields().put(key, otherwise);
    } else if (name.equals("pop") && arguments.count() < 2) {
      throw new NotWorkedOut();
    }
    return otherwise;
  }

  private Thing ofList(List<Thing> items, String name, CallArguments arguments) {
    switch (name) {
      case "append":
        expect(arguments, 1, 1);
        items.add(arguments.at(0));
        return JsonDocument.NULL;
      case "extend":
        expect(arguments, 1, 1);
        items.addAll(List.copyOf(elements(arguments.at(0))));
        return JsonDocument.NULL;
      case "insert":
        expect(arguments, 2, 2);
        if (!(arguments.at(0) instanceof Thing.Count at) || at.value() != 0) {
          throw new NotWorkedOut();
        }
        items.add(0, arguments.at(1));
        return JsonDocument.NULL;
      case "remove":
        expect(arguments, 1, 1);
        removeFirst(items, arguments.at(0));
        return JsonDocument.NULL;
      case "sort":
        expect(arguments, 0, 0);
        List<Thing> sorted = items(sorted(items));
        items.clear();
        items.addAll(sorted);
        return JsonDocument.NULL;
      default:
        throw new NotWorkedOut();
    }
  }

  private static void removeFirst(List<Thing> items, Thing element) {
    for (int i = 0; i < items.size(); i++) {
      if (JsonDocument.same(items.get(i), element)) {
        items.remove(i);
        return;
      }
    }
    throw new NotWorkedOut();
  }

  private Thing ofFile(Thing.Opened file, String name, CallArguments arguments) {
    switch (name) {
      case "read":
        expect(arguments, 0, 0);
        return JsonDocument.text(files().content(file));
      case "write":
        expect(arguments, 1, 1);
        files().add(file, text(arguments, 0));
        return JsonDocument.NULL;
      case "close":
      case "flush":
        return JsonDocument.NULL;
      default:
        throw new NotWorkedOut();
    }
  }

  /** Methods of texts, and of paths, which are texts here. */
  private Thing ofText(String text, String name, CallArguments arguments) {
    switch (name) {
      case "read_text":
        return JsonDocument.text(files().read(text));
      case "write_text":
        expectLayout(arguments, 1);
        files().write(text, text(arguments, 0));
        return JsonDocument.NULL;
      case "open":
        return open(text, arguments, 0);
      case "exists":
      case "is_file":
        return JsonDocument.truth(files().exists(text));
      case "mkdir":
        return JsonDocument.NULL;
      case "resolve":
      case "absolute":
        return JsonDocument.text(text);
      case "expanduser":
        return JsonDocument.text(expanded(text));
      case "replace":
      case "rename":
        expect(arguments, 1, 2);
        if (arguments.count() == 2) {
          return JsonDocument.text(text.replace(text(arguments, 0), text(arguments, 1)));
        }
        files().move(text, text(arguments, 0));
        return JsonDocument.NULL;
      case "startswith":
        expect(arguments, 1, 1);
        return JsonDocument.truth(text.startsWith(text(arguments, 0)));
      case "strip":
      case "rstrip":
        expect(arguments, 0, 0);
        return JsonDocument.text(name.equals("strip") ? text.strip() : text.stripTrailing());
      default:
        throw new NotWorkedOut();
    }
  }

  private static Thing copy(Thing structure) {
    Thing.Structure copy = new Thing.Structure();
    copy.fields().putAll(structure(structure).fields());
    return copy;
  }

  @Override
  Thing property(Thing thing, String name) {
    if (name.equals("parent")) {
      return JsonDocument.text(parent(JsonDocument.textOf(thing)));
    }
    throw new NotWorkedOut();
  }

  @Override
  Thing absent() {
    throw new NotWorkedOut(); // The program ends there.
  }

  @Override
  boolean isTrue(Thing thing) {
    if (thing == JsonDocument.TRUE || thing == JsonDocument.FALSE || thing == JsonDocument.NULL) {
      return thing == JsonDocument.TRUE;
    }
    if (thing instanceof Thing.Count count) {
      return count.value() != 0;
    }
    return JsonDocument.isText(thing)
        ? !JsonDocument.textOf(thing).isEmpty()
        : !elements(thing).isEmpty();
  }

  @Override
  boolean isGiven(Thing thing) {
    return isTrue(thing);
  }

  @Override
  boolean holds(Thing thing, Thing element) {
    if (thing instanceof Thing.Structure structure) {
      return structure.fields().containsKey(JsonDocument.textOf(element));
    }
    return JsonDocument.isText(thing)
        ? JsonDocument.textOf(thing).contains(JsonDocument.textOf(element))
        : has(items(thing), element);
  }

  @Override
  List<Thing> elements(Thing thing) {
    return thing instanceof Thing.Structure ? keys(thing) : items(thing);
  }

  @Override
  Thing combined(Operator operator, Thing left, Thing right) {
    if (operator == Operator.DIVIDE) {
      return JsonDocument.text(below(JsonDocument.textOf(left), JsonDocument.textOf(right)));
    }
    if (operator == Operator.ADD && left instanceof Thing.Items first) {
      Thing.Items sum = new Thing.Items(first.all());
      sum.all().addAll(items(right));
      return sum;
    }
    return sum(operator, left, right);
  }
}
