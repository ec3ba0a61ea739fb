package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a program of Python or JavaScript leaves in files where all that it reads is known, for
 * programs as people edit settings with: documents in and out, assignments, conditions, loops over
 * lists. It is followed step by step as the language has it; a program that does anything else is
 * not worked out at all.
 */
public final class DocumentProgram implements Node.Visitor<Thing> {
  private static final int MAX_STEPS = 20_000;
  private static final int MAX_CALLS = 16;
  private static final int MAX_TEXT = 1 << 16;

  private final boolean python;
  private final DocumentCalls calls;
  private final Map<String, Integer> declared = new HashMap<>();
  private Scope scope = new Scope();
  private Thing returned;
  private int steps;
  private int blocks;
  private int functions;

  private DocumentProgram(Language language, Documents documents) {
    this.python = language == Language.PYTHON;
    DocumentFiles files = new DocumentFiles(documents);
    this.calls = python ? new PythonDocumentCalls(files) : new JavaScriptDocumentCalls(this, files);
  }

  /**
   * The texts of the files that a program writes, by their absolute paths.
   *
   * @return empty where the program cannot be worked out
   */
  public static Map<String, String> written(Language language, String text, Documents documents) {
    if (text.length() > MAX_TEXT) {
      return Map.of();
    }
    Parser parser;
    switch (language) {
      case PYTHON:
        parser = new PythonParser(text, 0);
        break;
      case JAVASCRIPT:
        parser = new JavaScriptParser(text, 0);
        break;
      default:
        return Map.of();
    }
    Node.Block block = parser.program();
    if (!parser.exact()) {
      return Map.of();
    }
    try {
      DocumentProgram program = new DocumentProgram(language, documents);
      program.evaluate(block);
      return program.calls.files().written();
    } catch (NotWorkedOut more) {
      return Map.of();
    }
  }

  Thing evaluate(Node node) {
    if (++steps > MAX_STEPS) {
      throw new NotWorkedOut();
    }
    return node.accept(this);
  }

  /** What is there where nothing is given. */
  private Thing missing() {
    return python ? JsonDocument.NULL : JsonDocument.UNDEFINED;
  }

  // Values

  @Override
  public Thing constant(Node.Constant node) {
    return JsonDocument.text(node.text());
  }

  @Override
  public Thing pattern(Node.Pattern node) {
    return nothing();
  }

  @Override
  public Thing number(Node.Number node) {
    return new Thing.Count(node.value());
  }

  @Override
  public Thing nothing() {
    throw new NotWorkedOut();
  }

  @Override
  public Thing name(Node.Name node) {
    if (scope.knows(node.name())) {
      return scope.get(node.name());
    }
    return calls.global(node.name());
  }

  @Override
  public Thing template(Node.Template node) {
    StringBuilder text = new StringBuilder();
    for (Node part : node.parts()) {
      Thing thing = evaluate(part);
      text.append(Things.isText(thing) ? Things.text(thing) : JsonDocument.textOf(thing));
    }
    return JsonDocument.text(text.toString());
  }

  @Override
  public Thing sequence(Node.Sequence node) {
    List<Thing> items = new ArrayList<>();
    for (Node item : node.items()) {
      if (item instanceof Node.Spread spread) {
        items.addAll(calls.items(evaluate(spread.of())));
      } else {
        items.add(evaluate(item));
      }
    }
    return new Thing.Items(items);
  }

  @Override
  public Thing mapping(Node.Mapping node) {
    Thing.Structure structure = new Thing.Structure();
    for (Node.Entry entry : node.entries()) {
      if (entry.value() instanceof Node.Spread spread) {
        include(evaluate(spread.of()), structure);
      } else {
        Thing value = evaluate(entry.value());
        structure.fields().put(JsonDocument.textOf(evaluate(entry.key())), value);
      }
    }
    return structure;
  }

  private void include(Thing spread, Thing.Structure into) {
    if (!python && JsonDocument.isNothing(spread)) {
      return;
    }
    into.fields().putAll(DocumentCalls.structure(spread).fields());
  }

  @Override
  public Thing function(Node.Function node) {
    return new Thing.Closure(node, scope);
  }

  @Override
  public Thing negation(Node.Negation node) {
    return JsonDocument.truth(!calls.isTrue(evaluate(node.of())));
  }

