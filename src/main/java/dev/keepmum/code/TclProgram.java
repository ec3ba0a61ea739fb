package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A Tcl program on its way from command to command: its variables, procedures and effects. */
final class TclProgram {
  private static final int MAX_NESTING = 40;
  private static final int MAX_STEPS = 20_000;

  /** How often a procedure may stand within itself before the call adds nothing. */
  private static final int MAX_RECURSION = 3;

  /** A procedure: the names of its parameters and its body. */
  private record Procedure(List<String> parameters, Value body) {}

  private final Memory memory = new Memory();
  private final Map<String, Procedure> procedures = new HashMap<>();
  private final List<Procedure> called = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final TclCommands commands = new TclCommands(this);
  private final Map<String, List<Value>> aliases = new HashMap<>();
  private final List<Value> watching = new ArrayList<>();
  private Value returned = Value.UNKNOWN;
  private int nesting;
  private int steps;
  private boolean stopped;

  List<Effect> effects(String script) {
    drop(evaluate(script));
    for (Value command : watching) {
      drop(evaluate(command));
    }
    if (stopped) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }

  void emit(Effect effect) {
    effects.add(effect);
  }

  /** Lets a value go unseen; the programs that made it ran nevertheless. */
  void drop(Value value) {
    if (value instanceof Value.Output || value instanceof Value.Response) {
      emit(new Effect.Write(new Value.Text("/dev/null"), value));
    }
  }

  // Variables

  Value variable(String name) {
    int open = name.indexOf('(');
    if (name.startsWith("env(") || name.startsWith("::env(")) {
      String of = name.substring(open + 1, Math.max(open + 1, name.length() - 1));
      return memory.knows(name) ? memory.get(name) : new Value.ReadVariable(new Value.Text(of));
    }
    String key = key(name);
    if (memory.knows(key)) {
      return memory.get(key);
    }
    if (key.equals("argv")) {
      return new Value.Arguments();
    }
    if (open > 0) {
      return memory.get(key(name.substring(0, open)));
    }
    if (key.equals("env")) {
      return new Value.ReadEnvironment();
    }
    return memory.get(unqualified(key));
  }

  void set(String name, Value value) {
    if (name.startsWith("env(") || name.startsWith("::env(")) {
      int open = name.indexOf('(');
      String of = name.substring(open + 1, Math.max(open + 1, name.length() - 1));
      emit(new Effect.SetVariable(of, value));
    }
    memory.set(key(name), value);
    int open = name.indexOf('(');
    String whole = key(open < 0 ? name : name.substring(0, open));
    if (open > 0) {
      memory.add(whole, value);
    }
    if (!unqualified(whole).equals(whole)) {
      memory.add(unqualified(whole), value);
    }
  }

  private static String key(String name) {
    return name.startsWith("::") ? name.substring(2) : name;
  }

  /** A name without its namespaces, in which this reader keeps nothing apart. */
  private static String unqualified(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }

  /** Gives a command another name, with its first words. */
  void alias(String name, List<Value> command) {
    aliases.put(key(name), List.copyOf(command));
  }

  /** Keeps a command that is done whenever something happens to a variable. */
  void watch(Value command) {
    watching.add(command);
  }

  // Scripts

  /** Does what a script says; gives the value of its last command. */
  Value evaluate(String script) {
    if (++nesting > MAX_NESTING) {
      stopped = true;
    }
    Value last = Value.EMPTY;
    for (List<TclScript.Word> command : TclScript.commands(script)) {
      if (stopped || ++steps > MAX_STEPS) {
        stopped = true;
        break;
      }
      drop(last);
      last = expanded(command);
    }
    nesting--;
    return last;
  }

  /** Does what a value says that is a script, as bodies and eval's words are. */
  Value evaluate(Value script) {
    if (script instanceof Value.Text text) {
      return evaluate(text.text());
    }
    if (script instanceof Value.OneOf choice) {
      Value any = Value.UNKNOWN;
      for (Value alternative : choice.alternatives()) {
        any = Composition.choice(any, evaluate(alternative));
      }
      return any;
    }
    return Value.UNKNOWN;
  }

  /** A body that is done any number of times, or not at all. */
  Value repeat(Value body) {
    memory.enterRepetition();
    evaluate(body);
    Value last = evaluate(body);
    memory.leaveRepetition();
    return last;
  }

  /** A body that may or may not be done. */
  Value perhaps(Value body) {
    Map<String, Value> before = memory.snapshot();
    Value last = evaluate(body);
    memory.join(before);
    return last;
  }

  private Value expanded(List<TclScript.Word> command) {
    List<Value> words = new ArrayList<>();
    for (TclScript.Word word : command) {
      Value value = word.literal() ? Composition.text(word.text()) : substitute(word.text());
      if (!word.spread()) {
        words.add(value);
      } else if (value instanceof Value.Text list) {
        for (List<TclScript.Word> line : TclScript.commands(list.text())) {
          for (TclScript.Word element : line) {
            words.add(Composition.text(element.text()));
          }
        }
      } else {
        words.addAll(TclCommands.words(value));
      }
    }
    return words.isEmpty() ? Value.UNKNOWN : run(words);
  }

  /** Does what a command says whose words are substituted. */
  Value run(List<Value> words) {
    String name = words.get(0) instanceof Value.Text text ? key(text.text()) : "";
    List<Value> arguments = words.subList(1, words.size());
    List<Value> original = aliases.get(name);
    if (original != null && !original.isEmpty() && ++nesting <= MAX_NESTING) {
      List<Value> full = new ArrayList<>(original);
      full.addAll(arguments);
      Value result = run(full);
      nesting--;
      return result;
    }
    Procedure procedure = procedures.get(unqualified(name));
    return procedure == null ? commands.run(name, arguments) : call(procedure, arguments);
  }

