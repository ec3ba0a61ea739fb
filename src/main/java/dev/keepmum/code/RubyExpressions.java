package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Expressions of Ruby: calls without parentheses, their blocks, and bodies up to {@code end}. */
abstract class RubyExpressions extends Parser {
  /** The line that {@code gets} has read, and that the loop of {@code ruby -n} stands at. */
  private static final String LAST_LINE = "$_";

  RubyExpressions(String source, int depth) {
    super(new RubyLexer(source), depth);
  }

  /** A statement that begins with a word and gives a value; nothing, at its place, if none does. */
  abstract Node constructed(String word);

  final boolean isModifier() {
    return isName("if")
        || isName("unless")
        || isName("while")
        || isName("until")
        || isName("rescue");
  }

  /** Statements up to one of the words that end or go on with a block. */
  @Override
  Node body() {
    List<Node> statements = new ArrayList<>();
    while (!ended() && !isBodyEnd()) {
      int before = at;
      Node statement = nested();
      if (statement != Node.NOTHING) {
        statements.add(statement);
      }
      if (at == before) {
        at++;
      }
    }
    return new Node.Block(statements);
  }

  private boolean isBodyEnd() {
    if (peek().kind() != Kind.NAME) {
      return false;
    }
    return switch (peek().text()) {
      case "end", "else", "elsif", "when", "in", "rescue", "ensure" -> true;
      default -> false;
    };
  }

  final boolean atEnd() {
    return ended()
        || is(";")
        || isClosing()
        || isModifier()
        || peek().kind() == Kind.NEWLINE
        || isName("end");
  }

  /** A body with its rescues, up to and with {@code end}. */
  final Node closed() {
    List<Node> parts = new ArrayList<>();
    parts.add(body());
    while (isName("rescue") || isName("ensure") || isName("else")) {
      at++;
      while (!ended() && peek().kind() != Kind.NEWLINE && !is(";") && !isName("then")) {
        if (accept("=>")) {
          parts.add(new Node.Assignment(primary(), Node.NOTHING));
        } else {
          at++;
        }
      }
      acceptName("then");
      parts.add(new Node.Perhaps(body()));
    }
    acceptName("end");
    return parts.size() == 1 ? parts.get(0) : new Node.Block(parts);
  }

  final List<Node> parametersInBrackets() {
    int end = closer(at);
    at++;
    List<Node> parameters = parameters(end);
    at = end + 1;
    return parameters;
  }

  final List<Node> parameters(int end) {
    List<Node> parameters = new ArrayList<>();
    while (at < end) {
      Token token = next();
      if (token.is("*") || token.is("**")) {
        parameters.add(new Node.Spread(new Node.Name(next().text())));
      } else if (token.is("(")) {
        int close = closer(at - 1);
        parameters.add(new Node.Sequence(parameters(close)));
        at = close + 1;
      } else if (token.kind() == Kind.NAME) {
        Node name = new Node.Name(token.text());
        if (accept("=") || (is(":") && !peek(1).is(",") && at + 1 < end && accept(":"))) {
          parameters.add(new Node.Assignment(name, operation(0)));
        } else {
          parameters.add(name);
        }
      }
    }
    return parameters;
  }

  @Override
  Operator operator(Token token) {
    if (token.kind() == Kind.NAME) {
      return switch (token.text()) {
        case "or" -> Operator.EITHER;
        case "and" -> Operator.AND;
        default -> Operator.NONE;
      };
    }
    if (token.is("<<")) {
      return Operator.APPEND;
    }
    if (token.is("=~")) {
      return Operator.MATCH;
    }
    return super.operator(token);
  }

  @Override
  boolean isPrefix(Token token) {
    return token.isName("not")
        || token.isName("defined?")
        || (token.kind() != Kind.NAME && !token.is("&") && super.isPrefix(token));
  }

