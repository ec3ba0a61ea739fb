package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Expressions of Python, with comprehensions and lambdas. */
abstract class PythonExpressions extends Parser {
  PythonExpressions(String source, int depth) {
    super(new PythonLexer(source), depth);
  }

  final List<Node> parameters() {
    List<Node> parameters = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      Token token = next();
      if (token.is("*") || token.is("**")) {
        parameters.add(new Node.Spread(new Node.Name(next().text())));
      } else if (token.kind() == Kind.NAME) {
        parameters.add(parameter(token.text()));
      }
    }
    at = end + 1;
    return parameters;
  }

  private Node parameter(String text) {
    Node name = new Node.Name(text);
    if (accept(":")) {
      operation(0);
    }
    return accept("=") ? new Node.Assignment(name, expression()) : name;
  }

  final Node removal() {
    Node targets = expressions();
    return new Node.Removal(
        targets instanceof Node.Sequence several ? several.items() : List.of(targets));
  }

  final boolean atEnd() {
    return ended() || is(";") || isClosing() || peek().kind() == Kind.NEWLINE;
  }

  /** Expressions with commas between them: a tuple when there are several. */
  final Node expressions() {
    Node first = expression();
    if (!is(",")) {
      return first;
    }
    List<Node> items = new ArrayList<>();
    items.add(first);
    while (accept(",") && !atEnd() && !is("=") && !is(":")) {
      items.add(expression());
    }
    return new Node.Sequence(items);
  }

  final Node targets() {
    List<Node> targets = new ArrayList<>();
    boolean several = false;
    while (!ended() && !isName("in") && !is(":")) {
      int before = at;
      if (accept(",")) {
        several = true;
      } else {
        accept("*");
        targets.add(chain(primary()));
      }
      if (at == before) {
        skip();
      }
    }
    return targets.size() == 1 && !several ? targets.get(0) : new Node.Sequence(targets);
  }

  @Override
  Node assignment() {
    if (isName("lambda")) {
      at++;
      return lambda();
    }
    if (acceptName("yield")) {
      acceptName("from");
      return new Node.Result(atEnd() ? Node.NOTHING : expression());
    }
    Node value = conditional(operation(0));
    if (accept(":=")) {
      return new Node.Assignment(value, expression());
    }
    Operator operator = updating(peek());
    if (operator != Operator.NONE) {
      at++;
      return new Node.Update(operator, value, expressions());
    }
    if (isName("for") || (isName("async") && peek(1).isName("for"))) {
      return comprehension(value);
    }
    return value;
  }

  private Node lambda() {
    List<Node> parameters = new ArrayList<>();
    while (!ended() && !is(":")) {
      Token token = next();
      if (token.is("*") || token.is("**")) {
        parameters.add(new Node.Spread(new Node.Name(next().text())));
      } else if (token.kind() == Kind.NAME) {
        Node name = new Node.Name(token.text());
        parameters.add(accept("=") ? new Node.Assignment(name, expression()) : name);
      }
    }
    accept(":");
    return new Node.Function(parameters, new Node.Result(expression()));
  }

  @Override
  Node conditional(Node value) {
    if (!acceptName("if")) {
      return value;
    }
    Node condition = operation(0);
    if (acceptName("else")) {
      return new Node.Choice(condition, value, expression());
    }
    leaveOut();
    return value;
  }

  /** {@code value for x in y if z}; the last {@code for} is the innermost. */
  private Node comprehension(Node value) {
    List<Node> patterns = new ArrayList<>();
    List<Node> sources = new ArrayList<>();
    List<Node> conditions = new ArrayList<>();
    acceptName("async");
    while (acceptName("for")) {
      patterns.add(targets());
      acceptName("in");
      sources.add(operation(0));
      while (acceptName("if")) {
        conditions.add(operation(0));
      }
      acceptName("async");
    }
    Node body = value;
    if (!conditions.isEmpty()) {
      leaveOut();
      conditions.add(value);
      body = new Node.Block(conditions);
    }
    for (int i = Math.min(patterns.size(), 8) - 1; i >= 0; i--) {
      body = new Node.Each(patterns.get(i), sources.get(i), body);
    }
    return body;
  }

  @Override
  Operator operator(Token token) {
    if (token.kind() == Kind.NAME) {
      return switch (token.text()) {
        case "or" -> Operator.EITHER;
        case "and" -> Operator.AND;
        case "in" -> Operator.IN;
        case "is" -> peek(1).isName("not") ? Operator.DIFFERENT : Operator.EQUAL;
        case "not" -> peek(1).isName("in") ? Operator.NOT_IN : Operator.NONE;
        default -> Operator.NONE;
      };
    }
    return super.operator(token);
  }

  @Override
  int operatorWidth() {
    return (isName("not") && peek(1).isName("in")) || (isName("is") && peek(1).isName("not"))
        ? 2
        : 1;
  }

  @Override
  boolean isPrefix(Token token) {
    return !token.isName("new")
        && !token.isName("void")
        && !token.isName("typeof")
        && super.isPrefix(token);
  }

  @Override
  Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case NAME:
        at++;
        return new Node.Name(token.text());
      case TEXT:
      case TEMPLATE:
        return strings();
      case NUMBER:
        at++;
        return constant(token);
      default:
        break;
    }
    if (is("(")) {
      return parenthesized();
    }
    if (is("[")) {
      return list();
    }
    if (is("{")) {
      return dictionary();
    }
    if (!isClosing() && token.kind() == Kind.OPERATOR && !is(",") && !is(":") && !is(";")) {
      skip();
    }
    return Node.NOTHING;
  }

  /** Adjacent strings are one. */
  private Node strings() {
    Node first = constant(next());
    if (peek().kind() != Kind.TEXT && peek().kind() != Kind.TEMPLATE) {
      return first;
    }
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (peek().kind() == Kind.TEXT || peek().kind() == Kind.TEMPLATE) {
      parts.add(constant(next()));
    }
    return new Node.Template(parts);
  }

  /** A list; a comprehension is one already. */
  private Node list() {
    List<Node> items = items();
    return items.size() == 1 && items.get(0) instanceof Node.Each
        ? items.get(0)
        : new Node.Sequence(items);
  }

  private Node dictionary() {
    List<Node.Entry> entries = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (accept("**")) {
        entries.add(new Node.Entry(Node.NOTHING, new Node.Spread(operation(0))));
      } else if (!accept(",")) {
        Node key = expression();
        if (accept(":")) {
          Node value = expression();
          if (value instanceof Node.Each each) {
            at = end + 1;
            leaveOut(); // That the entries are one dictionary.
            return eachEntry(key, each);
          }
          entries.add(new Node.Entry(key, value));
        } else {
          items.add(key);
        }
      }
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    if (entries.isEmpty() && !items.isEmpty()) {
      return items.size() == 1 && items.get(0) instanceof Node.Each
          ? items.get(0)
          : new Node.Sequence(items);
    }
    return new Node.Mapping(entries);
  }

  /** Moves the key of {@code {key: value for …}} to where its value is made. */
  private static Node eachEntry(Node key, Node.Each each) {
    Node body = each.body();
    Node inner =
        body instanceof Node.Each nested
            ? eachEntry(key, nested)
            : new Node.Mapping(List.of(new Node.Entry(key, body)));
    return new Node.Each(each.pattern(), each.elements(), inner);
  }

  @Override
  Argument argument() {
    return peek().kind() == Kind.NAME && peek(1).is("=") ? namedArgument() : super.argument();
  }
}
