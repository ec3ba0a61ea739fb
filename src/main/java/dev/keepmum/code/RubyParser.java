package dev.keepmum.code;

import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The syntax of Ruby: statements, what stands behind them, and what {@code end} closes. */
final class RubyParser extends RubyExpressions {
  RubyParser(String source, int depth) {
    super(source, depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new RubyParser(code, nesting);
  }

  @Override
  Node statement() {
    if (peek().kind() == Kind.NEWLINE || is(";") || isName("end")) {
      at++;
      return Node.NOTHING;
    }
    return modified(expressions());
  }

  /** What follows a statement: {@code x if y}. */
  private Node modified(Node statement) {
    Node node = statement;
    while (isModifier()) {
      at++;
      Node condition = expression();
      node = new Node.Perhaps(new Node.Block(List.of(condition, node)));
    }
    return node;
  }

  private Node expressions() {
    Node first = expression();
    if (!is(",") || !isAssignedLater()) {
      return first;
    }
    List<Node> targets = new ArrayList<>();
    targets.add(first);
    while (accept(",")) {
      targets.add(chain(primary()));
    }
    accept("=");
    List<Node> values = new ArrayList<>();
    do {
      values.add(expression());
    } while (accept(","));
    Node value = tuple(values);
    return new Node.Assignment(new Node.Sequence(targets), value);
  }

  private boolean isAssignedLater() {
    for (int i = 1; i < 16 && peek(i).kind() != Kind.NEWLINE; i++) {
      if (peek(i).is("=")) {
        return true;
      }
    }
    return false;
  }

  @Override
  Node constructed(String word) {
    switch (word) {
      case "if":
      case "unless":
        at++;
        return choice();
      case "while":
      case "until":
        at++;
        Node condition = expression();
        acceptName("do");
        return new Node.Perhaps(new Node.Block(List.of(condition, closed())));
      case "for":
        at++;
        return each();
      case "case":
        at++;
        return cases();
      case "begin":
        at++;
        return closed();
      case "def":
        at++;
        return definition();
      case "class":
      case "module":
        at++;
        return classDefinition();
      case "return":
      case "yield":
      case "next":
      case "break":
        at++;
        return new Node.Result(atEnd() ? Node.NOTHING : expressions());
      default:
        return Node.NOTHING;
    }
  }

  private Node choice() {
    Node choice = choiceOfWords("elsif");
    acceptName("end");
    return choice;
  }

  private Node cases() {
    List<Node> parts = new ArrayList<>();
    if (!atEnd()) {
      parts.add(expression());
    }
    parts.add(body());
    while (isName("when") || isName("in") || isName("else")) {
      boolean test = !isName("else");
      at++;
      while (test && !ended() && peek().kind() != Kind.NEWLINE && !isName("then")) {
        at++;
      }
      acceptName("then");
      parts.add(new Node.Perhaps(body()));
    }
    acceptName("end");
    return new Node.Block(parts);
  }

  private Node each() {
    List<Node> names = new ArrayList<>();
    while (!ended() && !acceptName("in")) {
      if (peek().kind() == Kind.NAME) {
        names.add(new Node.Name(peek().text()));
      }
      at++;
    }
    Node elements = expression();
    acceptName("do");
    Node pattern = tuple(names);
    return new Node.Each(pattern, elements, closed());
  }

  private Node definition() {
    if (isName("self") && peek(1).is(".")) {
      at += 2;
    }
    Node name = new Node.Name(next().text());
    List<Node> parameters = List.of();
    if (is("(")) {
      parameters = parametersInBrackets();
    } else if (peek().kind() == Kind.NAME && !onNewLine()) {
      parameters = parameters(lineEnd());
    }
    if (accept("=")) {
      return new Node.Assignment(name, new Node.Function(parameters, expression()));
    }
    return new Node.Assignment(name, new Node.Function(parameters, closed()));
  }

  private int lineEnd() {
    int end = at;
    while (token(end).kind() != Kind.NEWLINE
        && token(end).kind() != Kind.END
        && !token(end).is(";")) {
      end++;
    }
    return end;
  }

  private Node classDefinition() {
    accept("<<");
    Token name = next();
    while (!atEnd()) {
      at++;
    }
    return new Node.ClassDefinition(name.text(), List.of(), closed());
  }
}
