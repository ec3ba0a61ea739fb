package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The syntax of Perl. Variables keep their sigils as a part of the name: <code>$x{k}</code> is an
 * element of {@code %x}, {@code $x[0]} one of {@code @x}.
 */
final class PerlParser extends Parser {
  private static final Node TOPIC = new Node.Name("$_");

  /** What a pattern has last been held against; captures are parts of it. */
  private static final Node MATCHED = new Node.Name("$&");

  /** What {@code =~} stands behind; the topic is what other patterns are held against. */
  private Node subject = TOPIC;

  PerlParser(String source, int depth) {
    super(new PerlLexer(source), depth);
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

  private boolean atEnd() {
    return ended() || is(";") || isClosing() || isModifier();
  }

  private boolean isModifier() {
    return isName("if")
        || isName("unless")
        || isName("while")
        || isName("until")
        || isName("for")
        || isName("foreach");
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

  /** A list of one is its only item, which may be a list itself. */
  private static Node listed(Node expression) {
    return expression instanceof Node.Sequence sequence && sequence.items().size() == 1
        ? sequence.items().get(0)
        : expression;
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

  private Node function() {
    skipToBraces();
    Node rest = new Node.Spread(new Node.Name("@_"));
    return new Node.Function(List.of(rest), optionalBraces());
  }

  /** Expressions with commas between them: a list when there are several. */
  private Node expressions() {
    Node first = expression();
    Node list = first;
    if (is(",") || is("=>")) {
      List<Node> items = new ArrayList<>();
      items.add(first);
      while ((accept(",") || accept("=>")) && !atEnd()) {
        items.add(expression());
      }
      list = new Node.Sequence(items);
    }
    while (isName("or") || isName("and")) {
      Operator operator = next().isName("or") ? Operator.EITHER : Operator.AND;
      list = binary(operator, list, expressions());
    }
    return list;
  }

  @Override
  boolean acceptSeparator() {
    return accept(",") || accept("=>");
  }

  /** A list that is assigned to a hash gives it keys and values by turns. */
  @Override
  Node assignment() {
    Node node = super.assignment();
    if (node instanceof Node.Assignment assignment
        && assignment.target() instanceof Node.Name name
        && name.name().startsWith("%")
        && assignment.value() instanceof Node.Sequence list) {
      return new Node.Assignment(name, paired(list.items()));
    }
    return node;
  }

  private static Node paired(List<Node> items) {
    List<Node.Entry> entries = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      if (item instanceof Node.Name name && "%@".indexOf(name.name().charAt(0)) >= 0) {
        entries.add(new Node.Entry(Node.NOTHING, new Node.Spread(item)));
      } else if (i + 1 < items.size()) {
        entries.add(new Node.Entry(item, items.get(++i)));
      }
    }
    return new Node.Mapping(entries);
  }

  @Override
  Operator operator(Token token) {
    if (token.kind() == Kind.NAME) {
      return switch (token.text()) {
        case "eq", "ne", "lt", "gt", "le", "ge", "cmp" -> Operator.COMPARE;
        case "x" -> Operator.MULTIPLY;
        default -> Operator.NONE;
      };
    }
    if (token.is("=~") || token.is("!~")) {
      return Operator.MATCH;
    }
    return switch (token.kind() == Kind.OPERATOR ? token.text() : "") {
      case "." -> Operator.JOIN;
      case "//" -> Operator.EITHER;
      case ".." -> Operator.MIX;
      default -> super.operator(token);
    };
  }

  @Override
  boolean isPrefix(Token token) {
    return token.isName("not")
        || token.is("!")
        || token.is("-")
        || token.is("+")
        || token.is("~")
        || token.is("\\")
        || token.is("&")
        || token.is("++")
        || token.is("--");
  }

  @Override
  boolean step(Node head, List<Step> steps) {
    if (accept("->")) {
      Token token = peek();
      if (token.kind() == Kind.NAME) {
        at++;
        steps.add(new Node.Member(token.text()));
        if (!is("(")) {
          steps.add(new Node.Call(List.of()));
        }
      } else if (is("@") || is("%") || is("$")) {
        at += 2;
      } else if (token.kind() == Kind.VARIABLE) {
        at++;
      }
      return true;
    }
    if (is("{") && peek().gap() == Gap.NONE && subscripted(head, steps)) {
      steps.add(new Node.Index(key()));
      return true;
    }
    if (is("[") && subscripted(head, steps)) {
      steps.add(index());
      return true;
    }
    if (is("(") && (!steps.isEmpty() || head instanceof Node.Name)) {
      steps.add(new Node.Call(arguments(")")));
      return true;
    }
    if (is("++") || is("--")) {
      at++;
      return true;
    }
    return false;
  }

  private static boolean subscripted(Node head, List<Step> steps) {
    return !steps.isEmpty()
        || head instanceof Node.Sequence
        || (head instanceof Node.Name name && "$@%".indexOf(name.name().charAt(0)) >= 0);
  }

  /** A key in braces, which needs no quotes. */
  private Node key() {
    int end = closer(at);
    at++;
    Node key;
    if ((peek().kind() == Kind.NAME) && at + 1 == end) {
      key = new Node.Constant(next().text());
    } else {
      key = expressions();
    }
    at = end + 1;
    return key;
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
        return new Node.Assignment(MATCHED, matched());
      case VARIABLE:
        at++;
        return variable(token.text());
      case NAME:
        at++;
        return worded(token);
      default:
        break;
    }
    if (is("(")) {
      int close = closer(at);
      Node group = new Node.Sequence(items());
      if (is("[") || token(close + 1).is("=")) {
        return group;
      }
      return listed(group);
    }
    if (is("[")) {
      return new Node.Sequence(items());
    }
    if (is("{")) {
      return hash();
    }
    if (is("@") || is("%") || is("$")) {
      at++;
      if (peek().kind() == Kind.VARIABLE) {
        return new Node.Name(next().text());
      }
      return is("{") ? dereferenced() : primary();
    }
    if (!isClosing() && !is(",") && !is(";")) {
      at++;
    }
    return Node.NOTHING;
  }

  private Node dereferenced() {
    Node block = braces();
    return block instanceof Node.Block inner && inner.statements().size() == 1
        ? inner.statements().get(0)
        : block;
  }

  private Node variable(String name) {
    if (name.startsWith("$#")) {
      return Node.NOTHING;
    }
    if (name.length() == 2 && name.charAt(1) >= '1' && name.charAt(1) <= '9') {
      return MATCHED;
    }
    if (is("{") && peek().gap() == Gap.NONE && !name.startsWith("%")) {
      return new Node.Name("%" + name.substring(1));
    }
    if (is("[") && peek().gap() == Gap.NONE) {
      return new Node.Name("@" + name.substring(1));
    }
    return new Node.Name(name);
  }

  private Node matched() {
    Node matched = subject;
    subject = TOPIC;
    return matched;
  }

  @Override
  Node operand(Operator operator, Node left, int level) {
    if (operator == Operator.MATCH && peek().kind() == Kind.PATTERN) {
      subject = left;
    }
    return super.operand(operator, left, level);
  }

  private Node hash() {
    List<Node.Entry> entries = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (!accept(",")) {
        Node key =
            peek().kind() == Kind.NAME && peek(1).is("=>")
                ? new Node.Constant(next().text())
                : expression();
        if (accept("=>") || accept(",")) {
          entries.add(new Node.Entry(key, expression()));
        } else {
          entries.add(new Node.Entry(Node.NOTHING, new Node.Spread(key)));
        }
      }
      if (at == before) {
        at++;
      }
    }
    at = end + 1;
    return new Node.Mapping(entries);
  }

