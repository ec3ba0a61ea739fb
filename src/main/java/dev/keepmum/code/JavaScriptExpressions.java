package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Expressions of JavaScript, with the functions and classes that stand in them. */
abstract class JavaScriptExpressions extends Parser {
  JavaScriptExpressions(String source, int depth) {
    super(new JavaScriptLexer(source), depth);
  }

  final boolean atEnd() {
    return ended() || is(";") || isClosing();
  }

  final Node pattern() {
    return chain(primary());
  }

  /** Skips a type after a colon, up to what can follow a declaration. */
  final void skipAnnotation() {
    accept("?");
    if (!accept(":")) {
      return;
    }
    while (!atEnd() && !is("=") && !is(",") && !is("=>")) {
      if (is("(") || is("[") || is("{")) {
        skipBrackets();
      } else {
        at++;
        if (onNewLine() && !is("|") && !is("&")) {
          return;
        }
      }
    }
  }

  /** A function from its parameters on. */
  final Node function() {
    List<Node> parameters = is("(") ? parameters() : List.of();
    skipAnnotation();
    return new Node.Function(parameters, optionalBraces());
  }

  private List<Node> parameters() {
    List<Node> parameters = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (accept("...")) {
        parameters.add(new Node.Spread(pattern()));
      } else if (!accept(",")) {
        Node pattern = pattern();
        skipAnnotation();
        parameters.add(accept("=") ? new Node.Assignment(pattern, expression()) : pattern);
      }
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    return parameters;
  }

