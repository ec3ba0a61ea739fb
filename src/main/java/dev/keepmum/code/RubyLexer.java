package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Gap;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/** Tokens of Ruby. Line ends that may end a statement are of kind {@link Kind#NEWLINE}. */
final class RubyLexer extends HereDocumentLexer {
  private static final String[] OPERATORS = {
    "**=", "<=>", "===", "||=", "&&=", "<<=", ">>=", "...", "=>", "==", "!=", "<=", ">=", "&&",
    "||", "&.", "->", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "=~", "!~", "**", "::", "<<",
    ">>", ".."
  };

  RubyLexer(String source) {
    super(source);
  }

  @Override
  String[] operators() {
    return OPERATORS;
  }

  @Override
  void lineEnd() {
    at++;
    hereDocuments();
    boolean decided = gap == Gap.LINE;
    gap = Gap.LINE;
    if (!decided
        && !tokens.isEmpty()
        && tokens.get(tokens.size() - 1).kind() != Kind.NEWLINE
        && !continues()) {
      add(Kind.NEWLINE, "", at);
      gap = Gap.LINE;
    }
  }

  /** Whether the next line goes on with the statement: it starts with a dot. */
  private boolean continues() {
    int next = at;
    while (next < source.length() && source.charAt(next) <= ' ') {
      next++;
    }
    return (peek(next) == '.' && peek(next + 1) != '.')
        || (peek(next) == '&' && peek(next + 1) == '.')
        || !afterOperandOrWord();
  }

  private boolean afterOperandOrWord() {
    Kind last = tokens.get(tokens.size() - 1).kind();
    return last == Kind.NAME || afterOperand() || last != Kind.OPERATOR;
  }

  @Override
  boolean special(char c) {
    if (c == '#') {
      skipLine();
      return true;
    }
    if (c == '=' && source.startsWith("=begin", at) && (at == 0 || peek(at - 1) == '\n')) {
      skipPast("\n=end");
      return true;
    }
    if (c == '\\' && peek(at + 1) == '\n') {
      at += 2;
      blank();
      return true;
    }
    if (c == '\'') {
      literal('\'');
      return true;
    }
    if (c == '"' || c == '`') {
      interpolated(c, c, c == '`' ? Kind.COMMAND : Kind.TEMPLATE, at, at + 1);
      return true;
    }
    if (c == '$' || c == '@') {
      variable();
      return true;
    }
    if (c == ':' && (isNameStart(peek(at + 1)) || peek(at + 1) == '"') && peek(at - 1) != ':') {
      return symbol();
    }
    if (c == '/' && startsOperand()) {
      interpolated('/', '/', Kind.PATTERN, at, at + 1);
      at = nameEnd(at);
      return true;
    }
    if (c == '%' && startsOperand()) {
      return percent();
    }
    return c == '<' && hereDocument();
  }

  private boolean startsOperand() {
    return !afterOperand()
        || (gap == Gap.BLANK
            && tokens.get(tokens.size() - 1).kind() == Kind.NAME
            && peek(at + 1) > ' '
            && peek(at + 1) != '=');
  }

  private void variable() {
    int start = at++;
    while (peek(at) == '@') {
      at++;
    }
    int end = nameEnd(at);
    at = end > at ? end : at + 1;
    add(Kind.NAME, source.substring(start, Math.min(at, source.length())), start);
  }

  private boolean symbol() {
    int start = at++;
    if (peek(at) == '"') {
      interpolated('"', '"', Kind.TEMPLATE, start, at + 1);
      return true;
    }
    int end = nameEnd(at);
    add(Kind.TEXT, source.substring(at, end), start);
    at = end;
    return true;
  }

  private boolean percent() {
    char form = peek(at + 1);
    int open = Character.isLetter(form) ? at + 2 : at + 1;
    char opens = peek(open);
    if (Character.isLetterOrDigit(opens) || opens <= ' ' || opens == '=') {
      return false;
    }
    int start = at;
    char closes = closingOf(opens);
    switch (form) {
      case 'w', 'i', 'W', 'I' -> words(start, open, opens, closes);
      case 'x' -> interpolated(opens, closes, Kind.COMMAND, start, open + 1);
      case 'r' -> interpolated(opens, closes, Kind.PATTERN, start, open + 1);
      default -> interpolated(opens, closes, Kind.TEMPLATE, start, open + 1);
    }
    return true;
  }

  private void words(int start, int open, char opens, char closes) {
    int end = closing(open, opens, closes);
    at = Math.min(end + 1, source.length());
    add(Kind.OPERATOR, "[", start);
    List<String> words = Folding.words(source.substring(open + 1, end));
    for (int i = 0; i < words.size(); i++) {
      add(Kind.TEXT, words.get(i), start);
      add(Kind.OPERATOR, ",", start);
    }
    add(Kind.OPERATOR, "]", start);
  }

  static char closingOf(char opens) {
    return switch (opens) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      case '<' -> '>';
      default -> opens;
    };
  }

  private void interpolated(char opens, char closes, Kind kind, int start, int from) {
    at = from;
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int nesting = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == closes && nesting == 0) {
        break;
      }
      if (opens != closes && (c == opens || c == closes)) {
        nesting += c == opens ? 1 : -1;
      }
      piece(c, text, pieces);
    }
    int end = at;
    at = Math.min(at + 1, source.length());
    flush(text, pieces);
    if (kind == Kind.PATTERN) {
      add(kind, source.substring(Math.min(from, end), end), start);
    } else {
      addString(kind, pieces, start);
    }
  }

  private void piece(char c, StringBuilder text, List<Piece> pieces) {
    if (c == '\\') {
      escape(text);
    } else if (c == '#' && peek(at + 1) == '{') {
      flush(text, pieces);
      int end = closing(at + 1, '{', '}');
      pieces.add(new Piece(source.substring(at + 2, end), Form.CODE));
      at = Math.min(end + 1, source.length());
    } else {
      text.append(c);
      at++;
    }
  }

  private boolean hereDocument() {
    char mark = peek(at + 2);
    return peek(at + 1) == '<' && hereStart(mark == '~' || mark == '-' ? at + 3 : at + 2);
  }

  @Override
  List<Piece> hereText(String name) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < source.length() && !endsHere(at, name)) {
      int end = source.indexOf('\n', at);
      end = end < 0 ? source.length() : end + 1;
      while (at < end) {
        piece(source.charAt(at), text, pieces);
      }
    }
    flush(text, pieces);
    return pieces;
  }

  @Override
  boolean isNamePart(char c) {
    return c != '$' && super.isNamePart(c);
  }
}
