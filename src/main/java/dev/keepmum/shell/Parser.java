package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The grammar of bash ({@code parse.y}) by recursive descent with one token of lookahead. A token
 * is only read when it is asked for, since how it is read depends on what was recognised before.
 */
final class Parser {
  /** How deep compound commands, substitutions and quotes may stand in each other. */
  static final int MAX_NESTING = 32;

  /** How many branches an {@code if} may have, since each stands inside the one before it. */
  private static final int MAX_BRANCHES = 128;

  private final Source source;
  private final int limit;
  private final Lexer lexer;
  private final HereDocuments hereDocuments = new HereDocuments();

  private final int outerDepth;

  private int depth;
  private int unitStart;
  private Token lookahead;
  private boolean looking;

  /** Where the last token taken ended. */
  private int lastEnd;

  Parser(Source source, int from, int limit, int depth) {
    NestingException.check(depth);
    this.source = source;
    this.limit = limit;
    this.outerDepth = depth;
    this.depth = depth;
    this.unitStart = from;
    this.lexer = new Lexer(source, from, limit, depth, hereDocuments);
    this.lastEnd = from;
  }

  /** Parses to the end, line by line as bash does. */
  ShellParse program() {
    List<Script.Statement> complete = new ArrayList<>();
    Optional<ShellParse.SyntaxError> error = Optional.empty();
    boolean more = true;
    while (more) {
      try {
        more = unit(complete);
      } catch (SyntaxException e) {
        more = e.discardFrom >= 0;
        if (more) {
          restart(e.discardFrom);
        } else {
          error = Optional.of(new ShellParse.SyntaxError(source.start(unitStart), e.getMessage()));
        }
      }
    }
    return new ShellParse(new Script(List.copyOf(complete)), error, false);
  }

  /** Parses what bash parses before it runs anything of it; false at the end. */
  private boolean unit(List<Script.Statement> complete) throws SyntaxException {
    unitStart = lastEnd;
    newlines();
    unitStart = peek().from;
    if (at(TokenKind.END)) {
      return false;
    }
    complete.addAll(line());
    return true;
  }

  /** Drops what has been read of the command and the rest of the line. */
  private void restart(int position) {
    int newline = source.text.indexOf('\n', position);
    lastEnd = newline < 0 || newline > limit ? limit : newline;
    looking = false;
    nest(outerDepth);
    hereDocuments.abandon();
    lexer.restart(lastEnd);
  }

  /** Parses the inside of a substitution and its closing parenthesis. */
  Source.Substitution substitution() throws SyntaxException {
    hereDocuments.endBeforeParenthesis();
    lexer.enterSubstitution();
    newlines();
    Script script =
        at(TokenKind.RIGHT_PARENTHESIS) ? new Script(List.of()) : new Script(statements());
    expect(TokenKind.RIGHT_PARENTHESIS, ")");
    return new Source.Substitution(script, lexer.position());
  }

  // Tokens

  private Token peek() throws SyntaxException {
    if (!looking) {
      lookahead = lexer.next();
      looking = true;
    }
    return lookahead;
  }

  private boolean at(TokenKind kind) throws SyntaxException {
    return peek().kind == kind;
  }

  private Token take() throws SyntaxException {
    Token taken = peek();
    looking = false;
    lastEnd = taken.to;
    return taken;
  }

  private Token expect(TokenKind kind, String name) throws SyntaxException {
    if (!at(kind)) {
      throw new SyntaxException("expected ".concat(name));
    }
    return take();
  }

  private void newlines() throws SyntaxException {
    while (at(TokenKind.NEWLINE)) {
      take();
    }
  }

  // Lists

  /** A line of commands with the newline or the end behind it. */
  private List<Script.Statement> line() throws SyntaxException {
    List<Script.Statement> statements = new ArrayList<>();
    do {
      Command command = andOr();
      boolean background = at(TokenKind.AMPERSAND);
      statements.add(new Script.Statement(command, background));
      if (!background && !at(TokenKind.SEMICOLON)) {
        break;
      }
      take();
    } while (!at(TokenKind.NEWLINE) && !at(TokenKind.END));
    if (!at(TokenKind.END)) {
      expect(TokenKind.NEWLINE, "the end of the command");
    }
    return statements;
  }

