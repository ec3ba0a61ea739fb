package dev.keepmum.rule;

/**
 * How the stretch of text is cut out in which a keyword's token may stand: what a pattern is tried
 * on. Every way looks at a bounded part of the text.
 */
enum TokenWindow {
  /** The keyword begins the token, which ends where its alphabet does. */
  WORD(256),
  /** The same, for tokens whose telling parts lie far apart. */
  LONG_WORD(2048),
  /** The keyword stands within the token. */
  AROUND(512),
  /** The same, for long tokens. */
  LONG_AROUND(2048),
  /** The keyword is part of a name, the token the value that the name is given. */
  ASSIGNED(512),
  /** The token is a word of its own alphabet and length, not far after the keyword. */
  NEAR(160),
  /** From the keyword to the end of the line. */
  LINE(512),
  /** From the keyword over the lines that follow. */
  LINES(512),
  /** From the keyword to the end of a command, which a backslash carries on to the next line. */
  COMMAND(512),
  /** The address around {@code ://}, if somebody's name stands before its host. */
  URL(512),
  /** The keyword is in the first line of a block, which goes on over many lines. */
  BLOCK(2048);

  /** A word that is longer is no token any more. */
  static final int LONGEST_WORD = 4096;

  private static final Alphabet SCHEME = Alphabet.of("A-Za-z0-9+.-");
  private static final String HEADING = "-----BEGIN ";
  private static final int LONGEST_HEADING = 64;

  /** How many characters it reaches from its keyword. */
  private final int reach;

  TokenWindow(int reach) {
    this.reach = reach;
  }

  static TokenWindow of(String word) {
    switch (word) {
      case "word":
        return WORD;
      case "long-word":
        return LONG_WORD;
      case "around":
        return AROUND;
      case "long-around":
        return LONG_AROUND;
      case "assigned":
        return ASSIGNED;
      case "near":
        return NEAR;
      case "line":
        return LINE;
      case "lines":
        return LINES;
      case "command":
        return COMMAND;
      case "url":
        return URL;
      case "block":
        return BLOCK;
      default:
        throw new IllegalArgumentException("no window ".concat(word));
    }
  }

  /** Whether the token is a run of its alphabet, and no more than that is in the window. */
  boolean isRun() {
    return this == WORD || this == LONG_WORD || this == ASSIGNED || this == NEAR;
  }

  /** Whether the token may begin only where the window does. */
  boolean isAnchored() {
    return this != AROUND && this != LONG_AROUND;
  }

  /**
   * The window around a keyword, a {@link Span}; {@link Span#NONE} if no token of the shape can
   * stand there.
   */
  long cut(String text, int start, int end, TokenShape shape) {
    switch (this) {
      case ASSIGNED:
        return assigned(text, start, end, shape);
      case AROUND:
      case LONG_AROUND:
        return run(text, shape.alphabet().runStart(text, start, reach), end, shape);
      case NEAR:
        return near(text, end, shape);
      case URL:
        return address(text, start, end);
      case LINE:
        return Span.of(start, lineEnd(text, end, end + reach));
      case LINES:
        return Span.of(start, Math.min(text.length(), end + reach));
      case COMMAND:
        return Span.of(start, commandEnd(text, end, end + reach));
      case BLOCK:
        return block(text, start);
      default:
        return startsWord(text, start) ? run(text, start, end, shape) : Span.NONE;
    }
  }

  private static boolean startsWord(String text, int start) {
    return start == 0 || !Alphabet.WORD.has(text.charAt(start - 1));
  }

  private long run(String text, int from, int to, TokenShape shape) {
    int end = shape.alphabet().runEnd(text, to, reach);
    return shape.mayBe(end - from) ? Span.of(from, end) : Span.NONE;
  }

  private long assigned(String text, int start, int end, TokenShape shape) {
    long found = AssignedValue.find(text, start, end, shape);
    if (found == Span.NONE) {
      return found;
    }
    long value = run(text, Span.end(found), Span.end(found), shape);
    boolean holds = value != Span.NONE && shape.isNameRight(text, start, end, Span.start(found));
    return holds ? value : Span.NONE;
  }

  private long near(String text, int end, TokenShape shape) {
    int limit = Math.min(text.length(), end + reach);
    int i = end;
    while (i < limit) {
      int stop = shape.alphabet().runEnd(text, i, LONGEST_WORD);
      if (stop > i && shape.mayBe(stop - i)) {
        return Span.of(i, stop);
      }
      i = stop + 1;
    }
    return Span.NONE;
  }

  private long address(String text, int start, int end) {
    int limit = Math.min(text.length(), end + reach);
    boolean hasUser = false;
    int stop = end;
    while (stop < limit && !endsAddress(text.charAt(stop))) {
      char c = text.charAt(stop);
      if (!hasUser && c == '/') {
        return Span.NONE;
      }
      hasUser |= c == '@';
      stop++;
    }
    return hasUser ? Span.of(SCHEME.runStart(text, start, 20), stop) : Span.NONE;
  }

  private static boolean endsAddress(char c) {
    return c <= ' ' || c == '"' || c == '\'' || c == '`' || c == '<' || c == '>';
  }

  private long block(String text, int start) {
    int from = start;
    int limit = Math.max(0, start - LONGEST_HEADING);
    for (int i = start; i >= limit; i--) {
      if (text.startsWith(HEADING, i)) {
        from = i;
        break;
      }
    }
    return Span.of(from, Math.min(text.length(), from + reach));
  }

  private static int commandEnd(String text, int from, int limit) {
    int end = lineEnd(text, from, limit);
    while (end < limit && end < text.length() && text.charAt(end - 1) == '\\') {
      end = lineEnd(text, end + 1, limit);
    }
    return end;
  }

  private static int lineEnd(String text, int from, int limit) {
    int end = from;
    int last = Math.min(text.length(), limit);
    while (end < last && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
