package dev.keepmum.code;

/**
 * Cuts an awk program into tokens, one at a time. A slash begins a regular expression where an
 * operand may stand, as POSIX says for the token ERE.
 */
final class AwkLexer {
  enum Kind {
    NAME,
    /**
     * A name with the opening parenthesis right behind it: a call of the program's own function.
     */
    CALL,
    NUMBER,
    STRING,
    REGEX,
    OPERATOR,
    NEWLINE,
    END
  }

  private static final String[] OPERATORS = {
    "**=", "|&", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=",
    "!~", ">>", "**"
  };

  private static final int MAX_NESTING = 32;

  private final String source;
  private int position;
  private Kind kind = Kind.NEWLINE;
  private String text = "";
  private int nesting;
  private boolean tooDeep;

  AwkLexer(String source) {
    this.source = source;
    next();
  }

  Kind kind() {
    return kind;
  }

  String text() {
    return text;
  }

  /** Whether the token is this operator or keyword. */
  boolean is(String expected) {
    return (kind == Kind.OPERATOR || kind == Kind.NAME || kind == Kind.CALL)
        && text.equals(expected);
  }

  /** Whether the first thing behind the token is this word. */
  boolean isFollowedBy(String word) {
    int i = position;
    while (i < source.length() && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
      i++;
    }
    return source.startsWith(word, i)
        && (i + word.length() >= source.length() || !isNamePart(source.charAt(i + word.length())));
  }

  void next() {
    boolean operandMayFollow = operandMayFollow();
    skipBlanks();
    if (position >= source.length()) {
      set(Kind.END, "");
      return;
    }
    char c = source.charAt(position);
    if (c == '\n') {
      position++;
      set(Kind.NEWLINE, "\n");
    } else if (c == '"') {
      string();
    } else if (c == '/' && operandMayFollow) {
      regex();
    } else if (Character.isDigit(c) || c == '.' && digitAt(position + 1)) {
      number();
    } else if (isNameStart(c)) {
      name();
    } else {
      operator();
    }
  }

  /** Whether the token is of a kind. */
  boolean at(Kind expected) {
    return kind == expected;
  }

  /** Whether an expression may begin with the token. */
  boolean startsOperand() {
    switch (kind) {
      case NUMBER:
      case STRING:
      case REGEX:
        return true;
      case CALL:
      case NAME:
        return !isStatement(text);
      case OPERATOR:
        switch (text) {
          case "$":
          case "(":
          case "!":
          case "-":
          case "+":
          case "++":
          case "--":
            return true;
          default:
            return false;
        }
      default:
        return false;
    }
  }

  private static boolean isStatement(String name) {
    switch (name) {
      case "in":
      case "if":
      case "else":
      case "while":
      case "for":
      case "do":
      case "print":
      case "printf":
      case "next":
      case "exit":
      case "return":
      case "delete":
        return true;
      default:
        return false;
    }
  }

  void skipNewlines() {
    while (at(AwkLexer.Kind.NEWLINE)) {
      next();
    }
  }

  /** An expression goes on in the next line behind these operators. */
  void skipNewlinesAfter(String operator) {
    if (operator.equals("||") || operator.equals("&&")) {
      skipNewlines();
    }
  }

  void skipTerminators() {
    while (at(AwkLexer.Kind.NEWLINE) || is(";")) {
      next();
    }
  }

  void skipTerminatorsBeforeElse() {
    if ((at(AwkLexer.Kind.NEWLINE) || is(";")) && isFollowedBy("else")) {
      next();
    }
  }

  /** Goes one level deeper; the text ends where it is nested too deeply. */
  void enter() {
    if (++nesting > MAX_NESTING) {
      tooDeep = true;
      position = source.length();
      set(Kind.END, "");
    }
  }

  void leave() {
    nesting--;
  }

  boolean isTooDeep() {
    return tooDeep;
  }

  private boolean operandMayFollow() {
    switch (kind) {
      case NUMBER:
      case STRING:
      case REGEX:
        return false;
      case NAME:
        return isKeyword(text);
      case OPERATOR:
        return !(text.equals(")") || text.equals("]") || text.equals("$") || text.equals("++"));
      default:
        return true;
    }
  }

  private static boolean isKeyword(String name) {
    switch (name) {
      case "print":
      case "printf":
      case "return":
      case "in":
      case "do":
      case "else":
      case "BEGIN":
      case "END":
        return true;
      default:
        return false;
    }
  }

  private void skipBlanks() {
    while (position < source.length()) {
      char c = source.charAt(position);
      if (c == ' ' || c == '\t' || c == '\r') {
        position++;
      } else if (c == '\\' && source.startsWith("\n", position + 1)) {
        position += 2;
      } else if (c == '#') {
        int end = source.indexOf('\n', position);
        position = end < 0 ? source.length() : end;
      } else {
        return;
      }
    }
  }

  private void string() {
    StringBuilder content = new StringBuilder();
    position++;
    while (position < source.length() && source.charAt(position) != '"') {
      char c = source.charAt(position++);
      if (c == '\\' && position < source.length()) {
        escape(content);
      } else {
        content.append(c);
      }
    }
    position++;
    set(Kind.STRING, content.toString());
  }

  private void escape(StringBuilder content) {
    char c = source.charAt(position++);
    switch (c) {
      case 'n':
        content.append('\n');
        break;
      case 't':
        content.append('\t');
        break;
      case 'r':
        content.append('\r');
        break;
      case '\n':
        break;
      case 'x':
        number(content, 16, 2);
        break;
      case '0':
      case '1':
      case '2':
      case '3':
      case '4':
      case '5':
      case '6':
      case '7':
        position--;
        number(content, 8, 3);
        break;
      default:
        content.append(c);
    }
  }

  private void number(StringBuilder content, int radix, int digits) {
    int value = 0;
    int end = Math.min(source.length(), position + digits);
    while (position < end && Character.digit(source.charAt(position), radix) >= 0) {
      value = value * radix + Character.digit(source.charAt(position++), radix);
    }
    content.append((char) value);
  }

  private void regex() {
    int start = ++position;
    boolean inClass = false;
    while (position < source.length() && source.charAt(position) != '\n') {
      char c = source.charAt(position);
      if (c == '\\') {
        position++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        break;
      }
      position++;
    }
    int end = Math.min(position, source.length());
    position = Math.min(position + 1, source.length());
    set(Kind.REGEX, source.substring(start, end));
  }

  private void number() {
    int start = position;
    while (position < source.length()
        && (Character.isLetterOrDigit(source.charAt(position)) || source.charAt(position) == '.')) {
      position++;
    }
    set(Kind.NUMBER, source.substring(start, position));
  }

  private void name() {
    int start = position;
    while (position < source.length() && isNamePart(source.charAt(position))) {
      position++;
    }
    boolean call = position < source.length() && source.charAt(position) == '(';
    String name = source.substring(start, position);
    set(call ? Kind.CALL : Kind.NAME, name);
  }

  private void operator() {
    for (String operator : OPERATORS) {
      if (source.startsWith(operator, position)) {
        position += operator.length();
        set(Kind.OPERATOR, operator);
        return;
      }
    }
    set(Kind.OPERATOR, String.valueOf(source.charAt(position++)));
  }

  private boolean digitAt(int index) {
    return index < source.length() && Character.isDigit(source.charAt(index));
  }

  private static boolean isNameStart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '@';
  }

  private static boolean isNamePart(char c) {
    return isNameStart(c) || c >= '0' && c <= '9';
  }

  private void set(Kind newKind, String newText) {
    kind = newKind;
    text = newText;
  }
}
