package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads the expressions of an awk program and works out what they give. */
final class AwkExpressions {
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int MEMBERSHIP = 3;
  private static final int MATCH = 4;
  private static final int COMPARISON = 5;
  private static final int PIPE = 6;
  private static final int CONCATENATION = 7;
  private static final int SUM = 8;
  private static final int PRODUCT = 9;
  private static final int POWER = 10;

  private final AwkLexer lexer;
  private final AwkVariables variables;
  private final AwkFunctions functions;
  private final AwkEffects effects;
  private boolean greaterRedirects;

  /** What the expression read last was, if it was no more than a variable or a pattern. */
  private String target = "";

  private String pattern = "";

  AwkExpressions(
      AwkLexer lexer, AwkVariables variables, AwkFunctions functions, AwkEffects effects) {
    this.lexer = lexer;
    this.variables = variables;
    this.functions = functions;
    this.effects = effects;
  }

  Value expression() {
    lexer.enter();
    target = "";
    pattern = "";
    Value value = binary(OR);
    if (lexer.is("?")) {
      lexer.next();
      lexer.skipNewlines();
      Value then = expression();
      lexer.skipNewlines();
      if (lexer.is(":")) {
        lexer.next();
      }
      lexer.skipNewlines();
      value = Composition.choice(then, expression());
      constantOnly();
    }
    lexer.leave();
    return value;
  }

  /** The expression in a redirection of {@code print}: a concatenation at the most. */
  Value destination() {
    boolean before = greaterRedirects;
    greaterRedirects = true;
    Value destination = binary(CONCATENATION);
    greaterRedirects = before;
    return destination;
  }

  /** What {@code print} is given: in it, the greater sign is no comparison. */
  List<Value> printed() {
    boolean before = greaterRedirects;
    greaterRedirects = true;
    List<Value> items = new ArrayList<>();
    while (lexer.startsOperand()) {
      items.add(expression());
      if (!lexer.is(",")) {
        break;
      }
      lexer.next();
      lexer.skipNewlines();
    }
    greaterRedirects = before;
    return items;
  }

  /** Binary operators from a level upwards. */
  private Value binary(int lowest) {
    Value left = unary();
    for (int level = level(); level >= lowest; level = level()) {
      String operator = level == CONCATENATION ? "" : lexer.text();
      if (level != CONCATENATION) {
        lexer.next();
        lexer.skipNewlinesAfter(operator);
      }
      if (level == PIPE) {
        left = readLine(effects.output(left));
      } else if (level == MEMBERSHIP) {
        lexer.next();
        left = Value.UNKNOWN;
      } else {
        Value right = binary(level + 1);
        left = combine(level, operator, left, right);
      }
      constantOnly();
    }
    return left;
  }

  private static Value combine(int level, String operator, Value left, Value right) {
    if (level == CONCATENATION) {
      return Composition.join(List.of(left, right));
    }
    if (operator.equals("-")
        && left == AwkFunctions.EQUALS_POSITION
        && right instanceof Value.Text) {
      return AwkFunctions.EQUALS_POSITION;
    }
    return level > CONCATENATION ? Composition.derive(left, right) : Value.UNKNOWN;
  }

  /** The level of the operator that the token is; 0 where it is none. */
  private int level() {
    if (lexer.kind() != AwkLexer.Kind.OPERATOR) {
      if (lexer.is("in")) {
        return MEMBERSHIP;
      }
      return lexer.startsOperand() && !lexer.at(AwkLexer.Kind.REGEX) ? CONCATENATION : 0;
    }
    switch (lexer.text()) {
      case "||":
        return OR;
      case "&&":
        return AND;
      case "~":
      case "!~":
        return MATCH;
      case "<":
      case "<=":
      case "==":
      case "!=":
      case ">=":
        return COMPARISON;
      case ">":
        return greaterRedirects ? 0 : COMPARISON;
      case "|":
      case "|&":
        return lexer.isFollowedBy("getline") ? PIPE : 0;
      case "$":
      case "(":
        return CONCATENATION;
      case "+":
      case "-":
        return SUM;
      case "*":
      case "/":
      case "%":
        return PRODUCT;
      case "^":
      case "**":
        return POWER;
      default:
        return 0;
    }
  }

  private Value unary() {
    int signs = 0;
    boolean negated = false;
    while (lexer.is("!") || lexer.is("-") || lexer.is("+")) {
      negated |= lexer.is("!");
      signs++;
      lexer.next();
    }
    Value value = operand();
    if (signs == 0) {
      return value;
    }
    constantOnly();
    return negated ? Value.UNKNOWN : Composition.derive(value);
  }

  /** A primary with what binds to it most closely: increments and assignment. */
  private Value operand() {
    boolean before = lexer.is("++") || lexer.is("--");
    if (before) {
      lexer.next();
    }
    Value value = primary();
    if (before || lexer.is("++") || lexer.is("--")) {
      if (!before) {
        lexer.next();
      }
      constantOnly();
      return Composition.derive(value);
    }
    if (target.isEmpty() || lexer.kind() != AwkLexer.Kind.OPERATOR) {
      return value;
    }
    switch (lexer.text()) {
      case "=":
        return assign();
      case "+=":
      case "-=":
      case "*=":
      case "/=":
      case "%=":
      case "^=":
      case "**=":
        return update(value);
      default:
        return value;
    }
  }

