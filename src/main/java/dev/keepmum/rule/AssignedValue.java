package dev.keepmum.rule;

/**
 * Finds the value that a name is given, whatever the format: {@code NAME=value}, {@code name:
 * value}, {@code "name": "value"}, {@code config['name'] = value}, {@code f("name", "value")},
 * {@code name: string = "value"}, {@code <name>value</name>}, {@code --name value}; quotes may be
 * escaped as they are in a notebook. Looks at a bounded part of the text.
 */
final class AssignedValue {
  private static final int LONGEST_NAME = 40;
  private static final int MOST_BLANKS = 8;
  private static final Alphabet NAME = Alphabet.of("A-Za-z0-9_.-");
  private static final Alphabet CLOSING = Alphabet.of("\"'`)\\]");
  private static final Alphabet OPENING = Alphabet.of("\"'`\\");
  private static final Alphabet BLANK = Alphabet.of(" \t");
  private static final Alphabet TYPE = Alphabet.of("A-Za-z0-9_<>[]?");

  private AssignedValue() {}

  /**
   * Where the name ends and where its value begins, a {@link Span}; {@link Span#NONE} if it has
   * none.
   *
   * @param start where the keyword, which is part of the name, begins
   * @param end where it ends
   */
  static long find(String text, int start, int end, TokenShape shape) {
    int nameEnd = NAME.runEnd(text, end, LONGEST_NAME);
    if (!shape.needsSecretName()) {
      nameEnd = wordsEnd(text, nameEnd, end + LONGEST_NAME);
    }
    int closed = CLOSING.runEnd(text, nameEnd, MOST_BLANKS);
    int at = BLANK.runEnd(text, closed, MOST_BLANKS);
    int value = separatorEnd(text, at);
    if (value < 0 && !shape.needsSecretName() && text.startsWith(",", at)) {
      value = at + 1;
    }
    if (value < 0) {
      value = otherSeparatorEnd(text, start, nameEnd, closed, at);
    }
    return value < 0 ? Span.NONE : Span.of(nameEnd, opened(text, value));
  }

  /** Where the name begins of which something is a part. */
  static int nameStart(String text, int part) {
    return NAME.runStart(text, part, LONGEST_NAME);
  }

  /** A name of several words: {@code mistral api key}. */
  private static int wordsEnd(String text, int from, int limit) {
    int end = from;
    while (end < limit) {
      int next = NAME.runEnd(text, BLANK.runEnd(text, end, 1), limit - end);
      if (next <= end + 1) {
        break;
      }
      end = next;
    }
    return end;
  }

  /** The end of {@code =}, {@code :}, {@code :=}, {@code =>}, {@code ||=}, {@code ===}. */
  private static int separatorEnd(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < 4 && isOperator(text.charAt(end))) {
      end++;
    }
    if (end == from) {
      return -1;
    }
    char last = text.charAt(end - 1);
    if (last == ':') {
      return afterType(text, end);
    }
    boolean isArrow = last == '>' && end - from > 1 && text.charAt(end - 2) == '=';
    return last == '=' || isArrow ? end : -1;
  }

  private static boolean isOperator(char c) {
    return c == '=' || c == ':' || c == '>' || c == '|' || c == '?' || c == '+' || c == '!';
  }

  /** Leaves out a type: {@code key: string = "value"}. */
  private static int afterType(String text, int from) {
    int word = BLANK.runEnd(text, from, MOST_BLANKS);
    int type = TYPE.runEnd(text, word, LONGEST_NAME);
    int equals = BLANK.runEnd(text, type, MOST_BLANKS);
    boolean isType = type > word && equals < text.length() && text.charAt(equals) == '=';
    return isType && equals > type ? equals + 1 : from;
  }

  /** {@code "name", "value"}; {@code <name>value}; {@code --name value}. */
  private static int otherSeparatorEnd(String text, int start, int nameEnd, int closed, int at) {
    char next = at < text.length() ? text.charAt(at) : '\0';
    if (next == ',' && closed > nameEnd) {
      int value = BLANK.runEnd(text, at + 1, MOST_BLANKS);
      return value < text.length() && isQuote(text.charAt(value)) ? value : -1;
    }
    int nameStart = nameStart(text, start);
    if (next == '>' && at == nameEnd && nameStart > 0 && text.charAt(nameStart - 1) == '<') {
      return at + 1;
    }
    return at > closed && closed == nameEnd && text.startsWith("--", nameStart) ? at : -1;
  }

  private static int opened(String text, int from) {
    int at = BLANK.runEnd(text, from, MOST_BLANKS);
    // A letter before a quote says what kind of string it is.
    if (at + 1 < text.length()
        && isQuote(text.charAt(at + 1))
        && "bfru@$".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return OPENING.runEnd(text, at, 4);
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }
}