  @Override
  Node conditional(Node condition) {
    return is("?") ? super.conditional(condition) : condition;
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if (is("&.") || is("::") || is(".")) {
      if (peek(1).kind() == Kind.NAME) {
        at++;
        steps.add(new Node.Member(next().text()));
        suffix();
        callWithoutParentheses(steps);
        return true;
      }
      if (peek(1).is("(")) {
        at++;
        steps.add(new Node.Member("call"));
        return true;
      }
    }
    if (is("(") && peek().gap() == Gap.NONE && (!steps.isEmpty() || head instanceof Node.Name)) {
      steps.add(new Node.Call(withBlock(arguments(")"))));
      return true;
    }
    if (is("[") && (peek().gap() == Gap.NONE)) {
      steps.add(index());
      return true;
    }
    if (isBlock() && !steps.isEmpty()) {
      attachBlock(steps);
      return true;
    }
    if (isBlock() && head instanceof Node.Name && steps.isEmpty()) {
      steps.add(new Node.Call(withBlock(new ArrayList<>())));
      return true;
    }
    return false;
  }

  private void suffix() {
    if ((is("?") || is("!")) && peek().gap() == Gap.NONE) {
      at++;
    }
  }

  @Override
  Step index() {
    int end = closer(at);
    at++;
    List<Node> keys = new ArrayList<>();
    while (at < end) {
      int before = at;
      if (!accept(",")) {
        keys.add(expression());
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    if (keys.isEmpty()) {
      return new Node.Index(Node.NOTHING);
    }
    if (keys.size() == 2 && keys.get(0) instanceof Node.Pattern) {
      return new Node.Index(new Node.Sequence(keys)); // What a group of an expression takes.
    }
    return keys.size() == 1
        ? new Node.Index(keys.get(0))
        : new Node.Slice(keys.get(0), Node.NOTHING, Node.NOTHING);
  }

  private boolean isBlock() {
    return is("{") || (isName("do") && !onNewLine());
  }

  private void attachBlock(List<Step> steps) {
    int last = steps.size() - 1;
    List<Argument> arguments = new ArrayList<>();
    if (steps.get(last) instanceof Node.Call call) {
      arguments.addAll(call.arguments());
      steps.remove(last);
    }
    steps.add(new Node.Call(withBlock(arguments)));
  }

  private List<Argument> withBlock(List<Argument> arguments) {
    if (!isBlock()) {
      return arguments;
    }
    List<Argument> all = new ArrayList<>(arguments);
    all.add(new Argument("", block()));
    return all;
  }

  /** A block in braces or between {@code do} and {@code end}. */
  private Node block() {
    if (is("{")) {
      int end = closer(at);
      at++;
      List<Node> parameters = blockParameters();
      return new Node.Function(parameters, new Node.Block(statements(end)));
    }
    at++;
    List<Node> parameters = blockParameters();
    return new Node.Function(parameters, closed());
  }

  private List<Node> blockParameters() {
    while (peek().kind() == Kind.NEWLINE) {
      at++;
    }
    if (!accept("|")) {
      return List.of(new Node.Name("it"), new Node.Name("_2"));
    }
    int end = at;
    while (!token(end).is("|") && token(end).kind() != Kind.END) {
      end++;
    }
    List<Node> parameters = parameters(end);
    at = end + 1;
    return parameters;
  }

  /** Arguments behind a name and a blank: {@code puts x, y}. */
  private void callWithoutParentheses(List<Step> steps) {
    if (!startsArgument()) {
      return;
    }
    List<Argument> arguments = new ArrayList<>();
    do {
      while (peek().kind() == Kind.NEWLINE) {
        at++;
      }
      arguments.add(argument());
    } while (accept(","));
    steps.add(new Node.Call(withBlock(arguments)));
  }

  private boolean startsArgument() {
    Token token = peek();
    if (token.gap() != Gap.BLANK) {
      return false;
    }
    switch (token.kind()) {
      case TEXT:
      case TEMPLATE:
      case COMMAND:
      case PATTERN:
      case NUMBER:
        return true;
      case NAME:
        return !isWord(token.text());
      case OPERATOR:
        boolean tight = peek(1).gap() == Gap.NONE;
        return token.is("->")
            || token.is("::")
            || (token.is("[") || token.is("*") || token.is("&") || token.is("!") || token.is("-"))
                && tight
            || token.is("(");
      default:
        return false;
    }
  }

  private static boolean isWord(String text) {
    return switch (text) {
      case "if",
          "unless",
          "while",
          "until",
          "and",
          "or",
          "do",
          "then",
          "end",
          "rescue",
          "in",
          "else",
          "elsif",
          "when",
          "ensure" ->
          true;
      default -> false;
    };
  }

  @Override
  Argument argument() {
    if ((peek().kind() == Kind.NAME || peek().kind() == Kind.TEXT || peek().kind() == Kind.TEMPLATE)
        && peek(1).is(":")
        && peek(1).gap() == Gap.NONE
        && !peek(2).is(":")) {
      return namedArgument();
    }
    if (accept("&")) {
      return new Argument("", passed(expression()));
    }
    Node value = expression();
    if (accept("=>")) {
      return new Argument("", new Node.Mapping(List.of(new Node.Entry(value, expression()))));
    }
    return new Argument("", value);
  }

  /** {@code &:name} calls the method of each element. */
  private static Node passed(Node value) {
    if (value instanceof Node.Constant name) {
      Node element = new Node.Name("it");
      Node call =
          new Node.Chain(element, List.of(new Node.Member(name.text()), new Node.Call(List.of())));
      return new Node.Function(List.of(element), call);
    }
    return value;
  }

  /** {@code $1}: what a group of the last match took. */
  private static boolean isGroup(String name) {
    return name.length() == 2 && name.charAt(0) == '$' && Lexer.isDigit(name.charAt(1));
  }

  private static Node group(String name) {
    Node number = new Node.Number(name.charAt(1) - '0');
    return new Node.Chain(new Node.Name(Library.MATCHED), List.of(new Node.Index(number)));
  }

  @Override
  Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case TEXT:
      case TEMPLATE:
      case COMMAND:
      case NUMBER:
        at++;
        return constant(token);
      case PATTERN:
        at++;
        return new Node.Pattern(token.text());
      case NAME:
        return isGroup(token.text()) ? group(next().text()) : named(token);
      default:
        break;
    }
    if (is("(")) {
      return grouped();
    }
    if (is("[")) {
      return new Node.Sequence(items());
    }
    if (is("{")) {
      return hash();
    }
    if (accept("->")) {
      return lambda();
    }
    if (accept("::")) {
      return primary();
    }
    if (!isClosing() && token.kind() == Kind.OPERATOR && !is(",") && !is(";")) {
      at++;
    }
    return Node.NOTHING;
  }

