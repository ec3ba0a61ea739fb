package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.List;

/** Calls that pack files into an archive, in a file or in memory, and read them out of it. */
final class ArchiveCalls {
  private final Evaluator evaluator;
  private final ReadingCalls reading;
  private final WritingCalls writing;
  private final Values values;
  private final Things things;

  ArchiveCalls(
      Evaluator evaluator,
      ReadingCalls reading,
      WritingCalls writing,
      Values values,
      Things things) {
    this.evaluator = evaluator;
    this.reading = reading;
    this.writing = writing;
    this.values = values;
    this.things = things;
  }

  /** An archive in the file that the first argument names, or in an object that collects. */
  Thing opened(CallArguments arguments) {
    Thing collects = arguments.option("fileobj");
    Thing target = collects == Thing.UNKNOWN ? arguments.either(0, "name") : collects;
    return new Thing.Archive(
        target instanceof Thing.Structure ? target : reading.opened(target, new CallArguments()));
  }

  /** What a method of an archive does, by what it does to other things. */
  Thing perform(Meaning meaning, Thing.Archive archive, CallArguments arguments) {
    switch (meaning) {
      case WRITE_TO_IT:
      case APPEND:
        return add(archive.holder(), arguments.either(0, "name"));
      case ADD_MEMBER:
        return writing.writeTo(archive.holder(), arguments.from(1));
      default:
        return new Thing.Of(things.told(archive.holder()));
    }
  }

  /** Whether an archive does something of its own where others do what a meaning says. */
  static boolean isOwn(Meaning meaning) {
    return switch (meaning) {
      case WRITE_TO_IT, APPEND, ADD_MEMBER, READ_ITS_FILE, OPEN_ITS_FILE -> true;
      default -> false;
    };
  }

  private Thing add(Thing holder, Thing file) {
    if (holder instanceof Thing.Opened opened) {
      pack("zip", opened.path(), file);
    } else {
      writing.writeTo(holder, List.of(new Thing.Of(reading.content(file))));
    }
    return Thing.UNKNOWN;
  }

  /** Packs a folder, the third argument, into the first with an ending for its format. */
  Thing packed(CallArguments arguments) {
    String ending =
        switch (Things.text(arguments.either(1, "format"))) {
          case "zip" -> ".zip";
          case "gztar" -> ".tar.gz";
          case "bztar" -> ".tar.bz2";
          case "xztar" -> ".tar.xz";
          default -> ".tar";
        };
    Thing folder = arguments.either(2, "root_dir");
    Value name = values.joined(things.told(arguments.at(0)), values.text(ending));
    pack("tar", name, folder == Thing.UNKNOWN ? new Thing.Of(new Value.Text(".")) : folder);
    return new Thing.Of(name);
  }

  private void pack(String program, Value archive, Thing file) {
    List<Value> words =
        program.equals("zip")
            ? List.of(new Value.Text("zip"), new Value.Text("-q"), archive, things.told(file))
            : List.of(new Value.Text("tar"), new Value.Text("-cf"), archive, things.told(file));
    evaluator.emit(new Effect.Run(Language.ARGUMENTS, words, Value.EMPTY));
  }
}
