package dev.keepmum.code;

import dev.keepmum.code.Node.Argument;
import dev.keepmum.code.Node.Operator;
import dev.keepmum.code.Node.Step;
import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds the syntax tree of a program: a recursive descent over expressions as most languages write
 * them. Subclasses add a language's statements and primary expressions.
 *
 * <p>A parser never fails: a token that fits nowhere is skipped. Nesting is followed to {@value
 * #MAX_DEPTH} levels; beyond, {@link #incomplete} tells that something was left out.
 */
abstract class Parser {
  private static final int MAX_DEPTH = 64;

  private final List<Token> tokens;
  private final int[] closers;
  private int depth;
  private boolean incomplete;
  private boolean exact = true;
  int at;

  Parser(Lexer lexer, int depth) {
    this.tokens = lexer.read();
    this.incomplete = lexer.cut();
    this.closers = matchBrackets(tokens);
    this.depth = depth;
  }

  /** The whole program. */
  final Node.Block program() {
    List<Node> statements = new ArrayList<>();
    while (!ended()) {
      int before = at;
      Node statement = statement();
      if (statement != Node.NOTHING) {
        statements.add(statement);
      }
      if (at == before) {
        skip();
      }
    }
    Node last = conclusion();
    if (last != Node.NOTHING) {
      statements.add(last);
    }
    return new Node.Block(statements);
  }

  /** What a program does once all its statements are read. */
  Node conclusion() {
    return Node.NOTHING;
  }

  /** Whether a part of the program was nested too deeply, or lay too far back, to be read. */
  final boolean incomplete() {
    return incomplete;
  }

  /**
   * Whether the tree says all that the program does, but for types; else something was skipped that
   * carries no value.
   */
  final boolean exact() {
    return exact && !incomplete;
  }

  /** Moves past a token that is not in the tree, though it changes what the program does. */
  final void skip() {
    exact = false;
    at++;
  }

  /** Notes that the tree leaves something out. */
  final void leaveOut() {
    exact = false;
  }

  /** One statement. */
  abstract Node statement();

  /** An expression without operators around it or steps behind it. */
  abstract Node primary();

  /** A parser of the same language for code inside a string. */
  abstract Parser inside(String code, int nesting);

  // Tokens

  private static int[] matchBrackets(List<Token> tokens) {
    int[] closers = new int[tokens.size()];
    int[] open = new int[tokens.size()];
    int opened = 0;
    for (int i = 0; i < closers.length; i++) {
      Token token = tokens.get(i);
      closers[i] = closers.length - 1;
      if (token.is("(") || token.is("[") || token.is("{")) {
        open[opened++] = i;
      } else if (opened > 0 && (token.is(")") || token.is("]") || token.is("}"))) {
        closers[open[--opened]] = i;
      }
    }
    return closers;
  }

  /** The index of the token that closes the bracket at an index; of the last one if none does. */
  final int closer(int index) {
    return closers[index];
  }

  final boolean ended() {
    return at >= tokens.size() - 1;
  }

  final Token peek() {
    return tokens.get(Math.min(at, tokens.size() - 1));
  }

  final Token peek(int ahead) {
    return tokens.get(Math.max(0, Math.min(at + ahead, tokens.size() - 1)));
  }

  final Token token(int index) {
    return tokens.get(Math.min(index, tokens.size() - 1));
  }

  final Token next() {
    Token token = peek();
    at++;
    return token;
  }

  final boolean is(String operator) {
    return peek().is(operator);
  }

  final boolean isName(String name) {
    return peek().isName(name);
  }

  final boolean accept(String operator) {
    if (is(operator)) {
      at++;
      return true;
    }
    return false;
  }

  final boolean acceptName(String name) {
    if (isName(name)) {
      at++;
      return true;
    }
    return false;
  }

  /** Moves past tokens up to and with a bracket's end; {@link #at} must be at the bracket. */
  final void skipBrackets() {
    at = closer(at) + 1;
  }

  // Expressions

  /** An expression with assignment. */
  final Node expression() {
    if (depth >= MAX_DEPTH) {
      return tooDeep();
    }
    depth++;
    try {
      return assignment();
    } finally {
      depth--;
    }
  }

  private Node tooDeep() {
    incomplete = true;
    if (is("(") || is("[") || is("{")) {
      skipBrackets();
    } else if (!isClosing()) {
      at++;
    }
    return Node.NOTHING;
  }

  final boolean isClosing() {
    return is(")") || is("]") || is("}");
  }

  Node assignment() {
    Node target = conditional(operation(0));
    if (accept("=")) {
      return new Node.Assignment(target, expression());
    }
    Operator operator = updating(peek());
    if (operator != Operator.NONE) {
      at++;
      return new Node.Update(operator, target, expression());
    }
    return target;
  }

  static Node binary(Operator operator, Node left, Node right) {
    return new Node.Operation(List.of(operator), List.of(left, right));
  }

  /** The operator of an assignment such as {@code +=}. */
  Operator updating(Token token) {
    if (token.kind() != Kind.OPERATOR) {
      return Operator.NONE;
    }
    return switch (token.text()) {
      case "+=" -> Operator.ADD;
      case "-=" -> Operator.SUBTRACT;
      case ".=", "..=" -> Operator.JOIN;
      case "||=", "??=", "//=" -> Operator.EITHER;
      case "&&=" -> Operator.AND;
      case "*=", "/=", "%=", "**=", "|=", "&=", "^=", "<<=", ">>=", ">>>=" -> Operator.MIX;
      default -> Operator.NONE;
    };
  }

  /** What follows a condition: {@code ? a : b}. */
  Node conditional(Node condition) {
    if (!accept("?")) {
      return condition;
    }
    if (accept(":")) {
      return binary(Operator.EITHER, condition, expression());
    }
    Node then = expression();
    accept(":");
    return new Node.Choice(condition, then, expression());
  }

  /** Operands of operators that bind at a level or tighter. */
  final Node operation(int level) {
    if (level > 3) {
      return unary();
    }
    Node first = operation(level + 1);
    Operator operator = operator(peek());
    if (operator.level() != level) {
      return first;
    }
    List<Operator> operators = new ArrayList<>();
    List<Node> operands = new ArrayList<>();
    operands.add(first);
    while (operator.level() == level) {
      at += operatorWidth();
      operators.add(operator);
      operands.add(operand(operator, operands.get(operands.size() - 1), level + 1));
      operator = operator(peek());
    }
    return new Node.Operation(operators, operands);
  }

  /** What stands behind an operator. */
  Node operand(Operator operator, Node left, int level) {
    return operation(level);
  }

  /** How many tokens the operator here takes. */
  int operatorWidth() {
    return 1;
  }

  /** The binary operator that a token is. */
  Operator operator(Token token) {
    if (token.kind() != Kind.OPERATOR) {
      return Operator.NONE;
    }
    return switch (token.text()) {
      case "||", "??" -> Operator.EITHER;
      case "&&" -> Operator.AND;
      case "==", "===" -> Operator.EQUAL;
      case "!=", "!==" -> Operator.DIFFERENT;
      case "<", ">", "<=", ">=", "<=>", "=~", "!~" -> Operator.COMPARE;
      case "+" -> Operator.ADD;
      case "-" -> Operator.SUBTRACT;
      case "^" -> Operator.EXCLUSIVE_OR;
      case "|", "&", "<<", ">>", ">>>" -> Operator.MIX;
      case "*" -> Operator.MULTIPLY;
      case "/" -> Operator.DIVIDE;
      case "%" -> Operator.REMAINDER;
      case "//", "**", "@" -> Operator.MIX;
      default -> Operator.NONE;
    };
  }

  /** An operand with what stands before it. */
  Node unary() {
    if (!isPrefix(peek())) {
      return unaryOperand();
    }
    Token prefix = next();
    if (prefix.is("**")) {
      return new Node.Spread(new Node.Spread(prefixed()));
    }
    if (prefix.is("*") || prefix.is("...")) {
      return new Node.Spread(prefixed());
    }
    if (prefix.isName("typeof")) {
      return binary(Operator.COMPARE, prefixed(), Node.NOTHING);
    }
    if (prefix.is("!") || prefix.isName("not")) {
      Node negation = new Node.Negation(prefixed());
      exact &= prefix.is("!") || operator(peek()).level() < 1; // `not` takes in comparisons.
      return negation;
    }
    Node operand = prefixed();
    if (!prefix.is("-")) {
      exact &= prefix.isName("await") || prefix.isName("new");
      return operand;
    }
    return binary(Operator.SUBTRACT, new Node.Number(0), operand);
  }

  /** What stands behind a prefix, which counts as nesting. */
  private Node prefixed() {
    if (depth >= MAX_DEPTH) {
      return tooDeep();
    }
    depth++;
    try {
      return unary();
    } finally {
      depth--;
    }
  }

  private Node unaryOperand() {
    return chain(primary());
  }

  boolean isPrefix(Token token) {
    if (token.kind() == Kind.NAME) {
      return switch (token.text()) {
        case "not", "await", "new", "typeof", "void" -> true;
        default -> false;
      };
    }
    return token.kind() == Kind.OPERATOR
        && switch (token.text()) {
          case "!", "-", "+", "~", "*", "**", "...", "&", "++", "--" -> true;
          default -> false;
        };
  }

  /** Adds the members, indexes and calls that follow. */
  final Node chain(Node head) {
    List<Step> steps = new ArrayList<>();
    while (step(head, steps)) {
      // Each step has consumed what it is made of.
    }
    return steps.isEmpty() ? head : new Node.Chain(head, steps);
  }

  /** Reads one step; false when none follows. */
  boolean step(Node head, List<Step> steps) {
    if (is(".") && peek(1).kind() == Kind.NAME) {
      return member(steps);
    }
    if (is("(")) {
      steps.add(new Node.Call(arguments(")")));
      return true;
    }
    if (is("[")) {
      steps.add(index());
      return true;
    }
    return false;
  }

  /** A member, at what stands before its name. */
  final boolean member(List<Step> steps) {
    at++;
    return steps.add(new Node.Member(next().text()));
  }

  /** An index in brackets. */
  Step index() {
    int end = closer(at);
    at++;
    Node key = is("]") ? Node.NOTHING : is(":") ? Node.NOTHING : expression();
    if (!is(":")) {
      at = end + 1;
      return new Node.Index(key);
    }
    at++;
    Node to = is("]") || is(":") ? Node.NOTHING : expression();
    Node by = accept(":") && !is("]") ? expression() : Node.NOTHING;
    at = end + 1;
    return new Node.Slice(key, to, by);
  }

  /** Arguments from an opening bracket to its end. */
  final List<Argument> arguments(String close) {
    List<Argument> arguments = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end && !is(close)) {
      int before = at;
      if (!acceptSeparator()) {
        arguments.add(argument());
      }
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    return arguments;
  }

  /** Moves past what separates the items of a list. */
  boolean acceptSeparator() {
    return accept(",");
  }

  /** One argument. */
  Argument argument() {
    return new Argument("", expression());
  }

  /** An argument with its name, and a sign between the two. */
  final Argument namedArgument() {
    String name = next().text();
    at++;
    return new Argument(name, expression());
  }

  /** Expressions from an opening bracket to its end. */
  final List<Node> items() {
    List<Node> items = new ArrayList<>();
    int end = closer(at);
    at++;
    while (at < end) {
      int before = at;
      if (!acceptSeparator()) {
        items.add(expression());
      }
      if (at == before) {
        skip();
      }
    }
    at = end + 1;
    return items;
  }

  /** What stands in parentheses: one expression, or several as a tuple. */
  final Node parenthesized() {
    return tuple(items());
  }

  final Node optionalParentheses() {
    return is("(") ? parenthesized() : Node.NOTHING;
  }

  /** One expression as it is, several as a tuple. */
  static Node tuple(List<Node> items) {
    return items.size() == 1 ? items.get(0) : new Node.Sequence(items);
  }

  /** The constant or template that a token is. */
  final Node constant(Token token) {
    return switch (token.kind()) {
      case TEXT -> new Node.Constant(token.text());
      case TEMPLATE -> new Node.Template(parts(token));
      case COMMAND -> new Node.Command(new Node.Template(parts(token)));
      case NUMBER -> number(token.text());
      default -> Node.NOTHING;
    };
  }

  private List<Node> parts(Token token) {
    List<Node> parts = new ArrayList<>();
    List<Piece> pieces = token.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.form() == Form.TEXT) {
        parts.add(new Node.Constant(piece.text()));
      } else {
        parts.add(embedded(piece.text()));
      }
    }
    return parts;
  }

  /** Code inside a string; its last expression is the value. */
  final Node embedded(String code) {
    if (depth + 4 >= MAX_DEPTH) {
      incomplete = true;
      return Node.NOTHING;
    }
    Parser parser = inside(code, depth + 4);
    Node.Block block = parser.program();
    incomplete |= parser.incomplete;
    exact &= parser.exact;
    return block.statements().size() == 1 ? block.statements().get(0) : block;
  }

  /** A statement inside another, which counts as nesting. */
  final Node nested() {
    if (depth >= MAX_DEPTH) {
      return tooDeep();
    }
    depth++;
    try {
      return statement();
    } finally {
      depth--;
    }
  }

  /** Moves to the braces of a definition, or to where it ends without any. */
  final void skipToBraces() {
    while (!ended() && !is("{") && !is(";")) {
      if (is("(")) {
        skipBrackets();
      } else {
        at++;
      }
    }
  }

  final Node optionalBraces() {
    return is("{") ? braces() : Node.NOTHING;
  }

  /** What follows {@code if} in languages whose words part it: then, else if, else. */
  final Node choiceOfWords(String elseIf) {
    Node condition = expression();
    acceptName("then");
    Node then = body();
    List<Node> others = new ArrayList<>();
    while (acceptName(elseIf)) {
      others.add(expression());
      acceptName("then");
      others.add(new Node.Perhaps(body()));
    }
    if (acceptName("else")) {
      others.add(body());
    }
    return new Node.Choice(condition, then, new Node.Block(others));
  }

  /** What belongs to a condition or a loop: one statement, or those up to a word that ends them. */
  Node body() {
    return nested();
  }

  /** Statements between braces; {@link #at} must be at the opening one. */
  final Node braces() {
    if (depth >= MAX_DEPTH) {
      return tooDeep();
    }
    depth++;
    int end = closer(at);
    at++;
    List<Node> statements = new ArrayList<>();
    while (at < end) {
      int before = at;
      statements.add(statement());
      if (at == before) {
        skip();
      }
    }
    at = Math.max(at, end + 1);
    depth--;
    return new Node.Block(statements);
  }

  static Node number(String text) {
    String digits = stripUnderscores(text);
    int radix = 10;
    if (digits.length() > 2 && digits.charAt(0) == '0') {
      switch (digits.charAt(1)) {
        case 'x', 'X' -> radix = 16;
        case 'o', 'O' -> radix = 8;
        case 'b', 'B' -> radix = 2;
        default -> {}
      }
    }
    int start = radix == 10 ? 0 : 2;
    long value = 0;
    for (int i = start; i < digits.length(); i++) {
      int digit = Character.digit(digits.charAt(i), radix);
      if (digit < 0 || i > 17) {
        return Node.NOTHING;
      }
      value = value * radix + digit;
    }
    return new Node.Number(value);
  }

  private static String stripUnderscores(String text) {
    if (text.indexOf('_') < 0) {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '_') {
        digits.append(text.charAt(i));
      }
    }
    return digits.toString();
  }

  /** Whether the next token stands on a line of its own after the last one. */
  final boolean onNewLine() {
    return peek().gap() == Gap.LINE;
  }

  /** A call of a name that the language has as a word: {@code raise x}. */
  static Node call(String name, Node argument) {
    return call(name, List.of(new Argument("", argument)));
  }

  static Node call(String name, List<Argument> arguments) {
    return new Node.Chain(new Node.Name(name), List.of(new Node.Call(arguments)));
  }
}
