package dev.keepmum.settings;

/**
 * The first place where a text is no strict JSON, said so that a person sees what to mend: comments
 * and trailing commas are what other readers of settings allow and Claude Code does not.
 *
 * @param offset where it stands
 * @param message what stands there, without any of the text
 */
record JsonFault(int offset, String message) {
  private static final int DEEPEST = 10_000;

  /** Finds the fault of a text that a reader has refused. Linear. */
  static JsonFault of(String text) {
    return new Scan(text).fault();
  }

  /** Walks the text with a stack of its own: the text may nest deeper than calls can. */
  private static final class Scan {
    private final String text;
    private final StringBuilder open = new StringBuilder();
    private int at;

    Scan(String text) {
      this.text = text;
    }

    JsonFault fault() {
      boolean wantsValue = true;
      int comma = -1;
      while (true) {
        skipSpace();
        if (at >= text.length()) {
          return new JsonFault(
              text.length(),
              open.length() > 0 || wantsValue ? "it ends too early" : "not valid JSON");
        }
        char c = text.charAt(at);
        if (c == '/' || c == '#') {
          return new JsonFault(at, "a comment");
        }
        boolean closes = c == '}' || c == ']';
        if (closes && comma >= 0) {
          return new JsonFault(comma, "a trailing comma");
        }
        comma = -1;
        if (open.length() == 0 && !wantsValue) {
          return new JsonFault(at, "more follows after the JSON value");
        }
        if (closes && open.length() > 0 && open.charAt(open.length() - 1) == opening(c)) {
          open.setLength(open.length() - 1);
          at++;
          wantsValue = false;
        } else if (c == ',' && !wantsValue) {
          comma = at;
          at++;
          wantsValue = true;
        } else if (!wantsValue) {
          return new JsonFault(at, "a comma is missing");
        } else if (isInObject() && !name()) {
          return new JsonFault(at, "a name in double quotes is missing");
        } else {
          String fault = value();
          if (!fault.isEmpty()) {
            return new JsonFault(Math.min(at, text.length()), fault);
          }
          wantsValue = opensNow();
        }
      }
    }

    private boolean opensNow() {
      char last = text.charAt(at - 1);
      return last == '{' || last == '[';
    }

    private static char opening(char closing) {
      return closing == '}' ? '{' : '[';
    }

    private boolean isInObject() {
      return open.length() > 0 && open.charAt(open.length() - 1) == '{';
    }

    /** Goes behind a name and its colon. */
    private boolean name() {
      int start = at;
      boolean found = nameAndColon();
      at = found ? at : start;
      return found;
    }

    private boolean nameAndColon() {
      if (text.charAt(at) != '"' || !string().isEmpty()) {
        return false;
      }
      skipSpace();
      if (at >= text.length() || text.charAt(at) != ':') {
        return false;
      }
      at++;
      skipSpace();
      return true;
    }

    /** Goes behind a value, or into an object or array; says what is wrong with it. */
    private String value() {
      if (at >= text.length()) {
        return "it ends too early";
      }
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        open.append(c);
        at++;
        return open.length() > DEEPEST ? "it is nested too deep" : "";
      }
      if (c == '"') {
        return string();
      }
      int start = at;
      while (at < text.length() && " \t\r\n,:{}[]\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      String word = text.substring(start, at);
      if (word.equals("true") || word.equals("false") || word.equals("null") || isNumber(word)) {
        return "";
      }
      at = start;
      if (c == '/' || c == '#') {
        return "a comment";
      }
      return c == '\'' ? "a string in single quotes" : "no JSON value";
    }

    private String string() {
      int start = at;
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        char c = text.charAt(at);
        if (c < ' ') {
          return c == '\n' || c == '\r'
              ? "a string is not closed on its line"
              : "a control character in a string";
        }
        at += c == '\\' ? 2 : 1;
      }
      if (at >= text.length()) {
        at = start;
        return "a string is not closed";
      }
      at++;
      return "";
    }

    /** RFC 8259, section 6, without regard to what stands behind a leading zero's dot. */
    private static boolean isNumber(String word) {
      int i = word.startsWith("-") ? 1 : 0;
      if (i >= word.length() || !isDigit(word.charAt(i))) {
        return false;
      }
      if (word.charAt(i) == '0' && i + 1 < word.length() && isDigit(word.charAt(i + 1))) {
        return false;
      }
      for (; i < word.length(); i++) {
        char c = word.charAt(i);
        if (!isDigit(c) && c != '.' && c != 'e' && c != 'E' && c != '+' && c != '-') {
          return false;
        }
      }
      return true;
    }

    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private void skipSpace() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
  }
}