  private Value assign() {
    String assigned = target;
    return store(assigned, assigned());
  }

  /** An assignment that computes: {@code +=}. */
  private Value update(Value old) {
    String updated = target;
    return store(updated, Composition.derive(old, assigned()));
  }

  /** What stands behind the operator of an assignment. */
  private Value assigned() {
    lexer.next();
    lexer.skipNewlines();
    return expression();
  }

  private Value store(String assigned, Value value) {
    variables.store(assigned, value);
    constantOnly();
    return value;
  }

  private Value primary() {
    constantOnly();
    String text = lexer.text();
    switch (lexer.kind()) {
      case NUMBER:
      case STRING:
        lexer.next();
        return Composition.text(text);
      case REGEX:
        lexer.next();
        pattern = text;
        return Value.UNKNOWN;
      case CALL:
        lexer.next();
        return functions.call(text, operands());
      case NAME:
        lexer.next();
        return named(text);
      case OPERATOR:
        return operatorPrimary(text);
      default:
        return Value.UNKNOWN;
    }
  }

  private Value operatorPrimary(String text) {
    if (text.equals("(")) {
      return group();
    }
    if (text.equals("$")) {
      lexer.next();
      lexer.enter();
      boolean increment = lexer.is("++") || lexer.is("--");
      if (increment || lexer.is("-")) {
        lexer.next();
      }
      Value after = primary();
      Value index = increment ? Value.UNKNOWN : after;
      lexer.leave();
      target = AwkVariables.fieldTarget(index);
      pattern = "";
      return variables.field(index);
    }
    return Value.UNKNOWN;
  }

  Value group() {
    boolean before = greaterRedirects;
    greaterRedirects = false;
    lexer.next();
    List<Value> items = new ArrayList<>();
    while (!lexer.is(")") && !lexer.at(AwkLexer.Kind.END)) {
      lexer.skipNewlines();
      if (!lexer.startsOperand()) {
        lexer.next();
        continue;
      }
      items.add(expression());
      if (lexer.is(",")) {
        lexer.next();
      }
    }
    lexer.next();
    greaterRedirects = before;
    if (items.size() > 1) {
      constantOnly();
    }
    return items.size() == 1 ? items.get(0) : Composition.joinSpaced(items);
  }

  private Value named(String name) {
    if (name.equals("getline")) {
      return getline();
    }
    if (lexer.is("[")) {
      return element(name);
    }
    target = AwkVariables.target(name);
    return variables.get(name);
  }

  private Value element(String array) {
    boolean before = greaterRedirects;
    greaterRedirects = false;
    lexer.next();
    List<Value> subscripts = new ArrayList<>();
    while (!lexer.is("]") && !lexer.at(AwkLexer.Kind.END)) {
      if (lexer.startsOperand()) {
        subscripts.add(expression());
      } else {
        lexer.next();
      }
    }
    lexer.next();
    greaterRedirects = before;
    Value subscript =
        subscripts.size() == 1 ? subscripts.get(0) : Composition.joinSpaced(subscripts);
    target = array + "[]";
    pattern = "";
    return variables.element(array, subscript);
  }

  /** {@code getline}, {@code getline x}, {@code getline x < file}. */
  private Value getline() {
    String variable = AwkVariables.RECORD;
    if (lexer.at(AwkLexer.Kind.NAME) || lexer.is("$")) {
      primary();
      variable = target;
    }
    Value line = new Value.ReadInput();
    if (lexer.is("<")) {
      lexer.next();
      line = AwkEffects.content(primary());
    }
    variables.store(variable, line);
    constantOnly();
    return Value.UNKNOWN;
  }

  /** {@code … | getline x}, at the keyword. */
  private Value readLine(Value line) {
    lexer.next();
    String variable = AwkVariables.RECORD;
    if (lexer.at(AwkLexer.Kind.NAME) && !lexer.is("in") || lexer.is("$")) {
      primary();
      variable = target;
    }
    variables.store(variable, line);
    return Value.UNKNOWN;
  }

  private List<AwkFunctions.Operand> operands() {
    boolean before = greaterRedirects;
    greaterRedirects = false;
    List<AwkFunctions.Operand> operands = new ArrayList<>();
    lexer.next();
    while (!lexer.is(")") && !lexer.at(AwkLexer.Kind.END)) {
      if (lexer.startsOperand()) {
        Value value = expression();
        operands.add(new AwkFunctions.Operand(value, target, pattern));
      } else {
        lexer.next();
      }
    }
    lexer.next();
    greaterRedirects = before;
    constantOnly();
    return operands;
  }

  private void constantOnly() {
    target = "";
    pattern = "";
  }
}