  private Node grouped() {
    int end = closer(at);
    at++;
    List<Node> statements = statements(end);
    return statements.size() == 1 ? statements.get(0) : new Node.Block(statements);
  }

  /** Statements up to a closing bracket. */
  final List<Node> statements(int end) {
    List<Node> statements = new ArrayList<>();
    while (at < end) {
      int before = at;
      Node statement = nested();
      if (statement != Node.NOTHING) {
        statements.add(statement);
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return statements;
  }

  private Node lambda() {
    List<Node> parameters = List.of();
    if (is("(")) {
      parameters = parametersInBrackets();
    }
    Node body = block();
    return body instanceof Node.Function function
        ? new Node.Function(parameters, function.body())
        : body;
  }

  private Node hash() {
    List<Node.Entry> entries = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (accept("**")) {
        entries.add(new Node.Entry(Node.NOTHING, new Node.Spread(operation(0))));
      } else if (peek().kind() == Kind.NEWLINE) {
        at++;
      } else if (!accept(",")) {
        Node key =
            peek().kind() == Kind.NAME && peek(1).is(":")
                ? new Node.Constant(next().text())
                : operation(0);
        if (accept("=>") || accept(":")) {
          entries.add(new Node.Entry(key, expression()));
        }
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return new Node.Mapping(entries);
  }

  private Node named(Token token) {
    Node construct = constructed(token.text());
    if (construct != Node.NOTHING) {
      return construct;
    }
    at++;
    if (token.text().equals("defined") && accept("?")) {
      expression();
      return Node.NOTHING;
    }
    suffix();
    Node name = new Node.Name(token.text());
    List<Step> steps = new ArrayList<>();
    if (!Character.isUpperCase(token.text().charAt(0))
        || peek().kind() == Kind.TEXT
        || peek().kind() == Kind.TEMPLATE) {
      if (!token.text().startsWith("$") && !token.text().startsWith("@")) {
        callWithoutParentheses(steps);
      }
    }
    if (steps.isEmpty() && token.text().equals("print") && isStatementEnd()) {
      return call("print", new Node.Name(LAST_LINE));
    }
    return steps.isEmpty() ? name : new Node.Chain(name, steps);
  }

  /** Whether the name just read stands alone, so that {@code print} prints the last line read. */
  private boolean isStatementEnd() {
    return !is("(") && !is(".") && !is("&.") && !is("=") && !isBlock();
  }
}