  /** The commands inside of a compound command, at least one. */
  private List<Script.Statement> statements() throws SyntaxException {
    List<Script.Statement> statements = new ArrayList<>();
    newlines();
    do {
      Command command = andOr();
      boolean background = at(TokenKind.AMPERSAND);
      statements.add(new Script.Statement(command, background));
      if (!background && !at(TokenKind.SEMICOLON) && !at(TokenKind.NEWLINE)) {
        break;
      }
      take();
      newlines();
    } while (!endsStatements(peek().kind));
    return List.copyOf(statements);
  }

  private static boolean endsStatements(TokenKind kind) {
    switch (kind) {
      case END:
      case RIGHT_PARENTHESIS:
      case RIGHT_BRACE:
      case THEN:
      case ELIF:
      case ELSE:
      case FI:
      case DO:
      case DONE:
      case ESAC:
      case CASE_END:
      case CASE_FALL_THROUGH:
      case CASE_CONTINUE:
        return true;
      default:
        return false;
    }
  }

  /** The inside of a compound command, one level deeper. */
  private Script body() throws SyntaxException {
    nest(depth + 1);
    Script body = new Script(statements());
    nest(depth - 1);
    return body;
  }

  private void nest(int newDepth) {
    NestingException.check(newDepth);
    depth = newDepth;
    lexer.nest(newDepth);
  }

  private Command andOr() throws SyntaxException {
    Command first = timedPipeline();
    if (!at(TokenKind.AND) && !at(TokenKind.OR)) {
      return first;
    }
    AndOrChain chain = new AndOrChain(first);
    while (at(TokenKind.AND) || at(TokenKind.OR)) {
      boolean and = take().kind == TokenKind.AND;
      newlines();
      chain.add(and, timedPipeline());
    }
    return chain.command();
  }

  /** A pipeline with any {@code !} and {@code time} before it, which may also stand alone. */
  private Command timedPipeline() throws SyntaxException {
    int start = peek().from;
    boolean negated = false;
    boolean timed = false;
    boolean prefixed = false;
    while (at(TokenKind.BANG) || at(TokenKind.TIME) || at(TokenKind.TIME_OPTION)) {
      TokenKind prefix = take().kind;
      prefixed = true;
      negated ^= prefix == TokenKind.BANG;
      timed |= prefix == TokenKind.TIME;
    }
    if (prefixed && (at(TokenKind.NEWLINE) || at(TokenKind.SEMICOLON) || at(TokenKind.END))) {
      return new Command.Pipeline(
          List.of(), negated, timed, List.of(), source.start(start), source.end(lastEnd));
    }
    Command first = command();
    if (!negated && !timed && !at(TokenKind.PIPE) && !at(TokenKind.PIPE_BOTH)) {
      return first;
    }
    return pipeline(first, negated, timed, start);
  }

  private Command pipeline(Command first, boolean negated, boolean timed, int start)
      throws SyntaxException {
    List<Command> commands = new ArrayList<>();
    List<Boolean> errors = new ArrayList<>();
    commands.add(first);
    while (at(TokenKind.PIPE) || at(TokenKind.PIPE_BOTH)) {
      errors.add(take().kind == TokenKind.PIPE_BOTH);
      newlines();
      commands.add(command());
    }
    return new Command.Pipeline(
        List.copyOf(commands),
        negated,
        timed,
        List.copyOf(errors),
        source.start(start),
        source.end(lastEnd));
  }

  // Commands

  private Command command() throws SyntaxException {
    switch (peek().kind) {
      case FUNCTION:
        return function();
      case COPROC:
        return coprocess();
      default:
        return startsCompound(peek().kind) ? compound() : simple(List.of());
    }
  }

  private static boolean startsCompound(TokenKind kind) {
    switch (kind) {
      case LEFT_PARENTHESIS:
      case LEFT_BRACE:
      case IF:
      case WHILE:
      case UNTIL:
      case FOR:
      case SELECT:
      case REPEAT:
      case CASE:
      case CONDITIONAL:
      case ARITHMETIC:
        return true;
      default:
        return false;
    }
  }

