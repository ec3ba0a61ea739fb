package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the end of one word and whether it is an assignment, as {@code read_token_word} in bash's
 * {@code parse.y} does. The fields above the constructor are set before {@link #from}, those below
 * are its findings.
 */
final class WordScan {
  private final Source source;
  private final int limit;
  private final int depth;
  private final Brackets brackets;

  /** An assignment may stand here. */
  boolean assignments;

  /** {@code name=( … )} may stand here. */
  boolean arrays;

  /** An element of an array: {@code [subscript]=value} may stand here. */
  boolean element;

  boolean regularExpression;

  /** <code>!(</code> is a negated subshell and no pattern. */
  boolean negatable;

  /** <code>f+()</code> defines a function. */
  boolean commandName;

  /** Something in the word is quoted or expanded. */
  boolean special;

  int nameEnd;
  int subscriptStart;
  int subscriptEnd;
  boolean append;

  /** Where the value starts, 0 if the word is no assignment. */
  int valueStart;

  List<Assignment.Element> elements = List.of();
  private boolean array;

  WordScan(Source source, int limit, int depth, Brackets brackets) {
    this.source = source;
    this.limit = limit;
    this.depth = depth;
    this.brackets = brackets;
  }

  boolean isAssignment() {
    return valueStart > 0;
  }

  boolean isArray() {
    return array;
  }

  /** Reads the word that starts here; the position after it. */
  int from(int start) throws SyntaxException {
    int at = assignmentHead(start);
    while (true) {
      at = source.unfolded(at, limit);
      int c = source.at(at, limit);
      if (c == Source.END) {
        return at;
      }
      int after = afterPiece(c, at, start);
      if (after == at) {
        return at;
      }
      at = after;
    }
  }

  /** Reads {@code name=}, {@code name[…]+=} and the like; the start if there is none. */
  private int assignmentHead(int start) throws SyntaxException {
    nameEnd = assignments || arrays ? source.identifierEnd(start, limit) : start;
    int at = source.unfolded(nameEnd, limit);
    if (source.at(at, limit) == '[' && (element ? at == start : assignments && nameEnd > start)) {
      special = true;
      subscriptStart = at + 1;
      at = brackets.afterSubscript(subscriptStart, depth + 1);
      subscriptEnd = at - 1;
    } else if (nameEnd == start) {
      return start;
    }
    int afterName = at;
    at = source.unfolded(at, limit);
    if (source.at(at, limit) == '+') {
      append = true;
      at = source.unfolded(at + 1, limit);
    }
    if (source.at(at, limit) != '=') {
      return afterName;
    }
    special = true;
    valueStart = at + 1;
    at = source.unfolded(valueStart, limit);
    if (arrays && source.at(at, limit) == '(') {
      array = true;
      return afterArray(at + 1);
    }
    return valueStart;
  }

  private int afterArray(int from) throws SyntaxException {
    NestingException.check(depth + 1);
    Lexer lexer = new Lexer(source, from, limit, depth + 1, new HereDocuments());
    lexer.enter(Lexer.Context.ARRAY);
    elements = new ArrayList<>();
    while (true) {
      Token token = lexer.next();
      switch (token.kind) {
        case NEWLINE:
          break;
        case WORD:
          elements.add(
              token.assignment.isPresent()
                  ? new Assignment.Element(
                      token.assignment.get().subscript(),
                      token.assignment.get().append(),
                      token.assignment.get().value())
                  : new Assignment.Element(Optional.empty(), false, token.word));
          break;
        case RIGHT_PARENTHESIS:
          return lexer.position();
        default:
          throw token.kind == TokenKind.END
              ? new SyntaxException("unclosed array")
              : SyntaxException.inArray(token.to);
      }
    }
  }

  /** The position after the piece of the word at a position; the same one if the word ends. */
  private int afterPiece(int c, int at, int start) throws SyntaxException {
    switch (c) {
      case '\\':
        special = true;
        return Math.min(at + 2, limit);
      case '\'':
        special = true;
        return brackets.afterSingleQuotes(at + 1);
      case '"':
        special = true;
        return brackets.afterDoubleQuotes(at + 1, depth + 1);
      case '`':
        special = true;
        return brackets.afterBackquotes(at + 1);
      case '$':
        special = true;
        return afterDollar(at);
      case '(':
        return regularExpression || isGroup(at, start) ? afterGroup(at) : at;
      case '|':
        return regularExpression ? at + 1 : at;
      case '<':
      case '>':
        return afterSubstitution(at);
      case '?':
      case '*':
      case '+':
      case '@':
      case '!':
      case '=':
        return afterPattern(c, at, start);
      case ' ':
      case '\t':
      case '\n':
      case ')':
      case ';':
      case '&':
        return at;
      default:
        return at + 1;
    }
  }

  /** Whether a parenthesis within a word is a group or a qualifier of a glob, as zsh has them. */
  private boolean isGroup(int at, int start) {
    if (source.dialect != Dialect.ZSH || at == start && commandName) {
      return false;
    }
    return !commandName || source.at(source.unfolded(at + 1, limit), limit) != ')';
  }

  private int afterGroup(int open) throws SyntaxException {
    special = true;
    int after = brackets.afterPattern(open + 1, depth);
    if (!regularExpression && source.text.substring(open, after).indexOf(' ') >= 0) {
      throw new SyntaxException("a blank in a group of a glob");
    }
    return after;
  }

  private int afterDollar(int dollar) throws SyntaxException {
    int at = source.unfolded(dollar + 1, limit);
    switch (source.at(at, limit)) {
      case '\'':
        return brackets.afterAnsiQuotes(at + 1);
      case '"':
        return brackets.afterDoubleQuotes(at + 1, depth + 1);
      case '$':
        return at + 1;
      default:
        return brackets.afterExpansion(dollar, depth);
    }
  }

  private int afterSubstitution(int at) throws SyntaxException {
    int open = source.unfolded(at + 1, limit);
    if (source.at(open, limit) != '(') {
      return at;
    }
    special = true;
    return brackets.afterSubstitution(open + 1, depth);
  }

  /**
   * After an extended glob or a zsh glob qualifier ({@code *(D)}), or zsh's {@code =( … )}; bash
   * knows the former with {@code extglob} set and none of the others, but has no other meaning for
   * them.
   */
  private int afterPattern(int c, int at, int start) throws SyntaxException {
    int open = source.unfolded(at + 1, limit);
    if (source.at(open, limit) != '(') {
      return at + 1;
    }
    if (c == '=') {
      if (at != start || commandName) {
        return at + 1;
      }
      special = true;
      return brackets.afterSubstitution(open + 1, depth);
    }
    boolean negation = c == '!' && at == start && negatable;
    boolean definition = commandName && source.at(source.unfolded(open + 1, limit), limit) == ')';
    if (negation || definition) {
      return at + 1;
    }
    special = true;
    return brackets.afterPattern(open + 1, depth);
  }
}