  void define(String name, Value parameters, Value body) {
    procedures.put(unqualified(name), procedure(parameters, body));
  }

  /** {@code apply {parameters body} arguments}. */
  Value apply(Value lambda, List<Value> arguments) {
    List<Value> parts = new ArrayList<>();
    if (lambda instanceof Value.Text text) {
      for (List<TclScript.Word> line : TclScript.commands(text.text())) {
        for (TclScript.Word word : line) {
          parts.add(Composition.text(word.text()));
        }
      }
    }
    return call(procedure(TclCommands.at(parts, 0), TclCommands.at(parts, 1)), arguments);
  }

  private static Procedure procedure(Value parameters, Value body) {
    List<String> names = new ArrayList<>();
    if (parameters instanceof Value.Text text) {
      for (List<TclScript.Word> line : TclScript.commands(text.text())) {
        for (TclScript.Word word : line) {
          int blank = word.text().indexOf(' ');
          names.add(blank < 0 ? word.text() : word.text().substring(0, blank));
        }
      }
    }
    return new Procedure(names, body);
  }

  private Value call(Procedure procedure, List<Value> arguments) {
    if (Collections.frequency(called, procedure) >= MAX_RECURSION) {
      return Composition.derive(arguments);
    }
    called.add(procedure);
    Value outer = returned;
    returned = Value.UNKNOWN;
    for (int i = 0; i < procedure.parameters().size(); i++) {
      boolean rest = procedure.parameters().get(i).equals("args");
      if (i < arguments.size()) {
        Value given =
            rest ? Composition.derive(arguments.subList(i, arguments.size())) : arguments.get(i);
        memory.set(procedure.parameters().get(i), given);
      }
    }
    Value last = evaluate(procedure.body());
    Value result = returned instanceof Value.Unknown ? last : Composition.choice(returned, last);
    returned = outer;
    called.remove(called.size() - 1);
    return result;
  }

  /** What the procedure that is being done gives back, or may. */
  Value giveBack(Value value) {
    returned = returned instanceof Value.Unknown ? value : Composition.choice(returned, value);
    return value;
  }

  // Substitution

  /** A text with its variables, commands and escapes replaced. */
  Value substitute(String text) {
    List<Value> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i = escape(text, i + 1, constant);
      } else if (c == '[') {
        int end = TclScript.endOfBrackets(text, i);
        flush(constant, parts);
        parts.add(evaluate(text.substring(i + 1, end)));
        i = end + 1;
      } else if (c == '$') {
        int end = endOfName(text, i + 1);
        if (end > i + 1) {
          flush(constant, parts);
          parts.add(variable(nameIn(text, i + 1, end)));
          i = end;
        } else {
          constant.append(c);
          i++;
        }
      } else {
        constant.append(c);
        i++;
      }
    }
    flush(constant, parts);
    return Composition.join(parts);
  }

  private static void flush(StringBuilder constant, List<Value> parts) {
    parts.add(Composition.text(constant.toString()));
    constant.setLength(0);
  }

  /** Where the name of a variable ends, its index in parentheses included. */
  private static int endOfName(String text, int start) {
    if (start < text.length() && text.charAt(start) == '{') {
      return Math.min(text.length(), TclScript.endOfBraces(text, start) + 1);
    }
    int end = start;
    while (end < text.length()
        && (SourceCursor.isNamePart(text.charAt(end)) || text.startsWith("::", end))) {
      end += text.charAt(end) == ':' ? 2 : 1;
    }
    if (end > start && end < text.length() && text.charAt(end) == '(') {
      int close = text.indexOf(')', end);
      return close < 0 ? end : close + 1;
    }
    return end;
  }

  private String nameIn(String text, int start, int end) {
    if (text.charAt(start) == '{') {
      return text.substring(start + 1, Math.max(start + 1, end - 1));
    }
    String name = text.substring(start, end);
    int open = name.indexOf('(');
    if (open < 0) {
      return name;
    }
    Value index = substitute(name.substring(open + 1, name.length() - 1));
    return index instanceof Value.Text known
        ? name.substring(0, open + 1) + known.text() + ")"
        : name.substring(0, open);
  }

  /** Adds the character that an escape stands for; returns the index behind it. */
  private static int escape(String text, int at, StringBuilder to) {
    char c = text.charAt(at);
    switch (c) {
      case 'n':
        to.append('\n');
        return at + 1;
      case 't':
        to.append('\t');
        return at + 1;
      case '\n':
        to.append(' ');
        return at + 1;
      case 'x':
      case 'u':
        return numbered(text, at + 1, 16, c == 'x' ? 2 : 4, to);
      default:
        if (c >= '0' && c <= '7') {
          return numbered(text, at, 8, 3, to);
        }
        to.append(c);
        return at + 1;
    }
  }

  private static int numbered(String text, int start, int base, int most, StringBuilder to) {
    int end = start;
    int code = 0;
    while (end < text.length()
        && end - start < most
        && Character.digit(text.charAt(end), base) >= 0) {
      code = code * base + Character.digit(text.charAt(end), base);
      end++;
    }
    if (end > start) {
      to.append((char) code);
    }
    return end;
  }

  /** The text of a value, lower case, where it is known. */
  static String word(Value value) {
    return value instanceof Value.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
  }
}
