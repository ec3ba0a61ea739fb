package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.List;

/** The syntax of Lua. */
final class LuaParser extends Parser {
  LuaParser(String source, int depth) {
    super(new PlainLexer(source, Language.LUA), depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new LuaParser(code, nesting);
  }

  @Override
  Node statement() {
    if (accept(";")) {
      return Node.NOTHING;
    }
    switch (peek().kind() == Kind.NAME ? peek().text() : "") {
      case "local":
        at++;
        return statement();
      case "function":
        at++;
        return definition();
      case "if":
        at++;
        return choiceOfWords("elseif");
      case "for":
        at++;
        return each();
      case "while":
        at++;
        Node condition = expression();
        acceptName("do");
        return new Node.Perhaps(new Node.Block(List.of(condition, body())));
      case "repeat":
      case "do":
        at++;
        return new Node.Perhaps(body());
      case "return":
        at++;
        return new Node.Result(isBodyEnd() ? Node.NOTHING : expressions());
      case "end":
      case "break":
      case "until":
        at++;
        return Node.NOTHING;
      default:
        return assigned();
    }
  }

  @Override
  Node body() {
    List<Node> statements = new ArrayList<>();
    while (!ended() && !isBodyEnd()) {
      int before = at;
      statements.add(nested());
      if (at == before) {
        at++;
      }
    }
    if (isName("end") || isName("until")) {
      at++;
    }
    return new Node.Block(statements);
  }

  private boolean isBodyEnd() {
    return ended() || isName("end") || isName("else") || isName("elseif") || isName("until");
  }

  private Node each() {
    List<Node> names = new ArrayList<>();
    do {
      names.add(new Node.Name(next().text()));
    } while (accept(","));
    if (accept("=")) {
      expressions();
      acceptName("do");
      return new Node.Perhaps(body());
    }
    acceptName("in");
    Node elements = expressions();
    acceptName("do");
    Node pattern = tuple(names);
    return new Node.Each(pattern, elements, body());
  }

  private Node definition() {
    Node head = new Node.Name(next().text());
    List<Step> steps = new ArrayList<>();
    while (is(".") || is(":")) {
      at++;
      steps.add(new Node.Member(next().text()));
    }
    Node name = steps.isEmpty() ? head : new Node.Chain(head, steps);
    return new Node.Assignment(name, function());
  }

  private Node function() {
    List<Node> parameters = new ArrayList<>();
    if (is("(")) {
      List<Node> items = items();
      for (int i = 0; i < items.size(); i++) {
        parameters.add(items.get(i));
      }
    }
    return new Node.Function(parameters, body());
  }

  private Node assigned() {
    Node first = expression();
    if (accept("<") && peek().kind() == Kind.NAME) {
      at += 2;
    }
    if (!is(",") && !is("=")) {
      return first;
    }
    List<Node> targets = new ArrayList<>();
    targets.add(first);
    while (accept(",")) {
      targets.add(chain(primary()));
    }
    if (!accept("=")) {
      return first;
    }
    Node target = targets.size() == 1 ? first : new Node.Sequence(targets);
    return new Node.Assignment(target, expressions());
  }

  private Node expressions() {
    List<Node> all = new ArrayList<>();
    do {
      all.add(expression());
    } while (accept(","));
    return tuple(all);
  }

  @Override
  Node assignment() {
    return operation(0);
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
    return switch (token.kind() == Kind.OPERATOR ? token.text() : "") {
      case ".." -> Operator.JOIN;
      case "~=" -> Operator.COMPARE;
      case "=" -> Operator.NONE;
      default -> super.operator(token);
    };
  }

  @Override
  boolean isPrefix(Token token) {
    return token.isName("not") || token.is("-") || token.is("~");
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if (is(":") && peek(1).kind() == Kind.NAME) {
      return member(steps);
    }
    Kind kind = peek().kind();
    if ((kind == Kind.TEXT || is("{")) && isCallable(head, steps)) {
      steps.add(new Node.Call(List.of(new Argument("", primary()))));
      return true;
    }
    return super.step(head, steps);
  }

  private static boolean isCallable(Node head, List<Step> steps) {
    return head instanceof Node.Name || !steps.isEmpty();
  }

  @Override
  Node primary() {
    Token token = peek();
    switch (token.kind()) {
      case TEXT:
      case NUMBER:
        at++;
        return constant(token);
      case NAME:
        at++;
        return token.text().equals("function") ? function() : new Node.Name(token.text());
      default:
        break;
    }
    if (is("(")) {
      return parenthesized();
    }
    if (is("{")) {
      return table();
    }
    if (accept("#")) {
      chain(primary());
      return Node.NOTHING;
    }
    if (is("...")) {
      at++;
      return new Node.Name("arg");
    }
    if (!isClosing() && !is(",")) {
      at++;
    }
    return Node.NOTHING;
  }

  private Node table() {
    List<Node.Entry> entries = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (peek().kind() == Kind.NAME && peek(1).is("=")) {
        Node key = new Node.Constant(next().text());
        at++;
        entries.add(new Node.Entry(key, expression()));
      } else if (is("[")) {
        Node key = parenthesized();
        accept("=");
        entries.add(new Node.Entry(key, expression()));
      } else if (!accept(",") && !accept(";")) {
        items.add(expression());
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return entries.isEmpty() ? new Node.Sequence(items) : new Node.Mapping(entries);
  }
}
