package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Reads redirections: a descriptor, an operator and a target. */
final class RedirectionReader {
  private final Source source;
  private final TokenStream tokens;
  private final HereDocuments hereDocuments;

  RedirectionReader(Source source, TokenStream tokens, HereDocuments hereDocuments) {
    this.source = source;
    this.tokens = tokens;
    this.hereDocuments = hereDocuments;
  }

  /** The redirections behind a compound command. */
  List<Redirection> read() throws SyntaxException {
    List<Redirection> redirections = new ArrayList<>();
    while (tokens.peek().kind.startsRedirection()) {
      add(redirections);
    }
    return Collections.unmodifiableList(redirections);
  }

  /** Reads one redirection; a here-document's text is put in its place later. */
  void add(List<Redirection> redirections) throws SyntaxException {
    Optional<Integer> descriptor = Optional.empty();
    Optional<String> variable = Optional.empty();
    if (tokens.at(TokenKind.DESCRIPTOR)) {
      descriptor = Optional.of(number(tokens.take().plain));
    } else if (tokens.at(TokenKind.DESCRIPTOR_VARIABLE)) {
      String braced = tokens.take().plain;
      variable = Optional.of(braced.substring(1, braced.length() - 1));
    }
    Token operator = tokens.take();
    if (!operator.kind.isRedirection()) {
      throw new SyntaxException("expected a redirection");
    }
    Token target = tokens.expect(TokenKind.WORD, "the target of the redirection");
    Redirection.Operator meaning =
        meaning(operator.kind, descriptor.isEmpty() && variable.isEmpty(), target.plain);
    redirections.add(new Redirection(descriptor, variable, meaning, target.word));
    if (meaning == Redirection.Operator.HERE_DOCUMENT) {
      hereDocuments.expect(redirections, source.unfold(target.from, target.to), operator.kind);
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
