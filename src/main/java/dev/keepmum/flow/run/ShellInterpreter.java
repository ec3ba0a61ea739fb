package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.expand.Substitutions;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.flow.state.Endpoint;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variables;
import dev.keepmum.shell.Assignment;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Dialect;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParse;
import dev.keepmum.shell.ShellParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A shell that is followed without being run: its state, its streams, its traps, and the scripts
 * and subshells that work on them. What a command of each kind does is {@link
 * CommandInterpreter}'s.
 */
public final class ShellInterpreter {

  private final FlowContext context;
  private final Streams streams;
  private final Substitutions substitutions;
  private final CommandInterpreter commands;
  private ShellState state;
  private List<String> exitTraps = new ArrayList<>();

  /** A shell in a state, which changes as scripts run. */
  public ShellInterpreter(FlowContext context, Programs programs, ShellState state) {
    this.context = context;
    this.state = state;
    this.streams = new Streams(this);
    this.substitutions = new ScriptSubstitutions(this);
    this.commands = new CommandInterpreter(this, programs);
  }

  /** The analysis that this shell is a part of. */
  public FlowContext context() {
    return context;
  }

  /** What the shell knows now. */
  public ShellState state() {
    return state;
  }

  /** Goes on in another state: that of a branch, or one that branches leave together. */
  void state(ShellState changed) {
    state = changed;
  }

  /** Reads and writes through the shell's descriptors. */
  public Streams streams() {
    return streams;
  }

  /** Says what words become in the state as it is now. */
  public Expander expander() {
    return new Expander(context, state, substitutions);
  }

  /** Runs the scripts within words. */
  public Substitutions substitutions() {
    return substitutions;
  }

  /** Says which variables are secret. */
  public Variables variables() {
    return new Variables(context);
  }

  // Scripts and commands

  /** Runs a text as {@code eval}, a script file or {@code sh -c} do, in the current state. */
  public void runText(String written) {
    runText(written, Dialect.BASH);
  }

  /** Runs a text that is read by the grammar of a shell. */
  public void runText(String written, Dialect dialect) {
    String text = withoutNulls(written);
    ShellParse parse = ShellParser.parse(text, dialect);
    if (parse.limited()) {
      throw context.budget().limit("nesting");
    }
    boolean broken = parse.error().isPresent();
    Optional<Script> other =
        broken && dialect == Dialect.BASH ? asZsh(text) : Optional.<Script>empty();
    run(other.orElse(parse.script()));
    if (broken) {
      UnparsedRest rest = new UnparsedRest(this, text, parse.error().get());
      rest.quote();
      if (other.isEmpty()) {
        rest.judge();
      }
    }
  }

  /** The user's shell may be zsh: what bash cannot parse is read as zsh does, if that can. */
  private static Optional<Script> asZsh(String text) {
    ShellParse parse = ShellParser.parse(text, Dialect.ZSH);
    return parse.error().isPresent() || parse.limited()
        ? Optional.empty()
        : Optional.of(parse.script());
  }

  /** bash reads past NUL characters as if they were not there. */
  private static String withoutNulls(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /** Runs a script in the current state. */
  Programs.Outcome run(Script script) {
    context.budget().enter();
    Programs.Outcome outcome = Programs.Outcome.SUCCEEDS;
    for (Script.Statement statement : script.statements()) {
      outcome = run(statement.command());
    }
    context.budget().leave();
    return outcome;
  }

  /** Runs a command in the current state. */
  Programs.Outcome run(Command command) {
    return command.accept(commands);
  }

  /** Calls a function with arguments. */
  public void call(String name, Command body, List<Content> arguments) {
    commands.functions().call(name, body, arguments);
  }

  /** Keeps what a variable is outside of the function that makes one of its own. */
  public void local(String name) {
    commands.functions().local(name);
  }

  /** Whether what is done now is only one of several possibilities. */
  public boolean isConditional() {
    return commands.branches().isOpen();
  }

  /** Assigns as the shell does; also for the arguments of declaration builtins. */
  public void assign(Assignment assignment, Expander expander) {
    new VariableAssignment(this).assign(assignment, expander);
  }

  /**
   * Assigns as builtins do that are told a name: {@code printf -v}, {@code read}.
   *
   * @param place a variable's name, or {@code name[index]}
   */
  public void assign(String place, Content value) {
    new VariableAssignment(this).assign(place, value);
  }

  // Subshells and what they print

  /**
   * Runs something in a subshell: what it changes is gone afterwards, but for files.
   *
   * @return the state it ends in
   */
  public ShellState inSubshell(Runnable action) {
    ShellState outer = state;
    List<String> outerTraps = exitTraps;
    state = outer.copy();
    exitTraps = new ArrayList<>();
    action.run();
    runExitTraps();
    ShellState inner = state;
    exitTraps = outerTraps;
    state = outer;
    return inner;
  }

  /** Runs something with other descriptors. */
  public void withDescriptors(Descriptors descriptors, Runnable action) {
    Descriptors before = state.descriptors();
    state.descriptors(descriptors);
    action.run();
    state.descriptors(before);
  }

  /** What something prints on standard output. */
  public Content capture(Runnable action) {
    Endpoint.Buffer buffer = new Endpoint.Buffer();
    withDescriptors(state.descriptors().with(1, buffer), action);
    return buffer.content();
  }

  /** What something prints on standard output that runs in a subshell. */
  Content captureSubshell(Runnable action) {
    Endpoint.Buffer buffer = new Endpoint.Buffer();
    withDescriptors(
        state.descriptors().with(1, buffer),
        new Runnable() {
          @Override
          public void run() {
            inSubshell(action);
          }
        });
    return buffer.content();
  }

  /** Keeps the text of a trap, which runs once more when the shell ends. */
  public void trap(String text) {
    exitTraps.add(text);
  }

  /** Runs the traps that were set, with the variables as they are at the end. */
  public void runExitTraps() {
    List<String> set = new ArrayList<>(exitTraps);
    exitTraps.clear();
    for (String text : set) {
      runText(text);
    }
  }
}
