package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the rules, functions and statements of an awk program from top to bottom. */
final class AwkStatements {
  private final AwkLexer lexer;
  private final Memory memory;
  private final AwkVariables variables;
  private final AwkEffects effects;
  private final Map<String, List<String>> parameters;
  private final AwkExpressions expressions;
  private String function = "";

  AwkStatements(
      AwkLexer lexer,
      Memory memory,
      AwkVariables variables,
      AwkEffects effects,
      Map<String, List<String>> parameters) {
    this.lexer = lexer;
    this.memory = memory;
    this.variables = variables;
    this.effects = effects;
    this.parameters = parameters;
    AwkFunctions functions = new AwkFunctions(memory, variables, effects, parameters);
    this.expressions = new AwkExpressions(lexer, variables, functions, effects);
  }

  /** All of the program's rules and functions. */
  void follow() {
    lexer.skipTerminators();
    while (!lexer.at(AwkLexer.Kind.END)) {
      item();
      lexer.skipTerminators();
    }
  }

  private void item() {
    if (lexer.is("function") || lexer.is("func")) {
      function();
    } else if (lexer.is("@include") || lexer.is("@load")) {
      lexer.next();
      effects.emit(new Effect.Load(expressions.expression()));
    } else if (lexer.is("BEGIN")
        || lexer.is("END")
        || lexer.is("BEGINFILE")
        || lexer.is("ENDFILE")) {
      if (lexer.is("BEGIN")) {
        variables.beforeInput();
      }
      lexer.next();
      lexer.skipNewlines();
      block();
      variables.input();
    } else if (lexer.is("{")) {
      block();
    } else if (lexer.startsOperand()) {
      rule();
    } else {
      lexer.next();
    }
  }

  private void rule() {
    Value condition = expressions.expression();
    if (lexer.is(",")) {
      lexer.next();
      lexer.skipNewlines();
      expressions.expression();
      condition = Value.UNKNOWN;
    }
    boolean always =
        condition instanceof Value.Text text && !text.text().isEmpty() && !text.text().equals("0");
    boolean never = condition instanceof Value.Text && !always;
    int soFar = effects.count();
    Map<String, Value> without = memory.snapshot();
    if (lexer.is("{")) {
      block();
    } else {
      effects.print(variables.record());
    }
    if (!always) {
      memory.join(without);
    }
    if (never) {
      effects.keepFirst(soFar);
    }
  }

  private void function() {
    lexer.next();
    String name = lexer.text();
    lexer.next();
    List<String> names = new ArrayList<>();
    if (lexer.is("(")) {
      lexer.next();
      while (!lexer.is(")") && !lexer.at(AwkLexer.Kind.END)) {
        if (lexer.at(AwkLexer.Kind.NAME)) {
          names.add(lexer.text());
        }
        lexer.next();
      }
      lexer.next();
    }
    parameters.put(name, names);
    lexer.skipNewlines();
    function = name;
    memory.enterRepetition();
    block();
    memory.leaveRepetition();
    function = "";
  }

  private void block() {
    if (!lexer.is("{")) {
      return;
    }
    lexer.next();
    lexer.skipTerminators();
    while (!lexer.is("}") && !lexer.at(AwkLexer.Kind.END)) {
      statement();
      lexer.skipTerminators();
    }
    lexer.next();
  }

  private void statement() {
    lexer.enter();
    switch (lexer.at(AwkLexer.Kind.STRING) || lexer.at(AwkLexer.Kind.REGEX) ? "" : lexer.text()) {
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
        lexer.skipTerminators();
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
        memory.add(
            "()" + function, lexer.startsOperand() ? expressions.expression() : Value.UNKNOWN);
        break;
      case "exit":
      case "delete":
      case "case":
        lexer.next();
        if (lexer.startsOperand()) {
          expressions.expression();
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
    lexer.leave();
  }

  private void simple() {
    AwkLexer.Kind kind = lexer.kind();
    String text = lexer.text();
    if (lexer.startsOperand()) {
      expressions.expression();
    }
    if (kind == lexer.kind() && text.equals(lexer.text()) && !lexer.at(AwkLexer.Kind.END)) {
      lexer.next();
    }
  }

  private void conditional() {
    condition();
    Map<String, Value> without = memory.snapshot();
    body();
    lexer.skipTerminatorsBeforeElse();
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
      expressions.group();
    }
  }

  private void body() {
    lexer.skipNewlines();
    if (lexer.is(";")) {
      lexer.next();
    } else if (!lexer.is("}")) {
      statement();
    }
  }

  private void loop() {
    lexer.next();
    lexer.next();
    if (lexer.at(AwkLexer.Kind.NAME) && lexer.isFollowedBy("in")) {
      String variable = lexer.text();
      lexer.next();
      lexer.next();
      String array = lexer.text();
      memory.set(variable, variables.subscripts(array));
      lexer.next();
    }
    while (!lexer.is(")") && !lexer.at(AwkLexer.Kind.END)) {
      simpleOrSeparator();
    }
    lexer.next();
    body();
  }

  private void simpleOrSeparator() {
    if (lexer.is(";") || lexer.at(AwkLexer.Kind.NEWLINE)) {
      lexer.next();
    } else {
      simple();
    }
  }

  private void print() {
    boolean formatted = lexer.is("printf");
    lexer.next();
    List<Value> items = expressions.printed();
    if (items.isEmpty()) {
      redirect(variables.record());
    } else {
      redirect(formatted ? AwkFunctions.format(items) : Composition.joinSpaced(items));
    }
  }

  private void redirect(Value content) {
    if (lexer.is(">") || lexer.is(">>")) {
      lexer.next();
      effects.write(expressions.destination(), content);
    } else if (lexer.is("|") || lexer.is("|&")) {
      lexer.next();
      effects.pipe(expressions.destination(), content);
    } else {
      effects.print(content);
    }
  }
}
