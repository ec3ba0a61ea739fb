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
  private final HereDocuments hereDocuments = new HereDocuments();
  private final TokenStream tokens;
  private final RedirectionReader redirectionReader;

  private final int outerDepth;

  private int depth;
  private int unitStart;

  Parser(Source source, int from, int limit, int depth) {
    NestingException.check(depth);
    this.source = source;
    this.limit = limit;
    this.outerDepth = depth;
    this.depth = depth;
    this.unitStart = from;
    this.tokens = new TokenStream(new Lexer(source, from, limit, depth, hereDocuments), from);
    this.redirectionReader = new RedirectionReader(source, tokens, hereDocuments);
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
    unitStart = tokens.lastEnd();
    tokens.newlines();
    unitStart = tokens.peek().from;
    if (tokens.at(TokenKind.END)) {
      return false;
    }
    complete.addAll(line());
    return true;
  }

  /** Drops what has been read of the command and the rest of the line. */
  private void restart(int position) {
    int newline = source.text.indexOf('\n', position);
    int end = newline < 0 || newline > limit ? limit : newline;
    nest(outerDepth);
    hereDocuments.abandon();
    tokens.restart(end);
  }

  /** Parses the inside of a substitution and its closing parenthesis. */
  Source.Substitution substitution() throws SyntaxException {
    hereDocuments.endBeforeParenthesis();
    tokens.lexer().enterSubstitution();
    tokens.newlines();
    Script script =
        tokens.at(TokenKind.RIGHT_PARENTHESIS) ? new Script(List.of()) : new Script(statements());
    tokens.expect(TokenKind.RIGHT_PARENTHESIS, ")");
    return new Source.Substitution(script, tokens.lexer().position());
  }

  // Lists

  /** A line of commands with the newline or the end behind it. */
  private List<Script.Statement> line() throws SyntaxException {
    List<Script.Statement> statements = new ArrayList<>();
    do {
      Command command = andOr();
      boolean background = tokens.at(TokenKind.AMPERSAND);
      statements.add(new Script.Statement(command, background));
      if (!background && !tokens.at(TokenKind.SEMICOLON)) {
        break;
      }
      tokens.take();
    } while (!tokens.at(TokenKind.NEWLINE) && !tokens.at(TokenKind.END));
    if (!tokens.at(TokenKind.END)) {
      tokens.expect(TokenKind.NEWLINE, "the end of the command");
    }
    return statements;
  }

  /** The commands inside of a compound command, at least one. */
  private List<Script.Statement> statements() throws SyntaxException {
    List<Script.Statement> statements = new ArrayList<>();
    tokens.newlines();
    do {
      Command command = andOr();
      boolean background = tokens.at(TokenKind.AMPERSAND);
      statements.add(new Script.Statement(command, background));
      if (!background && !tokens.at(TokenKind.SEMICOLON) && !tokens.at(TokenKind.NEWLINE)) {
        break;
      }
      tokens.take();
      tokens.newlines();
    } while (!endsStatements(tokens.peek().kind));
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
    tokens.lexer().nest(newDepth);
  }

  private Command andOr() throws SyntaxException {
    Command first = timedPipeline();
    if (!tokens.at(TokenKind.AND) && !tokens.at(TokenKind.OR)) {
      return first;
    }
    AndOrChain chain = new AndOrChain(first);
    while (tokens.at(TokenKind.AND) || tokens.at(TokenKind.OR)) {
      boolean and = tokens.take().kind == TokenKind.AND;
      tokens.newlines();
      chain.add(and, timedPipeline());
    }
    return chain.command();
  }

  /** A pipeline with any {@code !} and {@code time} before it, which may also stand alone. */
  private Command timedPipeline() throws SyntaxException {
    int start = tokens.peek().from;
    boolean negated = false;
    boolean timed = false;
    boolean prefixed = false;
    while (tokens.at(TokenKind.BANG)
        || tokens.at(TokenKind.TIME)
        || tokens.at(TokenKind.TIME_OPTION)) {
      TokenKind prefix = tokens.take().kind;
      prefixed = true;
      negated ^= prefix == TokenKind.BANG;
      timed |= prefix == TokenKind.TIME;
    }
    if (prefixed
        && (tokens.at(TokenKind.NEWLINE)
            || tokens.at(TokenKind.SEMICOLON)
            || tokens.at(TokenKind.END))) {
      return new Command.Pipeline(
          List.of(), negated, timed, List.of(), source.start(start), source.end(tokens.lastEnd()));
    }
    Command first = command();
    if (!negated && !timed && !tokens.at(TokenKind.PIPE) && !tokens.at(TokenKind.PIPE_BOTH)) {
      return first;
    }
    return pipeline(first, negated, timed, start);
  }

  private Command pipeline(Command first, boolean negated, boolean timed, int start)
      throws SyntaxException {
    List<Command> commands = new ArrayList<>();
    List<Boolean> errors = new ArrayList<>();
    commands.add(first);
    while (tokens.at(TokenKind.PIPE) || tokens.at(TokenKind.PIPE_BOTH)) {
      errors.add(tokens.take().kind == TokenKind.PIPE_BOTH);
      tokens.newlines();
      commands.add(command());
    }
    return new Command.Pipeline(
        List.copyOf(commands),
        negated,
        timed,
        List.copyOf(errors),
        source.start(start),
        source.end(tokens.lastEnd()));
  }

  // Commands

  private Command command() throws SyntaxException {
    switch (tokens.peek().kind) {
      case FUNCTION:
        return function();
      case COPROC:
        return coprocess();
      default:
        return startsCompound(tokens.peek().kind) ? compound() : simple(List.of());
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
    Token first = tokens.take();
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
        List<Redirection> redirections = redirectionReader.read();
        return new Command.Arithmetic(
            first.word, redirections, source.start(first.from), source.end(tokens.lastEnd()));
      default:
        throw new SyntaxException("expected a compound command");
    }
  }

  private boolean isZsh() {
    return source.dialect == Dialect.ZSH;
  }

  private Command subshell(Token first) throws SyntaxException {
    if (isZsh() && tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
      tokens.take();
      return unnamed(first);
    }
    Script body = body();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS, ")");
    List<Redirection> redirections = redirectionReader.read();
    return new Command.Subshell(
        body, redirections, source.start(first.from), source.end(tokens.lastEnd()));
  }

  private Command group(Token first) throws SyntaxException {
    Script body = body();
    tokens.expect(TokenKind.RIGHT_BRACE, "}");
    if (isZsh() && tokens.at(TokenKind.WORD) && tokens.peek().plain.equals("always")) {
      body = always(body);
    }
    List<Redirection> redirections = redirectionReader.read();
    return new Command.Group(
        body, redirections, source.start(first.from), source.end(tokens.lastEnd()));
  }

  /** zsh's {@code { … } always { … }}: both run. */
  private Script always(Script body) throws SyntaxException {
    tokens.take();
    tokens.lexer().expectCommand();
    List<Script.Statement> statements = new ArrayList<>(body.statements());
    statements.addAll(groupBody().statements());
    return new Script(List.copyOf(statements));
  }

  private Script groupBody() throws SyntaxException {
    tokens.expect(TokenKind.LEFT_BRACE, "{");
    Script body = body();
    tokens.expect(TokenKind.RIGHT_BRACE, "}");
    return body;
  }

  /** What zsh takes where bash wants reserved words around a body: a group, or one command. */
  private Script shortBody() throws SyntaxException {
    if (tokens.at(TokenKind.LEFT_BRACE)) {
      return groupBody();
    }
    nest(depth + 1);
    Script body = new Script(List.of(new Script.Statement(andOr(), false)));
    nest(depth - 1);
    return body;
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
      closed = isZsh() && !tokens.at(TokenKind.THEN);
      if (!closed) {
        tokens.expect(TokenKind.THEN, "then");
      }
      bodies.add(closed ? shortBody() : body());
      if (!tokens.at(TokenKind.ELIF)) {
        break;
      }
      start = tokens.take();
    }
    Optional<Script> otherwise = Optional.empty();
    if (tokens.at(TokenKind.ELSE)) {
      tokens.take();
      closed &= tokens.at(TokenKind.LEFT_BRACE);
      otherwise = Optional.of(closed ? groupBody() : body());
    }
    if (!closed) {
      tokens.expect(TokenKind.FI, "fi");
    }
    for (int i = starts.size() - 1; i > 0; i--) {
      Command branch =
          new Command.If(
              conditions.get(i),
              bodies.get(i),
              otherwise,
              List.of(),
              source.start(starts.get(i).from),
              source.end(tokens.lastEnd()));
      otherwise = Optional.of(new Script(List.of(new Script.Statement(branch, false))));
    }
    List<Redirection> redirections = redirectionReader.read();
    return new Command.If(
        conditions.get(0),
        bodies.get(0),
        otherwise,
        redirections,
        source.start(first.from),
        source.end(tokens.lastEnd()));
  }

  private Command whileLoop(Token first) throws SyntaxException {
    Script condition = body();
    Script body = isZsh() ? loopBody() : doDone();
    List<Redirection> redirections = redirectionReader.read();
    return new Command.While(
        condition,
        first.kind == TokenKind.UNTIL,
        body,
        redirections,
        source.start(first.from),
        source.end(tokens.lastEnd()));
  }

  private Script doDone() throws SyntaxException {
    tokens.expect(TokenKind.DO, "do");
    Script body = body();
    tokens.expect(TokenKind.DONE, "done");
    return body;
  }

  /** The body of a {@code for}, which may be a group. */
  private Script loopBody() throws SyntaxException {
    if (tokens.at(TokenKind.LEFT_BRACE)) {
      return groupBody();
    }
    return isZsh() && !tokens.at(TokenKind.DO) ? shortBody() : doDone();
  }

  /** zsh's {@code repeat count}: its body runs, however often. */
  private Command repeat(Token first) throws SyntaxException {
    tokens.expect(TokenKind.WORD, "a count");
    tokens.lexer().expectCommand();
    if (tokens.at(TokenKind.SEMICOLON)) {
      tokens.take();
    }
    tokens.newlines();
    Script body = loopBody();
    List<Redirection> redirections = redirectionReader.read();
    return new Command.Group(
        body, redirections, source.start(first.from), source.end(tokens.lastEnd()));
  }

  private Command forLoop(Token first) throws SyntaxException {
    if (tokens.at(TokenKind.ARITHMETIC_FOR)) {
      return arithmeticFor(first);
    }
    Token name = tokens.expect(TokenKind.WORD, "a name");
    Optional<List<Word>> words = Optional.empty();
    if (tokens.at(TokenKind.SEMICOLON)) {
      tokens.take();
      tokens.newlines();
    } else if (isZsh() && tokens.at(TokenKind.LEFT_PARENTHESIS)) {
      words = Optional.of(enclosedWords());
    } else {
      tokens.newlines();
      if (atIn()) {
        tokens.take();
        words = Optional.of(loopWords());
      }
    }
    Script body = first.plain.equals("foreach") ? endedBody() : loopBody();
    List<Redirection> redirections = redirectionReader.read();
    return new Command.For(
        written(name),
        words,
        first.kind == TokenKind.SELECT,
        body,
        redirections,
        source.start(first.from),
        source.end(tokens.lastEnd()));
  }

  /** The list of zsh's {@code for name (a b)}. */
  private List<Word> enclosedWords() throws SyntaxException {
    List<Word> words = new ArrayList<>();
    tokens.take();
    tokens.lexer().enter(Lexer.Context.ARRAY);
    while (tokens.at(TokenKind.WORD) || tokens.at(TokenKind.NEWLINE)) {
      Token token = tokens.take();
      if (token.kind == TokenKind.WORD) {
        words.add(token.word);
      }
    }
    tokens.lexer().enter(Lexer.Context.COMMANDS);
    tokens.expect(TokenKind.RIGHT_PARENTHESIS, ")");
    if (tokens.at(TokenKind.SEMICOLON)) {
      tokens.take();
    }
    tokens.newlines();
    return List.copyOf(words);
  }

  /** The body of zsh's {@code foreach … end}. */
  private Script endedBody() throws SyntaxException {
    Script body = body();
    tokens.expect(TokenKind.DONE, "end");
    return body;
  }

  private boolean atIn() throws SyntaxException {
    return tokens.at(TokenKind.IN) || tokens.at(TokenKind.WORD) && tokens.peek().plain.equals("in");
  }

  private List<Word> loopWords() throws SyntaxException {
    List<Word> words = new ArrayList<>();
    while (tokens.at(TokenKind.WORD)) {
      words.add(tokens.take().word);
    }
    if (!tokens.at(TokenKind.SEMICOLON) && !tokens.at(TokenKind.NEWLINE)) {
      throw new SyntaxException("expected the end of the list");
    }
    tokens.take();
    tokens.newlines();
    return List.copyOf(words);
  }

  private Command arithmeticFor(Token first) throws SyntaxException {
    List<Word> expressions = tokens.take().expressions;
    if (tokens.at(TokenKind.SEMICOLON)) {
      tokens.take();
    }
    tokens.newlines();
    Script body = loopBody();
    List<Redirection> redirections = redirectionReader.read();
    return new Command.ArithmeticFor(
        expressions.get(0),
        expressions.get(1),
        expressions.get(2),
        body,
        redirections,
        source.start(first.from),
        source.end(tokens.lastEnd()));
  }

  private Command caseOf(Token first) throws SyntaxException {
    Word subject = tokens.expect(TokenKind.WORD, "a word").word;
    tokens.newlines();
    if (!atIn()) {
      throw new SyntaxException("expected in");
    }
    tokens.take();
    List<Command.CaseItem> items = new ArrayList<>();
    tokens.lexer().enter(Lexer.Context.CASE_PATTERNS);
    tokens.newlines();
    while (!tokens.at(TokenKind.ESAC)) {
      items.add(caseItem());
    }
    tokens.lexer().enter(Lexer.Context.COMMANDS);
    tokens.take();
    List<Redirection> redirections = redirectionReader.read();
    return new Command.Case(
        subject,
        List.copyOf(items),
        redirections,
        source.start(first.from),
        source.end(tokens.lastEnd()));
  }

  /** A branch; what reads the patterns of the next one is set when it ends. */
  private Command.CaseItem caseItem() throws SyntaxException {
    if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
      tokens.take();
    }
    List<Word> patterns = new ArrayList<>();
    patterns.add(tokens.expect(TokenKind.WORD, "a pattern").word);
    while (tokens.at(TokenKind.PIPE)) {
      tokens.take();
      patterns.add(tokens.expect(TokenKind.WORD, "a pattern").word);
    }
    tokens.expect(TokenKind.RIGHT_PARENTHESIS, ")");
    tokens.lexer().enter(Lexer.Context.COMMANDS);
    tokens.newlines();
    Script body = new Script(List.of());
    if (!tokens.peek().kind.endsCaseItem() && !tokens.at(TokenKind.ESAC)) {
      body = body();
    }
    boolean last = true;
    if (tokens.peek().kind.endsCaseItem()) {
      last = tokens.peek().kind == TokenKind.CASE_END;
      tokens.take();
      tokens.lexer().enter(Lexer.Context.CASE_PATTERNS);
      tokens.newlines();
    } else if (!tokens.at(TokenKind.ESAC)) {
      throw new SyntaxException("expected ;; or esac");
    }
    return new Command.CaseItem(List.copyOf(patterns), body, last);
  }

  private Command conditional(Token first) throws SyntaxException {
    List<Word> words = new ConditionalReader(source, tokens.lexer(), depth).read();
    tokens.skipTo(tokens.lexer().position());
    List<Redirection> redirections = redirectionReader.read();
    return new Command.Conditional(
        words, redirections, source.start(first.from), source.end(tokens.lastEnd()));
  }

  // Functions and coprocesses

  private Command function() throws SyntaxException {
    Token first = tokens.take();
    if (isZsh() && tokens.at(TokenKind.LEFT_BRACE)) {
      return unnamed(first);
    }
    Token name = tokens.expect(TokenKind.WORD, "a name");
    if (tokens.at(TokenKind.LEFT_PARENTHESIS)) {
      Token open = tokens.take();
      if (!tokens.at(TokenKind.RIGHT_PARENTHESIS)) {
        return functionBody(name, first, subshell(open));
      }
      tokens.take();
    }
    tokens.newlines();
    return functionBody(name, first, functionBody());
  }

  /** zsh's {@code () { … } words}: a function that is called where it stands. */
  private Command unnamed(Token first) throws SyntaxException {
    nest(depth + 1);
    Command body = compound();
    nest(depth - 1);
    String name = "(anon)";
    int start = source.start(first.from);
    List<Word> words = new ArrayList<>();
    words.add(new Word(List.of(new WordPart.Literal(name, true)), start, start));
    while (tokens.at(TokenKind.WORD)) {
      words.add(tokens.take().word);
    }
    int end = source.end(tokens.lastEnd());
    Command definition = new Command.Function(name, body, start, end);
    Command call =
        new Command.Simple(List.of(), List.copyOf(words), List.of(), List.of(), start, end);
    Script both =
        new Script(
            List.of(new Script.Statement(definition, false), new Script.Statement(call, false)));
    return new Command.Group(both, List.of(), start, end);
  }

  private Command functionBody() throws SyntaxException {
    if (isZsh() && tokens.at(TokenKind.WORD)) {
      nest(depth + 1);
      Command body = simple(List.of());
      nest(depth - 1);
      return body;
    }
    if (!startsCompound(tokens.peek().kind)) {
      throw new SyntaxException("expected the body of a function");
    }
    return compound();
  }

  private Command functionBody(Token name, Token first, Command body) {
    return new Command.Function(
        written(name), body, source.start(first.from), source.end(tokens.lastEnd()));
  }

  private Command coprocess() throws SyntaxException {
    Token first = tokens.take();
    if (startsCompound(tokens.peek().kind)) {
      return coprocess(first, "COPROC", compound());
    }
    if (!tokens.at(TokenKind.WORD)) {
      return coprocess(first, "COPROC", simple(List.of()));
    }
    Token word = tokens.take();
    if (startsCompound(tokens.peek().kind)) {
      return coprocess(first, written(word), compound());
    }
    return coprocess(first, "COPROC", simple(List.of(word)));
  }

  private Command coprocess(Token first, String name, Command body) {
    return new Command.Coprocess(
        name, body, source.start(first.from), source.end(tokens.lastEnd()));
  }

  private String written(Token word) {
    return word.plain.isEmpty() ? source.unfold(word.from, word.to) : word.plain;
  }

  // Simple commands and redirections

  /** A simple command, the first words of which may already be taken. */
  private Command simple(List<Token> taken) throws SyntaxException {
    int start = taken.isEmpty() ? tokens.peek().from : taken.get(0).from;
    List<Assignment> assignments = new ArrayList<>();
    List<Word> words = new ArrayList<>();
    List<Assignment> declarations = new ArrayList<>();
    List<Redirection> redirections = new ArrayList<>();
    for (int i = 0; i < taken.size(); i++) {
      words.add(taken.get(i).word);
    }
    while (true) {
      Token token = tokens.peek();
      if (token.kind.startsRedirection()) {
        redirectionReader.add(redirections);
        if (words.isEmpty()) {
          tokens.lexer().enter(Lexer.Context.COMMAND_PREFIX);
        }
      } else if (token.kind == TokenKind.ASSIGNMENT) {
        assignments.add(tokens.take().assignment.get());
      } else if (token.kind == TokenKind.WORD && token.assignment.isPresent()) {
        declarations.add(tokens.take().assignment.get());
      } else if (token.kind == TokenKind.WORD) {
        tokens.take();
        words.add(token.word);
        tokens.lexer().enter(Lexer.Context.COMMANDS);
        if (words.size() == 1
            && assignments.isEmpty()
            && redirections.isEmpty()
            && tokens.at(TokenKind.LEFT_PARENTHESIS)) {
          return definition(token);
        }
      } else {
        break;
      }
    }
    tokens.lexer().enter(Lexer.Context.COMMANDS);
    if (words.isEmpty() && assignments.isEmpty() && redirections.isEmpty()) {
      throw new SyntaxException("expected a command");
    }
    return new Command.Simple(
        List.copyOf(assignments),
        List.copyOf(words),
        List.copyOf(declarations),
        Collections.unmodifiableList(redirections),
        source.start(start),
        source.end(tokens.lastEnd()));
  }

  private Command definition(Token name) throws SyntaxException {
    tokens.take();
    tokens.expect(TokenKind.RIGHT_PARENTHESIS, ")");
    tokens.newlines();
    return functionBody(name, name, functionBody());
  }
}
