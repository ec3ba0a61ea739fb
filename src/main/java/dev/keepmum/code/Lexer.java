package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a program's text into tokens. Subclasses know a language's comments and strings; what all
 * share is here. Linear in the text; an unclosed string ends with the text.
 */
abstract class Lexer {
  /** A program beyond this is cut; the parser then says so through {@link #cut}. */
  private static final int MAX_TOKENS = 200_000;

  /** How often, on average, a character may be looked at in search of a closing bracket. */
  private static final int MAX_SCANS = 32;

  private static final int MIN_SCAN = 1024;

  final String source;
  final List<Token> tokens = new ArrayList<>();
  int at;
  Gap gap = Gap.LINE;
  private int scanned;

  Lexer(String source) {
    this.source = source;
  }

  /** Whether the program has more tokens than are read. */
  final boolean cut() {
    return tokens.size() >= MAX_TOKENS || isScannedOut();
  }

  /**
   * Whether so much was looked ahead for brackets that never close that no more is: this keeps the
   * time linear.
   */
  private boolean isScannedOut() {
    return scanned > MAX_SCANS * (source.length() + MIN_SCAN);
  }

  /** Notes a search from one offset to another. */
  final void scanned(int from, int to) {
    scanned = (int) Math.min(Integer.MAX_VALUE, (long) scanned + to - from);
  }

  /** How far a search for an end may go: nowhere, once there were too many. */
  final int scanEnd() {
    return isScannedOut() ? 0 : source.length();
  }

  /** All tokens, the last of which is of kind {@link Kind#END}. */
  final List<Token> read() {
    while (at < source.length() && tokens.size() < MAX_TOKENS) {
      step();
    }
    finish();
    add(Kind.END, "", at);
    return tokens;
  }

  /** Adds what must stand before the end. */
  void finish() {}

  private void step() {
    char c = source.charAt(at);
    if (c == '\n' || c == '\r') {
      lineEnd();
    } else if (c <= ' ' || c == '\u00a0' || c == '\ufeff') {
      at++;
      blank();
    } else if (!special(c)) {
      ordinary(c);
    }
  }

  /** Consumes a line end. */
  void lineEnd() {
    at++;
    gap = Gap.LINE;
  }

  final void blank() {
    if (gap == Gap.NONE) {
      gap = Gap.BLANK;
    }
  }

  /** Consumes a comment, a string or whatever else only this language has, if one starts here. */
  abstract boolean special(char c);

  /** The operators of more than one character, longer ones before their beginnings. */
  abstract String[] operators();

  boolean isNameStart(char c) {
    return Character.isJavaIdentifierStart(c);
  }

  boolean isNamePart(char c) {
    return Character.isJavaIdentifierPart(c) && c > ' ';
  }

  private void ordinary(char c) {
    if (isNameStart(c)) {
      int start = at;
      at = nameEnd(at);
      add(Kind.NAME, source.substring(start, at), start);
    } else if (isDigit(c)) {
      number();
    } else {
      operator();
    }
  }

  final int nameEnd(int from) {
    int end = from;
    while (end < source.length() && isNamePart(source.charAt(end))) {
      end++;
    }
    return end;
  }

  private void number() {
    int start = at;
    while (at < source.length() && isNumberPart(at)) {
      at++;
    }
    add(Kind.NUMBER, source.substring(start, at), start);
  }

