package dev.keepmum.code;

/** PowerShell source with a place in it, and what the grammar calls white space. */
final class PowerShellText {
  private final String source;
  private int at;
  private boolean stopped;
  private int end;

  PowerShellText(String source) {
    this.source = source;
    this.end = source.length();
  }

  int position() {
    return at;
  }

  int end() {
    return end;
  }

  /** Goes to a stretch of the source, a block's content. */
  void enter(int start, int stop) {
    at = start;
    end = stop;
  }

  /** Ends the text where it is too deep or too long to be followed. */
  void stop() {
    at = end;
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  boolean done() {
    return at >= end;
  }

  /** The character here; NUL at the end. */
  char peek() {
    return at < end ? source.charAt(at) : '\0';
  }

  char peek(int ahead) {
    return at + ahead < end ? source.charAt(at + ahead) : '\0';
  }

  char next() {
    return at < end ? source.charAt(at++) : '\0';
  }

  void skip(int count) {
    at = Math.min(end, at + count);
  }

  String since(int start) {
    return source.substring(start, at);
  }

  boolean at(String token) {
    return at + token.length() <= end && source.startsWith(token, at);
  }

  boolean take(String token) {
    if (at(token)) {
      at += token.length();
      return true;
    }
    return false;
  }

  /** Whether a word stands here, in any case. */
  boolean atWord(String word) {
    return at + word.length() <= end
        && source.regionMatches(true, at, word, 0, word.length())
        && !isNamePart(peek(word.length()))
        && peek(word.length()) != '-';
  }

  boolean takeWord(String word) {
    if (atWord(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  String name() {
    int start = at;
    while (at < end && isNamePart(source.charAt(at))) {
      at++;
    }
    return source.substring(start, at);
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Blanks, comments and continued lines, but not the end of a line. */
  void blanks() {
    while (at < end) {
      char c = source.charAt(at);
      if (c == ' ' || c == '\t' || c == '\r' || c == '\u00a0') {
        at++;
      } else if (c == '`' && (peek(1) == '\n' || peek(1) == '\r' && peek(2) == '\n')) {
        at += peek(1) == '\n' ? 2 : 3;
      } else if (c == '#') {
        upTo("\n");
      } else if (at("<#")) {
        upTo("#>");
        skip(2);
      } else {
        return;
      }
    }
  }

  /** Blanks and ends of lines. */
  void space() {
    blanks();
    while (peek() == '\n') {
      at++;
      blanks();
    }
  }

  /** Blanks, ends of lines and semicolons. */
  void separators() {
    space();
    while (peek() == ';') {
      at++;
      space();
    }
  }

  private void upTo(String token) {
    int found = source.indexOf(token, at);
    at = found < 0 || found > end ? end : found;
  }

  String restOfLine() {
    int start = at;
    upTo("\n");
    return source.substring(start, at);
  }

  /** The text up to a token, which is stepped over. */
  String before(String token) {
    int start = at;
    upTo(token);
    String text = source.substring(start, at);
    skip(token.length());
    return text;
  }

  /** Steps over a block in braces, from behind the opening one; gives where its content ends. */
  int skipBlock() {
    int depth = 1;
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\'' || c == '"') {
        skipString(c);
        continue;
      }
      if (c == '`') {
        at++;
      } else if (c == '#' || at("<#")) {
        blanks();
        continue;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        at++;
        return at - 1;
      }
      at = Math.min(end, at + 1);
    }
    return end;
  }

  private void skipString(char quote) {
    if (at > 0 && source.charAt(at - 1) == '@' && peek(1) == '\n') {
      upTo("\n" + quote + "@");
      skip(3);
      return;
    }
    at++;
    while (at < end && source.charAt(at) != quote) {
      at += source.charAt(at) == '`' && quote == '"' ? 2 : 1;
    }
    at = Math.min(end, at + 1);
  }
}
