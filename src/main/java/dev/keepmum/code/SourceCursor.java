package dev.keepmum.code;

/** A place in a text, for the readers of small languages. */
final class SourceCursor {
  private final String source;
  private int at;
  private boolean stopped;

  SourceCursor(String source) {
    this.source = source;
  }

  boolean done() {
    return at >= source.length();
  }

  int position() {
    return at;
  }

  void back(int position) {
    at = position;
  }

  /** The character here; NUL at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
  }

  char next() {
    return at < source.length() ? source.charAt(at++) : '\0';
  }

  void skip(int count) {
    at = Math.min(source.length(), at + count);
  }

  /** Ends the text where it is too deep to be followed. */
  void stop() {
    at = source.length();
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  boolean take(String token) {
    if (source.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  /** Takes a word in any case that is not the beginning of a longer one. */
  boolean takeWord(String word) {
    if (source.regionMatches(true, at, word, 0, word.length())
        && !isNamePart(peek(word.length()))) {
      at += word.length();
      return true;
    }
    return false;
  }

  static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  String name() {
    int start = at;
    while (isNamePart(peek())) {
      at++;
    }
    return source.substring(start, at);
  }

  void blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') {
      at++;
    }
  }

  void space() {
    while (!done() && Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** Up to one of some characters, which stays. */
  String until(String stops) {
    int start = at;
    while (!done() && stops.indexOf(peek()) < 0) {
      at++;
    }
    return source.substring(start, at);
  }

  String since(int start) {
    return source.substring(start, at);
  }

  /** The rest of the line; its end is stepped over. */
  String line() {
    String line = until("\n");
    skip(1);
    return line;
  }

  /** What stands between quotes, from the opening one on; a doubled quote stands for itself. */
  String doubled() {
    StringBuilder content = new StringBuilder();
    char quote = next();
    while (!done()) {
      char c = next();
      if (c == quote) {
        if (peek() != quote) {
          break;
        }
        at++;
      }
      content.append(c);
    }
    return content.toString();
  }

  /** What stands between quotes, from the opening one on; a backslash takes the next as it is. */
  String escaped() {
    StringBuilder content = new StringBuilder();
    char quote = next();
    while (!done() && peek() != quote) {
      char c = next();
      if (c == '\\' && !done()) {
        char escaped = next();
        c = escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
      }
      content.append(c);
    }
    skip(1);
    return content.toString();
  }

  /** Up to the bracket that closes one already taken; it is stepped over. */
  String balanced(char open, char close) {
    int start = at;
    int depth = 1;
    while (!done()) {
      char c = next();
      if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return source.substring(start, at - 1);
      }
    }
    return source.substring(start);
  }
}
