package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;

/** A token with what the lexer knows of it. */
final class Token {
  private static final Word NO_WORD = new Word(List.of(), 0, 0);

  final TokenKind kind;

  /** Positions in the text that is parsed (not yet offsets in what the user wrote). */
  final int from;

  final int to;

  /** The word; without parts where the token is none. */
  final Word word;

  /** The word's text if nothing in it is quoted or expanded, else empty. */
  final String plain;

  /** Present for an assignment, and for a word that is an array assignment. */
  final Optional<Assignment> assignment;

  /** The three expressions of {@code for (( ; ; ))}. */
  final List<Word> expressions;

  private Token(
      TokenKind kind,
      int from,
      int to,
      Word word,
      String plain,
      Optional<Assignment> assignment,
      List<Word> expressions) {
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.word = word;
    this.plain = plain;
    this.assignment = assignment;
    this.expressions = expressions;
  }

  static Token operator(TokenKind kind, int from, int to) {
    return new Token(kind, from, to, NO_WORD, "", Optional.empty(), List.of());
  }

  static Token word(TokenKind kind, int from, int to, Word word, String plain) {
    return new Token(kind, from, to, word, plain, Optional.empty(), List.of());
  }

  static Token assignment(TokenKind kind, int from, int to, Assignment assignment) {
    return new Token(kind, from, to, NO_WORD, "", Optional.of(assignment), List.of());
  }

  static Token arithmeticFor(int from, int to, List<Word> expressions) {
    return new Token(
        TokenKind.ARITHMETIC_FOR, from, to, NO_WORD, "", Optional.empty(), expressions);
  }
}
