package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the inside of <code>${ … }</code>. zsh's flags and prefixes are skipped but for {@code
 * (P)}, which is indirection, and {@code (e)}, which expands the value.
 */
final class ParameterReader {
  private final Source source;
  private final WordReader words;
  private final WordReader.Quoting operand;
  private final int end;
  private final int depth;

  private int at;

  /**
   * @param operand how operands are quoted that are no patterns
   * @param end the position of the closing brace
   */
  ParameterReader(Source source, WordReader words, WordReader.Quoting operand, int end, int depth) {
    this.source = source;
    this.words = words;
    this.operand = operand;
    this.end = end;
    this.depth = depth;
  }

  /** Reads what starts here; an expansion that names no parameter keeps those inside of it. */
  WordPart read(int from) {
    at = from;
    if (peek() == '+' && isAsked(at + 1)) {
      return asked();
    }
    String flags = zshFlags();
    boolean indirect = flags.indexOf('P') >= 0;
    if (peek() == '#' && isLength()) {
      at++;
      String name = name();
      return new WordPart.Parameter(
          name, indirect, subscript(), ParameterOperator.LENGTH, List.of());
    }
    if (peek() == '!' && isIndirect()) {
      at++;
      indirect = true;
    }
    String name = name();
    if (name.isEmpty()) {
      return new WordPart.DoubleQuoted(words.parts(from, end, operand, depth));
    }
    Optional<Word> subscript = subscript();
    if (indirect && at == end && isWhole(subscript)) {
      return new WordPart.Parameter(name, false, subscript, ParameterOperator.INDICES, List.of());
    }
    if (indirect && at + 1 == end && (peek() == '*' || peek() == '@')) {
      return new WordPart.Parameter(
          name, false, subscript, ParameterOperator.NAMES_WITH_PREFIX, List.of());
    }
    if (flags.indexOf('e') >= 0 && at == end) {
      return expandedAgain(name, indirect, subscript);
    }
    return operation(name, indirect, subscript);
  }

  /** Whether zsh's <code>${+name}</code> stands here, behind its sign. */
  private boolean isAsked(int from) {
    int after = source.identifierEnd(from, end);
    return after > from && (after == end || source.at(after, end) == '[');
  }

  /** <code>${+name}</code>: 1 if it is set. */
  private WordPart asked() {
    at++;
    String name = name();
    return new WordPart.Parameter(
        name, false, subscript(), ParameterOperator.ALTERNATIVE_IF_SET, List.of(literal("1")));
  }

  /** zsh's <code>${(e)name}</code>, which bash writes <code>${name@P}</code>. */
  private WordPart expandedAgain(String name, boolean indirect, Optional<Word> subscript) {
    return new WordPart.Parameter(
        name, indirect, subscript, ParameterOperator.TRANSFORM, List.of(literal("P")));
  }

  private Word literal(String text) {
    return new Word(List.of(new WordPart.Literal(text, false)), source.start(end), source.end(end));
  }

  private int peek() {
    at = source.unfolded(at, end);
    return source.at(at, end);
  }

  private boolean take(char expected) {
    if (peek() == expected) {
      at++;
      return true;
    }
    return false;
  }

  /** Skips zsh's <code>${(flags)=~^…}</code>; the flags, empty without any. */
  private String zshFlags() {
    String flags = "";
    if (peek() == '(') {
      int close = source.text.indexOf(')', at);
      if (close < 0 || close >= end) {
        return "";
      }
      flags = source.text.substring(at, close);
      at = close + 1;
    }
    while (peek() == '=' || peek() == '~' || peek() == '^' || peek() == '+') {
      at++;
    }
    return flags;
  }

  /** Whether the {@code #} here asks for a length: a parameter and nothing else follows it. */
  private boolean isLength() {
    int name = source.unfolded(at + 1, end);
    int after = words.nameEnd(name, end);
    return after > name
        && (after == end || source.at(after, end) == '[' && source.text.charAt(end - 1) == ']');
  }

  /** Whether the {@code !} here asks for indirection: the name of a parameter follows it. */
  private boolean isIndirect() {
    int name = source.unfolded(at + 1, end);
    int after = words.nameEnd(name, end);
    int c = source.at(name, end);
    if (c == '-' || c == '?' || c == '#' || c == '@') {
      return after == end;
    }
    return after > name;
  }

  private String name() {
    int from = source.unfolded(at, end);
    if (isNested(from)) {
      return "";
    }
    at = words.nameEnd(from, end);
    return source.unfold(from, at);
  }

  /** Whether zsh's <code>${${…}…}</code> or <code>${$(…)…}</code> stands here. */
  private boolean isNested(int from) {
    int next = source.at(from + 1, end);
    return source.at(from, end) == '$' && (next == '{' || next == '(');
  }

