package dev.keepmum.code;

import dev.keepmum.code.Token.Form;
import dev.keepmum.code.Token.Kind;
import dev.keepmum.code.Token.Piece;
import java.util.ArrayList;
import java.util.List;

/** Tokens of Perl: its quoting operators, variables with their sigils, and {@code <handles>}. */
final class PerlLexer extends HereDocumentLexer {
  private static final String[] OPERATORS = {
    "<=>", "**=", "||=", "&&=", "//=", "...", "<<=", ">>=", "->", "=>", "==", "!=", "<=", ">=",
    "&&", "||", "//", "..", "::", "+=", "-=", "*=", "/=", ".=", "%=", "x=", "|=", "&=", "^=", "=~",
    "!~", "++", "--", "**", "<<", ">>"
  };

  /** Stands between the pattern and the replacement of a substitution. */
  static final char SUBSTITUTION = '\0';

  /** Stands before a pattern that is not matched there and then. */
  static final char QUOTED = '\1';

  PerlLexer(String source) {
    super(source);
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
  void lineEnd() {
    super.lineEnd();
    hereDocuments();
  }

  @Override
  boolean precedesOperand(String word) {
    return switch (word) {
      case "print",
          "say",
          "split",
          "grep",
          "map",
          "join",
          "push",
          "x",
          "eq",
          "ne",
          "die",
          "warn",
          "printf",
          "lc",
          "uc",
          "keys",
          "values",
          "foreach",
          "for",
          "until" ->
          true;
      default -> super.precedesOperand(word);
    };
  }

  @Override
  boolean special(char c) {
    if (c == '#') {
      skipLine();
      return true;
    }
    if (c == '=' && Character.isLetter(peek(at + 1)) && (at == 0 || peek(at - 1) == '\n')) {
      skipPast("\n=cut");
      return true;
    }
    if (c == '\'') {
      literal('\'');
      return true;
    }
    if (c == '"' || c == '`') {
      quotedBy(c, c, c == '`' ? Kind.COMMAND : Kind.TEMPLATE, at, at + 1);
      return true;
    }
    if (c == '$' || (c == '@' || c == '%') && !isOperator(c)) {
      return variable();
    }
    if (c == '/' && !afterOperand()) {
      quotedBy('/', '/', Kind.PATTERN, at, at + 1);
      at = nameEnd(at);
      return true;
    }
    if (c == '<' && !afterOperand() && handle()) {
      return true;
    }
    if (c == '<' && peek(at + 1) == '<' && hereStart(peek(at + 2) == '~' ? at + 3 : at + 2)) {
      return true;
    }
    return Character.isLetter(c) && quoteOperator();
  }

  private boolean isOperator(char c) {
    return c == '%' && afterOperand() && tokens.get(tokens.size() - 1).kind() != Kind.NAME;
  }

  private boolean variable() {
    int start = at;
    int from = at + 1;
    if (source.startsWith("$#", at) && (isNameStart(peek(at + 2)) || peek(at + 2) == '{')) {
      from++;
    }
    if (peek(from) == '^' && Character.isLetter(peek(from + 1))) {
      at = from + 2;
    } else if (isNameStart(peek(from)) || peek(from) == ':' && peek(from + 1) == ':') {
      at = qualifiedEnd(from);
    } else if (source.charAt(at) == '$' && isSpecial(peek(from))) {
      at = from + 1;
    } else if (source.charAt(at) == '$' && isDigit(peek(from))) {
      at = nameEnd(from);
    } else if (peek(from) == '{' && simpleBraces(from)) {
      int end = source.indexOf('}', from);
      add(Kind.VARIABLE, source.charAt(at) + source.substring(from + 1, end).trim(), start);
      at = end + 1;
      return true;
    } else {
      add(Kind.OPERATOR, source.substring(start, start + 1), start);
      at = start + 1;
      return true;
    }
    add(Kind.VARIABLE, source.substring(start, Math.min(at, source.length())), start);
    return true;
  }

  /** Whether braces hold no more than a name: <code>${name}</code>. */
  private boolean simpleBraces(int open) {
    int i = open + 1;
    while (isNamePart(peek(i)) || peek(i) == '^') {
      i++;
    }
    return i > open + 1 && peek(i) == '}';
  }

  private static boolean isSpecial(char c) {
    return "_/\\,;!&0.@|\"".indexOf(c) >= 0;
  }

  private int qualifiedEnd(int from) {
    int end = nameEnd(from);
    while (peek(end) == ':' && peek(end + 1) == ':' && isNameStart(peek(end + 2))) {
      end = nameEnd(end + 2);
    }
    return end;
  }

  private boolean handle() {
    int i = at + 1;
    if (peek(i) == '<' && peek(i + 1) == '>' && peek(i + 2) == '>') {
      add(Kind.NAME, "<>", at);
      at += 4;
      return true;
    }
    if (peek(i) == '$') {
      i++;
    }
    while (isNamePart(peek(i)) || peek(i) == ':') {
      i++;
    }
    if (peek(i) == '>') {
      add(Kind.NAME, source.substring(at, i + 1), at);
      at = i + 1;
      return true;
    }
    int end = source.indexOf('>', at);
    int line = source.indexOf('\n', at);
    if (end < 0 || (line >= 0 && line < end) || "./~*".indexOf(peek(at + 1)) < 0) {
      return false;
    }
    add(Kind.NAME, "glob", at);
    add(Kind.TEXT, source.substring(at + 1, end), at);
    at = end + 1;
    return true;
  }

  private boolean quoteOperator() {
    int end = nameEnd(at);
    String word = source.substring(at, end);
    boolean quotes =
        switch (word) {
          case "q", "qq", "qw", "qx", "m", "qr", "s", "tr", "y" -> true;
          default -> false;
        };
    int open = end;
    while (quotes && (peek(open) == ' ' || peek(open) == '\t')) {
      open++;
    }
    char opens = peek(open);
    boolean member =
        !tokens.isEmpty()
            && (tokens.get(tokens.size() - 1).is("->")
                || (tokens.get(tokens.size() - 1).is("{") && opens == '}'));
    if (!quotes
        || member
        || opens <= ' '
        || opens == ','
        || opens == ';'
        || opens == '='
        || opens == ')'
        || Character.isLetterOrDigit(opens)
        || (opens == '#' && open > end)) {
      return false;
    }
    operator(word, at, open, opens);
    return true;
  }

  private void operator(String word, int start, int open, char opens) {
    char closes = RubyLexer.closingOf(opens);
    switch (word) {
      case "q" -> {
        int end = closingQuote(open, opens, closes);
        add(Kind.TEXT, source.substring(open + 1, end), start);
        at = Math.min(end + 1, source.length());
      }
      case "qw" -> words(start, open, opens, closes);
      case "qq" -> quotedBy(opens, closes, Kind.TEMPLATE, start, open + 1);
      case "qx" -> quotedBy(opens, closes, Kind.COMMAND, start, open + 1);
      case "m" -> {
        quotedBy(opens, closes, Kind.PATTERN, start, open + 1);
        at = nameEnd(at);
      }
      case "qr" -> {
        int end = closingQuote(open, opens, closes);
        at = nameEnd(Math.min(end + 1, source.length()));
        add(Kind.PATTERN, QUOTED + source.substring(Math.min(open + 1, end), end), start);
      }
      default -> substitution(start, open, opens, closes);
    }
  }

  private int closingQuote(int open, char opens, char closes) {
    if (opens != closes) {
      return closing(open, opens, closes);
    }
    int end = open + 1;
    int limit = scanEnd();
    while (end < limit && source.charAt(end) != closes) {
      end += source.charAt(end) == '\\' ? 2 : 1;
    }
    end = Math.min(end < limit ? end : source.length(), source.length());
    scanned(open, end);
    return end;
  }

  private void substitution(int start, int open, char opens, char closes) {
    int middle = closingQuote(open, opens, closes);
    int second = middle;
    if (opens != closes) {
      second = middle + 1;
      while (peek(second) == ' ') {
        second++;
      }
    }
    int end = closingQuote(second, peek(second), RubyLexer.closingOf(peek(second)));
    at = nameEnd(Math.min(end + 1, source.length()));
    String pattern = source.substring(Math.min(open + 1, middle), middle);
    String replacement = source.substring(Math.min(second + 1, end), end);
    add(Kind.PATTERN, pattern + SUBSTITUTION + replacement, start);
  }

  private void words(int start, int open, char opens, char closes) {
    int end = closingQuote(open, opens, closes);
    at = Math.min(end + 1, source.length());
    add(Kind.OPERATOR, "(", start);
    List<String> words = Folding.words(source.substring(Math.min(open + 1, end), end));
    for (int i = 0; i < words.size(); i++) {
      add(Kind.TEXT, words.get(i), start);
      add(Kind.OPERATOR, ",", start);
    }
    add(Kind.OPERATOR, ")", start);
  }

  private void quotedBy(char opens, char closes, Kind kind, int start, int from) {
    int end = closingQuote(from - 1, opens, closes);
    at = from;
    List<Piece> pieces = pieces(end);
    at = Math.min(end + 1, source.length());
    if (kind == Kind.PATTERN) {
      add(kind, source.substring(Math.min(from, end), end), start);
    } else {
      addString(kind, pieces, start);
    }
  }

  private List<Piece> pieces(int end) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\\') {
        escape(text);
      } else if ((c == '$' || c == '@') && interpolates(at + 1)) {
        flush(text, pieces);
        int stop = Math.min(interpolationEnd(at + 1), end);
        pieces.add(new Piece(source.substring(at, stop), Form.CODE));
        at = stop;
      } else {
        text.append(c);
        at++;
      }
    }
    flush(text, pieces);
    return pieces;
  }

  private boolean interpolates(int next) {
    char c = peek(next);
    return isNameStart(c)
        || c == '{'
        || c == '$'
        || (source.charAt(next - 1) == '$' && (isDigit(c) || c == '&'));
  }

  private int interpolationEnd(int from) {
    int end = from;
    while (peek(end) == '$') {
      end++;
    }
    end = peek(end) == '{' ? closing(end, '{', '}') + 1 : Math.max(end + 1, qualifiedEnd(end));
    while (end < source.length()) {
      int open = source.startsWith("->", end) ? end + 2 : end;
      if (peek(open) == '{') {
        end = closing(open, '{', '}') + 1;
      } else if (peek(open) == '['
          && (peek(open + 1) == '$' || isDigit(peek(open + 1)) || peek(open + 1) == '-')) {
        end = closing(open, '[', ']') + 1;
      } else {
        return end;
      }
    }
    return source.length();
  }

  @Override
  List<Piece> hereText(String name) {
    int end = hereEnd(name);
    List<Piece> pieces = pieces(end);
    at = end;
    return pieces;
  }
}
