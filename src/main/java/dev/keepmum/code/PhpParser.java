package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** The syntax of PHP. Variables keep their dollar sign as a part of the name. */
final class PhpParser extends Parser {
  PhpParser(String source, int depth) {
    super(new PhpLexer(source), depth);
  }

  @Override
  Parser inside(String code, int nesting) {
    return new PhpParser(code, nesting);
  }

  @Override
  Node statement() {
    if (accept(";") || accept(",") || accept(":")) {
      return Node.NOTHING;
    }
    if (is("{")) {
      return braces();
    }
    switch (peek().kind() == Kind.NAME ? peek().text() : "") {
      case "if":
      case "elseif":
        at++;
        Node condition = optionalParentheses();
        accept(":");
        Node then = nested();
        accept(";");
        Node otherwise = isName("else") || isName("elseif") ? nested() : Node.NOTHING;
        return new Node.Choice(condition, then, otherwise);
      case "while":
      case "switch":
      case "for":
      case "catch":
        at++;
        Node test = is("(") ? new Node.Block(loopHead()) : Node.NOTHING;
        accept(":");
        return new Node.Perhaps(new Node.Block(List.of(test, nested())));
      case "else":
      case "do":
      case "try":
      case "finally":
        at++;
        accept(":");
        return new Node.Perhaps(nested());
      case "foreach":
        at++;
        return each();
      case "function":
        if (peek(1).kind() == Kind.NAME) {
          at++;
          Node name = new Node.Name(next().text());
          return new Node.Assignment(name, function());
        }
        return expression();
      case "class":
        at++;
        return classDefinition();
      case "return":
        at++;
        return new Node.Result(is(";") || isClosing() ? Node.NOTHING : expression());
      case "echo":
      case "print":
        return printed(next().text());
      case "use":
      case "namespace":
        while (!ended() && !is(";") && !is("{")) {
          at++;
        }
        return Node.NOTHING;
      case "public":
      case "private":
      case "protected":
      case "static":
      case "final":
      case "const":
      case "global":
      case "break":
      case "continue":
      case "endif":
      case "endforeach":
      case "endwhile":
        at++;
        return Node.NOTHING;
      default:
        return expression();
    }
  }

  private List<Node> loopHead() {
    List<Node> parts = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (!accept(";") && !accept(",")) {
        parts.add(expression());
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return parts;
  }

  private Node printed(String word) {
    List<Argument> arguments = new ArrayList<>();
    do {
      arguments.add(new Argument("", expression()));
    } while (accept(","));
    return call(word, arguments);
  }

  private Node each() {
    int end = closer(at);
    at++;
    Node elements = expression();
    acceptName("as");
    accept("&");
    Node pattern = primary();
    if (accept("=>")) {
      accept("&");
      pattern = new Node.Sequence(List.of(pattern, primary()));
      elements = call("array_entries", elements);
    }
    at = end + 1;
    accept(":");
    return new Node.Each(pattern, elements, nested());
  }

  private Node function() {
    accept("&");
    List<Node> parameters = is("(") ? parameters() : List.of();
    if (acceptName("use") && is("(")) {
      skipBrackets();
    }
    while (!ended() && !is("{") && !is("=>") && !is(";")) {
      at++;
    }
    if (accept("=>")) {
      return new Node.Function(parameters, new Node.Result(expression()));
    }
    return new Node.Function(parameters, optionalBraces());
  }

  private List<Node> parameters() {
    List<Node> parameters = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      Token token = next();
      if (token.kind() == Kind.NAME && token.text().startsWith("$")) {
        Node name = new Node.Name(token.text());
        parameters.add(accept("=") ? new Node.Assignment(name, expression()) : name);
      }
    }
    at = end + 1;
    return parameters;
  }

  private Node classDefinition() {
    String name = next().text();
    while (!ended() && !is("{")) {
      at++;
    }
    return new Node.ClassDefinition(name, List.of(), optionalBraces());
  }

  @Override
  Operator operator(Token token) {
    if (token.kind() == Kind.NAME) {
      return switch (token.text()) {
        case "or" -> Operator.EITHER;
        case "and" -> Operator.AND;
        case "instanceof" -> Operator.COMPARE;
        default -> Operator.NONE;
      };
    }
    return token.is(".") ? Operator.JOIN : super.operator(token);
  }

  @Override
  boolean isPrefix(Token token) {
    return token.is("@") || token.isName("clone") || super.isPrefix(token);
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if ((is("->") || is("::") || is("?->")) && peek(1).kind() == Kind.NAME) {
      return member(steps);
    }
    if (is(".")) {
      return false;
    }
    if (is("++") || is("--")) {
      at++;
      return true;
    }
    return super.step(head, steps);
  }

  @Override
  Argument argument() {
    return peek().kind() == Kind.NAME && peek(1).is(":") ? namedArgument() : super.argument();
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
      case NAME:
        at++;
        return worded(token.text());
      default:
        break;
    }
    if (is("(")) {
      return castOrGroup();
    }
    if (is("[")) {
      return array("]");
    }
    if (is("$")) {
      return variableVariable();
    }
    if (!isClosing() && !is(",") && !is(";")) {
      at++;
    }
    return Node.NOTHING;
  }

  private Node castOrGroup() {
    boolean cast =
        peek(1).kind() == Kind.NAME && peek(2).is(")") && !peek(1).text().startsWith("$");
    if (cast) {
      at += 3;
      return chain(primary());
    }
    return parenthesized();
  }

  /** {@code $$name} and <code>${'name'}</code>. */
  private Node variableVariable() {
    at++;
    Node name;
    if (is("{")) {
      int end = closer(at);
      at++;
      name = expression();
      at = end + 1;
    } else {
      name = primary();
    }
    return call("$$", name);
  }

  private Node worded(String word) {
    switch (word) {
      case "function":
      case "fn":
        return function();
      case "static":
        return primary();
      case "array":
      case "list":
        return is("(") ? array(")") : new Node.Name(word);
      case "include":
      case "include_once":
      case "require":
      case "require_once":
      case "echo":
      case "print":
      case "throw":
        return call(word, expression());
      case "exit":
      case "die":
        return is("(") ? new Node.Name(word) : Node.NOTHING;
      case "true":
      case "false":
      case "null":
        return Node.NOTHING;
      default:
        return new Node.Name(word);
    }
  }

  private Node array(String close) {
    List<Node.Entry> entries = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end && !is(close)) {
      int before = at;
      if (!accept(",")) {
        Node value = expression();
        if (accept("=>")) {
          entries.add(new Node.Entry(value, expression()));
        } else {
          items.add(value);
        }
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return entries.isEmpty() ? new Node.Sequence(items) : new Node.Mapping(entries);
  }
}
