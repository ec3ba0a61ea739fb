package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Step;
import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a program's values from its variables to what shows, stores or sends them, without
 * running it. Conditions are not looked at: both branches count, and a variable that is set in one
 * keeps its old value beside the new.
 *
 * <p>Bounded: every node is looked at at most twice, but for calls of the program's own functions
 * and for loops over known elements, of which {@value #MAX_STEPS} nodes are followed in all.
 */
final class Evaluator implements Node.Visitor<Thing> {
  private static final int MAX_STEPS = 100_000;

  /** Where a program makes more work than its size allows, it is not followed any further. */
  private static final int MAX_WORK = 2_000_000;

  /** How often a function may stand within itself; its result is then what it is given. */
  private static final int MAX_RECURSION = 3;

  private static final int MAX_DEPTH = 320;
  private static final int MAX_EFFECTS = 4_096;
  private static final int MAX_UNROLLED = 256;
  private static final int MAX_EVALUATIONS = 4;

  private final Library library;
  private final Values values = new Values();
  private final Things things;
  private final Calls calls;
  private final Members members;
  private final Operators operators;
  private final Assignments assignments;
  private final LoadedModules modules;
  private final List<Effect> effects = new ArrayList<>();
  private final List<String> imported = new ArrayList<>();
  private Scope scope = new Scope();
  private Thing returned = Thing.UNKNOWN;
  private int steps;
  private boolean overworked;
  private int depth;
  private final List<Node.Function> called = new ArrayList<>();
  private int evaluations;

  /** How many loops and branches are around, whose assignments may not happen. */
  private int uncertain;

  /** Whether an outer loop is done twice already, so that an inner one need not be. */
  private boolean settling;

  Evaluator(Library library, Modules modules) {
    this.library = library;
    this.modules = new LoadedModules(modules, this);
    this.things = new Things(library, values);
    this.calls = new Calls(this, library, values, things);
    this.members = calls.members();
    this.operators = new Operators(calls, values, things);
    this.assignments = new Assignments(this, library, things, members);
  }

  Calls calls() {
    return calls;
  }

  /** The variables that are in reach now. */
  Scope scope() {
    return scope;
  }

  /** Whether what is followed now happens if the program runs, and happens once. */
  boolean isCertain() {
    return uncertain == 0;
  }

  List<Effect> effects() {
    return effects;
  }

  Things things() {
    return things;
  }

  void emit(Effect effect) {
    if (effects.size() < MAX_EFFECTS) {
      effects.add(effect);
    } else if (effects.size() == MAX_EFFECTS) {
      effects.add(new Effect.Unfollowed());
    }
  }

  Thing evaluate(Node node) {
    steps++;
    if (depth > MAX_DEPTH) {
      giveUp();
    }
    if (isOverworked()) {
      return Thing.UNKNOWN;
    }
    depth++;
    Thing thing = node.accept(this);
    depth--;
    return thing;
  }

  /** Whether the program makes more work than is done for one; it is then not followed on. */
  boolean isOverworked() {
    if (!overworked && steps + things.work() + values.work() / 32 > MAX_WORK) {
      giveUp();
    }
    return overworked;
  }

  private void giveUp() {
    if (!overworked) {
      overworked = true;
      emit(new Effect.Unfollowed());
    }
  }

  private boolean exhausted() {
    return steps > MAX_STEPS;
  }

  // Values

  @Override
  public Thing constant(Node.Constant node) {
    return new Thing.Of(values.text(node.text()));
  }

  @Override
  public Thing pattern(Node.Pattern node) {
    Thing pattern = new Thing.Pattern(node.text(), node.flags());
    if (library.language() == Language.RUBY) {
      assignments.assign(
          Library.MATCHED, calls.match(lookUp("$_"), pattern)); // As a condition of its own.
    }
    return pattern;
  }

  /** Takes note of what a regular expression took, for the program's variables of that. */
  Thing matched(Thing groups) {
    assignments.assign(Library.MATCHED, groups);
    return groups;
  }

  @Override
  public Thing number(Node.Number node) {
    return new Thing.Count(node.value());
  }

  @Override
  public Thing nothing() {
    return Thing.UNKNOWN;
  }

  @Override
  public Thing negation(Node.Negation node) {
    evaluate(node.of());
    return Thing.UNKNOWN;
  }

  /** What is gone later was there before, where branches and loops count as done and not done. */
  @Override
  public Thing removal(Node.Removal node) {
    for (int i = 0; i < node.targets().size(); i++) {
      evaluate(node.targets().get(i));
    }
    return Thing.UNKNOWN;
  }

  @Override
  public Thing template(Node.Template node) {
    return things.joined(all(node.parts()));
  }

  @Override
  public Thing command(Node.Command node) {
    return calls.perform(
        Meaning.SHELL_OUTPUT, Thing.UNKNOWN, CallArguments.of(List.of(evaluate(node.text()))));
  }

  @Override
  public Thing module(Node.Module node) {
    if (node.path().startsWith(DataUrl.SCHEME)) {
      return evaluateText(DataUrl.text(node.path()));
    }
    Optional<Thing> own = modules.find(node.path());
    return own.isPresent() ? own.get() : new Thing.Named(library.canonical(node.path()));
  }

  /** A module of the program's own. */
  Optional<Thing> ownModule(String path) {
    return modules.find(path);
  }

  /** Follows a module's text by itself; its variables. */
  Map<String, Thing> evaluateModule(String text) {
    final Scope around = scope;
    final int branches = uncertain;
    scope = new Scope();
    uncertain = 0;
    evaluate(library.parser(text).program());
    Map<String, Thing> variables = scope.own();
    scope = around;
    uncertain = branches;
    return variables;
  }

  @Override
  public Thing importAll(Node.ImportAll node) {
    if (modules.find(node.path()).orElse(Thing.UNKNOWN) instanceof Thing.Structure own) {
      scope.own().putAll(own.fields());
      return Thing.UNKNOWN;
    }
    if (imported.size() < 16) {
      imported.add(node.path());
    }
    return Thing.UNKNOWN;
  }

  @Override
  public Thing name(Node.Name node) {
    Thing thing = lookUp(node.name());
    return library.callsByName() && thing instanceof Thing.Closure closure
        ? things.either(closure, apply(closure, Thing.UNKNOWN, new CallArguments()))
        : thing;
  }

  /** What a name stands for: a variable, or else something of a library. */
  Thing lookUp(String name) {
    if (scope.knows(name)) {
      return scope.get(name);
    }
    for (int i = 0; i < imported.size(); i++) {
      String path = library.canonical(imported.get(i) + "." + name);
      if (library.named(path) != Meaning.NONE) {
        return new Thing.Named(path);
      }
    }
    return new Thing.Named(library.canonical(name));
  }

  List<Thing> all(List<Node> nodes) {
    List<Thing> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      if (node instanceof Node.Spread spread) {
        spread(evaluate(spread.of()), all);
      } else {
        all.add(evaluate(node));
      }
    }
    return all;
  }

  private void spread(Thing thing, List<Thing> into) {
    if (thing instanceof Thing.Items items) {
      into.addAll(items.all());
    } else {
      into.add(new Thing.Many(things.elements(thing)));
    }
  }

  @Override
  public Thing sequence(Node.Sequence node) {
    return new Thing.Items(all(node.items()));
  }

  @Override
  public Thing spread(Node.Spread node) {
    return evaluate(node.of());
  }

  @Override
  public Thing mapping(Node.Mapping node) {
    Thing.Structure structure = new Thing.Structure();
    for (int i = 0; i < node.entries().size(); i++) {
      Node.Entry entry = node.entries().get(i);
      if (entry.value() instanceof Node.Spread spread) {
        include(evaluate(spread.of()), structure);
      } else {
        things.put(structure, evaluate(entry.key()), evaluate(entry.value()));
      }
    }
    return structure;
  }

  private void include(Thing thing, Thing.Structure into) {
    if (thing instanceof Thing.Structure structure) {
      into.fields().putAll(structure.fields());
      into.rest().addAll(structure.rest());
    } else {
      things.include(into, thing);
    }
  }

  @Override
  public Thing function(Node.Function node) {
    return new Thing.Closure(node, scope);
  }

  @Override
  public Thing classDefinition(Node.ClassDefinition node) {
    Scope around = scope;
    scope = new Scope(around);
    evaluate(node.body());
    Thing.Structure definition = new Thing.Structure();
    definition.fields().putAll(scope.own());
    scope = around;
    for (int i = 0; i < node.bases().size(); i++) {
      calls.inherit(definition, evaluate(node.bases().get(i)));
    }
    if (!node.name().isEmpty()) {
      assignments.assign(node.name(), definition);
    }
    return definition;
  }

  @Override
  public Thing operation(Node.Operation node) {
    Thing left = evaluate(node.operands().get(0));
    for (int i = 0; i < node.operators().size(); i++) {
      Thing right = evaluate(node.operands().get(i + 1));
      left = operators.combine(node.operators().get(i), left, right);
    }
    return left;
  }

  @Override
  public Thing choice(Node.Choice node) {
    evaluate(node.condition());
    uncertain++;
    Thing then = evaluate(node.then());
    Thing otherwise = evaluate(node.otherwise());
    uncertain--;
    return things.either(then, otherwise);
  }

  // Statements

  @Override
  public Thing block(Node.Block node) {
    Thing last = Thing.UNKNOWN;
    for (int i = 0; i < node.statements().size(); i++) {
      last = evaluate(node.statements().get(i));
    }
    return last;
  }

  @Override
  public Thing result(Node.Result node) {
    Thing value = evaluate(node.value());
    returned = returned == Thing.UNKNOWN ? value : things.either(returned, value);
    return value;
  }

  @Override
  public Thing perhaps(Node.Perhaps node) {
    return repeated(Node.NOTHING, Thing.UNKNOWN, node.body());
  }

  @Override
  public Thing each(Node.Each node) {
    Thing elements = evaluate(node.elements());
    List<Thing> known = known(elements);
    if (!known.isEmpty() && !exhausted()) {
      List<Thing> results = new ArrayList<>();
      for (int i = 0; i < known.size(); i++) {
        boolean all = exhausted();
        assignments.bind(node.pattern(), all ? things.elements(elements) : known.get(i));
        results.add(evaluate(node.body()));
        if (all) {
          break;
        }
      }
      return new Thing.Items(results);
    }
    return new Thing.Many(repeated(node.pattern(), things.elements(elements), node.body()));
  }

  /** The elements one by one, where they are known and not too many. */
  List<Thing> known(Thing thing) {
    if (thing instanceof Thing.Items items && items.all().size() <= MAX_UNROLLED) {
      return new ArrayList<>(items.all());
    }
    if (thing instanceof Thing.Of of
        && of.value() instanceof Value.Text text
        && text.text().length() <= MAX_UNROLLED) {
      return Folding.characters(text.text(), values);
    }
    return List.of();
  }

  /**
   * A body that is done any number of times. What one round leaves, the next one sees: so the
   * outermost loop is gone through twice, the first time without its effects.
   */
  private Thing repeated(Node pattern, Thing element, Node body) {
    uncertain++;
    if (!settling) {
      settling = true;
      int before = effects.size();
      assignments.bind(pattern, element);
      evaluate(body);
      while (effects.size() > before) {
        effects.remove(effects.size() - 1);
      }
      assignments.bind(pattern, element);
      Thing result = evaluate(body);
      settling = false;
      uncertain--;
      return result;
    }
    assignments.bind(pattern, element);
    Thing result = evaluate(body);
    uncertain--;
    return result;
  }

  // Assignment

  @Override
  public Thing assignment(Node.Assignment node) {
    Thing value = evaluate(node.value());
    assignments.bind(node.target(), value);
    return value;
  }

  @Override
  public Thing update(Node.Update node) {
    if (!(node.target() instanceof Node.Chain chain)) {
      Thing before = evaluate(node.target());
      Thing after = operators.combine(node.operator(), before, evaluate(node.value()));
      assignments.bind(node.target(), after);
      return after;
    }
    int last = chain.steps().size() - 1;
    Thing holder = follow(chain, last);
    Thing key = key(chain.steps().get(last));
    Thing before = members.index(holder, key);
    Thing after = operators.combine(node.operator(), before, evaluate(node.value()));
    assignments.assignMember(chain, holder, key, after);
    return after;
  }

  /** The name or the key of a step. */
  Thing key(Step step) {
    if (step instanceof Node.Member member) {
      return new Thing.Of(values.text(member.name()));
    }
    return step instanceof Node.Index index ? evaluate(index.key()) : Thing.UNKNOWN;
  }

  // Chains and calls

  @Override
  public Thing chain(Node.Chain node) {
    return follow(node, node.steps().size());
  }

  /** The thing after so many steps of a chain. */
  Thing follow(Node.Chain chain, int count) {
    Thing thing =
        chain.head() instanceof Node.Name name ? lookUp(name.name()) : evaluate(chain.head());
    for (int i = 0; i < count; i++) {
      Step step = chain.steps().get(i);
      if (step instanceof Node.Member member) {
        if (i + 1 < count && chain.steps().get(i + 1) instanceof Node.Call call) {
          thing = calls.invoke(thing, member.name(), arguments(call));
          i++;
        } else {
          thing = members.member(thing, member.name());
        }
      } else if (step instanceof Node.Index index) {
        thing = members.index(thing, evaluate(index.key()));
      } else if (step instanceof Node.Slice slice) {
        Thing from = evaluate(slice.from());
        Thing to = evaluate(slice.to());
        thing = members.slice(thing, from, to, evaluate(slice.by()));
      } else if (step instanceof Node.Call call) {
        thing = called(thing, call);
      }
    }
    return thing;
  }

  /** Some functions put what they find into a variable among their arguments. */
  private Thing called(Thing function, Node.Call call) {
    Thing result = calls.call(function, arguments(call));
    int filled = function instanceof Thing.Named named ? library.filledArgument(named.path()) : -1;
    if (filled >= 0 && filled < call.arguments().size()) {
      assignments.bind(call.arguments().get(filled).value(), result);
    }
    return result;
  }

  private CallArguments arguments(Node.Call call) {
    CallArguments arguments = new CallArguments();
    for (int i = 0; i < call.arguments().size(); i++) {
      Argument argument = call.arguments().get(i);
      if (argument.value() instanceof Node.Spread outer
          && outer.of() instanceof Node.Spread entries) {
        arguments.addEntries(evaluate(entries.of()));
      } else if (argument.value() instanceof Node.Spread spread) {
        List<Thing> spreadOut = new ArrayList<>();
        spread(evaluate(spread.of()), spreadOut);
        for (int j = 0; j < spreadOut.size(); j++) {
          arguments.add("", spreadOut.get(j));
        }
      } else {
        arguments.add(argument.name(), evaluate(argument.value()));
      }
    }
    return arguments;
  }

  /** How often a function stands among the calls that have not ended. */
  private int callsOf(Node.Function function) {
    int calls = 0;
    for (Node.Function open : called) {
      calls += open == function ? 1 : 0;
    }
    return calls;
  }

  /** Calls a function of the program; {@code self} is the object it is a method of. */
  Thing apply(Thing.Closure closure, Thing self, CallArguments arguments) {
    if (callsOf(closure.function()) >= MAX_RECURSION) {
      return things.made(arguments.all());
    }
    if (exhausted()) {
      giveUp();
      return things.made(arguments.all());
    }
    called.add(closure.function());
    final Scope caller = scope;
    final Thing callersResult = returned;
    final int around = uncertain;
    scope = new Scope(closure.scope());
    returned = Thing.UNKNOWN;
    uncertain = 0;
    assignments.bindParameters(closure.function().parameters(), self, arguments);
    uncertain = around;
    Thing last = evaluate(closure.function().body());
    Thing result = returned;
    if (library.returnsLast()) {
      result = result == Thing.UNKNOWN ? last : things.either(result, last);
    }
    scope = caller;
    returned = callersResult;
    called.remove(called.size() - 1);
    return result;
  }

  /** The program's variables by their names, those of functions around as well. */
  Thing variables() {
    Thing.Structure all = new Thing.Structure();
    scope.copyTo(all.fields());
    things.include(all, new Thing.Named(Library.NAMES));
    return all;
  }

  /** Follows a program text inside this program; what objects hold it sees as variables. */
  Thing evaluateText(String text, List<Thing> objects) {
    final Scope around = scope;
    scope = new Scope(around);
    for (int i = 0; i < objects.size(); i++) {
      if (objects.get(i) instanceof Thing.Structure structure) {
        scope.own().putAll(structure.fields());
      }
    }
    boolean own = !scope.own().isEmpty();
    if (!own) {
      scope = around;
    }
    Thing last = evaluateText(text);
    scope = around;
    return last;
  }

  /** Follows a program text inside this program. */
  Thing evaluateText(String text) {
    if (evaluations >= MAX_EVALUATIONS || exhausted()) {
      giveUp();
      return Thing.UNKNOWN;
    }
    evaluations++;
    steps += text.length() / 4;
    Parser parser = library.parser(text);
    Thing last = evaluate(parser.program());
    if (parser.incomplete()) {
      emit(new Effect.Unfollowed());
    }
    evaluations--;
    return last;
  }
}
