package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables of a makefile, and the expansion of references and function calls. */
final class MakeVariables {
  private static final int MAX_NESTING = 32;

  /** Characters expanded in all; variables that double each other would go on for ever. */
  private static final int MAX_EXPANDED = 1 << 24;

  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> defaults = new HashSet<>();
  private final List<Effect> effects;
  private int nesting;
  private long expanded;

  MakeVariables(List<Effect> effects) {
    this.effects = effects;
    texts.put("MAKE", "make");
    texts.put("SHELL", "/bin/sh");
    texts.put("CURDIR", ".");
    texts.put("RM", "rm -f");
    texts.put("MAKEFLAGS", "");
    texts.put("MAKECMDGOALS", "");
    texts.put(".VARIABLES", "");
  }

  /** Whether there was more to expand than is looked at. */
  boolean exhausted() {
    return expanded > MAX_EXPANDED;
  }

  boolean assigned(String name) {
    return texts.containsKey(name);
  }

  void assign(String name, String text) {
    defaults.remove(name);
    texts.put(name, text);
  }

  /** Assigns what counts where the environment has no such variable. */
  void assignDefault(String name, String text) {
    if (!assigned(name)) {
      texts.put(name, text);
      defaults.add(name);
    }
  }

  void append(String name, String text) {
    String before = texts.getOrDefault(name, "$(value " + name + ")");
    expanded += before.length() + text.length();
    if (!exhausted()) {
      texts.put(name, before + " " + text);
    }
  }

  /** What a text becomes; functions in it take effect. */
  Value expand(String raw) {
    expanded += raw.length() + 1;
    if (nesting >= MAX_NESTING) {
      expanded = MAX_EXPANDED + 1;
    }
    if (exhausted()) {
      return Value.UNKNOWN;
    }
    nesting++;
    List<Value> parts = new ArrayList<>();
    SourceCursor cursor = new SourceCursor(raw);
    while (!cursor.done()) {
      parts.add(Composition.text(cursor.until("$")));
      if (!cursor.done()) {
        cursor.skip(1);
        parts.add(reference(cursor));
      }
    }
    nesting--;
    return Composition.join(parts);
  }

  private Value reference(SourceCursor cursor) {
    char c = cursor.next();
    if (c == '(') {
      return bracketed(cursor.balanced('(', ')'));
    }
    if (c == '{') {
      return bracketed(cursor.balanced('{', '}'));
    }
    return c == '$' || c == '\0' ? new Value.Text("$") : named(String.valueOf(c));
  }

  private Value bracketed(String content) {
    SourceCursor cursor = new SourceCursor(content);
    String function = cursor.until(" \t$:(");
    if (cursor.peek() == ' ' || cursor.peek() == '\t') {
      cursor.blanks();
      return call(function, cursor.until(""));
    }
    int substitution = content.indexOf(':');
    String name = substitution > 0 ? content.substring(0, substitution) : content;
    Value computed = expand(name);
    if (!(computed instanceof Value.Text text)) {
      return new Value.ReadEnvironment();
    }
    Value value = named(text.text());
    return substitution > 0 && Composition.holds(value) ? Composition.derive(value) : value;
  }

  /** The value of a variable; what the makefile does not assign comes from the environment. */
  Value named(String name) {
    String text = texts.get(name);
    Value environment = new Value.ReadVariable(Composition.text(name));
    if (text == null) {
      return isVariable(name) ? environment : Value.UNKNOWN;
    }
    Value value = expand(text);
    return defaults.contains(name) ? Composition.choice(environment, value) : value;
  }

  private static boolean isVariable(String name) {
    return !name.isEmpty()
        && (name.length() > 1 || Character.isLetter(name.charAt(0)))
        && !Character.isDigit(name.charAt(0));
  }

