package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;

/**
 * Makes the parts of a word out of a range of the text whose ends are already known. Never fails:
 * what bash would only find out when it expands the word (a bad substitution, a syntax error in
 * backquotes) stays as it was written.
 */
final class WordReader {
  /** Where characters stand, which decides what is special among them. */
  enum Quoting {
    NONE,
    /** The operand of a <code>${…}</code> that is not in quotes. */
    OPERAND,
    DOUBLE,
    /** The operand of a <code>${…}</code> that is in double quotes or a here-document. */
    DOUBLE_OPERAND,
    HERE_DOCUMENT,
    ARITHMETIC
  }

  private final Source source;

  WordReader(Source source) {
    this.source = source;
  }

  Word word(int from, int to, int depth) {
    return read(from, to, Quoting.NONE, depth);
  }

  Word arithmetic(int from, int to, int depth) {
    return read(from, to, Quoting.ARITHMETIC, depth);
  }

  Word hereDocument(int from, int to, int depth) {
    return read(from, to, Quoting.HERE_DOCUMENT, depth);
  }

  Word read(int from, int to, Quoting quoting, int depth) {
    return new Word(parts(from, to, quoting, depth), source.start(from), source.end(to));
  }

  List<WordPart> parts(int from, int to, Quoting quoting, int depth) {
    NestingException.check(depth);
    PartList parts = new PartList(quoting != Quoting.NONE && quoting != Quoting.OPERAND);
    int at = from;
    while (at < to) {
      at = part(parts, at, from, to, quoting, depth);
    }
    return parts.finished();
  }

  /** Reads one part or character; the position after it. */
  private int part(PartList parts, int at, int from, int to, Quoting quoting, int depth) {
    char c = source.text.charAt(at);
    boolean unquoted = quoting == Quoting.NONE || quoting == Quoting.OPERAND;
    switch (c) {
      case '\\':
        return backslash(parts, at, to, quoting);
      case '\'':
        return unquoted ? singleQuotes(parts, at, to) : character(parts, at);
      case '"':
        return quoting == Quoting.DOUBLE || quoting == Quoting.HERE_DOCUMENT
            ? character(parts, at)
            : doubleQuotes(parts, at, to, quoting, depth);
      case '`':
        return backquotes(parts, at, to, quoting, depth);
      case '$':
        return dollar(parts, at, to, quoting, depth);
      case '<':
      case '>':
        return unquoted ? process(parts, at, to, c == '<', depth) : character(parts, at);
      case '=':
        return at == from && quoting == Quoting.NONE
            ? process(parts, at, to, true, depth)
            : character(parts, at);
      default:
        return character(parts, at);
    }
  }

  private int character(PartList parts, int at) {
    parts.character(source.text.charAt(at));
    return at + 1;
  }

  private int backslash(PartList parts, int at, int to, Quoting quoting) {
    if (at + 1 >= to) {
      parts.character('\\');
      return at + 1;
    }
    char escaped = source.text.charAt(at + 1);
    if (escaped == '\n') {
      return at + 2;
    }
    if (quoting == Quoting.NONE || quoting == Quoting.OPERAND) {
      parts.quoted(escaped);
    } else {
      if (!isEscapable(escaped, quoting)) {
        parts.character('\\');
      }
      parts.character(escaped);
    }
    return at + 2;
  }

  private static boolean isEscapable(char c, Quoting quoting) {
    switch (c) {
      case '$':
      case '`':
      case '\\':
        return true;
      case '"':
        return quoting != Quoting.HERE_DOCUMENT;
      case '}':
        return quoting == Quoting.DOUBLE_OPERAND;
      default:
        return false;
    }
  }

  private int singleQuotes(PartList parts, int at, int to) {
    int close = source.text.indexOf('\'', at + 1);
    if (close < 0 || close >= to) {
      return character(parts, at);
    }
    parts.quoted(source.text.substring(at + 1, close));
    return close + 1;
  }

  private int doubleQuotes(PartList parts, int at, int to, Quoting quoting, int depth) {
    try {
      int after = new Brackets(source, to).afterDoubleQuotes(at + 1, depth + 1);
      List<WordPart> inner = parts(at + 1, after - 1, Quoting.DOUBLE, depth + 1);
      if (quoting == Quoting.NONE || quoting == Quoting.OPERAND) {
        parts.add(new WordPart.DoubleQuoted(inner));
      } else {
        parts.addAll(inner);
      }
      return after;
    } catch (SyntaxException e) {
      return character(parts, at);
    }
  }

