package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the commands of Tcl do that reach out of the program. A channel is known by what reading it
 * gives: a file's content, a program's output, a peer's answer.
 */
final class TclCalls {
  private final TclProgram program;
  private final TclCommands commands;

  /** Lists that are lines split at the equals sign, with those lines. */
  private final Map<Value, Value> assignments = new IdentityHashMap<>();

  TclCalls(TclProgram program, TclCommands commands) {
    this.program = program;
    this.commands = commands;
  }

  Value run(String name, List<Value> words) {
    switch (name) {
      case "puts":
      case "send_user":
      case "send_error":
      case "error":
      case "throw":
      case "parray":
        return shown(name, words);
      case "chan":
        return words.isEmpty()
            ? Value.UNKNOWN
            : run(
                text(words, 0).equals("copy") ? "fcopy" : text(words, 0),
                words.subList(1, words.size()));
      case "fcopy":
        return shown(name, List.of(TclCommands.at(words, 1), TclCommands.at(words, 0)));
      case "open":
      case "socket":
        return opened(name, words);
      case "gets":
      case "read":
        return read(words);
      case "exec":
        return executed(words);
      case "spawn":
        program.emit(started(withoutOptions(words), Value.EMPTY));
        return Value.UNKNOWN;
      case "system":
        program.emit(shell(Composition.joinSpaced(words), Value.EMPTY));
        return Value.UNKNOWN;
      case "split":
        return split(words);
      case "lindex":
        return element(words);
      case "cd":
        program.emit(new Effect.ChangeDirectory(TclCommands.at(words, 0)));
        return Value.UNKNOWN;
      case "fileutil::cat":
        return new Value.ReadFile(TclCommands.last(words));
      case "fileutil::writeFile":
        return written(TclCommands.at(words, words.size() - 2), TclCommands.last(words));
      case "http::geturl":
        return new Value.Response(
            new Effect.Send(TclCommands.at(words, 0), Composition.derive(words)));
      default:
        return told(name, words);
    }
  }

  /** What commands give that do nothing but compute. */
  private Value told(String name, List<Value> words) {
    switch (name) {
      case "file":
        return file(words);
      case "string":
        return string(words);
      case "list":
      case "concat":
        return Composition.joinSpaced(words);
      case "join":
        return joinedBy(words);
      case "llength":
      case "lsearch":
      case "glob":
      case "info":
      case "clock":
      case "close":
      case "eof":
      case "fconfigure":
      case "md5::md5":
      case "sha2::sha256":
        return Value.UNKNOWN;
      default:
        return Composition.derive(words);
    }
  }

  private static String text(List<Value> words, int index) {
    return TclCommands.text(words, index);
  }

  private Value written(Value path, Value content) {
    program.emit(new Effect.Write(path, content));
    return Value.UNKNOWN;
  }

  private Value split(List<Value> words) {
    Value pieces = Composition.derive(TclCommands.at(words, 0));
    if (text(words, 1).equals("=") && Composition.holds(pieces)) {
      assignments.put(pieces, TclCommands.at(words, 0));
    }
    return pieces;
  }

  /** An element of a list; the first of an assignment split at its equals sign is its name. */
  private Value element(List<Value> words) {
    Value list = TclCommands.at(words, 0);
    return assignments.containsKey(list) && text(words, 1).equals("0")
        ? Composition.assignmentNames(assignments.get(list))
        : Composition.derive(words);
  }

  private Value shown(String name, List<Value> words) {
    if (name.equals("parray")) {
      program.emit(new Effect.Print(commands.whole(words)));
      return Value.UNKNOWN;
    }
    List<Value> shown = withoutOptions(words);
    Value channel = shown.size() > 1 ? shown.get(0) : new Value.Text("stdout");
    Value content = TclCommands.last(shown);
    if (channel instanceof Value.ReadFile file) {
      return written(file.path(), content);
    }
    if (channel instanceof Value.Response peer) {
      program.emit(new Effect.Send(peer.request().destination(), content));
      return Value.UNKNOWN;
    }
    if (channel instanceof Value.Output pipe) {
      program.emit(new Effect.Run(pipe.run().language(), pipe.run().words(), content));
      return Value.UNKNOWN;
    }
    program.emit(new Effect.Print(content));
    return Value.UNKNOWN;
  }

  private static List<Value> withoutOptions(List<Value> words) {
    int first = 0;
    while (first < words.size() - 1 && text(words, first).startsWith("-")) {
      first++;
    }
    return words.subList(first, words.size());
  }

  private Value opened(String name, List<Value> words) {
    if (name.equals("socket")) {
      return new Value.Response(
          new Effect.Send(TclCommands.at(words, words.size() - 2), Value.EMPTY));
    }
    if (text(words, 0).startsWith("|")) {
      Value line = Composition.text(text(words, 0).substring(1).trim());
      return new Value.Output(shell(line, Value.EMPTY));
    }
    Value path = TclCommands.at(words, 0);
    if (!(path instanceof Value.Text)) {
      program.emit(new Effect.Print(path)); // The complaint about a file that is not there.
    }
    return new Value.ReadFile(path);
  }

