package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The binary operators of PowerShell: how they are written, and what they make of two values. */
final class PowerShellOperators {
  private final PowerShellText text;
  private final PowerShellTypes types;

  PowerShellOperators(PowerShellText text, PowerShellTypes types) {
    this.text = text;
    this.types = types;
  }

  /** Moves past an operator; empty where none stands, "?" where either side may be the value. */
  String next() {
    char c = text.peek();
    if (c == '-' && Character.isLetter(text.peek(1))) {
      int start = text.position();
      text.skip(1);
      String name = text.name().toLowerCase(Locale.ROOT);
      if (isOperator(name)) {
        return name;
      }
      text.enter(start, text.end());
      return "";
    }
    if (text.at("+=") || text.at("-=") || text.at("*=") || text.at("/=") || text.at("??=")) {
      return "";
    }
    if (text.take("..") || text.take("??")) {
      return "?";
    }
    if ("+-*/%?".indexOf(c) >= 0 && c != '\0') {
      text.skip(1);
      return String.valueOf(c);
    }
    return "";
  }

  private static boolean isOperator(String name) {
    String plain =
        name.length() > 2 && (name.startsWith("c") || name.startsWith("i"))
            ? name.substring(1)
            : name;
    return isPlainOperator(name) || isPlainOperator(plain);
  }

  private static boolean isPlainOperator(String name) {
    switch (name) {
      case "eq":
      case "ne":
      case "gt":
      case "ge":
      case "lt":
      case "le":
      case "like":
      case "notlike":
      case "match":
      case "notmatch":
      case "contains":
      case "notcontains":
      case "in":
      case "notin":
      case "is":
      case "isnot":
      case "and":
      case "or":
      case "xor":
      case "split":
      case "join":
      case "replace":
      case "f":
      case "as":
      case "band":
      case "bor":
      case "bxor":
      case "shl":
      case "shr":
        return true;
      default:
        return false;
    }
  }

  Value combine(String operator, Value left, Value right) {
    switch (operator) {
      case "+":
        return Composition.join(List.of(left, right));
      case "f":
        return PowerShellTypes.format(left, PowerShellExpression.elements(right));
      case "join":
        return joined(left, right);
      case "replace":
      case "creplace":
      case "ireplace":
        return replaced(left, PowerShellExpression.elements(right));
      case "split":
      case "csplit":
      case "isplit":
        return types.split(
            left,
            PowerShellExpression.elements(right).isEmpty()
                ? right
                : PowerShellExpression.elements(right).get(0));
      case "match":
      case "cmatch":
      case "imatch":
        types.keepMatches(left, right);
        return Value.UNKNOWN;
      case "?":
      case "as":
      case "-":
      case "*":
      case "/":
      case "%":
      case "bxor":
      case "band":
      case "bor":
      case "shl":
      case "shr":
        return Composition.derive(left, right);
      default:
        return Value.UNKNOWN;
    }
  }

  private static Value joined(Value left, Value separator) {
    List<Value> parts = new ArrayList<>();
    for (Value element : PowerShellExpression.elements(left)) {
      if (!parts.isEmpty()) {
        parts.add(separator);
      }
      parts.add(element);
    }
    return Composition.join(parts);
  }

  /** Constants are replaced where the pattern is a plain text. */
  private static Value replaced(Value left, List<Value> arguments) {
    Value with = arguments.size() > 1 ? arguments.get(1) : Value.EMPTY;
    if (left instanceof Value.Text subject
        && arguments.get(0) instanceof Value.Text pattern
        && with instanceof Value.Text replacement
        && isPlain(pattern.text())) {
      return Composition.text(subject.text().replace(pattern.text(), replacement.text()));
    }
    boolean cutsValues = arguments.get(0) instanceof Value.Text cut && isValue(cut.text());
    return cutsValues && with == Value.EMPTY
        ? Composition.names(left)
        : Composition.derive(left, with);
  }

  /** Whether a pattern is all that follows a line's first equals sign. */
  private static boolean isValue(String pattern) {
    String plain = pattern.endsWith("$") ? pattern.substring(0, pattern.length() - 1) : pattern;
    return plain.equals("=.*") || plain.equals("=.+") || plain.equals("\\s*=.*");
  }

  private static boolean isPlain(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("\\.[](){}*+?^$|".indexOf(pattern.charAt(i)) >= 0) {
        return false;
      }
    }
    return !pattern.isEmpty();
  }
}