  private int backquotes(PartList parts, int at, int to, Quoting quoting, int depth) {
    try {
      int after = new Brackets(source, to).afterBackquotes(at + 1);
      boolean inQuotes = quoting == Quoting.DOUBLE || quoting == Quoting.DOUBLE_OPERAND;
      String inner = withoutBackquoteEscapes(at + 1, after - 1, inQuotes);
      NestingException.check(depth + 1);
      Source derived = source.derived(inner, at, after);
      parts.add(
          new WordPart.CommandSubstitution(
              new Parser(derived, 0, inner.length(), depth + 1).program().script()));
      return after;
    } catch (SyntaxException e) {
      return character(parts, at);
    }
  }

  /** Within backquotes a backslash only escapes {@code $ ` \}, and {@code "} within quotes. */
  private String withoutBackquoteEscapes(int from, int to, boolean inQuotes) {
    StringBuilder kept = new StringBuilder(to - from);
    for (int at = from; at < to; at++) {
      char c = source.text.charAt(at);
      if (c == '\\' && at + 1 < to) {
        char next = source.text.charAt(at + 1);
        if (next == '$' || next == '`' || next == '\\' || next == '"' && inQuotes) {
          c = next;
          at++;
        }
      }
      kept.append(c);
    }
    return kept.toString();
  }

  /** {@code <( … )}, {@code >( … )}, {@code =( … )}, or the character alone. */
  private int process(PartList parts, int at, int to, boolean input, int depth) {
    int open = source.unfolded(at + 1, to);
    if (source.at(open, to) != '(') {
      return character(parts, at);
    }
    Script script;
    int after;
    try {
      if (source.at(source.unfolded(open + 1, to), to) == '(') {
        after = new Brackets(source, to).afterSubstitution(open + 1, depth);
        script = inner(open + 1, after - 1, depth);
      } else {
        Source.Substitution substitution = source.substitution(open + 1, to, depth + 1);
        after = substitution.end;
        script = substitution.script;
      }
    } catch (SyntaxException e) {
      return rest(parts, at, to);
    }
    parts.add(new WordPart.ProcessSubstitution(script, input));
    return after;
  }

  /** Keeps everything as text: trying again behind each failure would cost quadratic time. */
  private int rest(PartList parts, int at, int to) {
    parts.text(source.text.substring(at, to));
    return to;
  }

  private Script inner(int from, int to, int depth) {
    NestingException.check(depth + 1);
    return new Parser(source, from, to, depth + 1).program().script();
  }

  private int dollar(PartList parts, int dollar, int to, Quoting quoting, int depth) {
    int at = source.unfolded(dollar + 1, to);
    int c = source.at(at, to);
    boolean unquoted = quoting == Quoting.NONE || quoting == Quoting.OPERAND;
    try {
      switch (c) {
        case '(':
          return substitution(parts, at + 1, to, depth);
        case '{':
          return braces(parts, at + 1, to, quoting, depth);
        case '[':
          int after = new Brackets(source, to).afterOldArithmetic(at + 1, depth + 1);
          parts.add(new WordPart.Arithmetic(arithmetic(at + 1, after - 1, depth + 1)));
          return after;
        case '\'':
          return unquoted ? ansiQuotes(parts, at + 1, to) : character(parts, dollar);
        case '"':
          return unquoted ? doubleQuotes(parts, at, to, quoting, depth) : character(parts, dollar);
        default:
          return name(parts, dollar, at, to);
      }
    } catch (SyntaxException e) {
      return rest(parts, dollar, to);
    }
  }

  private int ansiQuotes(PartList parts, int from, int to) throws SyntaxException {
    int after = new Brackets(source, to).afterAnsiQuotes(from);
    parts.quoted(AnsiQuoting.decode(source.text, from, after - 1));
    return after;
  }

  private int name(PartList parts, int dollar, int from, int to) {
    int at = behindZshFlag(from, to);
    int end = nameEnd(at, to);
    if (source.at(from, to) == '+' && source.identifierEnd(from + 1, to) > from + 1) {
      return askedName(parts, from + 1, to);
    }
    if (end == at) {
      return character(parts, dollar);
    }
    if (Source.isDigit(source.text.charAt(at))) {
      end = at + 1;
    }
    parts.add(
        new WordPart.Parameter(
            source.unfold(at, end), false, Optional.empty(), ParameterOperator.NONE, List.of()));
    return end;
  }

