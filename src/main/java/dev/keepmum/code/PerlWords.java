package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Words of Perl: functions with the syntax of their own that many have, handles and names. */
abstract class PerlWords extends PerlExpressions {
  PerlWords(String source, int depth) {
    super(source, depth);
  }

  @Override
  Node worded(Token token) {
    String word = token.text();
    if (word.startsWith("<")) {
      return handle(word.substring(1, word.length() - 1));
    }
    if (is("=>")) {
      return new Node.Constant(word);
    }
    switch (word) {
      case "my":
      case "our":
      case "local":
      case "state":
        return declared();
      case "scalar":
        return counted(primary());
      case "push":
      case "unshift":
        return pushed(word);
      case "sub":
        return function();
      case "do":
        return is("{") ? braces() : call("do", expression());
      case "eval":
        return is("{") ? braces() : call("eval", atEnd() ? TOPIC : expression());
      case "qw":
      case "undef":
      case "wantarray":
        return Node.NOTHING;
      case "map":
      case "grep":
      case "sort":
      case "first":
      case "any":
        return applied(word);
      case "print":
      case "say":
      case "printf":
        return printed(word);
      case "open":
      case "opendir":
      case "sysopen":
      case "read":
      case "sysread":
        return opened(word);
      default:
        break;
    }
    String path = qualified(word);
    if (is("(") || is("->") || is("=") || is("::")) {
      return new Node.Name(path);
    }
    if (startsOperand()) {
      return call(path, takesOne(path) ? List.of(new Argument("", operation(2))) : list());
    }
    return takesTopic(path) ? call(path, TOPIC) : bare(path);
  }

  /** A word alone is a call of a function without arguments, or a name. */
  private Node bare(String path) {
    return path.equals("shift") || path.equals("pop")
        ? call(path, new Node.Name(isInFunction() ? "@_" : "@ARGV"))
        : new Node.Name(path);
  }

  private static boolean takesTopic(String word) {
    return switch (word) {
      case "chomp", "lc", "uc", "reverse", "ord", "chr", "length" -> true;
      default -> false;
    };
  }

  /** Whether a function takes one argument only, so that what follows a comma is not its. */
  private static boolean takesOne(String word) {
    return switch (word) {
      case "defined",
          "ref",
          "scalar",
          "lc",
          "uc",
          "length",
          "exists",
          "delete",
          "each",
          "keys",
          "values",
          "shift",
          "pop",
          "chr",
          "ord",
          "hex",
          "oct",
          "chomp",
          "lcfirst",
          "ucfirst",
          "require",
          "readline",
          "close",
          "quotemeta",
          "abs",
          "int",
          "chdir",
          "rmdir",
          "readlink" ->
          true;
      default -> false;
    };
  }

  private String qualified(String word) {
    StringBuilder path = new StringBuilder(word);
    while (is("::") && peek(1).kind() == Kind.NAME) {
      at++;
      path.append("::").append(next().text());
    }
    return path.toString();
  }

  private boolean startsOperand() {
    Token token = peek();
    return switch (token.kind()) {
      case TEXT, TEMPLATE, COMMAND, PATTERN, NUMBER, VARIABLE -> true;
      case NAME ->
          !isModifier()
              && operator(token) == Operator.NONE
              && !token.isName("or")
              && !token.isName("and");
      case OPERATOR ->
          token.is("\\")
              || token.is("$")
              || token.is("@")
              || token.is("[")
              || (token.is("%") && peek(1).gap() == Gap.NONE);
      default -> false;
    };
  }

  private static Node handle(String name) {
    if (name.isEmpty() || name.equals("ARGV")) {
      return call("readline", new Node.Name("ARGV"));
    }
    return call("readline", new Node.Name(name));
  }

