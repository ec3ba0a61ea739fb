package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words of fish: quotes, variables, which are lists, and substitutions in parentheses. Indices
 * count from one in fish, and from zero in the tree.
 */
final class FishWords {
  private static final String ENDS = " \t\r\n;&|<>)";

  private final String text;

  FishWords(String text) {
    this.text = text;
  }

  /** A word of one text. */
  static Word literal(String text, int at) {
    return new Word(List.of(new WordPart.Literal(text, true)), at, at);
  }

  static WordPart parameter(String name, Optional<Word> subscript) {
    return new WordPart.Parameter(name, false, subscript, ParameterOperator.NONE, List.of());
  }

  /** The text of a word that is written out, else the empty text. */
  static String plain(Word word) {
    return word.parts().size() == 1 && word.parts().get(0) instanceof WordPart.Literal literal
        ? literal.text()
        : "";
  }

  /** A command's name as the rule book has it: some are other builtins than bash's. */
  static Word builtin(Word name) {
    String plain = plain(name);
    switch (plain) {
      case "set":
      case "string":
      case "count":
      case "math":
      case "path":
      case "psub":
        return literal("fish:".concat(plain), name.start());
      default:
        return name;
    }
  }

  /** {@code alias name definition} as bash has it: {@code alias name=definition}. */
  static List<Word> asAlias(List<Word> words) {
    if (words.size() != 3 || !plain(words.get(0)).equals("alias")) {
      return List.copyOf(words);
    }
    List<WordPart> parts = new ArrayList<>(words.get(1).parts());
    parts.add(new WordPart.Literal("=", true));
    parts.addAll(words.get(2).parts());
    return List.of(
        words.get(0), new Word(List.copyOf(parts), words.get(1).start(), words.get(2).end()));
  }

  /** {@code NAME=value} before a command. */
  Optional<Assignment> assignment(Word word) {
    int nameEnd = word.start();
    while (nameEnd < word.end() && Source.isIdentifierPart(text.charAt(nameEnd))) {
      nameEnd++;
    }
    boolean assigns = nameEnd > word.start() && nameEnd < word.end() && text.charAt(nameEnd) == '=';
    if (!assigns) {
      return Optional.empty();
    }
    String name = text.substring(word.start(), nameEnd);
    List<WordPart> parts = new ArrayList<>(word.parts());
    if (!(parts.get(0) instanceof WordPart.Literal first)
        || !first.text().startsWith(name.concat("="))) {
      return Optional.empty();
    }
    parts.set(0, new WordPart.Literal(first.text().substring(name.length() + 1), first.quoted()));
    Word value = new Word(List.copyOf(parts), nameEnd + 1, word.end());
    return Optional.of(new Assignment(name, Optional.empty(), false, value, List.of(), false));
  }

  /** Reads the word that begins here; an empty one where none does. */
  Word read(int from, int depth) throws SyntaxException {
    NestingException.check(depth);
    PartList parts = new PartList(false);
    int at = from;
    while (at < text.length() && ENDS.indexOf(text.charAt(at)) < 0) {
      at = part(parts, at, depth);
    }
    return new Word(parts.finished(), from, at);
  }

  private int part(PartList parts, int at, int depth) throws SyntaxException {
    switch (text.charAt(at)) {
      case '\'':
        return singleQuotes(parts, at + 1);
      case '"':
        return doubleQuotes(parts, at + 1, depth);
      case '\\':
        return escape(parts, at + 1);
      case '(':
        return behindIndex(substitution(parts, at + 1, depth));
      case '$':
        return dollar(parts, at, "@", depth);
      default:
        parts.character(text.charAt(at));
        return at + 1;
    }
  }

  private int singleQuotes(PartList parts, int from) throws SyntaxException {
    StringBuilder quoted = new StringBuilder();
    int at = from;
    while (at < text.length() && text.charAt(at) != '\'') {
      boolean escapes =
          text.charAt(at) == '\\'
              && at + 1 < text.length()
              && "'\\".indexOf(text.charAt(at + 1)) >= 0;
      at += escapes ? 1 : 0;
      quoted.append(text.charAt(at++));
    }
    parts.quoted(quoted.toString());
    return closed(at);
  }