  private Command compound() throws SyntaxException {
    Token first = take();
    switch (first.kind) {
      case LEFT_PARENTHESIS:
        return subshell(first);
      case LEFT_BRACE:
        return group(first);
      case IF:
        return ifElse(first);
      case WHILE:
      case UNTIL:
        return whileLoop(first);
      case FOR:
      case SELECT:
        return forLoop(first);
      case REPEAT:
        return repeat(first);
      case CASE:
        return caseOf(first);
      case CONDITIONAL:
        return conditional(first);
      case ARITHMETIC:
        List<Redirection> redirections = redirections();
        return new Command.Arithmetic(
            first.word, redirections, source.start(first.from), source.end(lastEnd));
      default:
        throw new SyntaxException("expected a compound command");
    }
  }

  private boolean isZsh() {
    return source.dialect == Dialect.ZSH;
  }

  private Command subshell(Token first) throws SyntaxException {
    if (isZsh() && at(TokenKind.RIGHT_PARENTHESIS)) {
      take();
      return unnamed(first, compound());
    }
    Script body = body();
    expect(TokenKind.RIGHT_PARENTHESIS, ")");
    List<Redirection> redirections = redirections();
    return new Command.Subshell(body, redirections, source.start(first.from), source.end(lastEnd));
  }

  private Command group(Token first) throws SyntaxException {
    Script body = body();
    expect(TokenKind.RIGHT_BRACE, "}");
    if (isZsh() && at(TokenKind.WORD) && peek().plain.equals("always")) {
      body = always(body);
    }
    List<Redirection> redirections = redirections();
    return new Command.Group(body, redirections, source.start(first.from), source.end(lastEnd));
  }

  /** zsh's {@code { … } always { … }}: both run. */
  private Script always(Script body) throws SyntaxException {
    take();
    lexer.expectCommand();
    List<Script.Statement> statements = new ArrayList<>(body.statements());
    statements.addAll(groupBody().statements());
    return new Script(List.copyOf(statements));
  }

  private Script groupBody() throws SyntaxException {
    expect(TokenKind.LEFT_BRACE, "{");
    Script body = body();
    expect(TokenKind.RIGHT_BRACE, "}");
    return body;
  }

  /** What zsh takes where bash wants reserved words around a body: a group, or one command. */
  private Script shortBody() throws SyntaxException {
    return at(TokenKind.LEFT_BRACE)
        ? groupBody()
        : new Script(List.of(new Script.Statement(andOr(), false)));
  }

  private Command ifElse(Token first) throws SyntaxException {
    List<Token> starts = new ArrayList<>();
    List<Script> conditions = new ArrayList<>();
    List<Script> bodies = new ArrayList<>();
    Token start = first;
    boolean closed;
    while (true) {
      if (starts.size() == MAX_BRANCHES) {
        throw new NestingException();
      }
      starts.add(start);
      conditions.add(body());
      closed = isZsh() && !at(TokenKind.THEN);
      if (!closed) {
        expect(TokenKind.THEN, "then");
      }
      bodies.add(closed ? shortBody() : body());
      if (!at(TokenKind.ELIF)) {
        break;
      }
      start = take();
    }
    Optional<Script> otherwise = Optional.empty();
    if (at(TokenKind.ELSE)) {
      take();
      closed &= at(TokenKind.LEFT_BRACE);
      otherwise = Optional.of(closed ? groupBody() : body());
    }
    if (!closed) {
      expect(TokenKind.FI, "fi");
    }
    for (int i = starts.size() - 1; i > 0; i--) {
      Command branch =
          new Command.If(
              conditions.get(i),
              bodies.get(i),
              otherwise,
              List.of(),
              source.start(starts.get(i).from),
              source.end(lastEnd));
      otherwise = Optional.of(new Script(List.of(new Script.Statement(branch, false))));
    }
    List<Redirection> redirections = redirections();
    return new Command.If(
        conditions.get(0),
        bodies.get(0),
        otherwise,
        redirections,
        source.start(first.from),
        source.end(lastEnd));
  }

  private Command whileLoop(Token first) throws SyntaxException {
    Script condition = body();
    Script body = isZsh() ? loopBody() : doDone();
    List<Redirection> redirections = redirections();
    return new Command.While(
        condition,
        first.kind == TokenKind.UNTIL,
        body,
        redirections,
        source.start(first.from),
        source.end(lastEnd));
  }

  private Script doDone() throws SyntaxException {
    expect(TokenKind.DO, "do");
    Script body = body();
    expect(TokenKind.DONE, "done");
    return body;
  }

