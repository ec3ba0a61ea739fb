package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Expressions of Perl. Variables keep their sigils as a part of the name: <code>$x{k}</code> is an
 * element of {@code %x}, {@code $x[0]} one of {@code @x}.
 */
abstract class PerlExpressions extends Parser {
  static final Node TOPIC = new Node.Name("$_");

  /** What a pattern has last been held against; captures are parts of it. */
  private static final Node MATCHED = new Node.Name(Library.MATCHED);

  /** What {@code =~} stands behind; the topic is what other patterns are held against. */
  private Node subject = TOPIC;

  /** How many functions are open. */
  private int functions;

  PerlExpressions(String source, int depth) {
    super(new PerlLexer(source), depth);
  }

  /** What a word begins that stands where an operand does. */
  abstract Node worded(Token token);

  final boolean atEnd() {
    return ended() || is(";") || isClosing() || isModifier();
  }

  final boolean isModifier() {
    return isName("if")
        || isName("unless")
        || isName("while")
        || isName("until")
        || isName("for")
        || isName("foreach");
  }

  /** A list of one is its only item, which may be a list itself. */
  static Node listed(Node expression) {
    return expression instanceof Node.Sequence sequence && sequence.items().size() == 1
        ? sequence.items().get(0)
        : expression;
  }

  final Node function() {
    functions++;
    Node function = functionBody();
    functions--;
    return function;
  }

  /** Whether a function is open: outside of all {@code shift} takes the script's arguments. */
  final boolean isInFunction() {
    return functions > 0;
  }

  private Node functionBody() {
    skipToBraces();
    Node rest = new Node.Spread(new Node.Name("@_"));
    return new Node.Function(List.of(rest), optionalBraces());
  }

  /** Expressions with commas between them: a list when there are several. */
  final Node expressions() {
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
        || head instanceof Node.Chain
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
        return isSeparator() ? new Node.Pattern(token.text()) : match(token.text());
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
      if (is("[") && group instanceof Node.Sequence sequence && isCall(sequence.items())) {
        return sequence.items().get(0);
      }
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

  /** Whether a list is all that one function gives. */
  private static boolean isCall(List<Node> items) {
    return items.size() == 1
        && items.get(0) instanceof Node.Chain chain
        && chain.steps().get(chain.steps().size() - 1) instanceof Node.Call;
  }

  final Node dereferenced() {
    Node block = braces();
    return block instanceof Node.Block inner && inner.statements().size() == 1
        ? inner.statements().get(0)
        : block;
  }

  final Node variable(String name) {
    if (name.startsWith("$#")) {
      return Node.NOTHING;
    }
    if (name.length() == 2 && name.charAt(1) >= '1' && name.charAt(1) <= '9') {
      Node group = new Node.Number(name.charAt(1) - '0');
      return new Node.Chain(MATCHED, List.of(new Node.Index(group)));
    }
    if (name.equals("$&")) {
      return new Node.Chain(MATCHED, List.of(new Node.Index(new Node.Number(0))));
    }
    if (is("{") && peek().gap() == Gap.NONE && !name.startsWith("%")) {
      return new Node.Name("%" + name.substring(1));
    }
    if (is("[") && peek().gap() == Gap.NONE) {
      return new Node.Name("@" + name.substring(1));
    }
    return new Node.Name(name);
  }

  /** Whether the pattern before is where a text is split, not what is looked for. */
  private boolean isSeparator() {
    return peek(-2).isName("split") || peek(-2).is("(") && peek(-3).isName("split");
  }

  /** A match, a substitution, or an expression that is matched later. */
  private Node match(String text) {
    if (text.indexOf(PerlLexer.QUOTED) == 0) {
      return new Node.Pattern(text.substring(1));
    }
    int middle = text.indexOf(PerlLexer.SUBSTITUTION);
    return middle < 0
        ? matching(text)
        : substitution(text.substring(0, middle), text.substring(middle + 1));
  }

  /** A substitution; where it takes the values out of assignments, it changes what it works on. */
  private Node substitution(String pattern, String replacement) {
    if (!Captures.of(pattern).takesWholeValue()) {
      return matching(pattern);
    }
    Node changed = matched();
    Argument expression = new Argument("", new Node.Pattern(pattern));
    Argument text = new Argument("", new Node.Constant(replacement));
    Step call = new Node.Call(List.of(expression, text));
    return new Node.Assignment(
        changed, new Node.Chain(changed, List.of(new Node.Member("s///"), call)));
  }

  /** A match; in a list its groups are the value, or else the match itself. */
  private Node matching(String pattern) {
    Argument expression = new Argument("", new Node.Pattern(pattern));
    Step call = new Node.Call(List.of(expression));
    Node groups = new Node.Chain(matched(), List.of(new Node.Member("=~"), call));
    int first = Captures.of(pattern).groups() > 0 ? 1 : 0;
    Step rest = new Node.Slice(new Node.Number(first), Node.NOTHING, Node.NOTHING);
    return new Node.Block(
        List.of(new Node.Assignment(MATCHED, groups), new Node.Chain(MATCHED, List.of(rest))));
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

  /** The arguments of a function without parentheses, up to where its statement ends. */
  final List<Argument> list() {
    List<Argument> arguments = new ArrayList<>();
    do {
      if (atEnd() || isName("or") || isName("and")) {
        break;
      }
      arguments.add(new Argument("", expression()));
    } while (accept(",") || accept("=>"));
    return arguments;
  }
}
