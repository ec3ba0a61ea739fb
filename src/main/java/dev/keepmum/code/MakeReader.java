package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads makefiles and the texts of {@code --eval} (GNU make): recipes are command lines for the
 * shell, and the functions that print, read or run do so while the file is read.
 */
public final class MakeReader implements CodeReader {

  private static final int MAX_EFFECTS = 10_000;

  @Override
  public List<Effect> read(String text) {
    return new Makefile().read(text);
  }

  /** One makefile, with the variables it has assigned so far. */
  private static final class Makefile {
    private final List<Effect> effects = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();

    List<Effect> read(String text) {
      int start = 0;
      while (start < text.length() && effects.size() < MAX_EFFECTS) {
        int end = endOfLine(text, start);
        line(text.substring(start, end));
        start = end + 1;
      }
      return effects;
    }

    /** A backslash at the end of a line goes on in the next one. */
    private static int endOfLine(String text, int start) {
      int end = text.indexOf('\n', start);
      while (end > 0 && text.charAt(end - 1) == '\\' && end + 1 < text.length()) {
        end = text.indexOf('\n', end + 1);
      }
      return end < 0 ? text.length() : end;
    }

    private void line(String line) {
      if (line.startsWith("\t")) {
        recipe(line);
        return;
      }
      String plain = line.strip();
      if (plain.isEmpty() || plain.startsWith("#")) {
        return;
      }
      functions(plain);
      if (include(plain) || assignment(plain)) {
        return;
      }
      int colon = plain.indexOf(':');
      int semicolon = colon < 0 ? -1 : plain.indexOf(';', colon);
      if (semicolon >= 0) {
        recipe(plain.substring(semicolon + 1));
      }
    }

    /**
     * A recipe as the shell gets it: {@code $$} is its dollar, make's own variables are filled in.
     */
    private void recipe(String line) {
      String command = line.strip();
      while (!command.isEmpty() && "@-+".indexOf(command.charAt(0)) >= 0) {
        command = command.substring(1).strip();
      }
      functions(command);
      if (!command.isEmpty()) {
        Value text = new Value.Text(expanded(command));
        effects.add(new Effect.Run(Language.SHELL, List.of(text), Value.UNKNOWN));
      }
    }

    private boolean include(String line) {
      for (String word : List.of("include ", "-include ", "sinclude ")) {
        if (line.startsWith(word)) {
          String file = expanded(line.substring(word.length()).strip());
          effects.add(new Effect.Load(new Value.Text(file)));
          return true;
        }
      }
      return false;
    }

    private boolean assignment(String line) {
      int equals = line.indexOf('=');
      if (equals <= 0) {
        return false;
      }
      int end = equals;
      while (end > 0 && ":?+!".indexOf(line.charAt(end - 1)) >= 0) {
        end--;
      }
      String name = line.substring(0, end).strip();
      if (name.startsWith("export ")) {
        name = name.substring("export ".length()).strip();
      }
      if (name.isEmpty() || name.indexOf(' ') >= 0 || name.indexOf(':') >= 0) {
        return false;
      }
      variables.put(name, expanded(line.substring(equals + 1).strip()));
      return true;
    }

    /** The functions that act: info, warning and error print, shell runs, file reads. */
    private void functions(String text) {
      int at = text.indexOf("$(");
      while (at >= 0 && effects.size() < MAX_EFFECTS) {
        int close = close(text, at + 1);
        String inside = text.substring(at + 2, close);
        int blank = inside.indexOf(' ');
        String argument = blank < 0 ? "" : inside.substring(blank + 1).strip();
        switch (blank < 0 ? "" : inside.substring(0, blank)) {
          case "info":
          case "warning":
          case "error":
            effects.add(new Effect.Print(value(argument)));
            break;
          case "shell":
            effects.add(new Effect.Print(output(argument)));
            break;
          default:
            break;
        }
        at = text.indexOf("$(", at + 2);
      }
    }

    /**
     * What a text becomes: references to variables nobody assigned are those of the environment.
     */
    private Value value(String text) {
      List<Value> parts = new ArrayList<>();
      int start = 0;
      int at = text.indexOf("$(");
      while (at >= 0) {
        int close = close(text, at + 1);
        parts.add(new Value.Text(text.substring(start, at)));
        parts.add(reference(text.substring(at + 2, close)));
        start = Math.min(text.length(), close + 1);
        at = text.indexOf("$(", start);
      }
      parts.add(new Value.Text(text.substring(start)));
      return new Value.Joined(parts);
    }

    private Value reference(String inside) {
      if (inside.startsWith("shell ")) {
        return output(inside.substring("shell ".length()));
      }
      if (inside.startsWith("file <")) {
        return new Value.ReadFile(
            new Value.Text(expanded(inside.substring("file <".length()).strip())));
      }
      String assigned = variables.get(inside);
      return assigned != null
          ? new Value.Text(assigned)
          : new Value.ReadVariable(new Value.Text(inside));
    }

    private Value output(String command) {
      Value text = new Value.Text(expanded(command));
      return new Value.Output(new Effect.Run(Language.SHELL, List.of(text), Value.UNKNOWN));
    }

    /** A text for the shell: make's references become values, or variables of the shell. */
    private String expanded(String text) {
      StringBuilder result = new StringBuilder(text.length());
      int i = 0;
      while (i < text.length()) {
        char c = text.charAt(i);
        char next = i + 1 < text.length() ? text.charAt(i + 1) : '\0';
        if (c != '$' || next == '\0') {
          result.append(c);
          i++;
        } else if (next == '$') {
          result.append('$');
          i += 2;
        } else if (next == '(' || next == '{') {
          int close = close(text, i + 1);
          String name = text.substring(i + 2, close);
          String assigned = variables.get(name);
          result.append(assigned != null ? assigned : "${" + name + "}");
          i = close + 1;
        } else {
          i += 2;
        }
      }
      return result.toString();
    }

    /** The bracket that closes the one at an index; the end where none does. */
    private static int close(String text, int open) {
      char opening = text.charAt(open);
      char closing = opening == '(' ? ')' : '}';
      int depth = 0;
      for (int i = open; i < text.length(); i++) {
        if (text.charAt(i) == opening) {
          depth++;
        } else if (text.charAt(i) == closing && --depth == 0) {
          return i;
        }
      }
      return text.length();
    }
  }
}