  final Node classDefinition() {
    String name = peek().kind() == Kind.NAME && !isName("extends") ? next().text() : "";
    while (!ended() && !is("{")) {
      at++;
    }
    int end = closer(at);
    at++;
    List<Node> members = new ArrayList<>();
    while (at < end) {
      int before = at;
      members.add(member());
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    return new Node.ClassDefinition(name, List.of(), new Node.Block(members));
  }

  private Node member() {
    while (isModifier(peek()) && !peek(1).is("(") && !peek(1).is("=")) {
      at++;
    }
    accept("*");
    if (is("{")) {
      return braces();
    }
    if (peek().kind() != Kind.NAME && peek().kind() != Kind.TEXT) {
      return Node.NOTHING;
    }
    Node name = new Node.Name(next().text());
    if (is("(")) {
      return new Node.Assignment(name, function());
    }
    skipAnnotation();
    return accept("=") ? new Node.Assignment(name, expression()) : Node.NOTHING;
  }

  private static boolean isModifier(Token token) {
    return token.kind() == Kind.NAME
        && switch (token.text()) {
          case "static", "async", "get", "set", "public", "private", "protected", "readonly" ->
              true;
          default -> false;
        };
  }

  /** Expressions with commas between them, of which the last is the value. */
  final Node expressions() {
    Node first = expression();
    if (!is(",")) {
      return first;
    }
    List<Node> all = new ArrayList<>();
    all.add(first);
    while (accept(",") && !atEnd()) {
      all.add(expression());
    }
    return new Node.Block(all);
  }

  @Override
  Node assignment() {
    if (isName("async") && (peek(1).is("(") || peek(1).kind() == Kind.NAME)) {
      int before = at++;
      if (isArrow() || isName("function")) {
        return assignment();
      }
      at = before;
    }
    if (isArrow()) {
      return arrow();
    }
    if (isName("yield")) {
      at++;
      accept("*");
      return atEnd() ? Node.NOTHING : expression();
    }
    return super.assignment();
  }

  private boolean isArrow() {
    if (peek().kind() == Kind.NAME) {
      return peek(1).is("=>");
    }
    if (!is("(")) {
      return false;
    }
    int after = closer(at) + 1;
    return token(after).is("=>") || (token(after).is(":") && isTypedArrow(after));
  }

  private boolean isTypedArrow(int colon) {
    for (int i = colon + 1; i < colon + 8; i++) {
      if (token(i).is("=>")) {
        return true;
      }
      if (token(i).kind() != Kind.NAME && !token(i).is("<") && !token(i).is(">")) {
        return false;
      }
    }
    return false;
  }

  private Node arrow() {
    List<Node> parameters;
    if (is("(")) {
      parameters = parameters();
      skipAnnotation();
    } else {
      parameters = List.of(new Node.Name(next().text()));
    }
    accept("=>");
    if (is("{")) {
      return new Node.Function(parameters, braces());
    }
    return new Node.Function(parameters, new Node.Result(expression()));
  }

  @Override
  Operator operator(Token token) {
    if (token.isName("instanceof") || token.isName("in")) {
      return token.isName("in") ? Operator.IN : Operator.COMPARE;
    }
    return super.operator(token);
  }

  @Override
  boolean isPrefix(Token token) {
    return !token.isName("not") && super.isPrefix(token);
  }

  @Override
  Node unary() {
    return acceptName("delete") ? new Node.Removal(List.of(unary())) : super.unary();
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if (is("?.")) {
      at++;
      if (peek().kind() == Kind.NAME) {
        steps.add(new Node.Member(next().text()));
      }
      return true;
    }
    if (is("!") && peek().gap() == Token.Gap.NONE && (peek(1).is(".") || peek(1).is(")"))) {
      at++;
      return true;
    }
    if (isName("as") || isName("satisfies")) {
      at++;
      skipCast();
      return true;
    }
    if (is("++") || is("--")) {
      skip();
      return true;
    }
    Kind kind = peek().kind();
    if (kind == Kind.TEXT || kind == Kind.TEMPLATE) {
      return tagged(steps);
    }
    return super.step(head, steps);
  }

  /** A template behind a name is a call: {@code $`ls`}. */
  private boolean tagged(List<Step> steps) {
    if (onNewLine() || peek().gap() != Token.Gap.NONE) {
      return false;
    }
    steps.add(new Node.Call(List.of(new Argument("", constant(next())))));
    return true;
  }

  private void skipCast() {
    while (peek().kind() == Kind.NAME || is("|") || is("&")) {
      at++;
    }
    if (is("[")) {
      skipBrackets();
    }
  }

  /** A regular expression without its slashes and flags. */
  private static Node expressionOf(String literal) {
    int end = literal.lastIndexOf('/');
    return end > 0
        ? new Node.Pattern(literal.substring(1, end), literal.substring(end + 1))
        : new Node.Pattern(literal);
  }

  @Override
  Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case NAME:
        return named(token);
      case TEXT:
      case TEMPLATE:
      case NUMBER:
        at++;
        return constant(token);
      case PATTERN:
        at++;
        return expressionOf(token.text());
      default:
        break;
    }
    if (is("(")) {
      return sequenced();
    }
    if (is("[")) {
      return array();
    }
    if (is("{")) {
      return object();
    }
    if (!isClosing() && !is(",") && !is(";") && !is(":")) {
      skip();
    }
    return Node.NOTHING;
  }

  private Node named(Token token) {
    switch (token.text()) {
      case "function":
        at++;
        accept("*");
        if (peek().kind() == Kind.NAME) {
          at++;
        }
        return function();
      case "class":
        at++;
        return classDefinition();
      case "async":
        if (peek(1).isName("function")) {
          at++;
          return named(peek());
        }
        break;
      case "import":
        at++;
        if (is(".") && peek(1).isName("meta")) {
          at += 2;
          return new Node.Name("import.meta");
        }
        return new Node.Name("require");
      default:
        break;
    }
    at++;
    return new Node.Name(token.text());
  }

  /** The comma operator in parentheses gives its last operand. */
  private Node sequenced() {
    List<Node> items = items();
    return items.size() == 1 ? items.get(0) : new Node.Block(items);
  }

  /** An array, in which nothing may stand between two commas. */
  private Node array() {
    List<Node> items = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      items.add(is(",") ? Node.NOTHING : expression());
      if (!accept(",") && at == before) {
        skip();
      }
    }
    at = end + 1;
    return new Node.Sequence(items);
  }

  private Node object() {
    List<Node.Entry> entries = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (accept("...")) {
        entries.add(new Node.Entry(Node.NOTHING, new Node.Spread(expression())));
      } else if (!accept(",")) {
        entries.add(property());
      }
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    return new Node.Mapping(entries);
  }

  private Node.Entry property() {
    while (isModifier(peek()) && (peek(1).kind() == Kind.NAME || peek(1).is("["))) {
      at++;
    }
    accept("*");
    Token token = peek();
    if (is("[")) {
      Node key = parenthesized();
      return new Node.Entry(key, propertyValue(Node.NOTHING));
    }
    if (token.kind() == Kind.NAME || token.kind() == Kind.TEXT || token.kind() == Kind.NUMBER) {
      at++;
      return new Node.Entry(
          new Node.Constant(token.text()), propertyValue(new Node.Name(token.text())));
    }
    return new Node.Entry(Node.NOTHING, Node.NOTHING);
  }

  /** The value behind a key; a lone name stands for the variable it is called after. */
  private Node propertyValue(Node name) {
    if (is("(")) {
      return function();
    }
    if (accept(":")) {
      return expression();
    }
    return accept("=") ? new Node.Assignment(name, expression()) : name;
  }
}
