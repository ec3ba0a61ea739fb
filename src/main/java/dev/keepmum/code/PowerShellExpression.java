package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Expressions of PowerShell: what they are worth, and the assignments among them. */
final class PowerShellExpression {
  /** A level of the text takes up to three of these. */
  private static final int MAX_NESTING = 96;

  private final PowerShellProgram program;
  private final PowerShellText text;
  private final PowerShellTypes types;
  private final PowerShellOperators operators;
  private final PowerShellVariables variables;
  private int nesting;

  /** The target that was read last, if it can be assigned to. */
  private String target = "";

  /** What the assignment that was read last has assigned. */
  private Value lastAssigned = Value.UNKNOWN;

  /** What hash tables hold, for splatting: keys and values by turns. */
  private final Map<Value, List<Value>> tables = new IdentityHashMap<>();

  PowerShellExpression(PowerShellProgram program) {
    this.program = program;
    this.text = program.text;
    this.types = new PowerShellTypes(program);
    this.operators = new PowerShellOperators(text, types);
    this.variables = program.variables();
  }

  /** An expression as a statement: an assignment gives nothing. */
  Value statement() {
    Value value = value();
    text.blanks();
    return assignment() ? Value.UNKNOWN : value;
  }

  private boolean assignment() {
    String assigned = target;
    boolean adds = text.take("+=") || text.take("??=");
    if (!adds && (assigned.isEmpty() || text.at("==") || !text.take("="))) {
      return adds;
    }
    text.space();
    enter();
    Value value = program.pipeline();
    nesting--;
    if (adds) {
      value = Composition.join(List.of(variables.read(assigned), value));
    }
    assign(assigned, value);
    target = "";
    lastAssigned = value;
    return true;
  }

  /** Assigns to one target, or to each of several its element. */
  private void assign(String assigned, Value value) {
    if (assigned.indexOf(',') < 0) {
      variables.store(assigned, value);
      return;
    }
    int index = 0;
    for (String name : Folding.split(assigned, ",")) {
      if (!name.isEmpty()) {
        Value position = new Value.Text(Integer.toString(index));
        variables.store(name, types.element(value, position));
      }
      index++;
    }
  }

  /** What stands in parentheses; an assignment there gives the value that it assigns. */
  private Value parenthesized() {
    lastAssigned = Value.UNKNOWN;
    Value value = program.catchOutput(")");
    Value assigned = lastAssigned;
    lastAssigned = Value.UNKNOWN;
    return value instanceof Value.Unknown && assigned != Value.UNKNOWN ? assigned : value;
  }

  /** Goes one level deeper; the text ends where it is nested too deeply. */
  private void enter() {
    if (++nesting > MAX_NESTING) {
      text.stop();
    }
  }

  /** A whole expression, with its operators from left to right. */
  Value value() {
    enter();
    Value value = list();
    String assignable = target;
    text.blanks();
    String operator = operators.next();
    while (!operator.isEmpty()) {
      assignable = "";
      text.space();
      if (operator.equals("?")) {
        Value then = value();
        text.space();
        text.take(":");
        text.space();
        value = Composition.choice(then, value());
      } else {
        value = operators.combine(operator, value, list());
      }
      text.blanks();
      operator = operators.next();
    }
    target = assignable;
    nesting--;
    return value;
  }

  static List<Value> elements(Value value) {
    return value instanceof Value.Joined joined ? joined.parts() : List.of(value);
  }

  /** Values separated by commas. */
  private Value list() {
    List<Value> values = new ArrayList<>();
    StringBuilder targets = new StringBuilder();
    text.take(",");
    do {
      text.space();
      values.add(unary());
      targets.append(target).append(',');
      text.blanks();
    } while (text.take(","));
    target = values.size() == 1 ? target : targets.toString();
    return array(values);
  }

  /** Several values as one; one value alone is itself. */
  static Value array(List<Value> values) {
    if (values.isEmpty()) {
      return Value.UNKNOWN;
    }
    return values.size() == 1
        ? values.get(0)
        : values.size() > 64 ? Composition.derive(values) : new Value.Joined(List.copyOf(values));
  }

