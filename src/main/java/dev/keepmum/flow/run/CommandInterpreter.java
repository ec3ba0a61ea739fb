package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.expand.ArithmeticValue;
import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Word;

/** What a command of each kind does in a shell. */
final class CommandInterpreter implements Command.Visitor<Programs.Outcome> {

  private final ShellInterpreter shell;
  private final SimpleCommands simple;
  private final Pipelines pipelines;
  private final Branches branches;
  private final Loops loops;
  private final FunctionCalls functions;

  CommandInterpreter(ShellInterpreter shell, Programs programs) {
    this.shell = shell;
    this.simple = new SimpleCommands(shell, programs);
    this.pipelines = new Pipelines(shell);
    this.branches = new Branches(shell);
    this.loops = new Loops(shell, branches, this);
    this.functions = new FunctionCalls(shell);
  }

  Branches branches() {
    return branches;
  }

  FunctionCalls functions() {
    return functions;
  }

  @Override
  public Programs.Outcome simple(Command.Simple command) {
    return simple.run(command);
  }

  @Override
  public Programs.Outcome pipeline(Command.Pipeline command) {
    return pipelines.run(command);
  }

  @Override
  public Programs.Outcome coprocess(Command.Coprocess command) {
    pipelines.start(command);
    return Programs.Outcome.SUCCEEDS;
  }

  @Override
  public Programs.Outcome andOr(Command.AndOr command) {
    return branches.run(command);
  }

  @Override
  public Programs.Outcome subshell(Command.Subshell command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    shell.inSubshell(new ScriptRun(shell, command.body()));
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome group(Command.Group command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    shell.run(command.body());
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome ifElse(Command.If command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    branches.run(command);
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome caseOf(Command.Case command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    branches.run(command);
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome whileLoop(Command.While command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    loops.run(command);
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome forLoop(Command.For command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    loops.run(command);
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome arithmeticFor(Command.ArithmeticFor command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    loops.run(command);
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome function(Command.Function command) {
    shell.state().define(command.name(), command.body());
    if (isExitHook(command.name())) {
      shell.trap(command.name());
    }
    return Programs.Outcome.SUCCEEDS;
  }

  /** The functions that zsh calls when it ends. */
  private static boolean isExitHook(String name) {
    return name.equals("TRAPEXIT") || name.equals("zshexit");
  }

  @Override
  public Programs.Outcome conditional(Command.Conditional command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    Expander expander = shell.expander();
    Content before = Content.EMPTY;
    String operator = "";
    Content subject = Content.EMPTY;
    boolean matches = false;
    for (Word word : command.words()) {
      Content value = expander.value(word);
      if (shell.state().isTracing()) {
        shell.streams().printError(value, "set -x");
      }
      if (matches) {
        keepMatch(subject, value);
      }
      if (comparesNumbers(operator)) {
        compute(value);
      }
      operator = value.textOr("");
      if (comparesNumbers(operator)) {
        compute(before);
      }
      matches = value.texts().contains("=~");
      subject = before;
      before = value;
    }
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  /** Whether the words around an operator are arithmetic expressions. */
  private static boolean comparesNumbers(String operator) {
    switch (operator) {
      case "-eq":
      case "-ne":
      case "-lt":
      case "-le":
      case "-gt":
      case "-ge":
        return true;
      default:
        return false;
    }
  }

  /** What a pattern matched, and its groups; where it is not known, some part of the text. */
  private void keepMatch(Content text, Content pattern) {
    Content part = text.hasSecrets() ? text.derived() : Content.UNKNOWN;
    Variable match = PatternMatch.of(text, pattern).orElse(Variable.of(part));
    shell.state().variables().put("BASH_REMATCH", match);
    shell.state().variables().put("match", match);
    shell.state().variables().put("MATCH", match);
  }

  @Override
  public Programs.Outcome arithmetic(Command.Arithmetic command) {
    RedirectionScope scope = RedirectionScope.enter(shell, command.redirections());
    evaluate(command.expression());
    scope.leave();
    return Programs.Outcome.UNKNOWN;
  }

  /** Evaluates an arithmetic expression for what it shows and assigns. */
  void evaluate(Word expression) {
    compute(shell.expander().value(expression));
  }

  private void compute(Content value) {
    new ArithmeticValue(shell.variables(), shell.state(), shell.substitutions()).of(value);
  }
}
