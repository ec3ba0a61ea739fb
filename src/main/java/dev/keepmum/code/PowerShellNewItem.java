package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.List;
import java.util.Locale;

/** {@code New-Item}: writes a file where it is given a value, or makes another name for one. */
final class PowerShellNewItem {
  private final PowerShellProgram program;
  private Value path = Value.UNKNOWN;
  private Value child = Value.UNKNOWN;
  private Value value;
  private String type = "file";

  PowerShellNewItem(PowerShellProgram program, List<Value> words, Value input) {
    this.program = program;
    this.value = input;
    for (int i = 0; i < words.size(); i++) {
      Value next = i + 1 < words.size() ? words.get(i + 1) : Value.UNKNOWN;
      switch (lower(words.get(i))) {
        case "-value":
        case "-target":
          value = next;
          i++;
          break;
        case "-name":
          child = next;
          i++;
          break;
        case "-itemtype":
        case "-type":
          type = lower(next);
          i++;
          break;
        case "-path":
          path = next;
          i++;
          break;
        default:
          path =
              path == Value.UNKNOWN && !lower(words.get(i)).startsWith("-") ? words.get(i) : path;
          break;
      }
    }
  }

  /** What it puts out: the item, which tells nothing of its content. */
  Value make() {
    if (value == Value.UNKNOWN) {
      program.emit(new Effect.Write(place(), Value.EMPTY));
      return Value.UNKNOWN;
    }
    switch (type) {
      case "file":
        program.emit(new Effect.Write(place(), value));
        break;
      case "hardlink":
        program.emit(new Effect.Link(value, place(), Effect.Link.Kind.HARD));
        break;
      case "symboliclink":
      case "junction":
        program.emit(new Effect.Link(value, place(), Effect.Link.Kind.SYMBOLIC));
        break;
      default:
        break;
    }
    return Value.UNKNOWN;
  }

  private Value place() {
    if (child == Value.UNKNOWN) {
      return path;
    }
    return path == Value.UNKNOWN ? child : PowerShellCommand.joinedPath(List.of(path, child));
  }

  private static String lower(Value word) {
    return word instanceof Value.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
  }
}