  /** The body of a {@code for}, which may be a group. */
  private Script loopBody() throws SyntaxException {
    if (at(TokenKind.LEFT_BRACE)) {
      return groupBody();
    }
    return isZsh() && !at(TokenKind.DO) ? shortBody() : doDone();
  }

  /** zsh's {@code repeat count}: its body runs, however often. */
  private Command repeat(Token first) throws SyntaxException {
    expect(TokenKind.WORD, "a count");
    lexer.expectCommand();
    if (at(TokenKind.SEMICOLON)) {
      take();
    }
    newlines();
    Script body = loopBody();
    List<Redirection> redirections = redirections();
    return new Command.Group(body, redirections, source.start(first.from), source.end(lastEnd));
  }

  private Command forLoop(Token first) throws SyntaxException {
    if (at(TokenKind.ARITHMETIC_FOR)) {
      return arithmeticFor(first);
    }
    Token name = expect(TokenKind.WORD, "a name");
    Optional<List<Word>> words = Optional.empty();
    if (at(TokenKind.SEMICOLON)) {
      take();
      newlines();
    } else if (isZsh() && at(TokenKind.LEFT_PARENTHESIS)) {
      words = Optional.of(enclosedWords());
    } else {
      newlines();
      if (atIn()) {
        take();
        words = Optional.of(loopWords());
      }
    }
    Script body = first.plain.equals("foreach") ? endedBody() : loopBody();
    List<Redirection> redirections = redirections();
    return new Command.For(
        written(name),
        words,
        first.kind == TokenKind.SELECT,
        body,
        redirections,
        source.start(first.from),
        source.end(lastEnd));
  }

  /** The list of zsh's {@code for name (a b)}. */
  private List<Word> enclosedWords() throws SyntaxException {
    List<Word> words = new ArrayList<>();
    take();
    lexer.enter(Lexer.Context.ARRAY);
    while (at(TokenKind.WORD) || at(TokenKind.NEWLINE)) {
      Token token = take();
      if (token.kind == TokenKind.WORD) {
        words.add(token.word);
      }
    }
    lexer.enter(Lexer.Context.COMMANDS);
    expect(TokenKind.RIGHT_PARENTHESIS, ")");
    if (at(TokenKind.SEMICOLON)) {
      take();
    }
    newlines();
    return List.copyOf(words);
  }

  /** The body of zsh's {@code foreach … end}. */
  private Script endedBody() throws SyntaxException {
    Script body = body();
    expect(TokenKind.DONE, "end");
    return body;
  }

  private boolean atIn() throws SyntaxException {
    return at(TokenKind.IN) || at(TokenKind.WORD) && peek().plain.equals("in");
  }

  private List<Word> loopWords() throws SyntaxException {
    List<Word> words = new ArrayList<>();
    while (at(TokenKind.WORD)) {
      words.add(take().word);
    }
    if (!at(TokenKind.SEMICOLON) && !at(TokenKind.NEWLINE)) {
      throw new SyntaxException("expected the end of the list");
    }
    take();
    newlines();
    return List.copyOf(words);
  }

  private Command arithmeticFor(Token first) throws SyntaxException {
    List<Word> expressions = take().expressions;
    if (at(TokenKind.SEMICOLON)) {
      take();
    }
    newlines();
    Script body = loopBody();
    List<Redirection> redirections = redirections();
    return new Command.ArithmeticFor(
        expressions.get(0),
        expressions.get(1),
        expressions.get(2),
        body,
        redirections,
        source.start(first.from),
        source.end(lastEnd));
  }

  private Command caseOf(Token first) throws SyntaxException {
    Word subject = expect(TokenKind.WORD, "a word").word;
    newlines();
    if (!atIn()) {
      throw new SyntaxException("expected in");
    }
    take();
    List<Command.CaseItem> items = new ArrayList<>();
    lexer.enter(Lexer.Context.CASE_PATTERNS);
    newlines();
    while (!at(TokenKind.ESAC)) {
      items.add(caseItem());
    }
    lexer.enter(Lexer.Context.COMMANDS);
    take();
    List<Redirection> redirections = redirections();
    return new Command.Case(
        subject, List.copyOf(items), redirections, source.start(first.from), source.end(lastEnd));
  }

