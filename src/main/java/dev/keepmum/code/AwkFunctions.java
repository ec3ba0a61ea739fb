package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What calls of awk's own functions and of a program's functions give and do. */
final class AwkFunctions {
  /** Where in a line its first equals sign stands. */
  static final Value EQUALS_POSITION = new Value.Unknown();

  private final Memory memory;
  private final AwkVariables variables;
  private final AwkEffects effects;
  private final Map<String, List<String>> parameters;

  /**
   * An argument of a call: what it holds, and its variable or pattern if it is no more than that.
   */
  record Operand(Value value, String target, String pattern) {}

  AwkFunctions(
      Memory memory,
      AwkVariables variables,
      AwkEffects effects,
      Map<String, List<String>> parameters) {
    this.memory = memory;
    this.variables = variables;
    this.effects = effects;
    this.parameters = parameters;
  }

  Value call(String name, List<Operand> operands) {
    switch (name) {
      case "system":
        effects.emit(new Effect.Run(Language.SHELL, List.of(value(operands, 0)), Value.UNKNOWN));
        return Value.UNKNOWN;
      case "sprintf":
        return operands.isEmpty() ? Value.UNKNOWN : format(values(operands));
      case "substr":
        return part(operands);
      case "index":
        return value(operands, 1) instanceof Value.Text text && text.text().startsWith("=")
            ? EQUALS_POSITION
            : Value.UNKNOWN;
      case "match":
        return match(operands);
      case "split":
        return split(operands);
      case "sub":
      case "gsub":
        return substitute(operands);
      case "gensub":
        return takesValueOut(operands)
            ? Value.UNKNOWN
            : Composition.derive(
                operands.size() > 3 ? value(operands, 3) : variables.record(), value(operands, 1));
      case "tolower":
      case "toupper":
        return value(operands, 0);
      case "asort":
      case "asorti":
        return sort(name, operands);
      default:
        return parameters.containsKey(name) ? callOwn(name, operands) : Value.UNKNOWN;
    }
  }

  private Value part(List<Operand> operands) {
    Value start = value(operands, 1);
    boolean fromStart =
        start instanceof Value.Text text && (text.text().equals("1") || text.text().equals("0"));
    return fromStart && value(operands, 2) == EQUALS_POSITION
        ? Value.UNKNOWN
        : Composition.derive(value(operands, 0));
  }

  private Value match(List<Operand> operands) {
    if (operands.size() > 2) {
      memory.add(operands.get(2).target() + "[]", value(operands, 0));
    }
    boolean equals =
        operands.size() > 1 && AssignmentPattern.startsAtEquals(patternOf(operands.get(1)));
    memory.set("RSTART", equals ? EQUALS_POSITION : Value.UNKNOWN);
    return equals ? EQUALS_POSITION : Value.UNKNOWN;
  }

  private Value split(List<Operand> operands) {
    if (operands.size() < 2) {
      return Value.UNKNOWN;
    }
    boolean onEquals =
        operands.size() > 2
            ? AssignmentPattern.endsName(patternOf(operands.get(2)))
            : variables.separatorEndsName();
    String array = operands.get(1).target() + "[]";
    if (onEquals) {
      variables.splitAssignment(array, value(operands, 0));
    } else {
      variables.split(array, value(operands, 0));
    }
    return Value.UNKNOWN;
  }

  private Value substitute(List<Operand> operands) {
    String changed = operands.size() > 2 ? operands.get(2).target() : AwkVariables.RECORD;
    Value old = operands.size() > 2 ? value(operands, 2) : variables.record();
    if (takesValueOut(operands)) {
      variables.store(changed, Value.UNKNOWN);
    } else if (!changed.isEmpty() && Composition.holds(value(operands, 1))) {
      variables.store(changed, Composition.derive(old, value(operands, 1)));
    } else if (old instanceof Value.Text && !changed.isEmpty()) {
      variables.store(changed, Value.UNKNOWN);
    }
    return Value.UNKNOWN;
  }

  private static boolean takesValueOut(List<Operand> operands) {
    return operands.size() > 1
        && value(operands, 1) instanceof Value.Text replacement
        && AssignmentPattern.takesValueOut(
            patternOf(operands.get(0)), AssignmentPattern.Dialect.EXTENDED, replacement.text());
  }

  private Value sort(String name, List<Operand> operands) {
    if (!operands.isEmpty()) {
      String from = operands.get(0).target();
      String to = operands.size() > 1 ? operands.get(1).target() : from;
      boolean keys = name.equals("asorti");
      boolean environment = value(operands, 0) instanceof Value.ReadEnvironment;
      Value values = environment ? value(operands, 0) : memory.get(from + "[]");
      Value names = environment ? Value.UNKNOWN : memory.get(from + "[#]");
      memory.add(to + "[]", keys ? names : values);
    }
    return Value.UNKNOWN;
  }

  /** Arguments go in, and arrays, which are passed by reference, come out again. */
  private Value callOwn(String name, List<Operand> operands) {
    List<String> names = parameters.get(name);
    for (int i = 0; i < names.size() && i < operands.size(); i++) {
      Operand operand = operands.get(i);
      memory.add(names.get(i), operand.value());
      if (operand.value() instanceof Value.ReadEnvironment
          || memory.knows(operand.target() + "[]")) {
        memory.add(names.get(i) + "[]", operand.value());
      }
      if (!operand.target().isEmpty() && memory.knows(names.get(i) + "[]")) {
        memory.add(operand.target() + "[]", memory.get(names.get(i) + "[]"));
      }
    }
    return memory.get("()" + name);
  }

  /** What {@code printf} makes of a format and its arguments. */
  static Value format(List<Value> items) {
    if (!(items.get(0) instanceof Value.Text)) {
      return Composition.derive(items);
    }
    String format = ((Value.Text) items.get(0)).text();
    List<Value> parts = new ArrayList<>();
    int argument = 1;
    int from = 0;
    for (int i = format.indexOf('%'); i >= 0; i = format.indexOf('%', from)) {
      parts.add(Composition.text(format.substring(from, i)));
      int end = i + 1;
      while (end < format.length() && "-+ #0123456789.*".indexOf(format.charAt(end)) >= 0) {
        end++;
      }
      char conversion = end < format.length() ? format.charAt(end) : '%';
      if (conversion == '%') {
        parts.add(new Value.Text("%"));
      } else if (argument < items.size()) {
        parts.add(items.get(argument++));
      }
      from = Math.min(end + 1, format.length());
    }
    parts.add(Composition.text(format.substring(from)));
    return Composition.join(parts);
  }

  private static String patternOf(Operand operand) {
    if (!operand.pattern().isEmpty()) {
      return operand.pattern();
    }
    return operand.value() instanceof Value.Text text ? text.text() : "";
  }

  private static Value value(List<Operand> operands, int index) {
    return index < operands.size() ? operands.get(index).value() : Value.UNKNOWN;
  }

  private static List<Value> values(List<Operand> operands) {
    List<Value> values = new ArrayList<>();
    for (Operand operand : operands) {
      values.add(operand.value());
    }
    return values;
  }
}
