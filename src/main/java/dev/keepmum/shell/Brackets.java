package dev.keepmum.shell;

/**
 * Finds where quotes and brackets end, by the rules of {@code parse_matched_pair} in bash's {@code
 * parse.y}: these decide what bash takes as one word, before anybody looks at what is inside.
 */
final class Brackets {
  private final Source source;
  private final int limit;

  /** What stands between the brackets, as far as it decides where they end. */
  private enum Inside {
    /** Patterns: brackets nest, quotes count. */
    PATTERN,
    /** {@code (( ))} and {@code $[ ]}: as a pattern, but a command substitution is read as one. */
    ARITHMETIC,
    /** <code>${ }</code>: an inner brace alone does not nest, a substitution does. */
    PARAMETER,
    /** {@code [ ]} of an array: brackets nest, a substitution is read as one. */
    SUBSCRIPT
  }

  Brackets(Source source, int limit) {
    this.source = source;
    this.limit = limit;
  }

  /** The position after the quote that ends a {@code '…'} whose inside starts at {@code from}. */
  int afterSingleQuotes(int from) throws SyntaxException {
    int at = source.text.indexOf('\'', from);
    if (at < 0 || at >= limit) {
      throw new SyntaxException("unclosed single quote");
    }
    return at + 1;
  }

  /** As {@link #afterSingleQuotes} for {@code $'…'}, where a backslash escapes. */
  int afterAnsiQuotes(int from) throws SyntaxException {
    return afterEscapable(from, '\'', "unclosed $' quote");
  }

  /** The position after the backquote that ends <code>`…`</code>. */
  int afterBackquotes(int from) throws SyntaxException {
    return afterEscapable(from, '`', "unclosed backquote");
  }

  private int afterEscapable(int from, char close, String message) throws SyntaxException {
    for (int at = from; at < limit; at++) {
      char c = source.text.charAt(at);
      if (c == close) {
        return at + 1;
      }
      if (c == '\\') {
        at++;
      }
    }
    throw new SyntaxException(message);
  }

  /** The position after the quote that ends a {@code "…"}. */
  int afterDoubleQuotes(int from, int depth) throws SyntaxException {
    NestingException.check(depth);
    int at = from;
    while (at < limit) {
      char c = source.text.charAt(at);
      if (c == '"') {
        return at + 1;
      } else if (c == '\\') {
        at += 2;
      } else if (c == '`') {
        at = afterBackquotes(at + 1);
      } else if (c == '$') {
        at = afterDollar(at, depth);
      } else {
        at++;
      }
    }
    throw new SyntaxException("unclosed double quote");
  }

  /**
   * After the {@code $(…)}, <code>${…}</code> or {@code $[…]} that begins at a dollar; after the
   * dollar if it is none.
   */
  int afterExpansion(int dollar, int depth) throws SyntaxException {
    int at = source.unfolded(dollar + 1, limit);
    switch (source.at(at, limit)) {
      case '(':
        return afterSubstitution(at + 1, depth);
      case '{':
        return afterParameter(at + 1, depth + 1);
      case '[':
        return afterOldArithmetic(at + 1, depth + 1);
      default:
        return dollar + 1;
    }
  }

  /** The same in double quotes, where {@code $$} is not the beginning of anything else. */
  private int afterDollar(int dollar, int depth) throws SyntaxException {
    int at = source.unfolded(dollar + 1, limit);
    switch (source.at(at, limit)) {
      case '(':
        return afterSubstitution(at + 1, depth);
      case '{':
        return afterParameter(at + 1, depth);
      case '[':
        return afterOldArithmetic(at + 1, depth);
      case '$':
        return at + 1;
      default:
        return dollar + 1;
    }
  }

  /**
   * After {@code $( … )}, {@code <( … )} and their kin, whose inside starts at {@code from}. What
   * starts with two parentheses is only matched, since it may be arithmetic.
   */
  int afterSubstitution(int from, int depth) throws SyntaxException {
    if (source.at(source.unfolded(from, limit), limit) == '(') {
      return afterParentheses(from, depth);
    }
    return source.substitution(from, limit, depth + 1).end;
  }

  /** After the brace that ends <code>${…}</code>. */
  int afterParameter(int from, int depth) throws SyntaxException {
    return after(from, '{', '}', Inside.PARAMETER, depth);
  }

  /** After the bracket that ends the subscript of an array. */
  int afterSubscript(int from, int depth) throws SyntaxException {
    return after(from, '[', ']', Inside.SUBSCRIPT, depth);
  }

  /** After the parenthesis that ends a group of patterns. */
  int afterPattern(int from, int depth) throws SyntaxException {
    return after(from, '(', ')', Inside.PATTERN, depth);
  }

  /** After the bracket that ends <code>$[…]</code>. */
  int afterOldArithmetic(int from, int depth) throws SyntaxException {
    return after(from, '[', ']', Inside.ARITHMETIC, depth);
  }

  /** After the parenthesis that ends the inner or outer one of a pair {@code (( ))}. */
  int afterParentheses(int from, int depth) throws SyntaxException {
    return after(from, '(', ')', Inside.ARITHMETIC, depth);
  }

  private int after(int from, char open, char close, Inside inside, int depth)
      throws SyntaxException {
    NestingException.check(depth);
    int nested = 1;
    int at = from;
    while (at < limit) {
      char c = source.text.charAt(at);
      if (c == close) {
        nested--;
        at++;
        if (nested == 0) {
          return at;
        }
      } else if (c == open && inside != Inside.PARAMETER) {
        nested++;
        at++;
      } else {
        at = afterInner(at, inside, depth);
      }
    }
    throw new SyntaxException("unclosed bracket");
  }

  private int afterInner(int at, Inside inside, int depth) throws SyntaxException {
    switch (source.text.charAt(at)) {
      case '\\':
        return at + 2;
      case '\'':
        return afterSingleQuotes(at + 1);
      case '"':
        return afterDoubleQuotes(at + 1, depth + 1);
      case '`':
        return afterBackquotes(at + 1);
      case '$':
        int next = source.unfolded(at + 1, limit);
        if (source.at(next, limit) == '\'') {
          return afterAnsiQuotes(next + 1);
        }
        if (inside == Inside.PATTERN
            || inside == Inside.ARITHMETIC && source.at(next, limit) != '(') {
          return at + 1;
        }
        return afterDollar(at, depth + 1);
      case '<':
      case '>':
        int open = source.unfolded(at + 1, limit);
        boolean process =
            (inside == Inside.PARAMETER || inside == Inside.SUBSCRIPT)
                && source.at(open, limit) == '(';
        return process ? afterSubstitution(open + 1, depth + 1) : at + 1;
      default:
        return at + 1;
    }
  }
}
