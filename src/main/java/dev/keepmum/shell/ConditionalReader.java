package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;

/** Reads the inside of {@code [[ … ]]}, which has a lexing and a grammar of its own. */
final class ConditionalReader {
  private final Source source;
  private final Lexer lexer;
  private final int depth;
  private final List<Word> words = new ArrayList<>();
  private Token token;

  /** Made when {@code [[} has been read and nothing behind it. */
  ConditionalReader(Source source, Lexer lexer, int depth) {
    this.source = source;
    this.lexer = lexer;
    this.depth = depth;
  }

  /** Its words with operators and parentheses; the lexer then stands behind {@code ]]}. */
  List<Word> read() throws SyntaxException {
    lexer.enter(Lexer.Context.CONDITIONAL);
    advance();
    expression(depth + 1);
    lexer.nest(depth);
    if (!isPlain("]]")) {
      throw new SyntaxException("expected ]]");
    }
    lexer.endConditional();
    return List.copyOf(words);
  }

  /** Keeps the token and reads the next one. */
  private void keep() throws SyntaxException {
    if (token.kind == TokenKind.WORD) {
      words.add(token.word);
    } else {
      WordPart text = new WordPart.Literal(source.unfold(token.from, token.to), false);
      words.add(new Word(List.of(text), source.start(token.from), source.end(token.to)));
    }
    advance();
  }

  private void advance() throws SyntaxException {
    token = lexer.next();
  }

  private void skipNewlines() throws SyntaxException {
    while (token.kind == TokenKind.NEWLINE) {
      advance();
    }
  }

  private boolean isPlain(String text) {
    return token.kind == TokenKind.WORD && token.plain.equals(text);
  }

  private void expression(int nesting) throws SyntaxException {
    NestingException.check(nesting);
    lexer.nest(nesting);
    term(nesting);
    while (token.kind == TokenKind.AND || token.kind == TokenKind.OR) {
      keep();
      term(nesting);
    }
  }

  private void term(int nesting) throws SyntaxException {
    skipNewlines();
    while (isPlain("!")) {
      keep();
      skipNewlines();
    }
    if (token.kind == TokenKind.LEFT_PARENTHESIS) {
      keep();
      expression(nesting + 1);
      if (token.kind != TokenKind.RIGHT_PARENTHESIS) {
        throw new SyntaxException("expected )");
      }
      keep();
      return;
    }
    if (token.kind != TokenKind.WORD || isPlain("]]")) {
      throw new SyntaxException("expected a condition");
    }
    if (isUnary(token.plain)) {
      keep();
      operand();
      return;
    }
    keep();
    binary();
  }

  private void binary() throws SyntaxException {
    if (token.kind == TokenKind.LESS || token.kind == TokenKind.GREATER) {
      keep();
      operand();
    } else if (token.kind == TokenKind.WORD && isBinary(token.plain)) {
      lexer.enter(
          token.plain.equals("=~")
              ? Lexer.Context.REGULAR_EXPRESSION
              : Lexer.Context.CONDITIONAL_PATTERN);
      keep();
      lexer.enter(Lexer.Context.CONDITIONAL);
      operand();
    }
  }

  private void operand() throws SyntaxException {
    if (token.kind != TokenKind.WORD || isPlain("]]")) {
      throw new SyntaxException("expected an operand");
    }
    keep();
  }

  private static boolean isUnary(String plain) {
    return plain.length() == 2
        && plain.charAt(0) == '-'
        && "abcdefghknoprstuvwxzGLNORS".indexOf(plain.charAt(1)) >= 0;
  }

  private static boolean isBinary(String plain) {
    switch (plain) {
      case "=":
      case "==":
      case "!=":
      case "=~":
      case "-nt":
      case "-ot":
      case "-ef":
      case "-eq":
      case "-ne":
      case "-lt":
      case "-le":
      case "-gt":
      case "-ge":
        return true;
      default:
        return false;
    }
  }
}
