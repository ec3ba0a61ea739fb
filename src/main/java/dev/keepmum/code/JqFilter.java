package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows what a jq or yq filter makes of its input. */
final class JqFilter {
  private static final int MAX_NESTING = 64;
  private static final int MAX_STEPS = 20_000;

  private final List<Effect> effects = new ArrayList<>();
  private int nesting;
  private int steps;

  /**
   * What passes from one filter to the next.
   *
   * @param value the content
   * @param entries whether it is what {@code to_entries} makes, so that its {@code .key} is a name
   */
  private record Stream(Value value, boolean entries) {
    static Stream of(Value value) {
      return new Stream(value, false);
    }
  }

  /** A function of the filter, or a parameter: a filter together with where it was written. */
  private record Function(List<JqNode> parameters, JqNode body, Scope scope) {}

  /** Functions and variables by name; a function's name is followed by its number of arguments. */
  private static final class Scope {
    private final Scope outer;
    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Value> variables = new HashMap<>();
    private final Value given;

    /** The scope of a whole filter; {@code given} is what a variable is that the filter has not. */
    Scope(Value given) {
      this.outer = null;
      this.given = given;
    }

    Scope(Scope outer) {
      this.outer = outer;
      this.given = outer.given;
    }

    Function function(String name) {
      for (Scope scope = this; scope != null; scope = scope.outer) {
        Function function = scope.functions.get(name);
        if (function != null) {
          return function;
        }
      }
      return null;
    }

    Value variable(String name) {
      for (Scope scope = this; scope != null; scope = scope.outer) {
        Value value = scope.variables.get(name);
        if (value != null) {
          return value;
        }
      }
      return given;
    }
  }

  /** The effects of a filter, the printing of its result among them. */
  static List<Effect> effects(String text, Map<String, Value> variables) {
    return effects(text, variables, Value.UNKNOWN, new Value.ReadInput());
  }

  /** The same where what the command line gives in variables is the input, and nothing else is. */
  static List<Effect> effectsOfVariables(String text) {
    return effects(text, Map.of(), new Value.ReadInput(), Value.UNKNOWN);
  }

  private static List<Effect> effects(
      String text, Map<String, Value> variables, Value given, Value input) {
    JqFilter filter = new JqFilter();
    Scope scope = new Scope(given);
    scope.variables.putAll(variables);
    scope.variables.put("ENV", new Value.ReadEnvironment());
    JqParser parser = new JqParser(text);
    Stream result = filter.apply(parser.parse(), Stream.of(input), scope);
    filter.effects.add(new Effect.Print(result.value()));
    if (parser.isIncomplete() || filter.steps > MAX_STEPS) {
      filter.effects.add(new Effect.Unfollowed());
    }
    return filter.effects;
  }

  private Stream apply(JqNode node, Stream input, Scope scope) {
    if (nesting >= MAX_NESTING || ++steps > MAX_STEPS) {
      return input;
    }
    nesting++;
    Stream result = follow(node, input, scope);
    nesting--;
    return result;
  }

  private Stream follow(JqNode node, Stream input, Scope scope) {
    List<JqNode> children = node.children();
    switch (node.kind()) {
      case FIELD:
        return field(node.text(), input);
      case INDEX:
        return index(children, input, scope);
      case CONSTANT:
      case NUMBER:
        return Stream.of(Composition.text(node.text()));
      case STRING:
      case SUM:
        return Stream.of(Composition.join(values(children, input, scope)));
      case ARRAY:
        return children.isEmpty() ? Stream.of(Value.EMPTY) : apply(children.get(0), input, scope);
      case OBJECT:
      case ARITHMETIC:
        return Stream.of(Composition.derive(values(children, input, scope)));
      case CALL:
        return call(node, input, scope);
      case VARIABLE:
        return Stream.of(scope.variable(node.text()));
      case PIPE:
        return pipe(children, input, scope);
      case EITHER:
        return either(children, input, scope);
      case TEST:
        values(children, input, scope);
        return Stream.of(Value.UNKNOWN);
      case ASSIGN:
        return assign(node, input, scope);
      case BIND:
        return apply(children.get(1), input, bind(node, input, scope));
      case FOLD:
        return fold(node, input, scope);
      case IF:
        return conditional(children, input, scope);
      case DEFINE:
        return define(node, input, scope);
      default:
        return input;
    }
  }

