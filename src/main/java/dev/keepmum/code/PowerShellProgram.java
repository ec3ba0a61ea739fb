package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A PowerShell program that is parsed and followed at the same time. What a statement puts out is
 * shown, or caught where the statement stands in parentheses, in a block or in a function.
 */
final class PowerShellProgram {
  private static final int MAX_NESTING = 32;
  private static final int MAX_STATEMENTS = 10_000;

  /** How often a block may stand within itself before the call adds nothing. */
  private static final int MAX_RECURSION = 3;

  final PowerShellText text;
  final Memory memory = new Memory();
  private final PowerShellDefinitions definitions = new PowerShellDefinitions(this);
  private final PowerShellVariables variables = new PowerShellVariables(this);
  private final PowerShellExpression expression;
  private final PowerShellCommand command;

  private List<Effect> effects = new ArrayList<>();

  /** Where output is caught; the effects themselves where this is empty of a list. */
  private List<Value> caught = List.of();

  private boolean catching;
  private int nesting;
  private int statements;

  /** Blocks as values: each has an unknown value of its own. */
  private final Map<Value, Block> blocks = new IdentityHashMap<>();

  private final List<Block> open = new ArrayList<>();

  /** A stretch of the text between braces, with the parameters written before it. */
  record Block(int start, int end, List<String> parameters) {}

  PowerShellProgram(String source) {
    text = new PowerShellText(source);
    expression = new PowerShellExpression(this);
    command = new PowerShellCommand(this, expression);
  }

  /** The first round learns what variables may hold in loops, the second takes down the effects. */
  List<Effect> effects() {
    int length = text.end();
    run(length);
    effects = new ArrayList<>();
    run(length);
    if (text.isStopped()) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }

  private void run(int length) {
    text.enter(0, length);
    statements = 0;
    while (!text.done()) {
      statements();
      text.skip(1);
    }
  }

  // Output

  void emit(Effect effect) {
    effects.add(effect);
  }

  /** Puts a value out as the result of a statement. */
  void output(Value value) {
    if (value instanceof Value.Unknown && !blocks.containsKey(value)) {
      return;
    }
    if (catching) {
      caught.add(value);
    } else if (value instanceof Value.Output output) {
      emit(output.run());
    } else {
      emit(new Effect.Print(value));
    }
  }

  /** Lets a value go unseen; the programs that made it ran nevertheless. */
  void drop(Value value) {
    if (Composition.holds(value)) {
      emit(new Effect.Write(new Value.Text("/dev/null"), value));
    }
  }

  // Statements

  /** Statements up to a closing brace or parenthesis, which stays. */
  void statements() {
    if (++nesting > MAX_NESTING) {
      text.stop();
    }
    text.separators();
    while (!text.done() && text.peek() != '}' && text.peek() != ')') {
      int before = text.position();
      if (++statements > MAX_STATEMENTS) {
        text.stop();
      }
      statement();
      if (text.position() == before) {
        text.skip(1);
      }
      text.separators();
    }
    nesting--;
  }

  /** Statements between an opening token, already taken, and a closing one; gives their output. */
  Value catchOutput(String closing) {
    List<Value> before = caught;
    boolean wasCatching = catching;
    caught = new ArrayList<>();
    catching = true;
    statements();
    text.take(closing);
    Value value = together(caught);
    caught = before;
    catching = wasCatching;
    return value;
  }

  private static Value together(List<Value> values) {
    if (values.isEmpty()) {
      return Value.UNKNOWN;
    }
    return values.size() == 1 ? values.get(0) : new Value.Joined(List.copyOf(values));
  }

  private void statement() {
    char c = text.peek();
    if (c == ':' && PowerShellText.isNamePart(text.peek(1))) {
      text.skip(1);
      text.name();
      text.space();
    }
    if (!Character.isLetter(text.peek()) || !keyword()) {
      chain();
    }
  }

  private boolean keyword() {
    if (text.takeWord("if") || text.takeWord("elseif")) {
      conditional();
    } else if (text.takeWord("else")
        || text.takeWord("try")
        || text.takeWord("finally")
        || text.takeWord("begin")
        || text.takeWord("process")
        || text.takeWord("end")) {
      braces();
    } else if (text.takeWord("while") || text.takeWord("until") || text.takeWord("for")) {
      loop();
    } else if (text.takeWord("switch")) {
      choice();
    } else if (text.takeWord("do")) {
      repeated();
    } else if (text.atWord("foreach") && text.takeWord("foreach")) {
      forEach();
    } else if (text.takeWord("catch") || text.takeWord("trap")) {
      handler();
    } else if (text.takeWord("function") || text.takeWord("filter")) {
      function();
    } else if (text.takeWord("class")) {
      type();
    } else if (text.takeWord("param")) {
      text.space();
      parameters();
    } else if (text.takeWord("return") || text.takeWord("exit") || text.takeWord("throw")) {
      text.blanks();
      chain();
    } else {
      return text.takeWord("break") || text.takeWord("continue");
    }
    return true;
  }

