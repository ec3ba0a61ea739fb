package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trail;
import dev.keepmum.flow.expand.ArithmeticValue;
import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.expand.Substitutions;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.flow.state.Endpoint;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.flow.state.Variables;
import dev.keepmum.shell.Assignment;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Redirection;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParse;
import dev.keepmum.shell.ShellParser;
import dev.keepmum.shell.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a syntax tree without running it: every branch that may be taken is taken, on a copy of the
 * state, and what the branches leave is joined.
 */
public final class ShellInterpreter implements Command.Visitor<Programs.Outcome>, Substitutions {

  /** Rounds of a loop after which nothing new is learnt in practice; a fixed point ends sooner. */
  private static final int MAX_ROUNDS = 6;

  /** Values of a {@code for} loop that are run one by one; what is beyond runs as alternatives. */
  private static final int MAX_ITERATIONS = 64;

  /** How often a function may stand within itself before the call adds nothing. */
  private static final int MAX_RECURSION = 3;

  private final FlowContext context;
  private final Programs programs;
  private final Streams streams;
  private ShellState state;
  private final Map<String, Integer> recursion = new LinkedHashMap<>();
  private List<String> exitTraps = new ArrayList<>();
  private Map<String, Variable> locals = new LinkedHashMap<>();
  private int pipes;
  private int branches;

  public ShellInterpreter(FlowContext context, Programs programs, ShellState state) {
    this.context = context;
    this.programs = programs;
    this.state = state;
    this.streams = new Streams(this);
  }

  public FlowContext context() {
    return context;
  }

  public ShellState state() {
    return state;
  }

  /** Reads and writes through the shell's descriptors. */
  public Streams streams() {
    return streams;
  }

  public Expander expander() {
    return new Expander(context, state, this);
  }

  public Variables variables() {
    return new Variables(context);
  }