  @Override
  public Thing operation(Node.Operation node) {
    Thing left = evaluate(node.operands().get(0));
    Operator first = node.operators().get(0);
    for (int i = 0; i < node.operators().size(); i++) {
      Operator operator = node.operators().get(i);
      Node right = node.operands().get(i + 1);
      if (first.level() < 2 && operator != first || first.level() == 1 && i > 0) {
        throw new NotWorkedOut(); // What binds tighter is not in the tree.
      }
      left = combined(operator, left, right);
    }
    return left;
  }

  private Thing combined(Operator operator, Thing left, Node right) {
    switch (operator) {
      case EITHER:
        return calls.isGiven(left) ? left : evaluate(right);
      case AND:
        return calls.isTrue(left) ? evaluate(right) : left;
      case EQUAL:
        return JsonDocument.truth(JsonDocument.same(left, evaluate(right)));
      case DIFFERENT:
        return JsonDocument.truth(!JsonDocument.same(left, evaluate(right)));
      case IN:
        return JsonDocument.truth(calls.holds(evaluate(right), left));
      case NOT_IN:
        return JsonDocument.truth(!calls.holds(evaluate(right), left));
      default:
        return calls.combined(operator, left, evaluate(right));
    }
  }

  @Override
  public Thing choice(Node.Choice node) {
    if (calls.isTrue(evaluate(node.condition()))) {
      return within(node.then());
    }
    return node.otherwise() == Node.NOTHING ? missing() : within(node.otherwise());
  }

  private Thing within(Node node) {
    blocks++;
    Thing thing = evaluate(node);
    blocks--;
    return thing;
  }

  // Statements

  @Override
  public Thing block(Node.Block node) {
    Thing last = missing();
    blocks++;
    for (int i = 0; i < node.statements().size() && returned == null; i++) {
      Node statement = node.statements().get(i);
      if (statement != Node.NOTHING) {
        last = evaluate(statement);
      }
    }
    blocks--;
    return last;
  }

  @Override
  public Thing result(Node.Result node) {
    returned = node.value() == Node.NOTHING ? missing() : evaluate(node.value());
    return returned;
  }

  /**
   * The variable of a loop must be a new one: that of a comprehension is another one's namesake.
   */
  @Override
  public Thing each(Node.Each node) {
    List<Thing> elements = calls.elements(evaluate(node.elements()));
    List<Thing> results = new ArrayList<>();
    if (isKnown(node.pattern())) {
      throw new NotWorkedOut();
    }
    for (Thing element : List.copyOf(elements)) {
      if (returned == null) {
        scope.own().keySet().removeAll(names(node.pattern()));
        bind(node.pattern(), element);
        results.add(within(node.body()));
      }
    }
    scope.own().keySet().removeAll(names(node.pattern()));
    if (elements.size() != results.size()) {
      throw new NotWorkedOut();
    }
    return new Thing.Items(results);
  }