  private List<Value> values(List<JqNode> nodes, Stream input, Scope scope) {
    List<Value> values = new ArrayList<>();
    for (JqNode node : nodes) {
      values.add(apply(node, input, scope).value());
    }
    return values;
  }

  private static Stream field(String name, Stream input) {
    if (input.entries()) {
      boolean key = name.equals("key") || name.equals("name") || name.equals("k");
      return Stream.of(key ? Value.UNKNOWN : input.value());
    }
    if (input.value() instanceof Value.ReadEnvironment) {
      return Stream.of(new Value.ReadVariable(Composition.text(name)));
    }
    return DescribingMembers.has(name) ? Stream.of(Value.UNKNOWN) : input;
  }

  private Stream index(List<JqNode> bounds, Stream input, Scope scope) {
    List<Value> indices = values(bounds, input, scope);
    boolean named =
        indices.size() == 1
            && input.value() instanceof Value.ReadEnvironment
            && !(indices.get(0) instanceof Value.Unknown);
    return named ? Stream.of(new Value.ReadVariable(indices.get(0))) : input;
  }

  private Stream pipe(List<JqNode> steps, Stream input, Scope scope) {
    Stream stream = input;
    for (int i = 0; i < steps.size(); i++) {
      if (isEqualsSplit(steps.get(i)) && i + 1 < steps.size() && isFirst(steps.get(i + 1))) {
        stream = Stream.of(Composition.assignmentNames(stream.value()));
        i++;
      } else {
        stream = apply(steps.get(i), stream, scope);
      }
    }
    return stream;
  }

  private static boolean isEqualsSplit(JqNode node) {
    return node.kind() == JqNode.Kind.CALL
        && node.text().equals("split")
        && node.children().size() == 1
        && node.children().get(0).text().equals("=");
  }

  /** {@code .[0]}, alone or behind a pipe, or {@code first}. */
  private static boolean isFirst(JqNode node) {
    List<JqNode> children = node.children();
    if (node.kind() == JqNode.Kind.PIPE) {
      return children.size() == 2
          && children.get(0).kind() == JqNode.Kind.IDENTITY
          && isFirst(children.get(1));
    }
    boolean computed = node.kind() == JqNode.Kind.INDEX && children.size() == 1;
    boolean first = node.kind() == JqNode.Kind.CALL && children.isEmpty();
    return first && node.text().equals("first")
        || node.kind() == JqNode.Kind.FIELD && node.text().equals("0")
        || computed && children.get(0).text().equals("0");
  }

  private Stream either(List<JqNode> alternatives, Stream input, Scope scope) {
    Stream result = apply(alternatives.get(0), input, scope);
    for (int i = 1; i < alternatives.size(); i++) {
      result = choice(result, apply(alternatives.get(i), input, scope));
    }
    return result;
  }

  private static Stream choice(Stream one, Stream other) {
    return new Stream(
        Composition.choice(one.value(), other.value()), one.entries() && other.entries());
  }

  private Stream conditional(List<JqNode> parts, Stream input, Scope scope) {
    boolean complete = parts.size() % 2 == 1;
    Stream result = complete ? apply(parts.get(parts.size() - 1), input, scope) : input;
    for (int i = 0; i + 1 < parts.size(); i += 2) {
      apply(parts.get(i), input, scope);
      result = choice(result, apply(parts.get(i + 1), input, scope));
    }
    return result;
  }

  /** What a path is set to takes the place of all content only where the path reaches all of it. */
  private Stream assign(JqNode node, Stream input, Scope scope) {
    JqNode path = node.children().get(0);
    boolean update = node.text().equals("|=");
    Stream reached = apply(path, input, scope);
    Stream given = apply(node.children().get(1), update ? reached : input, scope);
    boolean replaces = update || node.text().equals("=");
    if (replaces && (input.entries() ? isField(path, "value") : isEachElement(path))) {
      return new Stream(given.value(), input.entries());
    }
    return new Stream(Composition.choice(input.value(), given.value()), input.entries());
  }