  private Optional<Word> subscript() {
    if (peek() != '[') {
      return Optional.empty();
    }
    int from = at + 1;
    try {
      at = new Brackets(source, end).afterSubscript(from, depth + 1);
    } catch (SyntaxException e) {
      return Optional.empty();
    }
    return Optional.of(words.read(from, at - 1, WordReader.Quoting.OPERAND, depth + 1));
  }

  private boolean isWhole(Optional<Word> subscript) {
    if (subscript.isEmpty()) {
      return false;
    }
    char last = source.text.charAt(end - 2);
    return (last == '@' || last == '*') && source.text.charAt(end - 3) == '[';
  }

  private WordPart operation(String name, boolean indirect, Optional<Word> subscript) {
    ParameterOperator operator = operator();
    return new WordPart.Parameter(name, indirect, subscript, operator, arguments(operator));
  }

  private ParameterOperator operator() {
    int c = peek();
    if (c == Source.END) {
      return ParameterOperator.NONE;
    }
    at++;
    switch (c) {
      case ':':
        return colon();
      case '-':
        return ParameterOperator.DEFAULT_IF_UNSET;
      case '=':
        return ParameterOperator.ASSIGN_IF_UNSET;
      case '?':
        return ParameterOperator.ERROR_IF_UNSET;
      case '+':
        return ParameterOperator.ALTERNATIVE_IF_SET;
      case '#':
        return take('#')
            ? ParameterOperator.REMOVE_LONGEST_PREFIX
            : ParameterOperator.REMOVE_SHORTEST_PREFIX;
      case '%':
        return take('%')
            ? ParameterOperator.REMOVE_LONGEST_SUFFIX
            : ParameterOperator.REMOVE_SHORTEST_SUFFIX;
      case '/':
        return replacement();
      case '^':
        return take('^') ? ParameterOperator.UPPER_ALL : ParameterOperator.UPPER_FIRST;
      case ',':
        return take(',') ? ParameterOperator.LOWER_ALL : ParameterOperator.LOWER_FIRST;
      case '~':
        take('~');
        return ParameterOperator.TOGGLE_CASE;
      case '@':
        return ParameterOperator.TRANSFORM;
      default:
        return ParameterOperator.NONE;
    }
  }

  private ParameterOperator colon() {
    int c = peek();
    at++;
    switch (c) {
      case '-':
        return ParameterOperator.DEFAULT_IF_EMPTY;
      case '=':
        return ParameterOperator.ASSIGN_IF_EMPTY;
      case '?':
        return ParameterOperator.ERROR_IF_EMPTY;
      case '+':
        return ParameterOperator.ALTERNATIVE_IF_NOT_EMPTY;
      default:
        at--;
        return ParameterOperator.SUBSTRING;
    }
  }

  private ParameterOperator replacement() {
    if (take('/')) {
      return ParameterOperator.REPLACE_ALL;
    }
    if (take('#')) {
      return ParameterOperator.REPLACE_PREFIX;
    }
    return take('%') ? ParameterOperator.REPLACE_SUFFIX : ParameterOperator.REPLACE_FIRST;
  }

  private List<Word> arguments(ParameterOperator operator) {
    switch (operator) {
      case NONE:
        return List.of();
      case SUBSTRING:
        return split(':', WordReader.Quoting.ARITHMETIC);
      case REPLACE_FIRST:
      case REPLACE_ALL:
      case REPLACE_PREFIX:
      case REPLACE_SUFFIX:
        return patternAndReplacement();
      case REMOVE_SHORTEST_PREFIX:
      case REMOVE_LONGEST_PREFIX:
      case REMOVE_SHORTEST_SUFFIX:
      case REMOVE_LONGEST_SUFFIX:
        return List.of(word(at, end, WordReader.Quoting.OPERAND));
      case UPPER_FIRST:
      case UPPER_ALL:
      case LOWER_FIRST:
      case LOWER_ALL:
      case TOGGLE_CASE:
        return at == end ? List.of() : List.of(word(at, end, WordReader.Quoting.OPERAND));
      default:
        return List.of(word(at, end, operand));
    }
  }

  private List<Word> patternAndReplacement() {
    List<Word> both = split('/', WordReader.Quoting.OPERAND);
    return both.size() == 2 ? both : List.of(both.get(0), word(end, end, operand));
  }

  /** The words before and behind the first separator, or one word if there is none. */
  private List<Word> split(char separator, WordReader.Quoting quoting) {
    List<Word> words = new ArrayList<>(2);
    int middle = this.words.indexOf(separator, at, end, depth);
    words.add(word(at, middle, quoting));
    if (middle < end) {
      words.add(word(middle + 1, end, quoting));
    }
    return List.copyOf(words);
  }

  private Word word(int from, int to, WordReader.Quoting quoting) {
    return words.read(from, to, quoting, depth + 1);
  }
}