  private boolean isKnown(Node pattern) {
    for (String name : names(pattern)) {
      if (scope.knows(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> names(Node pattern) {
    List<String> names = new ArrayList<>();
    List<Node> parts =
        pattern instanceof Node.Sequence several ? several.items() : List.of(pattern);
    for (Node part : parts) {
      if (!(part instanceof Node.Name name)) {
        throw new NotWorkedOut();
      }
      names.add(name.name());
    }
    return names;
  }

  @Override
  public Thing removal(Node.Removal node) {
    for (Node target : node.targets()) {
      if (!(target instanceof Node.Chain chain)) {
        throw new NotWorkedOut();
      }
      int last = chain.steps().size() - 1;
      calls.remove(follow(chain, last), key(chain.steps().get(last)));
    }
    return missing();
  }

  @Override
  public Thing assignment(Node.Assignment node) {
    Thing value = evaluate(node.value());
    bind(node.target(), value);
    return value;
  }

  @Override
  public Thing update(Node.Update node) {
    Thing before = evaluate(node.target());
    if (node.operator() == Operator.ADD && before instanceof Thing.Items items && python) {
      items.all().addAll(calls.items(evaluate(node.value())));
      return items;
    }
    Thing after = combined(node.operator(), before, node.value());
    bind(node.target(), after);
    return after;
  }

  private void bind(Node pattern, Thing thing) {
    if (pattern instanceof Node.Name name) {
      assign(name.name(), thing);
    } else if (pattern instanceof Node.Sequence sequence) {
      List<Thing> items = calls.items(thing);
      if (items.size() != sequence.items().size()) {
        throw new NotWorkedOut();
      }
      for (int i = 0; i < items.size(); i++) {
        bind(sequence.items().get(i), items.get(i));
      }
    } else if (pattern instanceof Node.Mapping mapping) {
      for (Node.Entry entry : mapping.entries()) {
        bind(entry.value(), calls.member(thing, JsonDocument.textOf(evaluate(entry.key()))));
      }
    } else if (pattern instanceof Node.Chain chain) {
      int last = chain.steps().size() - 1;
      calls.assign(follow(chain, last), key(chain.steps().get(last)), thing);
    } else {
      throw new NotWorkedOut();
    }
  }

  /**
   * In JavaScript a name that is known outside may be that of another variable: which of them are
   * declared is not in the tree.
   */
  private void assign(String name, Thing thing) {
    if (python) {
      scope.declare(name, thing);
      return;
    }
    boolean own = scope.own().containsKey(name);
    if (scope.knows(name) && !(own && declared.getOrDefault(name, 0) == blocks)) {
      throw new NotWorkedOut();
    }
    declared.put(name, blocks);
    scope.declare(name, thing);
  }

  // Chains and calls

  @Override
  public Thing chain(Node.Chain node) {
    return follow(node, node.steps().size());
  }

  /** The thing after so many steps of a chain. */
  private Thing follow(Node.Chain chain, int count) {
    Thing thing = evaluate(chain.head());
    for (int i = 0; i < count; i++) {
      Step step = chain.steps().get(i);
      boolean called = i + 1 < count && chain.steps().get(i + 1) instanceof Node.Call;
      if (step instanceof Node.Member member && called) {
        i++;
        thing = calls.invoke(thing, member.name(), arguments((Node.Call) chain.steps().get(i)));
      } else if (step instanceof Node.Member member) {
        thing = calls.member(thing, member.name());
      } else if (step instanceof Node.Index index) {
        thing = calls.index(thing, evaluate(index.key()));
      } else if (step instanceof Node.Call call) {
        thing = call(thing, arguments(call));
      } else {
        throw new NotWorkedOut();
      }
    }
    return thing;
  }

  /** The key that a step leads to; a member of JavaScript is one as well. */
  private Thing key(Step step) {
    if (step instanceof Node.Member member && !python) {
      return JsonDocument.text(member.name());
    }
    if (step instanceof Node.Index index) {
      return evaluate(index.key());
    }
    throw new NotWorkedOut();
  }

  private CallArguments arguments(Node.Call call) {
    CallArguments arguments = new CallArguments();
    for (Argument argument : call.arguments()) {
      if (!(argument.value() instanceof Node.Spread spread)) {
        arguments.add(argument.name(), evaluate(argument.value()));
        continue;
      }
      for (Thing item : calls.items(evaluate(spread.of()))) {
        arguments.add("", item);
      }
    }
    return arguments;
  }

  private Thing call(Thing callee, CallArguments arguments) {
    if (callee instanceof Thing.Closure closure) {
      return apply(closure, arguments);
    }
    if (callee instanceof Thing.Named named) {
      return calls.call(named.path(), arguments);
    }
    throw new NotWorkedOut();
  }

  /** Calls a function of the program; its parameters are plain names. */
  Thing apply(Thing.Closure closure, CallArguments arguments) {
    List<Node> parameters = closure.function().parameters();
    if (++functions > MAX_CALLS || !arguments.named().isEmpty()) {
      throw new NotWorkedOut();
    }
    final Scope caller = scope;
    scope = new Scope(closure.scope());
    for (int i = 0; i < parameters.size(); i++) {
      if (!(parameters.get(i) instanceof Node.Name name) || i >= arguments.count()) {
        throw new NotWorkedOut();
      }
      scope.declare(name.name(), arguments.at(i));
      declared.put(name.name(), 0);
    }
    evaluate(closure.function().body());
    Thing result = returned == null ? missing() : returned;
    returned = null;
    scope = caller;
    functions--;
    return result;
  }

  @Override
  public Thing module(Node.Module node) {
    return new Thing.Named(node.path());
  }

  // What is not followed

  @Override
  public Thing command(Node.Command node) {
    throw new NotWorkedOut();
  }

  @Override
  public Thing spread(Node.Spread node) {
    throw new NotWorkedOut();
  }

  @Override
  public Thing classDefinition(Node.ClassDefinition node) {
    throw new NotWorkedOut();
  }

  @Override
  public Thing perhaps(Node.Perhaps node) {
    throw new NotWorkedOut();
  }

  @Override
  public Thing importAll(Node.ImportAll node) {
    throw new NotWorkedOut();
  }
}
