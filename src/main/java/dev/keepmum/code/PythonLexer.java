package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Tokens of Python, with indentation as {@link Kind#INDENT} and {@link Kind#DEDENT}. */
final class PythonLexer extends Lexer {
  private static final String[] OPERATORS = {
    "**=", "//=", ">>=", "<<=", "...", "==", "!=", "<=", ">=", "->", "+=", "-=", "*=", "/=", "%=",
    "@=", "&=", "|=", "^=", ":=", "**", "//", "<<", ">>"
  };

  private final List<Integer> indents = new ArrayList<>(List.of(0));
  private int brackets;

  PythonLexer(String source) {
    super(source);
  }

  @Override
  String[] operators() {
    return OPERATORS;
  }

  @Override
  void lineEnd() {
    at++;
    gap = Gap.LINE;
    if (brackets == 0 && !tokens.isEmpty() && lastKind() != Kind.NEWLINE) {
      add(Kind.NEWLINE, "", at);
      gap = Gap.LINE;
    }
  }

  private Kind lastKind() {
    return tokens.isEmpty() ? Kind.NEWLINE : tokens.get(tokens.size() - 1).kind();
  }

  @Override
  void finish() {
    add(Kind.NEWLINE, "", at);
    for (int i = 1; i < indents.size(); i++) {
      add(Kind.DEDENT, "", at);
    }
  }

  @Override
  boolean special(char c) {
    if (c == '#') {
      skipLine();
      return true;
    }
    if (c == '\\' && (peek(at + 1) == '\n' || peek(at + 1) == '\r')) {
      at += peek(at + 1) == '\r' && peek(at + 2) == '\n' ? 3 : 2;
      blank();
      return true;
    }
    if (gap == Gap.LINE && brackets == 0) {
      indent();
    }
    if (c == '(' || c == '[' || c == '{') {
      brackets++;
    } else if (c == ')' || c == ']' || c == '}') {
      brackets = Math.max(0, brackets - 1);
    }
    return string();
  }

  private void indent() {
    int width = 0;
    for (int i = at - 1; i >= 0 && (source.charAt(i) == ' ' || source.charAt(i) == '\t'); i--) {
      width += source.charAt(i) == '\t' ? 8 : 1;
    }
    if (width > indents.get(indents.size() - 1)) {
      if (tokens.isEmpty()) {
        indents.set(0, width);
        return;
      }
      indents.add(width);
      add(Kind.INDENT, "", at);
    }
    while (indents.size() > 1 && width < indents.get(indents.size() - 1)) {
      indents.remove(indents.size() - 1);
      add(Kind.DEDENT, "", at);
    }
  }

  private boolean string() {
    int quote = at;
    while (quote < at + 3 && isPrefix(peek(quote))) {
      quote++;
    }
    char c = peek(quote);
    if (c != '"' && c != '\'') {
      return false;
    }
    String prefix = source.substring(at, quote).toLowerCase(Locale.ROOT);
    boolean raw = prefix.indexOf('r') >= 0;
    boolean formatted = prefix.indexOf('f') >= 0 || prefix.indexOf('t') >= 0;
    int start = at;
    String end = String.valueOf(c);
    if (peek(quote + 1) == c && peek(quote + 2) == c) {
      end = source.substring(quote, quote + 3);
    }
    at = quote + end.length();
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && !source.startsWith(end, at)) {
      char next = source.charAt(at);
      if (next == '\\' && raw) {
        text.append(next).append(peek(at + 1));
        at += 2;
      } else if (next == '\\') {
        escape(text);
      } else if (formatted && (next == '{' || next == '}')) {
        replacementField(next, text, pieces);
      } else if (next == '\n' && end.length() == 1) {
        break;
      } else {
        text.append(next);
        at++;
      }
    }
    if (source.startsWith(end, at)) {
      at += end.length();
    }
    flush(text, pieces);
    addString(Kind.TEMPLATE, pieces, start);
    return true;
  }

  private static boolean isPrefix(char c) {
    return "rRbBfFuUtT".indexOf(c) >= 0;
  }

  private void replacementField(char c, StringBuilder text, List<Piece> pieces) {
    if (peek(at + 1) == c || c == '}') {
      text.append(c);
      at += peek(at + 1) == c ? 2 : 1;
      return;
    }
    flush(text, pieces);
    int end = closing(at, '{', '}');
    pieces.add(new Piece(expressionOf(source.substring(at + 1, end)), Form.CODE));
    at = end + 1;
  }

  /** The expression of a replacement field, without conversion, format and the {@code =} sign. */
  private static String expressionOf(String field) {
    int nesting = 0;
    char quote = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(' || c == '[' || c == '{') {
        nesting++;
      } else if (c == ')' || c == ']' || c == '}') {
        nesting--;
      } else if (nesting == 0 && endsExpression(field, i)) {
        return field.substring(0, i);
      }
    }
    return field;
  }

  private static boolean endsExpression(String field, int i) {
    char c = field.charAt(i);
    char next = i + 1 < field.length() ? field.charAt(i + 1) : '\0';
    char before = i > 0 ? field.charAt(i - 1) : '\0';
    return c == ':'
        || (c == '!' && next != '=')
        || (c == '=' && next != '=' && "=!<>".indexOf(before) < 0);
  }
}