  /** A branch; what reads the patterns of the next one is set when it ends. */
  private Command.CaseItem caseItem() throws SyntaxException {
    if (at(TokenKind.LEFT_PARENTHESIS)) {
      take();
    }
    List<Word> patterns = new ArrayList<>();
    patterns.add(expect(TokenKind.WORD, "a pattern").word);
    while (at(TokenKind.PIPE)) {
      take();
      patterns.add(expect(TokenKind.WORD, "a pattern").word);
    }
    expect(TokenKind.RIGHT_PARENTHESIS, ")");
    lexer.enter(Lexer.Context.COMMANDS);
    newlines();
    Script body = new Script(List.of());
    if (!peek().kind.endsCaseItem() && !at(TokenKind.ESAC)) {
      body = body();
    }
    boolean last = true;
    if (peek().kind.endsCaseItem()) {
      last = peek().kind == TokenKind.CASE_END;
      take();
      lexer.enter(Lexer.Context.CASE_PATTERNS);
      newlines();
    } else if (!at(TokenKind.ESAC)) {
      throw new SyntaxException("expected ;; or esac");
    }
    return new Command.CaseItem(List.copyOf(patterns), body, last);
  }

  private Command conditional(Token first) throws SyntaxException {
    List<Word> words = new ConditionalReader(source, lexer, depth).read();
    lastEnd = lexer.position();
    List<Redirection> redirections = redirections();
    return new Command.Conditional(
        words, redirections, source.start(first.from), source.end(lastEnd));
  }

  // Functions and coprocesses

  private Command function() throws SyntaxException {
    Token first = take();
    if (isZsh() && at(TokenKind.LEFT_BRACE)) {
      return unnamed(first, compound());
    }
    Token name = expect(TokenKind.WORD, "a name");
    if (at(TokenKind.LEFT_PARENTHESIS)) {
      Token open = take();
      if (!at(TokenKind.RIGHT_PARENTHESIS)) {
        return functionBody(name, first, subshell(open));
      }
      take();
    }
    newlines();
    return functionBody(name, first, functionBody());
  }

  /** zsh's {@code () { … } words}: a function that is called where it stands. */
  private Command unnamed(Token first, Command body) throws SyntaxException {
    String name = "(anon)";
    int start = source.start(first.from);
    List<Word> words = new ArrayList<>();
    words.add(new Word(List.of(new WordPart.Literal(name, true)), start, start));
    while (at(TokenKind.WORD)) {
      words.add(take().word);
    }
    int end = source.end(lastEnd);
    Command definition = new Command.Function(name, body, start, end);
    Command call =
        new Command.Simple(List.of(), List.copyOf(words), List.of(), List.of(), start, end);
    Script both =
        new Script(
            List.of(new Script.Statement(definition, false), new Script.Statement(call, false)));
    return new Command.Group(both, List.of(), start, end);
  }

  private Command functionBody() throws SyntaxException {
    if (isZsh() && at(TokenKind.WORD)) {
      return simple(List.of());
    }
    if (!startsCompound(peek().kind)) {
      throw new SyntaxException("expected the body of a function");
    }
    return compound();
  }

  private Command functionBody(Token name, Token first, Command body) {
    return new Command.Function(written(name), body, source.start(first.from), source.end(lastEnd));
  }

  private Command coprocess() throws SyntaxException {
    Token first = take();
    if (startsCompound(peek().kind)) {
      return coprocess(first, "COPROC", compound());
    }
    if (!at(TokenKind.WORD)) {
      return coprocess(first, "COPROC", simple(List.of()));
    }
    Token word = take();
    if (startsCompound(peek().kind)) {
      return coprocess(first, written(word), compound());
    }
    return coprocess(first, "COPROC", simple(List.of(word)));
  }

  private Command coprocess(Token first, String name, Command body) {
    return new Command.Coprocess(name, body, source.start(first.from), source.end(lastEnd));
  }

  private String written(Token word) {
    return word.plain.isEmpty() ? source.unfold(word.from, word.to) : word.plain;
  }

  // Simple commands and redirections

