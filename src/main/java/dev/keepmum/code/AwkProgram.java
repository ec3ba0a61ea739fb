package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One awk program, parsed and followed at the same time, twice: the first round learns what
 * variables may hold when the next record comes, the second takes down the effects.
 *
 * <p>Variables stand in the memory under their names, an array's elements under {@code name[]}, its
 * subscripts under {@code name[#]}, the record under {@code $0}.
 */
final class AwkProgram {
  private static final int MAX_NESTING = 32;
  private static final String RECORD = "$0";

  /** Where in a line its first equals sign stands. */
  private static final Value EQUALS_POSITION = new Value.Unknown();

  private static final Value ONE = new Value.Text("1");

  private final String source;
  private final Memory memory = new Memory();
  private final Map<String, List<String>> parameters = new HashMap<>();
  private final Map<String, Value> splitOnEquals = new HashMap<>();
  private List<Effect> effects = new ArrayList<>();
  private AwkLexer lexer;
  private int nesting;
  private boolean tooDeep;
  private boolean greaterRedirects;
  private boolean beforeInput;
  private String function = "";

  /** What the expression read last was, if it was no more than a variable or a pattern. */
  private String target = "";

  private String pattern = "";

  /** An argument of a call. */
  private record Operand(Value value, String target, String pattern) {}

  AwkProgram(String source, Map<String, Value> variables) {
    this.source = source;
    this.lexer = new AwkLexer("");
    for (Map.Entry<String, Value> variable : variables.entrySet()) {
      memory.set(variable.getKey(), variable.getValue());
    }
  }

  List<Effect> effects() {
    round();
    effects = new ArrayList<>();
    round();
    if (tooDeep) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }

  /** Ends the text where it is nested too deeply. */
  private void giveUp() {
    tooDeep = true;
    lexer = new AwkLexer("");
  }

  private void round() {
    lexer = new AwkLexer(source);
    memory.set(RECORD, new Value.ReadInput());
    skipTerminators();
    while (!at(AwkLexer.Kind.END)) {
      item();
      skipTerminators();
    }
  }

  // Rules and functions

  private void item() {
    if (lexer.is("function") || lexer.is("func")) {
      function();
    } else if (lexer.is("@include") || lexer.is("@load")) {
      lexer.next();
      emit(new Effect.Load(expression()));
    } else if (lexer.is("BEGIN")
        || lexer.is("END")
        || lexer.is("BEGINFILE")
        || lexer.is("ENDFILE")) {
      beforeInput = lexer.is("BEGIN");
      lexer.next();
      skipNewlines();
      block();
      beforeInput = false;
    } else if (lexer.is("{")) {
      block();
    } else if (startsOperand()) {
      rule();
    } else {
      lexer.next();
    }
  }

  private void rule() {
    Value condition = expression();
    if (lexer.is(",")) {
      lexer.next();
      skipNewlines();
      expression();
      condition = Value.UNKNOWN;
    }
    boolean always =
        condition instanceof Value.Text text && !text.text().isEmpty() && !text.text().equals("0");
    boolean never = condition instanceof Value.Text && !always;
    List<Effect> soFar = effects;
    if (never) {
      effects = new ArrayList<>();
    }
    Map<String, Value> without = memory.snapshot();
    if (lexer.is("{")) {
      block();
    } else {
      emit(new Effect.Print(memory.get(RECORD)));
    }
    if (!always) {
      memory.join(without);
    }
    effects = soFar;
  }

  private void function() {
    lexer.next();
    String name = lexer.text();
    lexer.next();
    List<String> names = new ArrayList<>();
    if (lexer.is("(")) {
      lexer.next();
      while (!lexer.is(")") && !at(AwkLexer.Kind.END)) {
        if (at(AwkLexer.Kind.NAME)) {
          names.add(lexer.text());
        }
        lexer.next();
      }
      lexer.next();
    }
    parameters.put(name, names);
    skipNewlines();
    function = name;
    memory.enterRepetition();
    block();
    memory.leaveRepetition();
    function = "";
  }

  // Statements

  private void block() {
    if (!lexer.is("{")) {
      return;
    }
    lexer.next();
    skipTerminators();
    while (!lexer.is("}") && !at(AwkLexer.Kind.END)) {
      statement();
      skipTerminators();
    }
    lexer.next();
  }

  private void statement() {
    if (++nesting > MAX_NESTING) {
      giveUp();
    }
    switch (at(AwkLexer.Kind.STRING) || at(AwkLexer.Kind.REGEX) ? "" : lexer.text()) {
      case "{":
        block();
        break;
      case "if":
        conditional();
        break;
      case "while":
        memory.enterRepetition();
        condition();
        body();
        memory.leaveRepetition();
        break;
      case "do":
        memory.enterRepetition();
        lexer.next();
        body();
        skipTerminators();
        condition();
        memory.leaveRepetition();
        break;
      case "for":
        memory.enterRepetition();
        loop();
        memory.leaveRepetition();
        break;
      case "switch":
        memory.enterRepetition();
        condition();
        body();
        memory.leaveRepetition();
        break;
      case "print":
      case "printf":
        print();
        break;
      case "return":
        lexer.next();
        memory.add("()" + function, startsOperand() ? expression() : Value.UNKNOWN);
        break;
      case "exit":
      case "delete":
      case "case":
        lexer.next();
        if (startsOperand()) {
          expression();
        }
        break;
      case "next":
      case "nextfile":
      case "break":
      case "continue":
        lexer.next();
        break;
      default:
        simple();
    }
    nesting--;
  }

  private void simple() {
    AwkLexer.Kind kind = lexer.kind();
    String text = lexer.text();
    if (startsOperand()) {
      expression();
    }
    if (kind == lexer.kind() && text.equals(lexer.text()) && !at(AwkLexer.Kind.END)) {
      lexer.next();
    }
  }

  private void conditional() {
    condition();
    Map<String, Value> without = memory.snapshot();
    body();
    skipTerminatorsBeforeElse();
    Map<String, Value> with = memory.snapshot();
    memory.restore(without);
    if (lexer.is("else")) {
      lexer.next();
      body();
    }
    memory.join(with);
  }

  /** The keyword is followed by an expression in parentheses. */
  private void condition() {
    lexer.next();
    if (lexer.is("(")) {
      group();
    }
  }

  private void body() {
    skipNewlines();
    if (lexer.is(";")) {
      lexer.next();
    } else if (!lexer.is("}")) {
      statement();
    }
  }

  private void loop() {
    lexer.next();
    lexer.next();
    if (at(AwkLexer.Kind.NAME) && lexer.isFollowedBy("in")) {
      String variable = lexer.text();
      lexer.next();
      lexer.next();
      String array = lexer.text();
      memory.set(variable, array.equals("ENVIRON") ? Value.UNKNOWN : memory.get(array + "[#]"));
      lexer.next();
    }
    while (!lexer.is(")") && !at(AwkLexer.Kind.END)) {
      simpleOrSeparator();
    }
    lexer.next();
    body();
  }

  private void simpleOrSeparator() {
    if (lexer.is(";") || at(AwkLexer.Kind.NEWLINE)) {
      lexer.next();
    } else {
      simple();
    }
  }

  private void print() {
    boolean formatted = lexer.is("printf");
    lexer.next();
    boolean before = greaterRedirects;
    greaterRedirects = true;
    List<Value> items = new ArrayList<>();
    while (startsOperand()) {
      items.add(expression());
      if (!lexer.is(",")) {
        break;
      }
      lexer.next();
      skipNewlines();
    }
    Value content;
    if (items.isEmpty()) {
      content = memory.get(RECORD);
    } else {
      content = formatted ? format(items) : Composition.joinSpaced(items);
    }
    redirect(content);
    greaterRedirects = before;
  }

  private void redirect(Value content) {
    if (lexer.is(">") || lexer.is(">>")) {
      lexer.next();
      write(binary(7), content);
    } else if (lexer.is("|") || lexer.is("|&")) {
      lexer.next();
      Value command = binary(7);
      if (isNetwork(command)) {
        emit(new Effect.Send(command, content));
      } else {
        emit(new Effect.Run(Language.SHELL, List.of(command), content));
      }
    } else {
      emit(new Effect.Print(content));
    }
  }

  private void write(Value path, Value content) {
    if (path instanceof Value.Text text
        && (text.text().equals("/dev/stdout") || text.text().equals("/dev/stderr"))) {
      emit(new Effect.Print(content));
    } else if (isNetwork(path)) {
      emit(new Effect.Send(path, content));
    } else {
      emit(new Effect.Write(path, content));
    }
  }

  private static boolean isNetwork(Value path) {
    Value first = path instanceof Value.Joined joined ? joined.parts().get(0) : path;
    return first instanceof Value.Text text && text.text().startsWith("/inet");
  }

  /** What {@code printf} makes of a format and its arguments. */
  private static Value format(List<Value> items) {
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

  // Expressions

  private Value expression() {
    if (++nesting > MAX_NESTING) {
      giveUp();
    }
    target = "";
    pattern = "";
    Value value = binary(1);
    if (lexer.is("?")) {
      lexer.next();
      skipNewlines();
      Value then = expression();
      skipNewlines();
      if (lexer.is(":")) {
        lexer.next();
      }
      skipNewlines();
      value = Composition.choice(then, expression());
      constantOnly();
    }
    nesting--;
    return value;
  }

  /** Binary operators from a level upwards, 1 being {@code ||}, 7 concatenation. */
  private Value binary(int lowest) {
    Value left = unary();
    for (int level = level(); level >= lowest; level = level()) {
      String operator = level == 7 ? "" : lexer.text();
      if (level != 7) {
        lexer.next();
        skipNewlinesAfter(operator);
      }
      if (level == 6) {
        left = readLine(new Value.Output(run(left)));
      } else if (level == 3) {
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

  private Effect.Run run(Value command) {
    Effect.Run run = new Effect.Run(Language.SHELL, List.of(command), Value.UNKNOWN);
    emit(new Effect.Write(new Value.Text("/dev/null"), new Value.Output(run)));
    return run;
  }

  private static Value combine(int level, String operator, Value left, Value right) {
    if (level == 7) {
      return Composition.join(List.of(left, right));
    }
    if (operator.equals("-") && left == EQUALS_POSITION && right instanceof Value.Text) {
      return EQUALS_POSITION;
    }
    return level > 7 ? Composition.derive(left, right) : Value.UNKNOWN;
  }

  private int level() {
    if (lexer.kind() != AwkLexer.Kind.OPERATOR) {
      if (lexer.is("in")) {
        return 3;
      }
      return startsOperand() && !at(AwkLexer.Kind.REGEX) ? 7 : 0;
    }
    switch (lexer.text()) {
      case "||":
        return 1;
      case "&&":
        return 2;
      case "~":
      case "!~":
        return 4;
      case "<":
      case "<=":
      case "==":
      case "!=":
      case ">=":
        return 5;
      case ">":
        return greaterRedirects ? 0 : 5;
      case "|":
      case "|&":
        return lexer.isFollowedBy("getline") ? 6 : 0;
      case "$":
      case "(":
        return 7;
      case "+":
      case "-":
        return 8;
      case "*":
      case "/":
      case "%":
        return 9;
      case "^":
      case "**":
        return 10;
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
        return assign(false, value);
      case "+=":
      case "-=":
      case "*=":
      case "/=":
      case "%=":
      case "^=":
      case "**=":
        return assign(true, value);
      default:
        return value;
    }
  }

  private Value assign(boolean computed, Value old) {
    String assigned = target;
    lexer.next();
    skipNewlines();
    Value given = expression();
    Value value = computed ? Composition.derive(old, given) : given;
    store(assigned, value);
    constantOnly();
    return value;
  }

  private void store(String assigned, Value value) {
    if (assigned.endsWith("[]")) {
      memory.add(assigned, value);
      splitOnEquals.remove(assigned);
    } else if (assigned.equals("NF")) {
      boolean name = Composition.same(value, ONE) && separatorEndsName();
      memory.set(RECORD, name ? Value.UNKNOWN : memory.get(RECORD));
    } else if (assigned.startsWith("$") && !assigned.equals(RECORD)) {
      if (Composition.holds(value)) {
        memory.set(RECORD, Composition.join(List.of(memory.get(RECORD), value)));
      }
    } else {
      // A separator that is set while reading counts from the next record on.
      boolean late = assigned.equals("FS") && !beforeInput;
      memory.set(assigned, late ? Value.UNKNOWN : value);
    }
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
        return call(text);
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
      if (++nesting > MAX_NESTING) {
        giveUp();
      }
      boolean increment = lexer.is("++") || lexer.is("--");
      if (increment || lexer.is("-")) {
        lexer.next();
      }
      Value index = primary();
      nesting--;
      return field(increment ? Value.UNKNOWN : index);
    }
    return Value.UNKNOWN;
  }

  private Value field(Value index) {
    boolean first = Composition.same(index, ONE);
    target = index instanceof Value.Text text ? "$" + text.text() : "$?";
    pattern = "";
    return first && separatorEndsName() ? Value.UNKNOWN : memory.get(RECORD);
  }

  private boolean separatorEndsName() {
    return memory.get("FS") instanceof Value.Text text && AssignmentPattern.endsName(text.text());
  }

  private Value group() {
    boolean before = greaterRedirects;
    greaterRedirects = false;
    lexer.next();
    List<Value> items = new ArrayList<>();
    while (!lexer.is(")") && !at(AwkLexer.Kind.END)) {
      skipNewlines();
      if (!startsOperand()) {
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
    switch (name) {
      case "ENVIRON":
        return new Value.ReadEnvironment();
      case "length":
      case "NR":
      case "FNR":
      case "FILENAME":
        return Value.UNKNOWN;
      default:
        target = name;
        return memory.knows(name + "[]") ? memory.get(name + "[]") : memory.get(name);
    }
  }

  private Value element(String array) {
    boolean before = greaterRedirects;
    greaterRedirects = false;
    lexer.next();
    List<Value> subscripts = new ArrayList<>();
    while (!lexer.is("]") && !at(AwkLexer.Kind.END)) {
      if (startsOperand()) {
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
    switch (array) {
      case "ENVIRON":
        return subscript instanceof Value.Unknown
            ? new Value.ReadEnvironment()
            : new Value.ReadVariable(subscript);
      case "ARGV":
        return argument(subscript);
      default:
        memory.add(array + "[#]", subscript);
        return Composition.same(subscript, ONE) && splitOnEquals.containsKey(target)
            ? Value.UNKNOWN
            : memory.get(target);
    }
  }

  private static Value argument(Value subscript) {
    if (subscript instanceof Value.Text text
        && text.text().length() == 1
        && Character.isDigit(text.text().charAt(0))) {
      return new Value.Argument(text.text().charAt(0) - '0');
    }
    return new Value.Arguments();
  }

  /** {@code getline}, {@code getline x}, {@code getline x < file}. */
  private Value getline() {
    String variable = RECORD;
    if (at(AwkLexer.Kind.NAME) || lexer.is("$")) {
      primary();
      variable = target;
    }
    Value line = new Value.ReadInput();
    if (lexer.is("<")) {
      lexer.next();
      line = file(primary());
    }
    store(variable, line);
    constantOnly();
    return Value.UNKNOWN;
  }

  private static Value file(Value path) {
    if (path instanceof Value.Text text && text.text().equals("-")) {
      return new Value.ReadInput();
    }
    return isNetwork(path)
        ? new Value.Response(new Effect.Send(path, Value.UNKNOWN))
        : new Value.ReadFile(path);
  }

  /** {@code … | getline x}, at the keyword. */
  private Value readLine(Value line) {
    lexer.next();
    String variable = RECORD;
    if (at(AwkLexer.Kind.NAME) && !lexer.is("in") || lexer.is("$")) {
      primary();
      variable = target;
    }
    store(variable, line);
    return Value.UNKNOWN;
  }

  // Calls

  private List<Operand> operands() {
    boolean before = greaterRedirects;
    greaterRedirects = false;
    List<Operand> operands = new ArrayList<>();
    lexer.next();
    while (!lexer.is(")") && !at(AwkLexer.Kind.END)) {
      if (startsOperand()) {
        Value value = expression();
        operands.add(new Operand(value, target, pattern));
      } else {
        lexer.next();
      }
    }
    lexer.next();
    greaterRedirects = before;
    constantOnly();
    return operands;
  }

  private Value call(String name) {
    List<Operand> operands = operands();
    switch (name) {
      case "system":
        emit(new Effect.Run(Language.SHELL, List.of(value(operands, 0)), Value.UNKNOWN));
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
                operands.size() > 3 ? value(operands, 3) : memory.get(RECORD), value(operands, 1));
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
    String array = operands.get(1).target() + "[]";
    boolean known = memory.knows(array) && !splitOnEquals.containsKey(array);
    boolean onEquals =
        operands.size() > 2
            ? AssignmentPattern.endsName(patternOf(operands.get(2)))
            : separatorEndsName();
    memory.add(array, value(operands, 0));
    if (onEquals && !known) {
      splitOnEquals.put(array, Value.UNKNOWN);
    } else {
      splitOnEquals.remove(array);
    }
    return Value.UNKNOWN;
  }

  private Value substitute(List<Operand> operands) {
    String changed = operands.size() > 2 ? operands.get(2).target() : RECORD;
    Value old = operands.size() > 2 ? value(operands, 2) : memory.get(RECORD);
    if (takesValueOut(operands)) {
      store(changed, Value.UNKNOWN);
    } else if (!changed.isEmpty() && Composition.holds(value(operands, 1))) {
      store(changed, Composition.derive(old, value(operands, 1)));
    } else if (old instanceof Value.Text && !changed.isEmpty()) {
      store(changed, Value.UNKNOWN);
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

  // Tokens

  private boolean startsOperand() {
    switch (lexer.kind()) {
      case NUMBER:
      case STRING:
      case REGEX:
        return true;
      case CALL:
      case NAME:
        return !isStatement(lexer.text());
      case OPERATOR:
        switch (lexer.text()) {
          case "$":
          case "(":
          case "!":
          case "-":
          case "+":
          case "++":
          case "--":
            return true;
          default:
            return false;
        }
      default:
        return false;
    }
  }

  private static boolean isStatement(String name) {
    switch (name) {
      case "in":
      case "if":
      case "else":
      case "while":
      case "for":
      case "do":
      case "print":
      case "printf":
      case "next":
      case "exit":
      case "return":
      case "delete":
        return true;
      default:
        return false;
    }
  }

  private void constantOnly() {
    target = "";
    pattern = "";
  }

  private boolean at(AwkLexer.Kind kind) {
    return lexer.kind() == kind;
  }

  private void skipNewlines() {
    while (at(AwkLexer.Kind.NEWLINE)) {
      lexer.next();
    }
  }

  private void skipNewlinesAfter(String operator) {
    if (operator.equals("||") || operator.equals("&&")) {
      skipNewlines();
    }
  }

  private void skipTerminators() {
    while (at(AwkLexer.Kind.NEWLINE) || lexer.is(";")) {
      lexer.next();
    }
  }

  private void skipTerminatorsBeforeElse() {
    if ((at(AwkLexer.Kind.NEWLINE) || lexer.is(";")) && lexer.isFollowedBy("else")) {
      lexer.next();
    }
  }

  private void emit(Effect effect) {
    effects.add(effect);
  }
}
