package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** What the commands of Tcl and of expect do with their words. */
final class TclCommands {
  private final TclProgram program;
  private final TclCalls calls;

  TclCommands(TclProgram program) {
    this.program = program;
    this.calls = new TclCalls(program, this);
  }

  /** Does a command that is no procedure of the program; gives its value. */
  Value run(String name, List<Value> words) {
    switch (name) {
      case "if":
      case "while":
      case "for":
      case "foreach":
      case "lmap":
      case "switch":
      case "catch":
      case "try":
      case "proc":
      case "eval":
      case "uplevel":
      case "namespace":
      case "return":
      case "source":
      case "subst":
      case "expr":
      case "time":
      case "after":
      case "apply":
      case "rename":
      case "interp":
      case "trace":
        return control(name, words);
      case "set":
      case "append":
      case "lappend":
      case "lassign":
      case "regexp":
      case "array":
      case "dict":
      case "upvar":
      case "variable":
        return variables(name, words);
      default:
        return calls.run(name, words);
    }
  }

  // Control

  private Value control(String name, List<Value> words) {
    switch (name) {
      case "if":
        return branches(words);
      case "while":
        condition(at(words, 0));
        return program.repeat(at(words, 1));
      case "for":
        program.evaluate(at(words, 0));
        condition(at(words, 1));
        program.evaluate(at(words, 2));
        return program.repeat(at(words, 3));
      case "foreach":
      case "lmap":
        return each(words);
      case "switch":
        return cases(words);
      case "catch":
        return caught(words);
      case "try":
        for (Value word : words) {
          program.perhaps(word);
        }
        return program.perhaps(at(words, 0));
      case "proc":
        program.define(text(words, 0), at(words, 1), at(words, 2));
        return Value.UNKNOWN;
      case "eval":
      case "uplevel":
      case "after":
      case "time":
        return evaluated(Composition.joinSpaced(scripts(words)));
      case "namespace":
        return text(words, 0).equals("eval") ? program.evaluate(last(words)) : Value.UNKNOWN;
      case "return":
        return words.isEmpty() ? Value.UNKNOWN : program.giveBack(last(words));
      case "source":
        program.emit(
            new Effect.Run(Language.TCL, List.of(new Value.ReadFile(last(words))), Value.UNKNOWN));
        return Value.UNKNOWN;
      case "subst":
        return substituted(kept(words));
      case "apply":
        return program.apply(at(words, 0), words.subList(Math.min(1, words.size()), words.size()));
      case "rename":
        program.alias(text(words, 1), words.subList(0, Math.min(1, words.size())));
        return Value.UNKNOWN;
      case "interp":
        return alias(words);
      case "trace":
        if (text(words, 0).equals("add") || text(words, 0).equals("variable")) {
          program.watch(last(words));
        }
        return Value.UNKNOWN;
      default:
        return Composition.derive(condition(Composition.joinSpaced(words)));
    }
  }

  /** A script of which a part is not known is a command whose words are its parts. */
  private Value evaluated(Value script) {
    if (!(script instanceof Value.Joined)) {
      return program.evaluate(script);
    }
    List<Value> words = words(script);
    return words.isEmpty() ? Value.UNKNOWN : program.run(words);
  }

  /** {@code interp alias path name path command words…}. */
  private Value alias(List<Value> words) {
    if (text(words, 0).equals("alias") && words.size() > 4) {
      program.alias(text(words, 2), words.subList(4, words.size()));
    } else if (text(words, 0).equals("eval")) {
      return evaluated(
          Composition.joinSpaced(words.subList(Math.min(2, words.size()), words.size())));
    }
    return Value.UNKNOWN;
  }

  /** The words of a list of which a part is not known: its known words, and its other parts. */
  static List<Value> words(Value list) {
    if (!(list instanceof Value.Joined parts)) {
      return List.of(list);
    }
    List<Value> words = new ArrayList<>();
    for (Value part : parts.parts()) {
      if (part instanceof Value.Text text) {
        StringTokenizer known = new StringTokenizer(text.text());
        while (known.hasMoreTokens()) {
          words.add(new Value.Text(known.nextToken()));
        }
      } else {
        words.add(part);
      }
    }
    return words;
  }

  /** A script may be one word or several; a level or a number of milliseconds stands in front. */
  private static List<Value> scripts(List<Value> words) {
    String first = text(words, 0);
    boolean counted =
        first.startsWith("#") || !first.isEmpty() && Character.isDigit(first.charAt(0));
    return counted || first.equals("idle") ? words.subList(1, words.size()) : words;
  }

  /** Commands in an expression are done; what they give may be in its value. */
  private Value condition(Value expression) {
    return substituted(expression);
  }

  /** What {@code subst} is given, with escapes before what its options leave alone. */
  private static Value kept(List<Value> words) {
    String text = text(words, words.size() - 1);
    for (int i = 0; i < words.size() - 1; i++) {
      switch (text(words, i)) {
        case "-nocommands":
          text = text.replace("[", "\\[");
          break;
        case "-novariables":
          text = text.replace("$", "\\$");
          break;
        default:
          break;
      }
    }
    return last(words) instanceof Value.Text ? new Value.Text(text) : last(words);
  }