  private Value call(String function, String rest) {
    List<String> arguments = arguments(rest);
    String last = arguments.get(arguments.size() - 1);
    switch (function) {
      case "info":
      case "warning":
      case "error":
        effects.add(new Effect.Print(expand(rest)));
        return Value.EMPTY;
      case "shell":
        Value command = Composition.text(MakeCommand.of(expand(rest)));
        return new Value.Output(new Effect.Run(Language.SHELL, List.of(command), Value.UNKNOWN));
      case "file":
        return file(rest);
      case "value":
        return assigned(rest) ? named(rest) : new Value.ReadVariable(expand(rest));
      case "call":
        return called(arguments);
      case "eval":
        evaluate(rest);
        return Value.EMPTY;
      case "foreach":
        return forEach(arguments, last);
      case "if":
        expand(arguments.get(0));
        return all(arguments.subList(1, arguments.size()));
      case "subst":
        return substituted(arguments);
      case "origin":
      case "flavor":
      case "words":
        return Value.UNKNOWN;
      case "word":
      case "wordlist":
      case "filter":
      case "filter-out":
      case "patsubst":
      case "findstring":
        return expand(last);
      default:
        return all(arguments);
    }
  }

  private List<String> arguments(String rest) {
    List<String> arguments = new ArrayList<>();
    SourceCursor cursor = new SourceCursor(rest);
    int start = 0;
    while (!cursor.done()) {
      char c = cursor.next();
      if (c == '(') {
        cursor.balanced('(', ')');
      } else if (c == '{') {
        cursor.balanced('{', '}');
      } else if (c == ',') {
        arguments.add(rest.substring(start, cursor.position() - 1));
        start = cursor.position();
      }
    }
    arguments.add(rest.substring(start));
    return arguments;
  }

  private Value all(List<String> arguments) {
    List<Value> values = new ArrayList<>();
    for (String argument : arguments) {
      values.add(expand(argument.strip()));
    }
    return Composition.join(values);
  }

  /** {@code $(file <f)} reads, {@code $(file >f,text)} and {@code >>} write. */
  private Value file(String rest) {
    List<String> arguments = arguments(rest);
    SourceCursor cursor = new SourceCursor(arguments.get(0));
    boolean reads = cursor.take("<");
    cursor.take(">");
    cursor.take(">");
    cursor.blanks();
    Value path = expand(cursor.until(""));
    if (reads) {
      return new Value.ReadFile(path);
    }
    Value content =
        arguments.size() < 2 ? Value.EMPTY : expand(rest.substring(arguments.get(0).length() + 1));
    effects.add(new Effect.Write(path, content));
    return Value.EMPTY;
  }

  private Value called(List<String> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      assign(String.valueOf(i), arguments.get(i));
    }
    return named(arguments.get(0).strip());
  }

  private void evaluate(String rest) {
    Value makefile = expand(rest);
    if (makefile instanceof Value.Text source && nesting < MAX_NESTING) {
      new Makefile(source.text(), this, effects).follow();
    }
  }

  /** The loop's body once; a name from a list that is not known could be any. */
  private Value forEach(List<String> arguments, String body) {
    String list = arguments.size() > 2 ? arguments.get(1).strip() : "";
    String variable = arguments.get(0).strip();
    if (expand(list) instanceof Value.Text known && !known.text().isBlank()) {
      List<Value> values = new ArrayList<>();
      SourceCursor words = new SourceCursor(known.text().strip());
      while (!words.done() && !exhausted()) {
        assign(variable, words.until(" \t"));
        words.blanks();
        values.add(expand(body));
        values.add(new Value.Text(" "));
      }
      return Composition.join(values);
    }
    assign(variable, "$(words unknown)");
    return expand(body);
  }

  private Value substituted(List<String> arguments) {
    if (arguments.size() < 3) {
      return Value.UNKNOWN;
    }
    Value value = expand(arguments.get(2));
    if (expand(arguments.get(0)) instanceof Value.Text from
        && expand(arguments.get(1)) instanceof Value.Text to
        && value instanceof Value.Text constant
        && !from.text().isEmpty()) {
      return Composition.text(constant.text().replace(from.text(), to.text()));
    }
    return value;
  }
}