  private static boolean isField(JqNode path, String name) {
    return path.kind() == JqNode.Kind.FIELD && path.text().equals(name);
  }

  private static boolean isEachElement(JqNode path) {
    return path.kind() == JqNode.Kind.IDENTITY
        || path.kind() == JqNode.Kind.PIPE
            && path.children().size() == 2
            && path.children().get(0).kind() == JqNode.Kind.IDENTITY
            && path.children().get(1).kind() == JqNode.Kind.ITERATE;
  }

  private Scope bind(JqNode node, Stream input, Scope scope) {
    Value value = apply(node.children().get(0), input, scope).value();
    Scope inner = new Scope(scope);
    String names = node.text();
    int start = 0;
    for (int end = names.indexOf(' '); end >= 0; end = names.indexOf(' ', start)) {
      inner.variables.put(names.substring(start, end), value);
      start = end + 1;
    }
    return inner;
  }

  /** The state of a fold is first what it starts with, then what an update makes of that. */
  private Stream fold(JqNode node, Stream input, Scope scope) {
    Scope inner = bind(node, input, scope);
    JqNode filters = node.children().get(1);
    List<JqNode> parts =
        filters.kind() == JqNode.Kind.EITHER ? filters.children() : List.of(filters);
    Stream state = apply(parts.get(0), input, scope);
    for (int i = 1; i < parts.size(); i++) {
      state = choice(state, apply(parts.get(i), state, inner));
    }
    return state;
  }

  private Stream define(JqNode node, Stream input, Scope scope) {
    List<JqNode> parts = node.children();
    List<JqNode> parameters = parts.subList(1, parts.size() - 1);
    Scope inner = new Scope(scope);
    inner.functions.put(
        node.text() + "/" + parameters.size(), new Function(parameters, parts.get(0), inner));
    return apply(parts.get(parts.size() - 1), input, inner);
  }

  private Stream call(JqNode node, Stream input, Scope scope) {
    List<JqNode> arguments = node.children();
    Function own = scope.function(node.text() + "/" + arguments.size());
    if (own == null) {
      return builtin(node, input, scope);
    }
    Scope inner = new Scope(own.scope());
    for (int i = 0; i < arguments.size(); i++) {
      String parameter = own.parameters().get(i).text();
      if (parameter.startsWith("$")) {
        Value value = apply(arguments.get(i), input, scope).value();
        inner.variables.put(parameter.substring(1), value);
      } else {
        inner.functions.put(parameter + "/0", new Function(List.of(), arguments.get(i), scope));
      }
    }
    return apply(own.body(), input, inner);
  }