  /** Runs a text as {@code eval}, a script file or {@code sh -c} do, in the current state. */
  public void runText(String written) {
    String text = withoutNulls(written);
    ShellParse parse = ShellParser.parse(text);
    if (parse.limited()) {
      throw context.budget().limit("nesting");
    }
    run(parse.script());
    if (parse.error().isPresent()) {
      new UnparsedRest(this, text).judge(parse.error().get());
    }
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

  /** bash reads past NUL characters as if they were not there. */
  private static String withoutNulls(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
  }

  /** Runs a script in the current state. */
  public Programs.Outcome run(Script script) {
    context.budget().enter();
    Programs.Outcome outcome = Programs.Outcome.SUCCEEDS;
    for (Script.Statement statement : script.statements()) {
      outcome = statement.command().accept(this);
    }
    context.budget().leave();
    return outcome;
  }

  /** Runs something in a subshell: what it changes is gone afterwards, but for files. */
  public void inSubshell(Runnable action) {
    ShellState outer = state;
    List<String> outerTraps = exitTraps;
    state = outer.copy();
    exitTraps = new ArrayList<>();
    action.run();
    runExitTraps();
    exitTraps = outerTraps;
    state = outer;
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

  /** Whether what is done now is only one of several possibilities. */
  public boolean isConditional() {
    return branches > 0;
  }

  // Substitutions

  @Override
  public Content output(Script script) {
    Content[] captured = {Content.EMPTY};
    inSubshell(
        new Runnable() {
          @Override
          public void run() {
            captured[0] = capture(new SubshellRun(ShellInterpreter.this, script));
          }
        });
    return withoutTrailingNewlines(context.files().known(captured[0]));
  }

  @Override
  public Content pipeFrom(Script script) {
    String path = pipe();
    context.files().mark(path, output(script));
    return Content.text(path);
  }

  @Override
  public Content pipeTo(Script script) {
    String path = pipe();
    streams.register(path, script);
    return Content.text(path);
  }

  private String pipe() {
    return "/dev/fd/" + (63 + pipes++);
  }

  @Override
  public void complain(Content message) {
    streams.printError(message, "bash");
  }

  private static Content withoutTrailingNewlines(Content content) {
    List<String> texts = new ArrayList<>(content.texts().size());
    for (String text : content.texts()) {
      int end = text.length();
      while (end > 0 && text.charAt(end - 1) == '\n') {
        end--;
      }
      texts.add(text.substring(0, end));
    }
    return content.withTexts(texts);
  }

  // Commands

  @Override
  public Programs.Outcome simple(Command.Simple command) {
    context.budget().step();
    Expander expander = expander();
    List<Content> words = expander.fields(command.words());
    if (words.isEmpty()) {
      assign(command, expander);
      return Programs.Outcome.SUCCEEDS;
    }
    Descriptors outer = state.descriptors();
    Descriptors redirected = redirect(command.redirections(), expander);
    Map<String, Variable> before = assignForCommand(command.assignments(), expander);
    traceCommand(words);
    state.descriptors(redirected);
    if (!runAlias(command, words)) {
      declareArrays(command.declarations(), expander);
      if (command.declarations().isEmpty() || namesMore(words)) {
        programs.run(this, words);
      }
    }
    if (state.descriptors() == redirected) {
      state.descriptors(outer);
    }
    restore(before);
    state.lastArgument(words.get(words.size() - 1));
    return programs.outcome(words);
  }

  /** Whether a declaration of arrays names anything beside them and its options. */
  private static boolean namesMore(List<Content> words) {
    for (Content word : words.subList(1, words.size())) {
      if (!word.textOr("").startsWith("-")) {
        return true;
      }
    }
    return false;
  }

  private void traceCommand(List<Content> words) {
    if (!state.isTracing()) {
      return;
    }
    for (Content word : words) {
      streams.printError(word, "set -x");
    }
    Variable prefix = state.variables().get("PS4");
    if (prefix != null) {
      streams.printError(expandAgain(prefix.value()), "PS4");
    }
  }

  @Override
  public Content expandAgain(Content content) {
    Content expanded = content;
    context.budget().enter();
    for (String text : content.texts()) {
      List<Script.Statement> statements =
          ShellParser.parse(": \"".concat(text).concat("\"")).script().statements();
      if (statements.size() == 1 && statements.get(0).command() instanceof Command.Simple shown) {
        for (Word word : shown.words()) {
          expanded = expanded.then(expander().value(word));
        }
      }
    }
    context.budget().leave();
    return expanded;
  }

  /** Assignments and redirections without a command; zsh prints what is redirected to nobody. */
  private void assign(Command.Simple command, Expander expander) {
    for (Assignment assignment : command.assignments()) {
      assign(assignment, expander);
    }
    if (command.redirections().isEmpty()) {
      return;
    }
    Descriptors redirected = redirect(command.redirections(), expander);
    if (command.assignments().isEmpty()
        && redirected.get(0) != state.descriptors().get(0)
        && redirected.get(0) instanceof Endpoint.Source source) {
      streams.put(redirected.get(1), source.content(), "zsh");
    } else {
      streams.touch(redirected);
    }
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

  private void declareArrays(List<Assignment> declarations, Expander expander) {
    for (Assignment declaration : declarations) {
      assign(declaration, expander);
    }
  }

  private Map<String, Variable> assignForCommand(List<Assignment> assignments, Expander expander) {
    if (assignments.isEmpty()) {
      return Map.of();
    }
    Map<String, Variable> before = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      if (!before.containsKey(assignment.name())) {
        before.put(assignment.name(), state.variables().get(assignment.name()));
      }
      assign(assignment, expander);
    }
    return before;
  }

  private void restore(Map<String, Variable> before) {
    for (Map.Entry<String, Variable> entry : before.entrySet()) {
      if (entry.getValue() == null) {
        state.variables().remove(entry.getKey());
      } else {
        state.variables().put(entry.getKey(), entry.getValue());
      }
    }
  }

  private boolean runAlias(Command.Simple command, List<Content> words) {
    return !state.aliases().isEmpty()
        && new Aliases(this, programs).run(command, words.subList(1, words.size()));
  }

  /** Keeps what a variable is outside of the function that makes one of its own. */
  public void local(String name) {
    if (!locals.containsKey(name)) {
      locals.put(name, state.variables().get(name));
    }
  }

  /** Calls a function with arguments. */
  public void call(String name, Command body, List<Content> arguments) {
    int depth = recursion.getOrDefault(name, 0) + 1;
    recursion.put(name, depth);
    if (depth <= MAX_RECURSION) {
      List<Content> outer = state.positional();
      Map<String, Variable> outerLocals = locals;
      locals = new LinkedHashMap<>();
      state.positional(arguments);
      body.accept(this);
      state.positional(outer);
      restore(locals);
      locals = outerLocals;
    }
    recursion.put(name, depth - 1);
  }

  @Override
  public Programs.Outcome pipeline(Command.Pipeline command) {
    List<Command> commands = command.commands();
    if (commands.size() == 1) {
      Programs.Outcome outcome = commands.get(0).accept(this);
      return command.negated() ? negated(outcome) : outcome;
    }
    Content passed = null;
    Trail.Mark start = context.trail().enterPipeline();
    for (int i = 0; i < commands.size(); i++) {
      passed = stage(command, i, passed);
    }
    context.trail().leavePipeline(start);
    return Programs.Outcome.UNKNOWN;
  }

  private Content stage(Command.Pipeline pipeline, int index, Content input) {
    ShellState outer = state;
    List<String> outerTraps = exitTraps;
    boolean last = index == pipeline.commands().size() - 1;
    state = outer.copy();
    exitTraps = new ArrayList<>();
    Endpoint.Buffer buffer = new Endpoint.Buffer();
    Descriptors descriptors = state.descriptors();
    if (input != null) {
      descriptors = descriptors.withInput(input);
    }
    if (!last) {
      descriptors = descriptors.with(1, buffer);
      if (pipeline.errors().get(index)) {
        descriptors = descriptors.with(2, buffer);
      }
    }
    state.descriptors(descriptors);
    pipeline.commands().get(index).accept(this);
    runExitTraps();
    exitTraps = outerTraps;
    ShellState inner = state;
    state = outer;
    if (last) {
      keepLastStage(inner, outer);
    }
    return buffer.content();
  }

  /** zsh, and bash with lastpipe, run the last command of a pipeline in the shell itself. */
  private static void keepLastStage(ShellState inner, ShellState outer) {
    Descriptors descriptors = outer.descriptors();
    outer.join(inner);
    outer.descriptors(descriptors);
  }

  private static Programs.Outcome negated(Programs.Outcome outcome) {
    switch (outcome) {
      case SUCCEEDS:
        return Programs.Outcome.FAILS;
      case FAILS:
        return Programs.Outcome.SUCCEEDS;
      default:
        return outcome;
    }
  }

  @Override
  public Programs.Outcome andOr(Command.AndOr command) {
    List<Command.AndOr> chain = new ArrayList<>();
    Command first = command;
    while (first instanceof Command.AndOr left) {
      chain.add(left);
      first = left.left();
    }
    Programs.Outcome outcome = first.accept(this);
    for (int i = chain.size() - 1; i >= 0; i--) {
      outcome = next(chain.get(i), outcome);
    }
    return outcome;
  }

  private Programs.Outcome next(Command.AndOr link, Programs.Outcome before) {
    Programs.Outcome needed = link.and() ? Programs.Outcome.SUCCEEDS : Programs.Outcome.FAILS;
    if (before == needed) {
      return link.right().accept(this);
    }
    if (before != Programs.Outcome.UNKNOWN) {
      return before;
    }
    perhaps(new CommandRun(this, link.right()));
    return Programs.Outcome.UNKNOWN;
  }

  /** Does something that may or may not be done. */
  private void perhaps(Runnable action) {
    ShellState before = state.copy();
    branches++;
    action.run();
    branches--;
    state.join(before);
  }

  @Override
  public Programs.Outcome subshell(Command.Subshell command) {
    Runnable body = new SubshellRun(this, command.body());
    inSubshell(new RedirectedRun(this, command.redirections(), body));
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome group(Command.Group command) {
    Runnable body = new ScriptRun(this, command.body());
    new RedirectedRun(this, command.redirections(), body).run();
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome ifElse(Command.If command) {
    Descriptors outer = enterRedirections(command.redirections());
    Programs.Outcome condition = run(command.condition());
    ShellState otherwise = state.copy();
    branches++;
    if (condition != Programs.Outcome.FAILS) {
      run(command.then());
    }
    if (condition != Programs.Outcome.SUCCEEDS && command.otherwise().isPresent()) {
      ShellState then = state;
      state = otherwise;
      run(command.otherwise().get());
      otherwise = state;
      state = then;
    }
    branches--;
    if (condition == Programs.Outcome.FAILS) {
      state = otherwise;
    } else if (condition != Programs.Outcome.SUCCEEDS) {
      state.join(otherwise);
    }
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome whileLoop(Command.While command) {
    Descriptors outer = enterRedirections(command.redirections());
    branches++;
    int weight = -1;
    for (int round = 0; round < MAX_ROUNDS && state.weight() != weight; round++) {
      weight = state.weight();
      ShellState before = state.copy();
      run(command.condition());
      run(command.body());
      state.join(before);
    }
    branches--;
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome forLoop(Command.For command) {
    Descriptors outer = enterRedirections(command.redirections());
    List<Content> values =
        command.words().isPresent() ? expander().fields(command.words().get()) : state.positional();
    if (command.select()) {
      for (Content value : values) {
        streams.printError(value, "select");
      }
    }
    branches++;
    int oneByOne = Math.min(values.size(), MAX_ITERATIONS);
    for (int i = 0; i < oneByOne; i++) {
      iterate(command, values.get(i));
    }
    if (values.size() > oneByOne) {
      Content rest = values.get(oneByOne);
      for (int i = oneByOne + 1; i < values.size(); i++) {
        rest = rest.or(values.get(i));
      }
      iterate(command, rest);
    }
    branches--;
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  private void iterate(Command.For command, Content value) {
    ShellState before = state.copy();
    state.variables().put(command.name(), Variable.of(value));
    run(command.body());
    state.join(before);
    state.variables().put(command.name(), Variable.of(value));
  }

  @Override
  public Programs.Outcome arithmeticFor(Command.ArithmeticFor command) {
    Descriptors outer = enterRedirections(command.redirections());
    evaluate(command.initial());
    evaluate(command.condition());
    branches++;
    for (int round = 0; round < 2; round++) {
      ShellState before = state.copy();
      run(command.body());
      evaluate(command.step());
      state.join(before);
    }
    branches--;
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome caseOf(Command.Case command) {
    Descriptors outer = enterRedirections(command.redirections());
    Content subject = expander().value(command.subject());
    CaseChoice choice = new CaseChoice(this, subject);
    if (choice.isCertain(command.items())) {
      choice.run(command.items());
      leaveRedirections(command.redirections(), outer);
      return Programs.Outcome.UNKNOWN;
    }
    branches++;
    ShellState joined = state.copy();
    ShellState before = state;
    for (Command.CaseItem item : command.items()) {
      ShellState previous = state;
      state = before.copy();
      if (previous != before) {
        state.join(previous);
      }
      for (Word pattern : item.patterns()) {
        expander().pattern(pattern);
      }
      run(item.body());
      joined.join(state);
    }
    branches--;
    state = joined;
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  @Override
  public Programs.Outcome function(Command.Function command) {
    state.functions().put(command.name(), command.body());
    return Programs.Outcome.SUCCEEDS;
  }

  @Override
  public Programs.Outcome conditional(Command.Conditional command) {
    Descriptors outer = enterRedirections(command.redirections());
    Expander expander = expander();
    Content before = Content.EMPTY;
    for (Word word : command.words()) {
      Content value = expander.value(word);
      if (state.isTracing()) {
        streams.printError(value, "set -x");
      }
      if (value.texts().contains("=~")) {
        keepMatch(before);
      }
      before = value;
    }
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  /** What a pattern matched, or a group of it, is some part of the text. */
  private void keepMatch(Content text) {
    Variable match = Variable.of(text.hasSecrets() ? text.derived() : Content.UNKNOWN);
    state.variables().put("BASH_REMATCH", match);
    state.variables().put("match", match);
    state.variables().put("MATCH", match);
  }

  @Override
  public Programs.Outcome arithmetic(Command.Arithmetic command) {
    Descriptors outer = enterRedirections(command.redirections());
    evaluate(command.expression());
    leaveRedirections(command.redirections(), outer);
    return Programs.Outcome.UNKNOWN;
  }

  /** Evaluates an arithmetic expression for what it shows and assigns. */
  private void evaluate(Word expression) {
    Content value = expander().value(expression);
    new ArithmeticValue(variables(), state, this).of(value);
  }

  @Override
  public Programs.Outcome coprocess(Command.Coprocess command) {
    ShellState outer = state;
    state = outer.copy();
    Endpoint.Buffer buffer = new Endpoint.Buffer();
    state.descriptors(state.descriptors().with(1, buffer));
    command.body().accept(this);
    state = outer;
    int descriptor = state.descriptors().free();
    state.descriptors(state.descriptors().with(descriptor, new Endpoint.Source(buffer.content())));
    Map<String, Content> ends = new LinkedHashMap<>();
    ends.put("0", Content.text(Integer.toString(descriptor)));
    ends.put("1", Content.text(Integer.toString(descriptor + 1)));
    state.variables().put(command.name(), Variable.array(ends));
    return Programs.Outcome.SUCCEEDS;
  }

  // Redirections

  private Descriptors enterRedirections(List<Redirection> redirections) {
    Descriptors outer = state.descriptors();
    if (!redirections.isEmpty()) {
      state.descriptors(redirect(redirections, expander()));
    }
    return outer;
  }

  /** Ends a command's own redirections; without any, what {@code exec} has opened in it stays. */
  private void leaveRedirections(List<Redirection> redirections, Descriptors outer) {
    if (!redirections.isEmpty()) {
      state.descriptors(outer);
    }
  }

  /** The descriptors that redirections make of the current ones, opened from left to right. */
  public Descriptors redirect(List<Redirection> redirections, Expander expander) {
    Descriptors result = state.descriptors();
    for (Redirection redirection : redirections) {
      result = streams.redirect(result, redirection, expander);
    }
    return result;
  }

  /** Binds the name in {@code {name}>file} to a descriptor's number. */
  void bind(String name, int descriptor) {
    state.variables().put(name, Variable.of(Content.text(Integer.toString(descriptor))));
  }

  /** What a variable holds that names a descriptor. */
  Optional<Content> variable(String name) {
    return variables().value(state, name);
  }
}