  /** A variable; one that gets no value is empty. */
  private Node declared() {
    Node variable = primary();
    if (is("=") || !(variable instanceof Node.Name name)) {
      return variable;
    }
    return switch (name.name().charAt(0)) {
      case '@' -> new Node.Assignment(name, new Node.Sequence(List.of()));
      case '%' -> new Node.Assignment(name, new Node.Mapping(List.of()));
      default -> name;
    };
  }

  /** {@code scalar} of an array is its length. */
  private static Node counted(Node node) {
    return node instanceof Node.Name name && name.name().startsWith("@") ? Node.NOTHING : node;
  }

  private Node pushed(String word) {
    List<Argument> arguments = is("(") ? arguments(")") : list();
    if (arguments.isEmpty()) {
      return Node.NOTHING;
    }
    return new Node.Assignment(arguments.get(0).value(), call(word, arguments));
  }

  /** {@code map { block } list} or {@code map expression, list}. */
  private Node applied(String word) {
    boolean enclosed = is("(");
    int end = enclosed ? closer(at) : -1;
    if (enclosed) {
      at++;
    }
    Node body = Node.NOTHING;
    if (is("{") && !token(closer(at) + 1).is(",")) {
      body = braces();
      accept(",");
    } else if (!word.equals("sort")) {
      body = expression();
      accept(",");
    }
    List<Argument> rest = list();
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < rest.size(); i++) {
      items.add(rest.get(i).value());
    }
    if (enclosed) {
      at = end + 1;
    }
    Node elements = tuple(items);
    if (word.equals("map")) {
      return new Node.Each(TOPIC, elements, body);
    }
    return new Node.Chain(
        new Node.Name("sort"),
        List.of(
            new Node.Call(
                List.of(
                    new Argument("", elements),
                    new Argument("", new Node.Function(List.of(TOPIC), body))))));
  }

  /** A print with its handle, if it has one, first. */
  private Node printed(String word) {
    boolean enclosed = is("(");
    int end = enclosed ? closer(at) : -1;
    if (enclosed) {
      at++;
    }
    Node target = Node.NOTHING;
    if (is("{")) {
      target = dereferenced();
    } else if (isHandle()) {
      target = new Node.Name(next().text());
    }
    List<Argument> arguments = list();
    if (enclosed) {
      at = end + 1;
    }
    if (arguments.isEmpty()) {
      arguments = List.of(new Argument("", TOPIC));
    }
    if (target == Node.NOTHING) {
      return call(word, arguments);
    }
    return new Node.Chain(target, List.of(new Node.Member("print"), new Node.Call(arguments)));
  }

  private boolean isHandle() {
    Token token = peek();
    Token after = peek(1);
    boolean operand =
        after.kind() == Kind.TEXT
            || after.kind() == Kind.TEMPLATE
            || after.kind() == Kind.VARIABLE
            || (after.kind() == Kind.NAME
                && operator(after) == Operator.NONE
                && !after.isName("for")
                && !after.isName("foreach")
                && !after.isName("if")
                && !after.isName("unless")
                && !after.isName("while")
                && !after.isName("or")
                && !after.isName("and"));
    return operand
        && (token.kind() == Kind.VARIABLE
            || (token.kind() == Kind.NAME && isHandleName(token.text())));
  }

  private static boolean isHandleName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!Character.isUpperCase(c) && !Lexer.isDigit(c) && c != '_') {
        return false;
      }
    }
    return true;
  }

  /** A function that gives what it opens or reads to one of its arguments. */
  private Node opened(String word) {
    List<Argument> arguments = is("(") ? arguments(")") : list();
    if (arguments.size() < 2) {
      return Node.NOTHING;
    }
    if (word.endsWith("read")) {
      Node source = call("readline", arguments.get(0).value());
      return new Node.Assignment(arguments.get(1).value(), source);
    }
    Node opening = call(word, arguments.subList(1, arguments.size()));
    Node assignment = new Node.Assignment(arguments.get(0).value(), opening);
    return new Node.Block(List.of(assignment, Node.NOTHING));
  }
}