  private Node worded(Token token) {
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
      return call(path, list(unary(path)));
    }
    return takesTopic(path) ? call(path, TOPIC) : bare(path);
  }

  /** A word alone is a call of a function without arguments, or a name. */
  private static Node bare(String path) {
    return path.equals("shift") || path.equals("pop")
        ? call(path, new Node.Name("@_"))
        : new Node.Name(path);
  }

  private static boolean takesTopic(String word) {
    return switch (word) {
      case "chomp", "lc", "uc", "reverse", "ord", "chr", "length" -> true;
      default -> false;
    };
  }

  /** Whether a function takes one argument only, so that what follows a comma is not its. */
  private static boolean unary(String word) {
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

  private List<Argument> list(boolean single) {
    List<Argument> arguments = new ArrayList<>();
    if (single) {
      arguments.add(new Argument("", operation(2)));
      return arguments;
    }
    do {
      if (atEnd() || isName("or") || isName("and")) {
        break;
      }
      arguments.add(new Argument("", expression()));
    } while (accept(",") || accept("=>"));
    return arguments;
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
    List<Argument> arguments = is("(") ? arguments(")") : list(false);
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
    List<Argument> rest = list(false);
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
    List<Argument> arguments = list(false);
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
    List<Argument> arguments = is("(") ? arguments(")") : list(false);
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
