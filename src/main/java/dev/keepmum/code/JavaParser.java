package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * The syntax of Java, and of Groovy, Kotlin and Scala as far as they are like it. Types are
 * skipped; the methods of all classes lie side by side, and {@code main} is called.
 */
final class JavaParser extends Parser {
  /** A declaration has no more modifiers and words of a type before its name. */
  private static final int MAX_WORDS = 12;

  private boolean hasMain;

  JavaParser(String source, int depth) {
    super(new PlainLexer(source, Language.JAVA), depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new JavaParser(code, nesting);
  }

  @Override
  Node statement() {
    if (accept(";") || accept(",") || is("@") && annotation()) {
      return Node.NOTHING;
    }
    if (is("{")) {
      return braces();
    }
    Token token = peek();
    if (token.kind() != Kind.NAME) {
      return expression();
    }
    switch (token.text()) {
      case "import":
      case "package":
        at++;
        return imports();
      case "class":
      case "interface":
      case "enum":
      case "object":
      case "record":
        return classBody();
      case "if":
        at++;
        return choice();
      case "for":
        at++;
        return each();
      case "while":
      case "switch":
      case "synchronized":
      case "catch":
        at++;
        Node condition = is("(") ? conditions() : Node.NOTHING;
        return new Node.Perhaps(new Node.Block(List.of(condition, nested())));
      case "try":
        at++;
        Node resources = is("(") ? conditions() : Node.NOTHING;
        return new Node.Block(List.of(resources, nested()));
      case "do":
      case "else":
      case "finally":
        at++;
        return new Node.Perhaps(nested());
      case "return":
        at++;
        return new Node.Result(is(";") || isClosing() ? Node.NOTHING : expression());
      case "throw":
        at++;
        return call("throw", expression());
      case "break":
      case "continue":
      case "default":
        at++;
        return Node.NOTHING;
      case "fun":
      case "def":
        if (peek(1).kind() == Kind.NAME && peek(2).is("(")) {
          at++;
          return method();
        }
        break;
      default:
        break;
    }
    return declared();
  }

  private boolean annotation() {
    at += 2;
    if (is("(")) {
      skipBrackets();
    }
    return true;
  }

  private Node imports() {
    acceptName("static");
    StringBuilder path = new StringBuilder();
    while (peek().kind() == Kind.NAME || is(".") || is("*")) {
      if (onNewLine() && path.length() > 0) {
        break;
      }
      path.append(next().text());
    }
    int dot = path.lastIndexOf(".");
    String member = path.substring(dot + 1);
    if (dot < 0 || member.isEmpty() || !Character.isLowerCase(member.charAt(0))) {
      return Node.NOTHING;
    }
    return new Node.Assignment(new Node.Name(member), new Node.Module(path.toString()));
  }

  private Node classBody() {
    skipToBraces();
    return optionalBraces();
  }

  @Override
  Node conclusion() {
    return hasMain ? call("main", new Node.Name("args")) : Node.NOTHING;
  }

  private Node conditions() {
    int end = closer(at);
    at++;
    List<Node> parts = new ArrayList<>();
    while (at < end) {
      int before = at;
      parts.add(statement());
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return new Node.Block(parts);
  }

  private Node choice() {
    Node condition = optionalParentheses();
    Node then = nested();
    accept(";");
    return new Node.Choice(condition, then, acceptName("else") ? nested() : Node.NOTHING);
  }

  private Node each() {
    if (!is("(")) {
      return Node.NOTHING;
    }
    int end = closer(at);
    int between = at + 1;
    while (between < end
        && !token(between).is(":")
        && !token(between).isName("in")
        && !isArrow(between)
        && !token(between).is(";")) {
      between++;
    }
    if (between >= end || token(between).is(";")) {
      Node parts = conditions();
      return new Node.Perhaps(new Node.Block(List.of(parts, nested())));
    }
    Node name = new Node.Name(token(between - 1).text());
    at = isArrow(between) && !token(between).is("->") ? between + 2 : between + 1;
    Node elements = expression();
    at = end + 1;
    return new Node.Each(name, elements, nested());
  }

  private boolean isArrow(int index) {
    return token(index).is("<") && token(index + 1).is("-");
  }

  /** A declaration, a method, or an expression. */
  private Node declared() {
    int name = declaredName();
    if (name < 0) {
      return expression();
    }
    at = name;
    if (peek(1).is("(")) {
      return method();
    }
    List<Node> all = new ArrayList<>();
    do {
      Node variable = new Node.Name(next().text());
      if (accept(":")) {
        skipType();
      }
      all.add(accept("=") ? new Node.Assignment(variable, expression()) : Node.NOTHING);
    } while (accept(",") && peek().kind() == Kind.NAME);
    return all.size() == 1 ? all.get(0) : new Node.Block(all);
  }

  /** Where the name stands that modifiers and a type declare; -1 when this is no declaration. */
  private int declaredName() {
    int index = at;
    int name = -1;
    int names = 0;
    while (names < MAX_WORDS && token(index).kind() == Kind.NAME) {
      name = index++;
      names++;
      while (token(index).is(".") && token(index + 1).kind() == Kind.NAME) {
        index += 2;
      }
      index = typeArguments(index);
      while (token(index).is("[") && token(index + 1).is("]")) {
        index += 2;
      }
    }
    if (names < 2 || name != index - 1) {
      return -1;
    }
    Token after = token(index);
    if (after.is("(")) {
      Token body = token(closer(index) + 1);
      return body.is("{") || body.isName("throws") ? name : -1;
    }
    return after.is("=") || after.is(";") || after.is(",") || after.is(":") ? name : -1;
  }

  /** The end of type arguments at an index; the index itself where there are none. */
  private int typeArguments(int index) {
    if (!token(index).is("<")) {
      return index;
    }
    int nesting = 0;
    for (int i = index; i < index + 40; i++) {
      Token token = token(i);
      if (token.is("<")) {
        nesting++;
      } else if (token.is(">")) {
        nesting--;
        if (nesting == 0) {
          return i + 1;
        }
      } else if (token.kind() != Kind.NAME
          && !token.is(",")
          && !token.is(".")
          && !token.is("?")
          && !token.is("[")
          && !token.is("]")) {
        return index;
      }
    }
    return index;
  }

  private void skipType() {
    while (peek().kind() == Kind.NAME || is(".") || is("?")) {
      at++;
    }
    at = typeArguments(at);
    if (is("[")) {
      skipBrackets();
    }
    accept("?");
  }

  private Node method() {
    hasMain |= isName("main");
    Node name = new Node.Name(next().text());
    List<Node> parameters = parameters();
    if (accept(":")) {
      skipType();
    }
    while (!ended() && !is("{") && !is("=") && !is(";")) {
      at++;
    }
    if (accept("=")) {
      return new Node.Assignment(name, new Node.Function(parameters, expression()));
    }
    return new Node.Assignment(name, new Node.Function(parameters, optionalBraces()));
  }

  /** Parameters: in Java the last word of each, in Kotlin and Scala the first. */
  private List<Node> parameters() {
    List<Node> parameters = new ArrayList<>();
    int end = closer(at);
    at++;
    Token name = peek();
    boolean typed = false;
    while (at < end) {
      Token token = next();
      if (token.is("<") || token.is("[") || token.is("(")) {
        at = token.is("<") ? Math.max(at, typeArguments(at - 1)) : at;
      } else if (token.is(":")) {
        typed = true;
      } else if (token.is(",")) {
        parameters.add(new Node.Name(name.text()));
        typed = false;
      } else if (token.kind() == Kind.NAME && !typed) {
        name = token;
      }
    }
    if (name.kind() == Kind.NAME) {
      parameters.add(new Node.Name(name.text()));
    }
    at = end + 1;
    return parameters;
  }

  @Override
  Node assignment() {
    if (isLambda()) {
      return lambda();
    }
    return super.assignment();
  }

  private boolean isLambda() {
    if (peek().kind() == Kind.NAME) {
      return peek(1).is("->") || peek(1).is("=>");
    }
    return is("(") && (token(closer(at) + 1).is("->") || token(closer(at) + 1).is("=>"));
  }

  private Node lambda() {
    List<Node> parameters = is("(") ? parameters() : List.of(new Node.Name(next().text()));
    at++;
    return new Node.Function(parameters, is("{") ? braces() : expression());
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if (is("?.") && peek(1).kind() == Kind.NAME) {
      return member(steps);
    }
    if (is("::") && peek(1).kind() == Kind.NAME) {
      return member(steps);
    }
    if (is("<") && typeArguments(at) > at && token(typeArguments(at)).is("(")) {
      at = typeArguments(at);
      return true;
    }
    if (is("[") && peek(1).is("]")) {
      at += 2;
      return true;
    }
    if (is("{") && !steps.isEmpty() && !onNewLine()) {
      return trailing(steps);
    }
    if (is("++") || is("--") || is("!")) {
      at++;
      return true;
    }
    if (onNewLine() && !is(".")) {
      return false;
    }
    return spacedCall(head, steps) || super.step(head, steps);
  }

  /** A block behind a call is its last argument: {@code xs.each { println it }}. */
  private boolean trailing(List<Step> steps) {
    int last = steps.size() - 1;
    List<Argument> arguments = new ArrayList<>();
    if (steps.get(last) instanceof Node.Call call) {
      arguments.addAll(call.arguments());
      steps.remove(last);
    }
    arguments.add(new Argument("", closure()));
    steps.add(new Node.Call(arguments));
    return true;
  }

  private Node closure() {
    int arrow = at + 1;
    List<Node> parameters = new ArrayList<>();
    while (token(arrow).kind() == Kind.NAME
        || token(arrow).is(",")
        || token(arrow).is("(")
        || token(arrow).is(")")) {
      if (token(arrow).kind() == Kind.NAME) {
        parameters.add(new Node.Name(token(arrow).text()));
      }
      arrow++;
    }
    if (!token(arrow).is("->") && !token(arrow).is("=>")) {
      return new Node.Function(List.of(new Node.Name("it")), braces());
    }
    int end = closer(at);
    at = arrow + 1;
    List<Node> statements = new ArrayList<>();
    while (at < end) {
      int before = at;
      statements.add(nested());
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return new Node.Function(parameters, new Node.Block(statements));
  }

  /** {@code println x} without parentheses. */
  private boolean spacedCall(Node head, List<Step> steps) {
    boolean prints = head instanceof Node.Name name && name.name().startsWith("print");
    Kind kind = peek().kind();
    if (!prints || !steps.isEmpty() || peek().gap() != Gap.BLANK) {
      return false;
    }
    if (kind != Kind.NAME && kind != Kind.TEXT && kind != Kind.TEMPLATE && kind != Kind.NUMBER) {
      return false;
    }
    steps.add(new Node.Call(List.of(new Argument("", expression()))));
    return true;
  }

  @Override
  Node conditional(Node condition) {
    if (accept("?:")) {
      return binary(Node.Operator.EITHER, condition, expression());
    }
    return super.conditional(condition);
  }

  @Override
  Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case TEXT:
      case TEMPLATE:
        at++;
        return constant(token);
      case NUMBER:
        at++;
        return constant(token);
      case NAME:
        return named(token);
      default:
        break;
    }
    if (is("(")) {
      return castOrGroup();
    }
    if (is("[") || is("{")) {
      return new Node.Sequence(items());
    }
    if (!isClosing() && !is(",") && !is(";")) {
      at++;
    }
    return Node.NOTHING;
  }

  private Node named(Token token) {
    at++;
    return switch (token.text()) {
      case "true", "false", "null" -> Node.NOTHING;
      case "throw" -> call("throw", expression());
      case "return" -> new Node.Result(expression());
      default -> new Node.Name(token.text());
    };
  }

  /** {@code (Type) x} is x. */
  private Node castOrGroup() {
    int after = closer(at) + 1;
    boolean type = peek(1).kind() == Kind.NAME && peek(2).is(")");
    Kind kind = token(after).kind();
    if (type && (kind == Kind.NAME || kind == Kind.TEXT || kind == Kind.NUMBER)) {
      at = after;
      return primary();
    }
    return parenthesized();
  }
}