  private Value unary() {
    boolean negated = false;
    boolean joins = false;
    boolean signed = false;
    while (true) {
      if (text.take("!") || text.takeWord("-not")) {
        negated = true;
      } else if (text.takeWord("-join")) {
        joins = true;
      } else if (text.at("++") || text.at("--")) {
        text.skip(2);
        signed = true;
      } else if (text.take("+") || text.take("-split") || text.take("-")) {
        signed = true;
      } else {
        break;
      }
      text.blanks();
    }
    Value value = primary();
    if (text.at("++") || text.at("--")) {
      text.skip(2);
      target = "";
      return Value.UNKNOWN;
    }
    if (negated) {
      return Value.UNKNOWN;
    }
    if (joins) {
      return Composition.join(elements(value));
    }
    return signed ? Composition.derive(value) : value;
  }

  /** A value with the members, calls and indices behind it. */
  Value primary() {
    target = "";
    enter();
    Value value = text.peek() == '[' ? type() : simple();
    nesting--;
    return suffixes(value);
  }

  private Value suffixes(Value start) {
    Value value = start;
    while (!text.done()) {
      if (text.at("::")) {
        text.skip(2);
        value = member(value);
      } else if (text.peek() == '.' && isMember(text.peek(1))) {
        text.skip(1);
        value = member(value);
      } else if (text.at("?.") && isMember(text.peek(2))) {
        text.skip(2);
        value = member(value);
      } else if (text.peek() == '[') {
        text.skip(1);
        String array = target;
        text.space();
        value = types.element(value, text.peek() == ']' ? Value.UNKNOWN : value());
        skipTo(']');
        target = array.isEmpty() ? "" : array + "()";
      } else {
        break;
      }
    }
    return value;
  }

  private static boolean isMember(char c) {
    return Character.isLetter(c) || c == '_' || c == '\'' || c == '"' || c == '$' || c == '(';
  }

  private void skipTo(char closing) {
    while (!text.done() && text.peek() != closing) {
      text.skip(1);
    }
    text.skip(1);
  }

  private Value member(Value owner) {
    String assignable = target;
    String name;
    if (text.peek() == '\'' || text.peek() == '"' || text.peek() == '$' || text.peek() == '(') {
      Value named = simple();
      name = named instanceof Value.Text constant ? constant.text() : "";
    } else {
      name = text.name();
    }
    if (text.take("(")) {
      List<Value> arguments = arguments();
      target = "";
      return types.call(owner, name, arguments);
    }
    target = assignable.isEmpty() || assignable.endsWith("()") ? assignable : assignable + "()";
    return types.property(owner, name);
  }

