package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.List;

/** The syntax of R. */
final class RParser extends Parser {
  RParser(String source, int depth) {
    super(new PlainLexer(source, Language.R), depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new RParser(code, nesting);
  }

  @Override
  Node statement() {
    if (accept(";")) {
      return Node.NOTHING;
    }
    return expression();
  }

  @Override
  Node assignment() {
    Node target = piped();
    if (accept("<-") || accept("=") || accept("<<-")) {
      return new Node.Block(List.of(new Node.Assignment(target, expression()), Node.NOTHING));
    }
    if (accept("->") || accept("->>")) {
      return new Node.Assignment(operation(0), target);
    }
    return target;
  }

  /** {@code x |> f(y)} is {@code f(x, y)}. */
  private Node piped() {
    Node value = operation(0);
    while (accept("|>") || accept("%>%")) {
      Node call = operation(1);
      List<Argument> arguments = new ArrayList<>();
      arguments.add(new Argument("", value));
      Node callee = call;
      if (call instanceof Node.Chain chain
          && chain.steps().get(chain.steps().size() - 1) instanceof Node.Call given) {
        arguments.addAll(given.arguments());
        List<Step> steps = chain.steps().subList(0, chain.steps().size() - 1);
        callee = steps.isEmpty() ? chain.head() : new Node.Chain(chain.head(), steps);
      }
      value = new Node.Chain(callee, List.of(new Node.Call(arguments)));
    }
    return value;
  }

  @Override
  Operator operator(Token token) {
    return token.is("%in%") ? Operator.COMPARE : super.operator(token);
  }

  @Override
  boolean isPrefix(Token token) {
    return token.is("!") || token.is("-") || token.is("+") || token.is("~");
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if ((is("$") || is("@") || is("::")) && peek(1).kind() == Kind.NAME) {
      return member(steps);
    }
    if (onNewLine() && (is("(") || is("["))) {
      return false;
    }
    if (is("[") && peek(1).is("[")) {
      int end = closer(at);
      at++;
      Node.Step key = index();
      at = end + 1;
      steps.add(key);
      return true;
    }
    return super.step(head, steps);
  }

  @Override
  Argument argument() {
    return (peek().kind() == Kind.NAME || peek().kind() == Kind.TEXT) && peek(1).is("=")
        ? namedArgument()
        : super.argument();
  }

  @Override
  Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case TEXT:
        at++;
        return constant(token);
      case NUMBER:
        at++;
        return number(
            token.text().endsWith("L")
                ? token.text().substring(0, token.text().length() - 1)
                : token.text());
      case NAME:
        at++;
        return worded(token.text());
      default:
        break;
    }
    if (is("(")) {
      return parenthesized();
    }
    if (is("{")) {
      return braces();
    }
    if (is("\\") && peek(1).is("(")) {
      at++;
      return function();
    }
    if (!isClosing() && !is(",") && !is(";")) {
      at++;
    }
    return Node.NOTHING;
  }

  private Node worded(String word) {
    switch (word) {
      case "function":
        return function();
      case "if":
        Node condition = optionalParentheses();
        Node then = nested();
        return new Node.Choice(condition, then, acceptName("else") ? nested() : Node.NOTHING);
      case "for":
        return each();
      case "while":
      case "repeat":
        Node test = optionalParentheses();
        return new Node.Perhaps(new Node.Block(List.of(test, nested())));
      case "TRUE":
      case "FALSE":
      case "NULL":
      case "NA":
        return Node.NOTHING;
      default:
        return new Node.Name(word);
    }
  }

  private Node each() {
    int end = closer(at);
    at++;
    Node name = new Node.Name(next().text());
    acceptName("in");
    Node elements = expression();
    at = end + 1;
    Node loop = new Node.Each(name, elements, nested());
    return new Node.Block(List.of(loop, Node.NOTHING));
  }

  private Node function() {
    List<Node> parameters = new ArrayList<>();
    List<Argument> given = is("(") ? arguments(")") : List.of();
    for (int i = 0; i < given.size(); i++) {
      Argument argument = given.get(i);
      parameters.add(
          argument.name().isEmpty()
              ? argument.value()
              : new Node.Assignment(new Node.Name(argument.name()), argument.value()));
    }
    return new Node.Function(parameters, nested());
  }
}