  private boolean isNumberPart(int position) {
    char c = source.charAt(position);
    if (c == '.') {
      return isDigit(peek(position + 1));
    }
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private void operator() {
    int start = at;
    String[] known = operators();
    for (int i = 0; i < known.length; i++) {
      if (source.startsWith(known[i], at)) {
        at += known[i].length();
        add(Kind.OPERATOR, known[i], start);
        return;
      }
    }
    at++;
    add(Kind.OPERATOR, source.substring(start, at), start);
  }

  final void add(Kind kind, String text, int start) {
    add(kind, text, List.of(), start);
  }

  final void add(Kind kind, String text, List<Piece> pieces, int start) {
    tokens.add(new Token(kind, text, pieces, gap, start));
    gap = Gap.NONE;
  }

  /** Adds a string that may have code in it: plain text where it has none. */
  final void addString(Kind kind, List<Piece> pieces, int start) {
    if (kind == Kind.TEMPLATE && pieces.isEmpty()) {
      add(Kind.TEXT, "", start);
    } else if (kind == Kind.TEMPLATE && pieces.size() == 1 && pieces.get(0).form() == Form.TEXT) {
      add(Kind.TEXT, pieces.get(0).text(), start);
    } else {
      add(kind, "", pieces, start);
    }
  }

  final char peek(int position) {
    return position < source.length() && position >= 0 ? source.charAt(position) : '\0';
  }

  final void skipLine() {
    while (at < source.length() && source.charAt(at) != '\n') {
      at++;
    }
  }

  /** Moves past a comment as in C, if one starts here. */
  final boolean slashComment() {
    if (source.startsWith("//", at)) {
      skipLine();
      return true;
    }
    if (source.startsWith("/*", at)) {
      at += 2;
      skipPast("*/");
      blank();
      return true;
    }
    return false;
  }

  final void skipPast(String end) {
    int found = source.indexOf(end, at);
    at = found < 0 ? source.length() : found + end.length();
  }

  /** Whether the token before ends an operand, so that what follows is an operator. */
  final boolean afterOperand() {
    if (tokens.isEmpty()) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    switch (last.kind()) {
      case NUMBER:
      case TEXT:
      case TEMPLATE:
      case COMMAND:
      case PATTERN:
      case VARIABLE:
        return true;
      case NAME:
        return !precedesOperand(last.text());
      case OPERATOR:
        return last.is(")") || last.is("]") || last.is("}");
      default:
        return false;
    }
  }

  /** Whether a word is one after which an operand comes, such as {@code return}. */
  boolean precedesOperand(String word) {
    return switch (word) {
      case "return",
          "typeof",
          "case",
          "in",
          "of",
          "and",
          "or",
          "not",
          "if",
          "unless",
          "while",
          "when",
          "else",
          "do",
          "void",
          "delete",
          "await",
          "yield",
          "throw",
          "new" ->
          true;
      default -> false;
    };
  }

  /** Decodes the escape at {@link #at} (a backslash) and moves past it. */
  final void escape(StringBuilder out) {
    at++;
    if (at >= source.length()) {
      return;
    }
    char c = source.charAt(at++);
    switch (c) {
      case 'n' -> out.append('\n');
      case 't' -> out.append('\t');
      case 'r' -> out.append('\r');
      case 'a' -> out.append('\u0007');
      case 'b' -> out.append('\b');
      case 'f' -> out.append('\f');
      case 'e' -> out.append('\u001b');
      case 'x' -> coded(out, 2);
      case 'u' -> coded(out, 4);
      case 'U' -> coded(out, 8);
      case '\r' -> {
        if (peek(at) == '\n') {
          at++;
        }
      }
      case '\n' -> {}
      default -> {
        if (c >= '0' && c <= '7') {
          octal(out, c - '0');
        } else {
          out.append(c);
        }
      }
    }
  }

  private void octal(StringBuilder out, int first) {
    int value = first;
    for (int i = 0; i < 2 && peek(at) >= '0' && peek(at) <= '7'; i++) {
      value = value * 8 + (source.charAt(at++) - '0');
    }
    out.append((char) value);
  }

  private void coded(StringBuilder out, int digits) {
    int limit = digits;
    boolean braced = peek(at) == '{';
    if (braced) {
      at++;
      limit = 8;
    }
    int value = 0;
    for (int i = 0; i < limit && Character.digit(peek(at), 16) >= 0; i++) {
      value = value * 16 + Character.digit(source.charAt(at++), 16);
    }
    if (braced && peek(at) == '}') {
      at++;
    }
    if (Character.isValidCodePoint(value)) {
      out.appendCodePoint(value);
    }
  }

  /** The offset of the bracket that closes the one at {@code open}; the text's end if none does. */
  final int closing(int open, char opens, char closes) {
    int end = closingWithin(open, opens, closes);
    scanned(open, end);
    return end;
  }

  private int closingWithin(int open, char opens, char closes) {
    int nesting = 0;
    int limit = scanEnd();
    for (int i = open; i < limit; i++) {
      char c = source.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == opens) {
        nesting++;
      } else if (c == closes) {
        nesting--;
        if (nesting == 0) {
          return i;
        }
      } else if ((c == '"' || c == '\'') && opens == '{') {
        i = quoteEnd(i, c);
      }
    }
    return source.length();
  }

  /** The end of a quoted string on the same line, or its beginning where there is none. */
  private int quoteEnd(int start, char quote) {
    for (int i = start + 1; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if (c == '\n') {
        return start;
      }
    }
    return start;
  }

  /** Reads a plain string up to {@code quote}, decoding escapes. */
  final void quoted(char quote) {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != quote) {
      if (source.charAt(at) == '\\') {
        escape(text);
      } else {
        text.append(source.charAt(at++));
      }
    }
    at++;
    add(Kind.TEXT, text.toString(), start);
  }

  /** Reads a string up to {@code quote} in which only the quote and the backslash are escaped. */
  final void literal(char quote) {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != quote) {
      if (source.charAt(at) == '\\' && (peek(at + 1) == quote || peek(at + 1) == '\\')) {
        at++;
      }
      text.append(source.charAt(at++));
    }
    at++;
    add(Kind.TEXT, text.toString(), start);
  }

  static void flush(StringBuilder text, List<Piece> pieces) {
    if (text.length() > 0) {
      pieces.add(new Piece(text.toString(), Form.TEXT));
      text.setLength(0);
    }
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