  /** A simple command, the first words of which may already be taken. */
  private Command simple(List<Token> taken) throws SyntaxException {
    int start = taken.isEmpty() ? peek().from : taken.get(0).from;
    List<Assignment> assignments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Assignment> declarations = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      words.add(taken.get(i).word);
    }
    while (true) {
      Token token = peek();
      if (token.kind.startsRedirection()) {
        redirection(redirections, words.isEmpty());
      } else if (token.kind == TokenKind.ASSIGNMENT) {
        assignments.add(take().assignment.get());
      } else if (token.kind == TokenKind.WORD && token.assignment.isPresent()) {
        declarations.add(take().assignment.get());
      } else if (token.kind == TokenKind.WORD) {
        take();
        words.add(token.word);
        lexer.enter(Lexer.Context.COMMANDS);
        if (words.size() == 1
            && assignments.isEmpty()
            && redirections.isEmpty()
            && at(TokenKind.LEFT_PARENTHESIS)) {
          return definition(token);
        }
      } else {
        break;
      }
    }
    lexer.enter(Lexer.Context.COMMANDS);
    if (words.isEmpty() && assignments.isEmpty() && redirections.isEmpty()) {
      throw new SyntaxException("expected a command");
    }
    return new Command.Simple(
        List.copyOf(assignments),
        List.copyOf(words),
        List.copyOf(declarations),
        Collections.unmodifiableList(redirections),
        source.start(start),
        source.end(lastEnd));
  }

  private Command definition(Token name) throws SyntaxException {
    take();
    expect(TokenKind.RIGHT_PARENTHESIS, ")");
    newlines();
    return functionBody(name, name, functionBody());
  }

  /** The redirections behind a compound command. */
  private List<Redirection> redirections() throws SyntaxException {
    List<Redirection> redirections = new ArrayList<>();
    while (peek().kind.startsRedirection()) {
      redirection(redirections, false);
    }
    return Collections.unmodifiableList(redirections);
  }

  private void redirection(List<Redirection> redirections, boolean prefix) throws SyntaxException {
    Optional<Integer> descriptor = Optional.empty();
    Optional<String> variable = Optional.empty();
    if (at(TokenKind.DESCRIPTOR)) {
      descriptor = Optional.of(number(take().plain));
    } else if (at(TokenKind.DESCRIPTOR_VARIABLE)) {
      String braced = take().plain;
      variable = Optional.of(braced.substring(1, braced.length() - 1));
    }
    Token operator = take();
    if (!operator.kind.isRedirection()) {
      throw new SyntaxException("expected a redirection");
    }
    Token target = expect(TokenKind.WORD, "the target of the redirection");
    Redirection.Operator meaning =
        meaning(operator.kind, descriptor.isEmpty() && variable.isEmpty(), target.plain);
    redirections.add(new Redirection(descriptor, variable, meaning, target.word));
    if (meaning == Redirection.Operator.HERE_DOCUMENT) {
      hereDocuments.expect(redirections, source.unfold(target.from, target.to), operator.kind);
    }
    if (prefix) {
      lexer.enter(Lexer.Context.COMMAND_PREFIX);
    }
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }

  private static Redirection.Operator meaning(
      TokenKind operator, boolean standardDescriptor, String target) {
    switch (operator) {
      case LESS:
        return Redirection.Operator.INPUT;
      case GREATER:
      case GREATER_PIPE:
        return Redirection.Operator.OUTPUT;
      case GREATER_GREATER:
        return Redirection.Operator.APPEND;
      case LESS_GREATER:
        return Redirection.Operator.READ_WRITE;
      case LESS_AMPERSAND:
        return Redirection.Operator.DUPLICATE_INPUT;
      case GREATER_AMPERSAND:
        return standardDescriptor && isFileName(target)
            ? Redirection.Operator.OUTPUT_BOTH
            : Redirection.Operator.DUPLICATE_OUTPUT;
      case AMPERSAND_GREATER:
        return Redirection.Operator.OUTPUT_BOTH;
      case AMPERSAND_GREATER_GREATER:
        return Redirection.Operator.APPEND_BOTH;
      case HERE_STRING:
        return Redirection.Operator.HERE_STRING;
      default:
        return Redirection.Operator.HERE_DOCUMENT;
    }
  }

  /** Whether the target of {@code >&} is known to be neither a descriptor nor {@code -}. */
  private static boolean isFileName(String target) {
    if (target.isEmpty() || target.equals("-")) {
      return false;
    }
    int end = target.endsWith("-") ? target.length() - 1 : target.length();
    for (int i = 0; i < end; i++) {
      if (!Source.isDigit(target.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
