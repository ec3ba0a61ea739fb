package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads ex commands, one a line, for what they start, read and write. What vim was given to edit
 * stands as {@link Value.ReadInput}; a file that is read into the buffer counts as shown.
 */
public final class VimReader implements CodeReader {

  private static final int MAX_COMMANDS = 10_000;

  @Override
  public List<Effect> read(String text) {
    List<Effect> effects = new ArrayList<>();
    int start = 0;
    for (int count = 0; start < text.length(); count++) {
      if (count >= MAX_COMMANDS) {
        effects.add(new Effect.Unfollowed());
        return effects;
      }
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      add(withoutRange(text.substring(start, end)), effects);
      start = end + 1;
    }
    return effects;
  }

  /** A command without its colon and the lines it is for. */
  private static String withoutRange(String line) {
    int i = 0;
    while (i < line.length() && ":%.,$0123456789 \t".indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return line.substring(i).strip();
  }

  private static void add(String command, List<Effect> effects) {
    if (command.startsWith("!")) {
      effects.add(shell(command.substring(1), new Value.ReadInput()));
      return;
    }
    int blank = command.indexOf(' ');
    String name = blank < 0 ? command : command.substring(0, blank);
    String rest = blank < 0 ? "" : command.substring(blank + 1).strip();
    switch (name) {
      case "r":
      case "read":
        effects.add(
            rest.startsWith("!")
                ? shell(rest.substring(1), Value.UNKNOWN)
                : new Effect.Print(new Value.ReadFile(new Value.Text(rest))));
        break;
      case "e":
      case "edit":
      case "sp":
      case "tabe":
        effects.add(new Effect.Print(new Value.ReadFile(new Value.Text(rest))));
        break;
      case "w":
      case "w!":
      case "write":
      case "sav":
      case "saveas":
        addWrite(rest, effects);
        break;
      case "p":
      case "print":
      case "nu":
      case "l":
      case "list":
        effects.add(new Effect.Print(new Value.ReadInput()));
        break;
      case "lua":
        effects.add(code(Language.LUA, rest));
        break;
      case "py":
      case "py3":
      case "python":
      case "python3":
      case "pyx":
        effects.add(code(Language.PYTHON, rest));
        break;
      case "ruby":
        effects.add(code(Language.RUBY, rest));
        break;
      case "perl":
        effects.add(code(Language.PERL, rest));
        break;
      case "ec":
      case "echo":
      case "echom":
      case "echomsg":
      case "echon":
        addEcho(rest, effects);
        break;
      default:
        break;
    }
  }

  private static void addWrite(String target, List<Effect> effects) {
    if (target.startsWith("!")) {
      effects.add(shell(target.substring(1), new Value.ReadInput()));
    } else if (!target.isEmpty()) {
      effects.add(new Effect.Write(new Value.Text(target), new Value.ReadInput()));
    }
  }

  private static void addEcho(String expression, List<Effect> effects) {
    if (expression.startsWith("environ(")) {
      effects.add(new Effect.Print(new Value.ReadEnvironment()));
    } else if (expression.startsWith("$")) {
      effects.add(
          new Effect.Print(new Value.ReadVariable(new Value.Text(expression.substring(1)))));
    } else if (expression.startsWith("getenv(")) {
      effects.add(new Effect.Print(new Value.ReadVariable(new Value.Text(quoted(expression)))));
    } else if (expression.startsWith("readfile(")) {
      effects.add(new Effect.Print(new Value.ReadFile(new Value.Text(quoted(expression)))));
    } else if (expression.startsWith("system(")) {
      effects.add(shell(quoted(expression), Value.UNKNOWN));
    }
  }

  /** The first text in quotes of a call. */
  private static String quoted(String call) {
    int open = call.indexOf('(') + 1;
    if (open >= call.length()) {
      return "";
    }
    int close = call.indexOf(call.charAt(open), open + 1);
    return close < 0 ? "" : call.substring(open + 1, close);
  }

  private static Effect.Run code(Language language, String text) {
    return new Effect.Run(language, List.of(new Value.Text(text)), Value.UNKNOWN);
  }

  private static Effect.Run shell(String command, Value input) {
    return new Effect.Run(Language.SHELL, List.of(new Value.Text(command.strip())), input);
  }
}
