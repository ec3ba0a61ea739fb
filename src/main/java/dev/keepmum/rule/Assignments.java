package dev.keepmum.rule;

/**
 * Walks the names and values in a text, whatever its format: {@code NAME=value}, {@code name:
 * value}, {@code "name": "value"}, {@code <name>value</name>}. Linear: looks at each separator
 * once, and a bounded way back and forth from it.
 */
final class Assignments {
  private static final int LONGEST_NAME = 128;
  private static final int LONGEST_VALUE = 256;

  /** Shorter values are flags, numbers, levels. */
  private static final int SHORTEST_SECRET = 6;

  private final String text;
  private int position;
  private String name = "";
  private char separator;
  private String value = "";
  private boolean isQuoted;

  Assignments(String text) {
    this.text = text;
  }

  /** Goes on to the next assignment. */
  boolean next() {
    while (position < text.length()) {
      char c = text.charAt(position);
      position++;
      if ((c == '=' || c == ':' || c == '>') && readName(position - 1)) {
        separator = c;
        return true;
      }
    }
    return false;
  }

  /** What is assigned here. */
  NamedValue assigned() {
    readValue();
    return new NamedValue(name, value, isSecretName());
  }

  /** Whether the name is a secret's and the value a real one. */
  boolean isSecret() {
    return isSecretName() && isReal() && value.length() >= SHORTEST_SECRET;
  }

  /** Whether the value is one, and not empty, a reference, a structure or an example. */
  boolean isReal() {
    readValue();
    if (value.length() < 2 || isNumber() || Placeholders.isPlaceholder(value)) {
      return false;
    }
    return isQuoted || !isCode();
  }

  private boolean isSecretName() {
    switch (AsciiCase.lower(name)) {
      case "auth":
      case "_auth":
      case "authorization":
      case "identitytoken":
      case "secretkey":
        return true;
      default:
        return VariableNames.secret(name).isPresent();
    }
  }

  /** A call, an index, a structure; a dotted or dashed name without a digit in it. */
  private boolean isCode() {
    char first = value.charAt(0);
    if (first == '{' || first == '[' || first == '|' || first == '&' || first == '!') {
      return true;
    }
    boolean hasDigit = false;
    boolean hasJoint = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '(' || c == '[') {
        return true;
      }
      hasDigit |= c >= '0' && c <= '9';
      hasJoint |= c == '.' || c == '-';
    }
    return hasJoint && !hasDigit;
  }

  private boolean isNumber() {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && c != '.') {
        return false;
      }
    }
    return value.length() < 16;
  }

  private boolean readName(int separator) {
    int end = separator;
    while (end > 0 && separator - end < 8 && isNameEnd(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST_NAME && isNameCharacter(text.charAt(start - 1))) {
      start--;
    }
    name = text.substring(start, end);
    return end > start;
  }

  private static boolean isNameEnd(char c) {
    return c == ' ' || c == '\t' || c == '"' || c == '\'' || c == ':' || c == ']';
  }

  private static boolean isNameCharacter(char c) {
    return Alphabet.WORD.has(c) || c == '-' || c == '.';
  }

  private void readValue() {
    int start = position;
    while (start < text.length() && start - position < 16 && isValueStart(text.charAt(start))) {
      start++;
    }
    char quote = start < text.length() ? text.charAt(start) : ' ';
    isQuoted = quote == '"' || quote == '\'' || quote == '`';
    if (isQuoted) {
      start++;
    }
    if (text.startsWith("Bearer ", start) || text.startsWith("Basic ", start)) {
      start = text.indexOf(' ', start) + 1;
    }
    int end = start;
    int limit = Math.min(text.length(), start + LONGEST_VALUE);
    while (end < limit && !isValueEnd(text.charAt(end), quote)) {
      end++;
    }
    value = text.substring(start, end);
  }

  private static boolean isValueStart(char c) {
    return c == ' ' || c == '\t' || c == '=' || c == '>';
  }

  private boolean isValueEnd(char c, char quote) {
    if (c == '\n' || c == '\r') {
      return true;
    }
    if (separator == '>') {
      return c == '<';
    }
    return isQuoted ? c == quote : c <= ' ' || c == ',' || c == ';' || c == '"' || c == '}';
  }
}
