package dev.keepmum.code;

import dev.keepmum.code.Token.Kind;
import java.util.List;

/** The syntax of Perl: statements, and the modifiers behind them. */
final class PerlParser extends PerlWords {
  PerlParser(String source, int depth) {
    super(source, depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new PerlParser(code, nesting);
  }

  @Override
  Node statement() {
    if (accept(";")) {
      return Node.NOTHING;
    }
    if (is("{")) {
      return braces();
    }
    switch (peek().kind() == Kind.NAME ? peek().text() : "") {
      case "if":
      case "unless":
      case "elsif":
        at++;
        Node condition = optionalParentheses();
        Node then = optionalBraces();
        Node otherwise = isName("elsif") || isName("else") ? nested() : Node.NOTHING;
        return new Node.Choice(condition, then, otherwise);
      case "else":
        at++;
        return new Node.Perhaps(optionalBraces());
      case "while":
      case "until":
        at++;
        Node test = is("(") ? topic(parenthesized()) : Node.NOTHING;
        return new Node.Perhaps(new Node.Block(List.of(test, optionalBraces())));
      case "for":
      case "foreach":
        at++;
        return each();
      case "sub":
        if (peek(1).kind() == Kind.NAME) {
          at++;
          Node name = new Node.Name(next().text());
          return new Node.Assignment(name, function());
        }
        return modified(expressions());
      case "BEGIN":
      case "END":
        at++;
        return optionalBraces();
      case "use":
      case "no":
      case "package":
        while (!ended() && !is(";") && !isClosing()) {
          at++;
        }
        return Node.NOTHING;
      case "return":
        at++;
        Node value = atEnd() ? Node.NOTHING : expressions();
        return modified(new Node.Result(value));
      default:
        return modified(expressions());
    }
  }

  private Node modified(Node statement) {
    Node node = statement;
    while (isModifier()) {
      String word = next().text();
      Node expression = expressions();
      if (word.startsWith("for")) {
        node = new Node.Each(TOPIC, listed(expression), node);
      } else {
        node = new Node.Perhaps(new Node.Block(List.of(topic(expression), node)));
      }
    }
    return node;
  }

  /** A line that a loop's condition reads is the topic. */
  private static Node topic(Node condition) {
    return condition instanceof Node.Chain chain
            && chain.head() instanceof Node.Name name
            && name.name().equals("readline")
        ? new Node.Assignment(TOPIC, condition)
        : condition;
  }

  private Node each() {
    if (isName("my") || isName("our")) {
      at++;
    }
    Node pattern = TOPIC;
    if (peek().kind() == Kind.VARIABLE) {
      pattern = new Node.Name(next().text());
    }
    if (!is("(")) {
      return Node.NOTHING;
    }
    int end = closer(at);
    boolean counting = false;
    for (int i = at; i < end; i++) {
      counting |= token(i).is(";");
    }
    if (counting) {
      skipBrackets();
      return new Node.Perhaps(optionalBraces());
    }
    Node elements = parenthesized();
    return new Node.Each(pattern, elements, optionalBraces());
  }
}