  /** {@code gets channel ?variable?}, {@code read ?-nonewline? channel}. */
  private Value read(List<Value> words) {
    List<Value> given = withoutOptions(words);
    Value channel = TclCommands.at(given, 0);
    Value content = text(given, 0).equals("stdin") ? new Value.ReadInput() : channel;
    if (given.size() > 1
        && !text(given, 1).isEmpty()
        && !Character.isDigit(text(given, 1).charAt(0))) {
      program.set(text(given, 1), content);
      return Value.UNKNOWN;
    }
    return content;
  }

  /** exec: a pipeline of programs, with redirections among its words. */
  private Value executed(List<Value> words) {
    Value input = Value.EMPTY;
    Value target = Value.UNKNOWN;
    List<Value> command = new ArrayList<>();
    List<Value> given = withoutOptions(words);
    for (int i = 0; i < given.size(); i++) {
      String word = text(given, i);
      boolean takesNext =
          word.equals("<") || word.equals("<<") || word.equals(">") || word.equals(">>");
      if (word.equals("|") || word.equals("|&")) {
        input = new Value.Output(started(command, input));
        command = new ArrayList<>();
      } else if (takesNext) {
        Value operand = TclCommands.at(given, ++i);
        if (word.equals("<")) {
          input = new Value.ReadFile(operand);
        } else if (word.equals("<<")) {
          input = operand;
        } else {
          target = operand;
        }
      } else if (word.startsWith("<") && word.length() > 1) {
        input = new Value.ReadFile(new Value.Text(word.substring(1)));
      } else if (word.startsWith(">") && word.indexOf('@') < 0) {
        target = new Value.Text(word.substring(word.startsWith(">>") ? 2 : 1));
      } else if (!word.startsWith("2>") && !word.startsWith(">") && !word.equals("&")) {
        command.add(given.get(i));
      } else if (word.equals(">@stdout") || word.equals(">@")) {
        program.emit(started(command, input));
        return Value.UNKNOWN;
      }
    }
    Value output = new Value.Output(started(command, input));
    return target instanceof Value.Unknown ? output : written(target, output);
  }

  private static Effect.Run started(List<Value> words, Value input) {
    return new Effect.Run(Language.ARGUMENTS, List.copyOf(words), input);
  }

  private static Effect.Run shell(Value line, Value input) {
    return new Effect.Run(Language.SHELL, List.of(line), input);
  }

  private Value file(List<Value> words) {
    List<Value> paths = withoutOptions(words.subList(Math.min(1, words.size()), words.size()));
    switch (text(words, 0)) {
      case "join":
        List<Value> parts = new ArrayList<>();
        for (Value path : paths) {
          if (!parts.isEmpty()) {
            parts.add(new Value.Text("/"));
          }
          parts.add(path);
        }
        return Composition.join(parts);
      case "normalize":
      case "nativename":
        return TclCommands.last(paths);
      case "copy":
      case "rename":
      case "link":
        program.emit(new Effect.Copy(TclCommands.at(paths, 0), TclCommands.last(paths)));
        return Value.UNKNOWN;
      case "delete":
        for (Value path : paths) {
          program.emit(new Effect.Remove(path));
        }
        return Value.UNKNOWN;
      default:
        return Value.UNKNOWN;
    }
  }

  private static Value string(List<Value> words) {
    Value subject = TclCommands.last(words);
    switch (text(words, 0)) {
      case "length":
      case "is":
      case "equal":
      case "compare":
      case "match":
      case "first":
      case "last":
      case "bytelength":
        return Value.UNKNOWN;
      case "reverse":
        return subject instanceof Value.Text text
            ? Composition.text(new StringBuilder(text.text()).reverse().toString())
            : Composition.derive(subject);
      case "tolower":
        return subject instanceof Value.Text
            ? Composition.text(TclProgram.word(subject))
            : Composition.derive(subject);
      case "trim":
      case "trimright":
      case "trimleft":
        Value trimmed = TclCommands.at(words, 1);
        return trimmed instanceof Value.Text text ? Composition.text(text.text().trim()) : trimmed;
      case "cat":
        return Composition.join(words.subList(1, words.size()));
      default:
        return Composition.derive(words);
    }
  }

  /** {@code join list ?separator?}: known where the list is. */
  private static Value joinedBy(List<Value> words) {
    if (!(TclCommands.at(words, 0) instanceof Value.Text list)) {
      return Composition.derive(words);
    }
    String separator = words.size() > 1 ? text(words, 1) : " ";
    StringBuilder joined = new StringBuilder();
    for (List<TclScript.Word> line : TclScript.commands(list.text())) {
      for (TclScript.Word word : line) {
        joined.append(joined.length() == 0 ? "" : separator).append(word.text());
      }
    }
    return Composition.text(joined.toString());
  }
}
