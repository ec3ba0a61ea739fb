package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** Calls that show something, or write, copy, link and remove files. */
final class WritingCalls {
  /** What libraries call the option for the folder that an archive is unpacked into. */
  private static final String[] FOLDERS = {"path", "extract_dir", "dir", "cwd", "C", "dist"};

  private final Evaluator evaluator;
  private final Calls calls;
  private final ReadingCalls reading;
  private final NetworkCalls network;
  private final Values values;
  private final Things things;

  WritingCalls(
      Evaluator evaluator,
      Calls calls,
      ReadingCalls reading,
      NetworkCalls network,
      Values values,
      Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.reading = reading;
    this.network = network;
    this.values = values;
    this.things = things;
  }

  /** Shows things, in the file among the options where there is one. */
  Thing print(List<Thing> content, CallArguments arguments) {
    Thing file = arguments.option("file");
    if (file instanceof Thing.Opened opened) {
      evaluator.emit(new Effect.Write(opened.path(), spaced(content)));
    } else if (calls.isErrorOutput(file)) {
      complain(content);
    } else {
      evaluator.emit(new Effect.Print(spaced(content)));
    }
    return Thing.UNKNOWN;
  }

  /** Shows things on standard error. */
  Thing complain(List<Thing> content) {
    evaluator.emit(new Effect.Print(spaced(content), Effect.Print.Stream.ERROR));
    return Thing.UNKNOWN;
  }

  Thing showContent(List<Thing> content) {
    return show(told(content));
  }

  Thing show(Value content) {
    evaluator.emit(new Effect.Print(content));
    return Thing.UNKNOWN;
  }

  private Value spaced(List<Thing> content) {
    List<Value> shown = new ArrayList<>();
    for (int i = 0; i < content.size(); i++) {
      shown.add(things.shown(content.get(i)));
    }
    return values.joined(Composition.spaced(shown));
  }

  /** Puts something into the file of a name or an open one; some names show it. */
  void write(Thing path, Thing given) {
    Value content = things.told(given);
    Value target = path instanceof Thing.Opened opened ? opened.path() : things.told(path);
    String text = Things.text(path);
    if (calls.isErrorOutput(path) || text.equals("2")) {
      evaluator.emit(new Effect.Print(content, Effect.Print.Stream.ERROR));
    } else if (calls.isOutput(path) || text.equals("1") || text.equals("php://output")) {
      evaluator.emit(new Effect.Print(content));
    } else {
      evaluator.emit(new Effect.Write(target, content));
    }
  }

  /** Gives the first file the second name, too. */
  void link(Thing from, Thing to, Effect.Link.Kind kind) {
    evaluator.emit(new Effect.Link(things.told(from), things.told(to), kind));
  }

  void copy(Thing from, Thing to) {
    if (from instanceof Thing.Opened opened) {
      writeTo(to, List.of(opened));
    } else if (from instanceof Thing.Of of
        && !ReadingCalls.isPath(of.value())
        && to instanceof Thing.Opened) {
      writeTo(to, List.of(from));
    } else if (to instanceof Thing.Named || to instanceof Thing.Opened) {
      writeTo(to, List.of(new Thing.Of(reading.content(from))));
    } else {
      evaluator.emit(new Effect.Copy(things.told(from), things.told(to)));
    }
  }

  /** Unpacks into the folder that an option names, or the argument at a position. */
  void unpack(CallArguments arguments, int position) {
    for (String option : FOLDERS) {
      if (arguments.has(option)) {
        evaluator.emit(new Effect.Fill(things.told(arguments.option(option))));
        return;
      }
    }
    boolean given =
        position < arguments.count() && !(arguments.at(position) instanceof Thing.Structure);
    Value here = new Value.Text(".");
    evaluator.emit(new Effect.Fill(given ? things.told(arguments.at(position)) : here));
  }

  void move(Thing from, Thing to) {
    copy(from, to);
    remove(from);
  }

  void remove(Thing path) {
    evaluator.emit(new Effect.Remove(things.told(path)));
  }

  /** Adds to an open file, a connection, an output, or an object that collects. */
  Thing writeTo(Thing target, List<Thing> content) {
    if (target instanceof Thing.Opened opened) {
      evaluator.emit(new Effect.Write(opened.path(), told(content)));
    } else if (target instanceof Thing.Connected connected) {
      return network.send(new Effect.Send(connected.destination(), told(content)));
    } else if (calls.isErrorOutput(target)) {
      evaluator.emit(new Effect.Print(told(content), Effect.Print.Stream.ERROR));
    } else if (calls.isOutput(target) || isDescriptor(target)) {
      evaluator.emit(new Effect.Print(told(content)));
    } else if (target instanceof Thing.Of of && of.value() instanceof Value.Response response) {
      return network.send(new Effect.Send(response.request().destination(), told(content)));
    } else if (target instanceof Thing.Structure structure) {
      things.include(structure, things.made(content));
    } else if (target instanceof Thing.Items items) {
      things.append(items, things.made(content));
    }
    return Thing.UNKNOWN;
  }

  /** A descriptor of the standard output or error. */
  private static boolean isDescriptor(Thing thing) {
    return thing instanceof Thing.Count count && (count.value() == 1 || count.value() == 2);
  }

  private Value told(List<Thing> content) {
    List<Value> parts = things.told(content);
    return parts.size() == 1 ? parts.get(0) : values.derived(parts);
  }
}