  private Stream builtin(JqNode node, Stream input, Scope scope) {
    List<JqNode> arguments = node.children();
    switch (node.text()) {
      case "env":
      case "strenv":
        return environment(arguments, input, scope);
      case "envsubst":
        return Stream.of(substituted(input.value()));
      case "@base64d":
        return Stream.of(Composition.fromBase64(input.value()));
      case "input":
      case "inputs":
        return Stream.of(new Value.ReadInput());
      case "load":
      case "load_str":
      case "load_xml":
      case "load_props":
      case "load_base64":
        return Stream.of(new Value.ReadFile(Composition.join(values(arguments, input, scope))));
      case "keys":
      case "keys_unsorted":
      case "key":
      case "length":
      case "utf8bytelength":
      case "type":
      case "tag":
      case "kind":
      case "style":
      case "line":
      case "column":
      case "document_index":
      case "file_index":
      case "filename":
      case "file_name":
      case "input_filename":
      case "input_line_number":
      case "path":
      case "paths":
      case "leaf_paths":
      case "has":
      case "in":
      case "inside":
      case "contains":
      case "any":
      case "all":
      case "isvalid":
      case "isempty":
      case "not":
      case "test":
      case "startswith":
      case "endswith":
      case "index":
      case "rindex":
      case "indices":
      case "empty":
      case "range":
      case "now":
      case "null":
      case "true":
      case "false":
      case "builtins":
      case "infinite":
      case "nan":
      case "IN":
        values(arguments, input, scope);
        return Stream.of(Value.UNKNOWN);
      case "to_entries":
        return new Stream(input.value(), true);
      case "with_entries":
        return Stream.of(firstOf(arguments, new Stream(input.value(), true), scope).value());
      case "from_entries":
      case "map_values":
      case "map":
        Stream mapped = firstOf(arguments, input, scope);
        return node.text().equals("map") ? mapped : Stream.of(mapped.value());
      case "first":
      case "last":
        return firstOf(arguments, input, scope);
      case "select":
      case "sort_by":
      case "group_by":
      case "unique_by":
      case "min_by":
      case "max_by":
      case "del":
      case "limit":
        return selection(node.text(), arguments, input, scope);
      case "debug":
      case "stderr":
      case "halt_error":
        effects.add(new Effect.Print(message(arguments, input, scope), Effect.Print.Stream.ERROR));
        return input;
      case "error":
        effects.add(new Effect.Print(message(arguments, input, scope), Effect.Print.Stream.ERROR));
        return Stream.of(Value.UNKNOWN);
      default:
        return other(node, input, scope);
    }
  }

  /** What a message says: its argument, or else the input. */
  private Value message(List<JqNode> arguments, Stream input, Scope scope) {
    return arguments.isEmpty() ? input.value() : values(arguments, input, scope).get(0);
  }

  private Stream firstOf(List<JqNode> arguments, Stream input, Scope scope) {
    return arguments.isEmpty() ? input : apply(arguments.get(0), input, scope);
  }

  private Stream selection(String name, List<JqNode> arguments, Stream input, Scope scope) {
    values(arguments, input, scope);
    return name.equals("limit") && arguments.size() > 1
        ? apply(arguments.get(1), input, scope)
        : input;
  }

  /** A function that computes something of its input and arguments, or keeps its input's shape. */
  private Stream other(JqNode node, Stream input, Scope scope) {
    List<Value> parts = values(node.children(), input, scope);
    if (parts.isEmpty() && isOrder(node.text())) {
      return input;
    }
    parts.add(input.value());
    return Stream.of(Composition.derive(parts));
  }

  private static boolean isOrder(String name) {
    switch (name) {
      case "sort":
      case "reverse":
      case "unique":
      case "add":
      case "flatten":
      case "recurse":
      case "min":
      case "max":
      case "values":
      case "objects":
      case "arrays":
      case "strings":
      case "scalars":
      case "iterables":
        return true;
      default:
        return false;
    }
  }

  /** {@code env} of jq is everything, {@code env(NAME)} of yq one variable, its name unquoted. */
  private Stream environment(List<JqNode> arguments, Stream input, Scope scope) {
    if (arguments.isEmpty()) {
      return Stream.of(new Value.ReadEnvironment());
    }
    JqNode name = arguments.get(0);
    Value named =
        name.kind() == JqNode.Kind.CALL
            ? Composition.text(name.text())
            : apply(name, input, scope).value();
    return Stream.of(new Value.ReadVariable(named));
  }

  /** What {@code envsubst} makes of a text: variables are written {@code $NAME} or braced. */
  private static Value substituted(Value value) {
    if (!(value instanceof Value.Text)) {
      return value;
    }
    String text = ((Value.Text) value).text();
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', from)) {
      parts.add(Composition.text(text.substring(from, dollar)));
      int start = text.startsWith("{", dollar + 1) ? dollar + 2 : dollar + 1;
      int end = start;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
      if (end > start) {
        parts.add(new Value.ReadVariable(new Value.Text(text.substring(start, end))));
      }
      int close = start > dollar + 1 ? text.indexOf('}', end) : -1;
      from = close >= 0 ? close + 1 : Math.max(end, dollar + 1);
    }
    parts.add(Composition.text(text.substring(from)));
    return Composition.join(parts);
  }
}
