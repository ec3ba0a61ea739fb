package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/** Tokens of JavaScript and TypeScript. */
final class JavaScriptLexer extends Lexer {
  private static final String[] OPERATORS = {
    ">>>=", "===", "!==", ">>>", "**=", "...", "??=", "||=", "&&=", "<<=", ">>=", "=>", "==", "!=",
    "<=", ">=", "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=",
    "**", "<<", ">>"
  };

  private static final int MAX_TEMPLATES = 32;

  JavaScriptLexer(String source) {
    super(source);
  }

  @Override
  String[] operators() {
    return OPERATORS;
  }

  @Override
  boolean special(char c) {
    if (c == '/') {
      return commentOrPattern();
    }
    if (c == '#' && (peek(at + 1) == '!' || isNameStart(peek(at + 1)))) {
      if (at == 0) {
        skipLine();
      } else {
        at++;
      }
      return true;
    }
    if (c == '"' || c == '\'') {
      quoted(c);
      return true;
    }
    if (c == '`') {
      template();
      return true;
    }
    if (c == '\\' && peek(at + 1) == 'u') {
      escapedName();
      return true;
    }
    return false;
  }

  /** A name may be written with escapes: {@code process.\u0065nv}. */
  private void escapedName() {
    int start = at;
    StringBuilder name = new StringBuilder();
    if (gap == Token.Gap.NONE && !tokens.isEmpty() && isName(tokens.size() - 1)) {
      name.append(tokens.remove(tokens.size() - 1).text());
    }
    while (at < source.length()
        && ((peek(at) == '\\' && peek(at + 1) == 'u') || isNamePart(peek(at)))) {
      if (peek(at) == '\\') {
        escape(name);
      } else {
        name.append(source.charAt(at++));
      }
    }
    add(Kind.NAME, name.toString(), start);
  }

  private boolean isName(int index) {
    return tokens.get(index).kind() == Kind.NAME;
  }

  private boolean commentOrPattern() {
    if (slashComment()) {
      return true;
    }
    if (afterOperand()) {
      return false;
    }
    pattern();
    return true;
  }

  private void pattern() {
    int start = at++;
    boolean inClass = false;
    while (at < source.length() && source.charAt(at) != '\n') {
      char c = source.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '/' && !inClass) {
        break;
      }
    }
    at = Math.min(nameEnd(at), source.length());
    add(Kind.PATTERN, source.substring(start, at), start);
  }

  private void template() {
    int start = at++;
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != '`') {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(text);
      } else if (c == '$' && peek(at + 1) == '{') {
        flush(text, pieces);
        int end = substitutionEnd(at + 1, 0);
        scanned(at, end);
        pieces.add(new Piece(source.substring(at + 2, end), Form.CODE));
        at = end + 1;
      } else {
        text.append(c);
        at++;
      }
    }
    at++;
    flush(text, pieces);
    addString(Kind.TEMPLATE, pieces, start);
  }

  /** The end of <code>{…}</code> at {@code open}, in which templates may nest. */
  private int substitutionEnd(int open, int nesting) {
    int braces = 0;
    int limit = scanEnd();
    for (int i = open; i < limit; i++) {
      char c = source.charAt(i);
      if (c == '{') {
        braces++;
      } else if (c == '}') {
        braces--;
        if (braces == 0) {
          return i;
        }
      } else if (c == '"' || c == '\'') {
        i = stringEnd(i, c);
      } else if (c == '`' && nesting < MAX_TEMPLATES) {
        i = templateEnd(i, nesting + 1);
      }
    }
    return source.length();
  }

  private int templateEnd(int open, int nesting) {
    for (int i = open + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '`') {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if (c == '$' && peek(i + 1) == '{') {
        i = substitutionEnd(i + 1, nesting);
      }
    }
    return source.length();
  }

  private int stringEnd(int open, char quote) {
    for (int i = open + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == quote || c == '\n') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    return source.length();
  }
}
