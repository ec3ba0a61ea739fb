package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cuts a text into tokens. What a token is depends on what stands before it (reserved words,
 * assignments, {@code ((}), so tokens are read one at a time, as the parser asks for them; for what
 * only the grammar knows the parser sets the {@link Context}.
 */
final class Lexer {
  /** What the parser reads at present. */
  enum Context {
    COMMANDS,
    /** Redirections before the first word of a command: an assignment may still come. */
    COMMAND_PREFIX,
    /** Patterns of a {@code case}. */
    CASE_PATTERNS,
    /** The inside of {@code [[ ]]}. */
    CONDITIONAL,
    /** The pattern behind {@code ==} and its kin in {@code [[ ]]}. */
    CONDITIONAL_PATTERN,
    /** The regular expression behind {@code =~}. */
    REGULAR_EXPRESSION,
    /** The elements of an array. */
    ARRAY
  }

  private final Source source;
  private final int limit;
  private final Brackets brackets;
  private final WordReader words;
  private final HereDocuments hereDocuments;

  private Context context = Context.COMMANDS;
  private TokenKind last = TokenKind.END;
  private TokenKind beforeLast = TokenKind.END;

  /** The command is one whose arguments may be arrays. */
  private boolean declares;

  /** How deep what is read stands, compound commands of this text included. */
  private int depth;

  private int position;

  Lexer(Source source, int from, int limit, int depth, HereDocuments hereDocuments) {
    this.source = source;
    this.limit = limit;
    this.depth = depth;
    this.position = from;
    this.brackets = new Brackets(source, limit);
    this.words = new WordReader(source);
    this.hereDocuments = hereDocuments;
  }

  void enter(Context entered) {
    context = entered;
  }

  void nest(int newDepth) {
    depth = newDepth;
  }

  int position() {
    return position;
  }

  /** Goes on at the end of a line that is dropped. */
  void restart(int newPosition) {
    position = newPosition;
    context = Context.COMMANDS;
    last = TokenKind.END;
    beforeLast = TokenKind.END;
    declares = false;
  }

  /** What follows is the inside of a substitution. */
  void enterSubstitution() {
    last = TokenKind.SUBSTITUTION;
  }

  /** What follows is a command, whatever stands before it. */
  void expectCommand() {
    last = TokenKind.SEMICOLON;
  }

  /** A {@code [[ ]]} has been read: what follows is read as behind any compound command. */
  void endConditional() {
    context = Context.COMMANDS;
    last = TokenKind.CONDITIONAL;
  }

  /** Reads the next token. */
  Token next() throws SyntaxException {
    Token token = read();
    beforeLast = last;
    last = token.kind;
    return token;
  }

  private Token read() throws SyntaxException {
    skipBlanks();
    if (peek() == '#' && context != Context.REGULAR_EXPRESSION) {
      skipComment();
    }
    int from = position;
    int c = peek();
    switch (c) {
      case Source.END:
        hereDocuments.abandon();
        return Token.operator(TokenKind.END, from, from);
      case '\n':
        declares = false;
        position = hereDocuments.after(source, position + 1, limit, depth);
        return Token.operator(TokenKind.NEWLINE, from, from + 1);
      case ';':
      case '&':
      case '|':
      case '(':
      case ')':
      case '<':
      case '>':
        if (startsWord(c)) {
          return word();
        }
        return operator(c);
      default:
        return word();
    }
  }

  private boolean startsWord(int c) {
    if (context == Context.REGULAR_EXPRESSION && (c == '(' || c == '|')) {
      return true;
    }
    if (c == '(') {
      return isZsh() && startsGroup();
    }
    return (c == '<' || c == '>') && peekAfter(position) == '(';
  }

  private boolean isZsh() {
    return source.dialect == Dialect.ZSH;
  }

  /** Whether a parenthesis here is a group of a glob: an argument may begin with one. */
  private boolean startsGroup() {
    boolean list = beforeLast == TokenKind.FOR || beforeLast == TokenKind.SELECT;
    return last == TokenKind.WORD
        && !list
        && context == Context.COMMANDS
        && peekAfter(position) != ')';
  }

  /** The character at the position, behind any line continuation. */
  private int peek() {
    position = source.unfolded(position, limit);
    return source.at(position, limit);
  }

  /** The character behind the one at a position. */
  private int peekAfter(int at) {
    return source.at(source.unfolded(at + 1, limit), limit);
  }

  private void skipBlanks() {
    int c = peek();
    while (c == ' ' || c == '\t') {
      position++;
      c = peek();
    }
  }

  private void skipComment() {
    int newline = source.text.indexOf('\n', position);
    position = newline < 0 || newline > limit ? limit : newline;
  }

  // Operators

  private Token operator(int first) throws SyntaxException {
    int from = position;
    boolean mayStartCommand = reservedWordMayFollow();
    declares = false;
    position++;
    TokenKind kind;
    switch (first) {
      case ';':
        kind = semicolon();
        break;
      case '&':
        kind = ampersand();
        break;
      case '|':
        kind = take('|') ? TokenKind.OR : take('&') ? TokenKind.PIPE_BOTH : TokenKind.PIPE;
        break;
      case '(':
        if (peek() == '(' && context == Context.COMMANDS) {
          Optional<Token> arithmetic = arithmetic(from, mayStartCommand);
          if (arithmetic.isPresent()) {
            return arithmetic.get();
          }
        }
        kind = TokenKind.LEFT_PARENTHESIS;
        break;
      case ')':
        kind = TokenKind.RIGHT_PARENTHESIS;
        break;
      case '<':
        kind = less();
        break;
      default:
        kind = greater();
        break;
    }
    return Token.operator(kind, from, position);
  }

  private boolean take(char expected) {
    if (peek() == expected) {
      position++;
      return true;
    }
    return false;
  }

  private TokenKind semicolon() {
    if (take(';')) {
      return take('&') ? TokenKind.CASE_CONTINUE : TokenKind.CASE_END;
    }
    return take('&') ? TokenKind.CASE_FALL_THROUGH : TokenKind.SEMICOLON;
  }

  private TokenKind ampersand() {
    if (take('&')) {
      return TokenKind.AND;
    }
    if (take('>')) {
      return take('>') ? TokenKind.AMPERSAND_GREATER_GREATER : TokenKind.AMPERSAND_GREATER;
    }
    return TokenKind.AMPERSAND;
  }

  private TokenKind less() {
    if (take('<')) {
      if (take('-')) {
        return TokenKind.HERE_DOCUMENT_STRIPPED;
      }
      return take('<') ? TokenKind.HERE_STRING : TokenKind.HERE_DOCUMENT;
    }
    if (take('&')) {
      return TokenKind.LESS_AMPERSAND;
    }
    return take('>') ? TokenKind.LESS_GREATER : TokenKind.LESS;
  }

  private TokenKind greater() {
    if (take('>')) {
      return TokenKind.GREATER_GREATER;
    }
    if (take('&')) {
      return TokenKind.GREATER_AMPERSAND;
    }
    return take('|') ? TokenKind.GREATER_PIPE : TokenKind.GREATER;
  }

  /** {@code (( … ))} if that is what stands here; else nothing is read, it is two subshells. */
  private Optional<Token> arithmetic(int from, boolean mayStartCommand) throws SyntaxException {
    boolean loop = last == TokenKind.FOR;
    if (!loop && !mayStartCommand) {
      return Optional.empty();
    }
    int inside = position + 1;
    int after = brackets.afterParentheses(inside, depth);
    int close = source.unfolded(after, limit);
    if (source.at(close, limit) != ')') {
      return Optional.empty();
    }
    position = close + 1;
    if (loop) {
      return Optional.of(Token.arithmeticFor(from, position, expressions(inside, after - 1)));
    }
    Word expression = words.arithmetic(inside, after - 1, depth + 1);
    return Optional.of(Token.word(TokenKind.ARITHMETIC, from, position, expression, ""));
  }

  private List<Word> expressions(int from, int to) throws SyntaxException {
    List<Word> expressions = new ArrayList<>(3);
    int start = from;
    while (start <= to && expressions.size() <= 3) {
      int end = words.indexOf(';', start, to, depth);
      expressions.add(words.arithmetic(start, end, depth + 1));
      start = end + 1;
    }
    if (expressions.size() != 3) {
      throw new SyntaxException("expected three expressions");
    }
    return expressions;
  }

  // Words

  private boolean reservedWordMayFollow() {
    if (context != Context.COMMANDS && context != Context.CASE_PATTERNS) {
      return false;
    }
    return last.beforeCommand()
        || last == TokenKind.WORD
            && (beforeLast == TokenKind.COPROC || beforeLast == TokenKind.FUNCTION);
  }

  private boolean assignmentMayFollow() {
    switch (context) {
      case COMMANDS:
        return last == TokenKind.ASSIGNMENT || reservedWordMayFollow() && !last.endsCaseItem();
      case COMMAND_PREFIX:
        return !last.isRedirection();
      default:
        return false;
    }
  }

  private Token word() throws SyntaxException {
    int from = position;
    if (isDuplicated()) {
      if (take('-')) {
        return Token.word(TokenKind.WORD, from, position, words.word(from, position, depth), "-");
      }
    }
    WordScan scan = new WordScan(source, limit, depth, brackets);
    scan.assignments = assignmentMayFollow();
    scan.arrays = scan.assignments || declares;
    scan.element = context == Context.ARRAY;
    scan.regularExpression = context == Context.REGULAR_EXPRESSION;
    scan.negatable =
        reservedWordMayFollow() || context == Context.CONDITIONAL || last == TokenKind.BANG;
    scan.commandName = reservedWordMayFollow();
    position = scan.from(from);
    String plain = scan.special ? "" : source.unfold(from, position);
    Optional<TokenKind> kind = kindOf(plain);
    if (kind.isPresent()) {
      return Token.word(kind.get(), from, position, words.word(from, position, depth), plain);
    }
    boolean element = scan.element && scan.nameEnd == from;
    if (scan.isAssignment() && (scan.assignments || element || scan.isArray() && declares)) {
      TokenKind assigned = scan.assignments ? TokenKind.ASSIGNMENT : TokenKind.WORD;
      return Token.assignment(assigned, from, position, assignment(scan, from, position));
    }
    if (assignmentMayFollow() && takesAssignments(plain)) {
      declares = true;
    }
    return Token.word(TokenKind.WORD, from, position, words.word(from, position, depth), plain);
  }

  private Assignment assignment(WordScan scan, int from, int to) {
    Optional<Word> subscript = Optional.empty();
    if (scan.subscriptEnd > 0) {
      subscript = Optional.of(words.word(scan.subscriptStart, scan.subscriptEnd, depth + 1));
    }
    String name = source.unfold(from, scan.nameEnd);
    int value = scan.valueStart;
    Word assigned = scan.isArray() ? words.word(value, value, depth) : words.word(value, to, depth);
    return new Assignment(name, subscript, scan.append, assigned, scan.elements, scan.isArray());
  }

  /** Whether a descriptor that is duplicated, or the {@code -} that closes one, stands here. */
  private boolean isDuplicated() {
    return last == TokenKind.LESS_AMPERSAND || last == TokenKind.GREATER_AMPERSAND;
  }

  /** What the word is by its spelling and place, if it is more than a word. */
  private Optional<TokenKind> kindOf(String plain) {
    int next = peek();
    if (!isDuplicated() && (next == '<' || next == '>')) {
      if (isNumber(plain)) {
        return Optional.of(TokenKind.DESCRIPTOR);
      }
      if (isDescriptorVariable(plain)) {
        return Optional.of(TokenKind.DESCRIPTOR_VARIABLE);
      }
    }
    if (context == Context.CASE_PATTERNS) {
      boolean first = last != TokenKind.PIPE && last != TokenKind.LEFT_PARENTHESIS;
      return first && plain.equals("esac") ? Optional.of(TokenKind.ESAC) : Optional.empty();
    }
    if (last == TokenKind.TIME && plain.equals("-p")
        || (last == TokenKind.TIME || last == TokenKind.TIME_OPTION) && plain.equals("--")) {
      return Optional.of(TokenKind.TIME_OPTION);
    }
    if (last == TokenKind.WORD && beforeLast == TokenKind.FOR && plain.equals("do")
        || last == TokenKind.WORD && beforeLast == TokenKind.SELECT && plain.equals("do")) {
      return Optional.of(TokenKind.DO);
    }
    if (!reservedWordMayFollow()) {
      boolean closes = isZsh() && context == Context.COMMANDS && plain.equals("}");
      return closes ? Optional.of(TokenKind.RIGHT_BRACE) : Optional.empty();
    }
    TokenKind reserved = isZsh() ? TokenKind.reservedInZsh(plain) : TokenKind.reserved(plain);
    if (reserved == TokenKind.WORD || reserved == TokenKind.TIME && !last.beforePipeline()) {
      return Optional.empty();
    }
    return Optional.of(reserved);
  }

  private static boolean isNumber(String plain) {
    for (int i = 0; i < plain.length(); i++) {
      if (!Source.isDigit(plain.charAt(i))) {
        return false;
      }
    }
    return !plain.isEmpty();
  }

  private static boolean isDescriptorVariable(String plain) {
    int inner = plain.length() - 1;
    if (inner < 2 || plain.charAt(0) != '{' || plain.charAt(inner) != '}') {
      return false;
    }
    for (int i = 1; i < inner; i++) {
      if (!Source.isIdentifierPart(plain.charAt(i))) {
        return plain.charAt(i) == '[' && plain.charAt(inner - 1) == ']' && i > 1;
      }
    }
    return !Source.isDigit(plain.charAt(1));
  }

  /** The commands behind which bash reads {@code name=(…)} as an array. */
  private static boolean takesAssignments(String plain) {
    switch (plain) {
      case "alias":
      case "declare":
      case "eval":
      case "export":
      case "let":
      case "local":
      case "readonly":
      case "typeset":
        return true;
      default:
        return false;
    }
  }
}
