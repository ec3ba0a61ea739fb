package dev.keepmum.code;

import java.util.ArrayList;
import java.util.List;

/**
 * A token of a program in any language.
 *
 * @param text a word with whatever joins its parts ({@code os.Getenv}, {@code file->string}), the
 *     characters of a string, or one sign
 */
record GeneralToken(Kind kind, String text) {

  enum Kind {
    WORD,
    STRING,
    /** A string in backquotes, which many languages run. */
    COMMAND,
    SIGN,
    /** The end of a statement. */
    END
  }

  static final int MAX_TOKENS = 100_000;

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** The tokens of a text; an unclosed string ends with the text. */
  static List<GeneralToken> of(String text) {
    List<GeneralToken> tokens = new ArrayList<>();
    int depth = 0;
    int at = 0;
    int line = -1; // Where the line ends; looked for once a line, which keeps the time linear.
    while (at < text.length() && tokens.size() < MAX_TOKENS) {
      char c = text.charAt(at);
      if (at > line) {
        line = lineEnd(text, at);
      }
      if (c == '"' || c == '`' || c == '\'' && closes(text, at, line)) {
        int end = stringEnd(text, at);
        Kind kind = c == '`' ? Kind.COMMAND : Kind.STRING;
        tokens.add(new GeneralToken(kind, text.substring(at + 1, Math.min(end, text.length()))));
        at = end + 1;
      } else if (isWord(c)) {
        int end = wordEnd(text, at);
        tokens.add(new GeneralToken(Kind.WORD, text.substring(at, end)));
        at = end;
      } else if (c == '\n' || c == ';') {
        if (depth <= 0) {
          tokens.add(new GeneralToken(Kind.END, ""));
        }
        at++;
      } else if (c <= ' ') {
        at++;
      } else {
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
        int end = at + signLength(text, at);
        tokens.add(new GeneralToken(Kind.SIGN, text.substring(at, end)));
        at = end;
      }
    }
    tokens.add(new GeneralToken(Kind.END, ""));
    return tokens;
  }

  /** An apostrophe may quote a form in Lisp, or end a name in Haskell. */
  private static boolean closes(String text, int open, int line) {
    boolean afterName = open > 0 && Character.isLetterOrDigit(text.charAt(open - 1));
    int close = afterName ? -1 : text.indexOf('\'', open + 1);
    return close > 0 && close < line;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  private static int stringEnd(String text, int open) {
    char quote = text.charAt(open);
    int at = open + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '.' || c == '/';
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length() && isWordPart(text, at)) {
      at++;
    }
    return at;
  }

  /** A word goes on over what joins names, if another letter follows; {@code !} may end it. */
  private static boolean isWordPart(String text, int at) {
    char c = text.charAt(at);
    if (isWord(c)) {
      return true;
    }
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    switch (c) {
      case ':', '-', '>', '*', '@', '?':
        return Character.isLetterOrDigit(next) || next == ':' || next == '>' || next == '/';
      case '!':
        return next == '(' || next == ' ' || next == '"';
      default:
        return false;
    }
  }

  private static int signLength(String text, int at) {
    if (at + 1 >= text.length()) {
      return 1;
    }
    switch (text.substring(at, at + 2)) {
      case "|>", ">>", "==", "!=", "<-", ":=", "<=", ">=", "=>", "->":
        return 2;
      default:
        return 1;
    }
  }
}