  /** zsh's {@code $+name}: 1 if it is set. */
  private int askedName(PartList parts, int from, int to) {
    int end = source.identifierEnd(from, to);
    Word one =
        new Word(List.of(new WordPart.Literal("1", false)), source.start(from), source.end(end));
    parts.add(
        new WordPart.Parameter(
            source.unfold(from, end),
            false,
            Optional.empty(),
            ParameterOperator.ALTERNATIVE_IF_SET,
            List.of(one)));
    return end;
  }

  /** zsh's {@code $~name}, {@code $=name} and {@code $^name}: the position of the name. */
  private int behindZshFlag(int at, int to) {
    int c = source.at(at, to);
    boolean flag = c == '~' || c == '=' || c == '^';
    return flag && Source.isIdentifierStart(source.at(at + 1, to)) ? at + 1 : at;
  }

  /** The position after the name of a parameter (a number of any length); the same if none. */
  int nameEnd(int at, int to) {
    int c = source.at(at, to);
    if (Source.isIdentifierStart(c)) {
      return source.identifierEnd(at, to);
    }
    int end = at;
    while (Source.isDigit(source.at(end, to))) {
      end++;
    }
    if (end > at) {
      return end;
    }
    switch (c) {
      case '@':
      case '*':
      case '#':
      case '?':
      case '-':
      case '$':
      case '!':
        return at + 1;
      default:
        return at;
    }
  }

  /** {@code $( … )} or {@code $(( … ))}; {@code from} is behind the first parenthesis. */
  private int substitution(PartList parts, int from, int to, int depth) throws SyntaxException {
    int second = source.unfolded(from, to);
    if (source.at(second, to) != '(') {
      Source.Substitution substitution = source.substitution(from, to, depth + 1);
      parts.add(new WordPart.CommandSubstitution(substitution.script));
      return substitution.end;
    }
    int after = new Brackets(source, to).afterSubstitution(from, depth);
    int inner = after - 1;
    if (source.text.charAt(inner - 1) == ')' && isBalanced(second + 1, inner - 1)) {
      parts.add(new WordPart.Arithmetic(arithmetic(second + 1, inner - 1, depth + 1)));
    } else {
      parts.add(new WordPart.CommandSubstitution(inner(from, inner, depth)));
    }
    return after;
  }

  private boolean isBalanced(int from, int to) {
    int open = 0;
    for (int at = from; at < to && open >= 0; at++) {
      char c = source.text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '(') {
        open++;
      } else if (c == ')') {
        open--;
      }
    }
    return open == 0;
  }

  private int braces(PartList parts, int from, int to, Quoting quoting, int depth)
      throws SyntaxException {
    int after = new Brackets(source, to).afterParameter(from, depth + 1);
    int inner = after - 1;
    int first = source.at(from, inner);
    if (first == ' ' || first == '\t' || first == '\n' || first == '|') {
      int script = first == '|' ? from + 1 : from;
      parts.add(new WordPart.CommandSubstitution(inner(script, inner, depth)));
      return after;
    }
    boolean inQuotes = quoting != Quoting.NONE && quoting != Quoting.OPERAND;
    Quoting operand = inQuotes ? Quoting.DOUBLE_OPERAND : Quoting.OPERAND;
    parts.add(new ParameterReader(source, this, operand, inner, depth + 1).read(from));
    return after;
  }

  /**
   * Where a character stands first that is neither quoted nor in an expansion; {@code to} if
   * nowhere.
   */
  int indexOf(char wanted, int from, int to, int depth) {
    NestingException.check(depth);
    int at = from;
    try {
      while (at < to && source.text.charAt(at) != wanted) {
        at = after(at, to, depth);
      }
    } catch (SyntaxException e) {
      return to;
    }
    return Math.min(at, to);
  }

  private int after(int at, int to, int depth) throws SyntaxException {
    Brackets brackets = new Brackets(source, to);
    switch (source.text.charAt(at)) {
      case '\\':
        return at + 2;
      case '\'':
        return brackets.afterSingleQuotes(at + 1);
      case '"':
        return brackets.afterDoubleQuotes(at + 1, depth + 1);
      case '`':
        return brackets.afterBackquotes(at + 1);
      case '$':
        return brackets.afterExpansion(at, depth);
      default:
        return at + 1;
    }
  }
}