  private void conditional() {
    text.space();
    condition();
    Map<String, Value> without = memory.snapshot();
    braces();
    memory.join(without);
  }

  private void condition() {
    if (text.take("(")) {
      drop(catchOutput(")"));
    }
  }

  private void braces() {
    text.space();
    if (text.take("{")) {
      statements();
      text.take("}");
    }
  }

  private void loop() {
    memory.enterRepetition();
    text.space();
    condition();
    braces();
    memory.leaveRepetition();
  }

  /** {@code switch}, which runs its cases on each value, or with {@code -File} on each line. */
  private void choice() {
    memory.enterRepetition();
    text.space();
    Value subject = Value.UNKNOWN;
    while (text.peek() == '-') {
      text.skip(1);
      boolean isFile = text.name().equalsIgnoreCase("file");
      text.space();
      if (isFile) {
        subject = new Value.ReadFile(command.wordOrExpression());
        text.space();
      }
    }
    if (text.take("(")) {
      subject = catchOutput(")");
    }
    memory.set("_", subject);
    drop(subject);
    text.space();
    if (text.take("{")) {
      cases();
    }
    memory.leaveRepetition();
  }

  /** The cases of a switch: a pattern or a condition in braces, and what is done then. */
  private void cases() {
    text.separators();
    while (!text.done() && text.peek() != '}') {
      int before = text.position();
      if (text.peek() == '{') {
        braces();
      } else {
        command.wordOrExpression();
      }
      braces();
      text.separators();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    text.take("}");
  }

  private void repeated() {
    memory.enterRepetition();
    braces();
    memory.leaveRepetition();
  }

  private void forEach() {
    text.space();
    if (!text.take("(")) {
      return;
    }
    memory.enterRepetition();
    text.space();
    text.take("$");
    String variable = text.name().toLowerCase(Locale.ROOT);
    text.space();
    text.takeWord("in");
    memory.set(variable, catchOutput(")"));
    braces();
    memory.leaveRepetition();
  }

  private void handler() {
    text.space();
    while (text.peek() == '[') {
      text.before("]");
      text.space();
    }
    Map<String, Value> without = memory.snapshot();
    braces();
    memory.join(without);
  }

  private void function() {
    text.blanks();
    int start = text.position();
    while (!text.done() && "({ \t\n".indexOf(text.peek()) < 0) {
      text.skip(1);
    }
    String name = text.since(start);
    text.space();
    List<String> parameters = parameters();
    text.space();
    if (text.take("{")) {
      definitions.function(name, parameters.isEmpty() ? blockHere() : blockHere(parameters));
    }
  }

  /** A class, whose methods are kept by their names. */
  private void type() {
    while (!text.done() && text.peek() != '{') {
      text.skip(1);
    }
    text.take("{");
    text.separators();
    while (!text.done() && text.peek() != '}') {
      int before = text.position();
      member();
      text.separators();
      if (text.position() == before) {
        text.skip(1);
      }
    }
    text.take("}");
  }

  private void member() {
    String name = "";
    while (!text.done() && "({};=\n".indexOf(text.peek()) < 0) {
      if (PowerShellText.isNamePart(text.peek())) {
        name = text.name();
      } else {
        text.skip(1);
      }
    }
    if (text.peek() != '(') {
      text.restOfLine();
      return;
    }
    List<String> parameters = parameters();
    text.space();
    if (text.take("{")) {
      definitions.function(name, blockHere(parameters));
    }
  }

  /** The names in a parameter list, where one stands here. */
  private List<String> parameters() {
    List<String> names = new ArrayList<>();
    if (!text.take("(")) {
      return names;
    }
    int depth = 1;
    while (!text.done() && depth > 0) {
      char c = text.next();
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == '$' && depth == 1) {
        names.add(text.name().toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  /** Pipelines joined by {@code &&} and {@code ||}. */
  private void chain() {
    do {
      text.space();
      output(pipeline());
      text.blanks();
      text.take("&");
    } while (text.take("&&") || text.take("||") || text.take("&"));
  }

  /** A pipeline's last value; an assignment puts nothing out. */
  Value pipeline() {
    text.blanks();
    Value value;
    if (startsExpression()) {
      value = expression.statement();
    } else {
      value = command.command(Value.UNKNOWN);
    }
    text.blanks();
    value = command.redirect(value);
    while (text.peek() == '|' && text.peek(1) != '|') {
      text.skip(1);
      text.space();
      value = command.redirect(command.command(value));
      text.blanks();
    }
    return value;
  }

  private boolean startsExpression() {
    char c = text.peek();
    switch (c) {
      case '$':
      case '"':
      case '\'':
      case '(':
      case '[':
      case '{':
      case '@':
      case '!':
      case '+':
      case ',':
        return true;
      case '-':
        return true;
      default:
        return Character.isDigit(c) && !text.at("7z");
    }
  }

  // Blocks and functions

  /** The block that begins here, behind its brace. */
  private Block blockHere(List<String> parameters) {
    int start = text.position();
    return new Block(start, text.skipBlock(), parameters);
  }

  /** A value that stands for the block that begins here, behind its brace. */
  Value block() {
    Value value = new Value.Unknown();
    blocks.put(value, blockHere());
    return value;
  }

  /** The block that begins here, behind its brace, with the parameters that it names itself. */
  private Block blockHere() {
    int start = text.position();
    text.space();
    List<String> parameters = text.takeWord("param") ? parametersAfterSpace() : List.of();
    text.enter(start, text.end());
    return blockHere(parameters);
  }

  private List<String> parametersAfterSpace() {
    text.space();
    return parameters();
  }

  Block blockOf(Value value) {
    return blocks.get(value);
  }

  /** The constant that a condition compares a name with ({@code -like}, {@code -eq}); or empty. */
  String comparedWith(Block block) {
    int back = text.position();
    int end = text.end();
    text.enter(block.start(), block.end());
    String constant = "";
    while (!text.done() && constant.isEmpty()) {
      if (text.takeWord("-like") || text.takeWord("-eq")) {
        text.blanks();
        char quote = text.peek();
        if (quote == '\'' || quote == '"') {
          text.skip(1);
          constant = text.before(String.valueOf(quote));
        }
      } else {
        text.skip(1);
      }
    }
    text.enter(back, end);
    return constant;
  }

  PowerShellDefinitions definitions() {
    return definitions;
  }

  PowerShellVariables variables() {
    return variables;
  }

  /** Gives arguments to parameters, by name and then by position; what is left of them. */
  private List<Value> bind(List<String> parameters, List<Value> arguments) {
    List<String> unbound = new ArrayList<>(parameters);
    List<Value> others = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String option = arguments.get(i) instanceof Value.Text written ? written.text() : "";
      String parameter = parameter(parameters, option);
      if (!parameter.isEmpty() && i + 1 < arguments.size()) {
        memory.set(parameter, arguments.get(++i));
        unbound.remove(parameter);
      } else {
        others.add(arguments.get(i));
      }
    }
    while (!unbound.isEmpty() && !others.isEmpty()) {
      memory.set(unbound.remove(0), others.remove(0));
    }
    return others;
  }

  /** The parameter that an option names, which may be cut short; empty where it names none. */
  private static String parameter(List<String> parameters, String option) {
    if (option.length() < 2 || option.charAt(0) != '-') {
      return "";
    }
    String name = option.substring(1).toLowerCase(Locale.ROOT);
    for (String parameter : parameters) {
      if (parameter.startsWith(name)) {
        return parameter;
      }
    }
    return "";
  }

  /** What a block puts out when it gets these arguments and this input. */
  Value run(Block block, List<Value> arguments, Value input) {
    if (Collections.frequency(open, block) >= MAX_RECURSION) {
      return Value.UNKNOWN;
    }
    if (nesting >= MAX_NESTING || statements > MAX_STATEMENTS) {
      text.stop();
      return Value.UNKNOWN;
    }
    open.add(block);
    List<Value> others = bind(block.parameters(), arguments);
    Value outer = memory.get("_");
    memory.set("_", input);
    memory.set("args", PowerShellExpression.array(others));
    int back = text.position();
    int end = text.end();
    text.enter(block.start(), block.end());
    Value value = catchOutput("}");
    text.enter(back, end);
    memory.set("_", outer);
    open.remove(open.size() - 1);
    return value;
  }
}
