package dev.keepmum.shell;

/**
 * The tokens of a text with one token of lookahead. A token is only read when it is asked for,
 * since how it is read depends on what was recognised before.
 */
final class TokenStream {
  private final Lexer lexer;
  private Token lookahead;
  private boolean looking;
  private int lastEnd;

  TokenStream(Lexer lexer, int from) {
    this.lexer = lexer;
    this.lastEnd = from;
  }

  /** Says how the tokens that follow are read. */
  Lexer lexer() {
    return lexer;
  }

  /** Where the last token taken ended. */
  int lastEnd() {
    return lastEnd;
  }

  Token peek() throws SyntaxException {
    if (!looking) {
      lookahead = lexer.next();
      looking = true;
    }
    return lookahead;
  }

  boolean at(TokenKind kind) throws SyntaxException {
    return peek().kind == kind;
  }

  Token take() throws SyntaxException {
    Token taken = peek();
    looking = false;
    lastEnd = taken.to;
    return taken;
  }

  Token expect(TokenKind kind, String name) throws SyntaxException {
    if (!at(kind)) {
      throw new SyntaxException("expected ".concat(name));
    }
    return take();
  }

  void newlines() throws SyntaxException {
    while (at(TokenKind.NEWLINE)) {
      take();
    }
  }

  /** Goes on behind what was read past the tokens. */
  void skipTo(int position) {
    lastEnd = position;
  }

  /** Drops the lookahead and goes on at the end of a line. */
  void restart(int position) {
    lastEnd = position;
    looking = false;
    lexer.restart(position);
  }
}
