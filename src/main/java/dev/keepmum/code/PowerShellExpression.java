package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Expressions of PowerShell: what they are worth, and the assignments among them. */
final class PowerShellExpression {
  /** A level of the text takes up to three of these. */
  private static final int MAX_NESTING = 96;

  private final PowerShellProgram program;
  private final PowerShellText text;
  private final PowerShellTypes types;
  private int nesting;

  /** The variable that was read last, if it can be assigned to; {@code env:} ones with prefix. */
  private String target = "";

  /** What hash tables hold, for splatting: keys and values by turns. */
  private final Map<Value, List<Value>> tables = new IdentityHashMap<>();

  PowerShellExpression(PowerShellProgram program) {
    this.program = program;
    this.text = program.text;
    this.types = new PowerShellTypes(program);
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
      value = Composition.join(List.of(read(assigned), value));
    }
    store(assigned, value);
    target = "";
    return true;
  }

  /** Goes one level deeper; the text ends where it is nested too deeply. */
  private void enter() {
    if (++nesting > MAX_NESTING) {
      text.stop();
    }
  }

  private Value read(String name) {
    return name.startsWith("env:")
        ? new Value.ReadVariable(Composition.text(name.substring(4)))
        : program.memory.get(name);
  }

  private void store(String name, Value value) {
    if (name.startsWith("env:")) {
      program.emit(new Effect.SetVariable(name.substring(4), value));
      return;
    }
    if (value instanceof Value.Output || name.equals("null")) {
      program.drop(value);
    }
    if (name.endsWith("()")) {
      program.memory.add(name.substring(0, name.length() - 2), value);
    } else if (!name.equals("null")) {
      program.memory.set(name, value);
    }
  }

  /** A whole expression, with its operators from left to right. */
  Value value() {
    enter();
    Value value = list();
    String assignable = target;
    text.blanks();
    String operator = operator();
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
        value = combine(operator, value, list());
      }
      text.blanks();
      operator = operator();
    }
    target = assignable;
    nesting--;
    return value;
  }

  private String operator() {
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

  private Value combine(String operator, Value left, Value right) {
    switch (operator) {
      case "+":
        return Composition.join(List.of(left, right));
      case "f":
        return PowerShellTypes.format(left, elements(right));
      case "join":
        return joined(left, right);
      case "replace":
      case "creplace":
      case "ireplace":
        return replaced(left, elements(right));
      case "split":
      case "csplit":
      case "isplit":
        return types.split(left, elements(right).isEmpty() ? right : elements(right).get(0));
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
    for (Value element : elements(left)) {
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
    return Composition.derive(left, with);
  }

  private static boolean isPlain(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      if ("\\.[](){}*+?^$|".indexOf(pattern.charAt(i)) >= 0) {
        return false;
      }
    }
    return !pattern.isEmpty();
  }

  static List<Value> elements(Value value) {
    return value instanceof Value.Joined joined ? joined.parts() : List.of(value);
  }

  /** Values separated by commas. */
  private Value list() {
    List<Value> values = new ArrayList<>();
    text.take(",");
    do {
      text.space();
      values.add(unary());
      text.blanks();
    } while (text.take(","));
    if (values.size() == 1) {
      return values.get(0);
    }
    target = "";
    return array(values);
  }

  private static Value array(List<Value> values) {
    return values.size() > 64 ? Composition.derive(values) : new Value.Joined(List.copyOf(values));
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
    String operator = operator();
    while (!operator.isEmpty()) {
      text.space();
      value = combine(operator, value, unary());
      text.blanks();
      operator = operator();
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
        return program.catchOutput(")");
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
    String name = written.toLowerCase(Locale.ROOT);
    int colon = name.indexOf(':');
    if (name.startsWith("env:")) {
      target = "env:" + written.substring(4);
      return new Value.ReadVariable(Composition.text(written.substring(4)));
    }
    String local = colon >= 0 ? name.substring(colon + 1) : name;
    target = local;
    switch (local) {
      case "psitem":
        return program.memory.get("_");
      case "home":
        return new Value.ReadVariable(new Value.Text("HOME"));
      case "input":
        return new Value.ReadInput();
      case "args":
        return program.memory.knows("args") ? program.memory.get("args") : new Value.Arguments();
      default:
        return program.memory.get(local);
    }
  }
}