  List<Value> arguments() {
    List<Value> arguments = new ArrayList<>();
    text.space();
    while (!text.done() && text.peek() != ')') {
      int before = text.position();
      arguments.add(argument());
      text.space();
      text.take(",");
      text.space();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    text.take(")");
    return arguments;
  }

  /** One argument of a method: commas separate, so it is read without lists. */
  private Value argument() {
    Value value = unary();
    text.blanks();
    String operator = operators.next();
    while (!operator.isEmpty()) {
      text.space();
      value = operators.combine(operator, value, unary());
      text.blanks();
      operator = operators.next();
    }
    return value;
  }

  /** A type: a cast of what follows, or the owner of a static member. */
  private Value type() {
    text.skip(1);
    int start = text.position();
    int depth = 1;
    while (!text.done() && depth > 0) {
      char c = text.next();
      depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    }
    String written = text.since(start);
    String name = written.isEmpty() ? "" : written.substring(0, written.length() - 1);
    if (text.take("::")) {
      return staticMember(name);
    }
    text.blanks();
    if (text.done() || ")|;\n,}".indexOf(text.peek()) >= 0) {
      return Value.UNKNOWN;
    }
    Value value = unary();
    String assignable = target;
    Value cast = types.cast(name, value);
    target = assignable;
    return cast;
  }

  private Value staticMember(String type) {
    String name = text.name();
    List<Value> arguments = new ArrayList<>();
    if (text.take("(")) {
      arguments = arguments();
    }
    target = "";
    return types.staticCall(type, name, arguments);
  }

  /** A literal, a variable, or something in brackets of whatever kind. */
  Value simple() {
    enter();
    Value value = simpleHere();
    nesting--;
    return value;
  }

  private Value simpleHere() {
    char c = text.peek();
    switch (c) {
      case '$':
        text.skip(1);
        return text.take("(") ? program.catchOutput(")") : variable();
      case '\'':
        return single();
      case '"':
        text.skip(1);
        return expandable("\"");
      case '(':
        text.skip(1);
        return parenthesized();
      case '{':
        text.skip(1);
        return program.block();
      case '@':
        return at();
      default:
        return number();
    }
  }

  private Value number() {
    int start = text.position();
    while (Character.isLetterOrDigit(text.peek())
        || text.peek() == '.' && Character.isDigit(text.peek(1))) {
      text.skip(1);
    }
    return Composition.text(text.since(start));
  }

  private Value at() {
    text.skip(1);
    if (text.take("(")) {
      return program.catchOutput(")");
    }
    if (text.take("{")) {
      return table();
    }
    if (text.peek() == '\'' && isLineEnd(1)) {
      text.before("\n");
      return Composition.text(hereText("\n'@"));
    }
    if (text.peek() == '"' && isLineEnd(1)) {
      text.before("\n");
      return expandable("\n\"@");
    }
    return variable();
  }

  private boolean isLineEnd(int ahead) {
    return text.peek(ahead) == '\n' || text.peek(ahead) == '\r';
  }

  private String hereText(String end) {
    if (text.at(end.substring(1))) {
      text.skip(end.length() - 1);
      return "";
    }
    return text.before(end);
  }

  private Value table() {
    List<Value> entries = new ArrayList<>();
    text.separators();
    while (!text.done() && text.peek() != '}') {
      int before = text.position();
      Value key = Character.isLetter(text.peek()) ? Composition.text(text.name()) : simple();
      text.blanks();
      if (text.take("=")) {
        text.space();
        entries.add(key);
        entries.add(program.pipeline());
      }
      text.separators();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    text.take("}");
    Value derived = Composition.derive(entries);
    Value table = derived instanceof Value.Unknown ? new Value.Unknown() : derived;
    tables.put(table, entries);
    return table;
  }

  /** Keys and values of a hash table; empty for anything else. */
  List<Value> entries(Value table) {
    List<Value> entries = tables.get(table);
    return entries == null ? List.of() : entries;
  }

  private Value single() {
    StringBuilder content = new StringBuilder();
    text.skip(1);
    while (!text.done()) {
      char c = text.next();
      if (c == '\'') {
        if (!text.take("'")) {
          break;
        }
      }
      content.append(c);
    }
    return Composition.text(content.toString());
  }

  /** A text in which variables and sub-expressions stand, up to what closes it. */
  Value expandable(String closing) {
    List<Value> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    while (!text.done()) {
      if (text.at("\"\"") && closing.length() == 1) {
        text.skip(2);
        constant.append('"');
      } else if (text.take(closing)) {
        break;
      } else if (text.peek() == '`') {
        text.skip(1);
        constant.append(PowerShellTypes.escaped(text.next()));
      } else if (text.peek() == '$' && isExpansion(text.peek(1))) {
        parts.add(Composition.text(constant.toString()));
        constant.setLength(0);
        parts.add(simple());
      } else {
        constant.append(text.next());
      }
    }
    parts.add(Composition.text(constant.toString()));
    target = "";
    return Composition.join(parts);
  }

  static boolean isExpansion(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '{' || c == '(';
  }

  /** A variable, behind its dollar sign. */
  private Value variable() {
    String name;
    if (text.take("{")) {
      name = text.before("}");
      if (name.length() > 2 && name.charAt(1) == ':') {
        return new Value.ReadFile(Composition.text(name));
      }
    } else {
      name = text.name();
      if (name.isEmpty()) {
        text.skip("$?^".indexOf(text.peek()) >= 0 ? 1 : 0);
        return Value.UNKNOWN;
      }
      if (text.peek() == ':' && PowerShellText.isNamePart(text.peek(1))) {
        text.skip(1);
        name = name + ":" + text.name();
      }
    }
    return named(name);
  }

  private Value named(String written) {
    target = PowerShellVariables.target(written);
    return variables.get(target);
  }
}
