package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import dev.keepmum.effect.Language;
import java.util.ArrayList;
import java.util.List;

/** Tokens of Lua, R and Java, whose strings hold no code but in Groovy, Kotlin and Scala. */
final class PlainLexer extends Lexer {
  private static final String[] LUA = {"...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"};
  private static final String[] R = {
    "<<-", "->>", "<-", "->", "|>", "==", "!=", "<=", ">=", "&&", "||", "::", "%>%", "%in%", "%%"
  };
  private static final String[] JAVA = {
    ">>>=", "<<=", ">>=", "...", "->", "=>", "::", "?.", "?:", "==", "!=", "<=", ">=", "&&", "||",
    "++", "--", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^="
  };

  private final Language language;

  PlainLexer(String source, Language language) {
    super(source);
    this.language = language;
  }

  @Override
  String[] operators() {
    return switch (language) {
      case LUA -> LUA;
      case R -> R;
      default -> JAVA;
    };
  }

  @Override
  boolean isNameStart(char c) {
    return (language == Language.R && c == '.') || super.isNameStart(c);
  }

  @Override
  boolean isNamePart(char c) {
    return (language == Language.R && c == '.') || super.isNamePart(c);
  }

  @Override
  boolean special(char c) {
    return switch (language) {
      case LUA -> lua(c);
      case R -> r(c);
      default -> java(c);
    };
  }

  private boolean lua(char c) {
    if (c == '-' && peek(at + 1) == '-') {
      at += 2;
      if (peek(at) == '[' && longEnd(at) >= 0) {
        at = longEnd(at);
      } else {
        skipLine();
      }
      return true;
    }
    if (c == '#' && at == 0) {
      skipLine();
      return true;
    }
    if (c == '"' || c == '\'') {
      luaString(c);
      return true;
    }
    int end = c == '[' ? longEnd(at) : -1;
    if (end < 0) {
      return false;
    }
    int level = source.indexOf('[', at + 1) - at + 1;
    String text = source.substring(at + level, Math.max(at + level, end - level));
    add(Kind.TEXT, text, at);
    at = end;
    return true;
  }

  /** The end of a long bracket {@code [[…]]} or {@code [=[…]=]}; -1 where none starts. */
  private int longEnd(int open) {
    int level = open + 1;
    while (peek(level) == '=') {
      level++;
    }
    if (peek(level) != '[') {
      return -1;
    }
    String close = "]" + source.substring(open + 1, level) + "]";
    int found = source.indexOf(close, level);
    return found < 0 ? source.length() : found + close.length();
  }

  /** Lua counts escapes by code in decimal. */
  private void luaString(char quote) {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < source.length() && source.charAt(at) != quote) {
      if (source.charAt(at) == '\\' && isDigit(peek(at + 1))) {
        at++;
        int code = 0;
        for (int i = 0; i < 3 && isDigit(peek(at)); i++) {
          code = code * 10 + (source.charAt(at++) - '0');
        }
        text.append((char) code);
      } else if (source.charAt(at) == '\\') {
        escape(text);
      } else {
        text.append(source.charAt(at++));
      }
    }
    at++;
    add(Kind.TEXT, text.toString(), start);
  }

  private boolean r(char c) {
    if (c == '#') {
      skipLine();
      return true;
    }
    if (c == '"' || c == '\'') {
      quoted(c);
      return true;
    }
    if (c == '`') {
      int end = source.indexOf('`', at + 1);
      end = end < 0 ? source.length() : end;
      add(Kind.NAME, source.substring(at + 1, end), at);
      at = Math.min(end + 1, source.length());
      return true;
    }
    return false;
  }

  private boolean java(char c) {
    if (slashComment()) {
      return true;
    }
    if (c == '#' && at == 0) {
      skipLine();
      return true;
    }
    if (c != '"' && c != '\'') {
      return false;
    }
    String triple = source.substring(at, Math.min(at + 3, source.length()));
    if (triple.length() == 3 && triple.charAt(1) == c && triple.charAt(2) == c) {
      interpolated(triple);
    } else {
      interpolated(String.valueOf(c));
    }
    return true;
  }

  private void interpolated(String quote) {
    int start = at;
    at += quote.length();
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && !source.startsWith(quote, at)) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(text);
      } else if (c == '$' && peek(at + 1) == '{') {
        flush(text, pieces);
        int end = closing(at + 1, '{', '}');
        pieces.add(new Piece(source.substring(at + 2, end), Form.CODE));
        at = Math.min(end + 1, source.length());
      } else if (c == '$' && Character.isLetter(peek(at + 1))) {
        flush(text, pieces);
        int end = nameEnd(at + 1);
        pieces.add(new Piece(source.substring(at + 1, end), Form.CODE));
        at = end;
      } else {
        text.append(c);
        at++;
      }
    }
    at = Math.min(at + quote.length(), source.length());
    flush(text, pieces);
    addString(Kind.TEMPLATE, pieces, start);
  }
}