  private int closed(int at) throws SyntaxException {
    if (at >= text.length()) {
      throw new SyntaxException("unclosed quotes");
    }
    return at + 1;
  }

  private int doubleQuotes(PartList parts, int from, int depth) throws SyntaxException {
    PartList inner = new PartList(true);
    int at = from;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && "\"\\$".indexOf(text.charAt(at + 1)) >= 0) {
        inner.character(text.charAt(at + 1));
        at += 2;
      } else if (c == '$') {
        at = dollar(inner, at, "*", depth);
      } else {
        inner.character(c);
        at++;
      }
    }
    parts.add(new WordPart.DoubleQuoted(inner.finished()));
    return closed(at);
  }

  private int escape(PartList parts, int at) {
    if (at >= text.length()) {
      parts.character('\\');
      return at;
    }
    char c = text.charAt(at);
    if ("abefnrtvxX0123456789uUc".indexOf(c) < 0) {
      if (c != '\n') {
        parts.quoted(c);
      }
      return at + 1;
    }
    int end = at + 1;
    while (end < text.length() && end < at + 5 && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    if (Character.isLetter(c) && "xXuUc".indexOf(c) < 0) {
      end = at + 1;
    }
    parts.quoted(AnsiQuoting.decode(text, at - 1, end));
    return end;
  }

  private int substitution(PartList parts, int from, int depth) throws SyntaxException {
    int close = closing(from);
    Script script = FishParser.substitution(text, from, close, depth + 1);
    parts.add(new WordPart.CommandSubstitution(script));
    return close + 1;
  }

  /** The closing parenthesis of what begins here. */
  private int closing(int from) throws SyntaxException {
    int open = 1;
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\') {
        at++;
      } else if (c == '\'' || c == '"') {
        at = behindQuotes(at + 1, c);
      } else if (c == '(') {
        open++;
      } else if (c == ')' && --open == 0) {
        return at;
      }
      at++;
    }
    throw new SyntaxException("unclosed parenthesis");
  }

  private int behindQuotes(int from, char quote) {
    int at = from;
    while (at < text.length() && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /** Behind {@code [1..2]}: which elements are taken of an output is not looked at. */
  private int behindIndex(int at) {
    int close = at < text.length() && text.charAt(at) == '[' ? text.indexOf(']', at) : -1;
    return close < 0 ? at : close + 1;
  }

  /** {@code $name}, {@code $$name}, {@code $name[1]} or {@code $(…)}. */
  private int dollar(PartList parts, int dollar, String all, int depth) throws SyntaxException {
    int at = dollar + 1;
    if (at < text.length() && text.charAt(at) == '(') {
      return behindIndex(substitution(parts, at + 1, depth));
    }
    boolean indirect = at < text.length() && text.charAt(at) == '$';
    int start = indirect ? at + 1 : at;
    int end = start;
    while (end < text.length() && Source.isIdentifierPart(text.charAt(end))) {
      end++;
    }
    if (end == start) {
      parts.character('$');
      return dollar + 1;
    }
    String name = text.substring(start, end);
    int after = behindIndex(end);
    if (indirect) {
      parts.add(
          new WordPart.Parameter(name, true, Optional.empty(), ParameterOperator.NONE, List.of()));
    } else {
      String index = after > end ? text.substring(end + 1, after - 1) : all;
      parts.add(variable(name, index, dollar));
    }
    return after;
  }

  private static WordPart variable(String name, String index, int at) {
    boolean whole = index.equals("@") || index.equals("*");
    switch (name) {
      case "argv":
        return parameter(whole ? index : isNumber(index) ? index : "@", Optional.empty());
      case "status":
      case "pipestatus":
        return parameter("?", Optional.empty());
      default:
        WordPart subscript = new WordPart.Literal(whole ? index : fromZero(index), false);
        return parameter(name, Optional.of(new Word(List.of(subscript), at, at)));
    }
  }

  private static boolean isNumber(String index) {
    for (int i = 0; i < index.length(); i++) {
      if (!Source.isDigit(index.charAt(i))) {
        return false;
      }
    }
    return !index.isEmpty() && index.length() < 4;
  }

  /** A range, or an index that is not written out, may be any element. */
  private static String fromZero(String index) {
    return isNumber(index) ? Integer.toString(Integer.parseInt(index) - 1) : "?";
  }
}
