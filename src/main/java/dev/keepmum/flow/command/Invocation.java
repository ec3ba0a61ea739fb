package dev.keepmum.flow.command;

import dev.keepmum.effect.Effect;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Files;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.flow.state.Endpoint;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.RuleBook;
import java.util.List;
import java.util.Optional;

/** One call of a program: its arguments, and the shell around it. */
public final class Invocation {

  private final ProgramRunner programs;
  private final ShellInterpreter shell;
  private final String name;
  private final List<Content> words;
  private final CommandRule rule;
  private final Arguments arguments;

  Invocation(
      ProgramRunner programs,
      ShellInterpreter shell,
      String name,
      List<Content> words,
      CommandRule rule) {
    this.programs = programs;
    this.shell = shell;
    this.name = name;
    this.words = words;
    this.rule = rule;
    this.arguments = Arguments.bind(rule, words);
  }

  /** The program, with its sub-command: how findings call it. */
  String name() {
    return name;
  }

  /** The same call with other arguments. */
  Invocation with(List<Content> others) {
    return new Invocation(programs, shell, name, others, rule);
  }

  /** All arguments as they are, without the program and sub-command. */
  List<Content> words() {
    return words;
  }

  CommandRule rule() {
    return rule;
  }

  Arguments arguments() {
    return arguments;
  }

  ShellInterpreter shell() {
    return shell;
  }

  ShellState state() {
    return shell.state();
  }

  FlowContext context() {
    return shell.context();
  }

  RuleBook rules() {
    return context().rules();
  }

  Files files() {
    return context().files();
  }

  /** Standard input. */
  Content input() {
    return shell.streams().input();
  }

  /** Standard input with its text, where it is an unchanged file. */
  Content inputText() {
    return files().known(input());
  }

  /** Prints on standard output. */
  void print(Content content) {
    shell.streams().print(content, name);
  }

  /** Prints on standard error. */
  void printError(Content content) {
    shell.streams().printError(content, name);
  }

  /** Reads a file; {@code -} is standard input. */
  Content read(Content path) {
    return path.textOr("").equals("-") ? input() : shell.streams().read(path, name);
  }

  /** Writes a file; {@code -} is standard output. */
  void write(Content path, Content content) {
    if (path.textOr("").equals("-")) {
      print(content);
    } else {
      shell.streams().write(path, content, name);
    }
  }

  /** Adds to a file. */
  void append(Content path, Content content) {
    shell.streams().append(path, content, name);
  }

  /** Whether what it prints is shown. */
  boolean isVisible() {
    Descriptors descriptors = state().descriptors();
    return descriptors.get(1) instanceof Endpoint.Transcript;
  }

  /** The absolute forms a path may have. */
  List<String> resolve(Content path) {
    return files().resolve(state().directory(), path);
  }

  /**
   * Does what the rule of a name says with these arguments; nothing where there is no such rule.
   */
  void runRule(String ruleName, List<Content> given) {
    Optional<CommandRule> found = rules().command(ruleName);
    if (found.isPresent()) {
      Invocation call = new Invocation(programs, shell, ruleName, given, found.get());
      Behaviours.run(call);
    }
  }

  /** Runs another program in a subshell of its own. */
  void runProgram(List<Content> command) {
    if (command.isEmpty()) {
      return;
    }
    context().budget().enter();
    shell.inSubshell(
        new Runnable() {
          @Override
          public void run() {
            programs.runExternal(shell, command);
          }
        });
    context().budget().leave();
  }

  /** Runs a builtin or program in the shell itself. */
  void runInShell(List<Content> command) {
    if (!command.isEmpty()) {
      context().budget().enter();
      programs.runExternal(shell, command);
      context().budget().leave();
    }
  }

  /** Runs another program with something on its standard input. */
  void runProgram(List<Content> command, Content input) {
    shell.withDescriptors(
        state().descriptors().withInput(input),
        new Runnable() {
          @Override
          public void run() {
            runProgram(command);
          }
        });
  }

  /** Performs the effects of code that a reader of its own has read. */
  void perform(List<Effect> effects, CodeRun code) {
    EffectInterpreter interpreter = new EffectInterpreter(programs, shell, name, code);
    for (Effect effect : effects) {
      interpreter.perform(effect);
    }
  }

  /** Runs code in a language, as a program of its own. */
  void runCode(CodeRun code) {
    programs.code().run(shell, code);
  }

  /** The folder that a path lies in, as content. */
  static Content parent(Content path) {
    String text = path.textOr("");
    return text.isEmpty() ? Content.UNKNOWN : Content.text(PathNames.parent(text));
  }
}
