package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/** Tokens of PHP; text outside of its tags is printed. */
final class PhpLexer extends Lexer {
  private static final String[] OPERATORS = {
    "===", "!==", "<=>", "**=", "...", "??=", "<<=", ">>=", "?->", "->", "=>", "::", "==", "!=",
    "<=", ">=", "&&", "||", "??", "++", "--", "+=", "-=", "*=", "/=", ".=", "%=", "|=", "&=", "^=",
    "**", "<<", ">>"
  };

  PhpLexer(String source) {
    super(source);
    if (source.startsWith("#!")) {
      skipLine();
    }
    int open = source.indexOf("<?");
    if (open >= 0 && source.substring(at, open).trim().isEmpty()) {
      at = open;
    }
  }

  @Override
  String[] operators() {
    return OPERATORS;
  }

  @Override
  boolean isNameStart(char c) {
    return c != '$' && super.isNameStart(c);
  }

  @Override
  boolean isNamePart(char c) {
    return c != '$' && super.isNamePart(c);
  }

  @Override
  boolean special(char c) {
    if (source.startsWith("<?=", at)) {
      at += 3;
      add(Kind.NAME, "echo", at);
      return true;
    }
    if (source.startsWith("<?php", at) || source.startsWith("<?", at)) {
      at += source.startsWith("<?php", at) ? 5 : 2;
      return true;
    }
    if (source.startsWith("?>", at)) {
      outside();
      return true;
    }
    if (c == '#' && peek(at + 1) != '[') {
      skipLine();
      return true;
    }
    if (slashComment()) {
      return true;
    }
    if (c == '\'') {
      literal('\'');
      return true;
    }
    if (c == '"' || c == '`') {
      int start = at++;
      interpolated(String.valueOf(c), c == '`' ? Kind.COMMAND : Kind.TEMPLATE, start);
      return true;
    }
    if (c == '$' && isNameStart(peek(at + 1))) {
      int end = nameEnd(at + 1);
      add(Kind.NAME, source.substring(at, end), at);
      at = end;
      return true;
    }
    if (c == '\\' && isNameStart(peek(at + 1))) {
      at++;
      return true;
    }
    return source.startsWith("<<<", at) && hereDocument();
  }

  private void outside() {
    at += 2;
    add(Kind.OPERATOR, ";", at);
    int open = source.indexOf("<?", at);
    at = open < 0 ? source.length() : open;
  }

  private boolean hereDocument() {
    int name = at + 3;
    while (peek(name) == ' ') {
      name++;
    }
    char quote = peek(name);
    boolean quoted = quote == '\'' || quote == '"';
    int from = quoted ? name + 1 : name;
    int end = nameEnd(from);
    int line = source.indexOf('\n', end);
    if (end == from || line < 0) {
      return false;
    }
    int start = at;
    String close = source.substring(from, end);
    int finish = line + 1;
    while (finish < source.length() && !source.startsWith(close, textStart(finish))) {
      int next = source.indexOf('\n', finish);
      finish = next < 0 ? source.length() : next + 1;
    }
    PhpLexer body = new PhpLexer(source.substring(line + 1, Math.max(line + 1, finish)));
    body.at = 0;
    if (quote == '\'') {
      add(Kind.TEXT, body.source, start);
    } else {
      body.interpolated("\0", Kind.TEMPLATE, 0);
      Token text = body.tokens.get(0);
      add(text.kind(), text.text(), text.pieces(), start);
    }
    at =
        Math.min(source.length(), Math.max(finish, source.indexOf(close, finish) + close.length()));
    return true;
  }

  private int textStart(int from) {
    int start = from;
    while (peek(start) == ' ' || peek(start) == '\t') {
      start++;
    }
    return start;
  }

  private void interpolated(String close, Kind kind, int start) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && !source.startsWith(close, at)) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(text);
      } else if (c == '$' && isNameStart(peek(at + 1))) {
        flush(text, pieces);
        int end = variableEnd(nameEnd(at + 1));
        pieces.add(new Piece(quotedKey(source.substring(at, end)), Form.CODE));
        at = end;
      } else if ((c == '{' && peek(at + 1) == '$') || (c == '$' && peek(at + 1) == '{')) {
        flush(text, pieces);
        int open = c == '{' ? at : at + 1;
        int end = closing(open, '{', '}');
        String code = source.substring(open + 1, end);
        pieces.add(new Piece(c == '{' ? code : "$" + code, Form.CODE));
        at = Math.min(end + 1, source.length());
      } else {
        text.append(c);
        at++;
      }
    }
    at = Math.min(at + close.length(), source.length());
    flush(text, pieces);
    addString(kind, pieces, start);
  }

  /** The end of one index or member behind a variable. */
  private int variableEnd(int end) {
    if (peek(end) == '[') {
      return Math.min(closing(end, '[', ']') + 1, source.length());
    }
    return peek(end) == '-' && peek(end + 1) == '>' && isNameStart(peek(end + 2))
        ? nameEnd(end + 2)
        : end;
  }

  /** In a string, the key in {@code $x[key]} needs no quotes. */
  private static String quotedKey(String code) {
    int open = code.indexOf('[');
    if (open < 0 || !Character.isLetter(code.charAt(Math.min(open + 1, code.length() - 1)))) {
      return code;
    }
    return code.substring(0, open) + "['" + code.substring(open + 1, code.length() - 1) + "']";
  }
}