  private Value substituted(Value text) {
    return text instanceof Value.Text known ? program.substitute(known.text()) : text;
  }

  private Value branches(List<Value> words) {
    Value any = Value.UNKNOWN;
    boolean expectsCondition = true;
    for (Value word : words) {
      String text = TclProgram.word(word);
      if (text.equals("elseif")) {
        expectsCondition = true;
      } else if (expectsCondition) {
        program.drop(condition(word));
        expectsCondition = false;
      } else if (!text.equals("then") && !text.equals("else")) {
        any = Composition.choice(any, program.perhaps(word));
      }
    }
    return any;
  }

  private Value each(List<Value> words) {
    for (int i = 0; i + 2 < words.size(); i += 2) {
      StringTokenizer names = new StringTokenizer(text(words, i));
      while (names.hasMoreTokens()) {
        program.set(names.nextToken(), elements(words.get(i + 1)));
      }
    }
    return program.repeat(last(words));
  }

  /** An element of a list: one of its words where they are known, a part of it otherwise. */
  private static Value elements(Value list) {
    if (!(list instanceof Value.Text text)) {
      return list;
    }
    Value any = Value.EMPTY;
    boolean first = true;
    for (List<TclScript.Word> line : TclScript.commands(text.text())) {
      for (TclScript.Word word : line) {
        Value element = Composition.text(word.text());
        any = first ? element : Composition.choice(any, element);
        first = false;
      }
    }
    return any;
  }

  private Value cases(List<Value> words) {
    Value any = Value.UNKNOWN;
    if (last(words) instanceof Value.Text block) {
      for (List<TclScript.Word> line : TclScript.commands(block.text())) {
        for (TclScript.Word word : line) {
          any = Composition.choice(any, program.perhaps(Composition.text(word.text())));
        }
      }
    }
    return any;
  }

  private Value caught(List<Value> words) {
    Value result = program.perhaps(at(words, 0));
    if (words.size() > 1) {
      program.set(text(words, 1), result);
    } else {
      program.drop(result);
    }
    return Value.UNKNOWN;
  }

  // Variables

  private Value variables(String name, List<Value> words) {
    String variable = text(words, 0);
    switch (name) {
      case "set":
        if (words.size() < 2) {
          return program.variable(variable);
        }
        program.set(variable, words.get(1));
        return words.get(1);
      case "append":
      case "lappend":
        List<Value> parts = new ArrayList<>();
        parts.add(program.variable(variable));
        for (Value word : words.subList(Math.min(1, words.size()), words.size())) {
          if (name.equals("lappend")) {
            parts.add(new Value.Text(" "));
          }
          parts.add(word);
        }
        Value appended = Composition.join(parts);
        program.set(variable, appended);
        return appended;
      case "lassign":
        for (int i = 1; i < words.size(); i++) {
          program.set(text(words, i), elements(at(words, 0)));
        }
        return Value.UNKNOWN;
      case "regexp":
        return captured(words);
      case "array":
        return array(words);
      case "variable":
        if (words.size() > 1) {
          program.set(variable, words.get(1));
        }
        return Value.UNKNOWN;
      case "upvar":
        for (int i = words.size() % 2; i + 1 < words.size(); i += 2) {
          program.set(text(words, i + 1), program.variable(text(words, i)));
        }
        return Value.UNKNOWN;
      default:
        return text(words, 0).equals("keys") ? Value.UNKNOWN : Composition.derive(words);
    }
  }

  /** {@code regexp ?options? expression string ?names …?}: the names get parts of the string. */
  private Value captured(List<Value> words) {
    int first = 0;
    while (first < words.size() && text(words, first).startsWith("-")) {
      first++;
    }
    Value subject = at(words, first + 1);
    for (int i = first + 2; i < words.size(); i++) {
      program.set(text(words, i), Composition.derive(subject));
    }
    return text(words, 0).contains("-inline") ? Composition.derive(subject) : Value.UNKNOWN;
  }

  private Value array(List<Value> words) {
    if (text(words, 0).equals("get")) {
      return whole(words.subList(1, words.size()));
    }
    if (text(words, 0).equals("set")) {
      program.set(text(words, 1), last(words));
    }
    return Value.UNKNOWN;
  }

  /** What an array holds, or what a pattern takes of it. */
  Value whole(List<Value> words) {
    String name = text(words, 0);
    String pattern = text(words, 1);
    boolean environment = name.equals("env") || name.equals("::env");
    boolean one = !pattern.isEmpty() && pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0;
    return environment && one
        ? new Value.ReadVariable(new Value.Text(pattern))
        : program.variable(name);
  }

  // Words

  /** A word; unknown where there are fewer. */
  static Value at(List<Value> words, int index) {
    return index >= 0 && index < words.size() ? words.get(index) : Value.UNKNOWN;
  }

  static Value last(List<Value> words) {
    return at(words, words.size() - 1);
  }

  /** The text of a word; empty where it is not known. */
  static String text(List<Value> words, int index) {
    return at(words, index) instanceof Value.Text text ? text.text() : "";
  }
}
