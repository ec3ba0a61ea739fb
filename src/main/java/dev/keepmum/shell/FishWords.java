package dev.keepmum.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words of fish: quotes, variables, which are lists, and substitutions in parentheses. Indices
 * count from one in fish, and from zero in the tree.
 */
final class FishWords {
  /** A longer index is not looked for the end of. */
  private static final int MAX_INDEX = 64;

  private static final String ENDS = " \t\r\n;&|<>)";

  private final String text;
  private final int limit;

  FishWords(String text, int limit) {
    this.text = text;
    this.limit = limit;
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

  /** A pattern of {@code case}: its wildcards count in quotes, too. */
  static Word pattern(Word word) {
    List<WordPart> parts = new ArrayList<>();
    for (WordPart part : word.parts()) {
      addUnquoted(part, parts);
    }
    return new Word(List.copyOf(parts), word.start(), word.end());
  }

  private static void addUnquoted(WordPart part, List<WordPart> parts) {
    if (part instanceof WordPart.DoubleQuoted quoted) {
      for (WordPart inner : quoted.parts()) {
        addUnquoted(inner, parts);
      }
    } else if (part instanceof WordPart.Literal literal) {
      parts.add(new WordPart.Literal(literal.text(), false));
    } else {
      parts.add(part);
    }
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
    while (at < limit && ENDS.indexOf(text.charAt(at)) < 0) {
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
    while (at < limit && text.charAt(at) != '\'') {
      boolean escapes =
          text.charAt(at) == '\\' && at + 1 < limit && "'\\".indexOf(text.charAt(at + 1)) >= 0;
      at += escapes ? 1 : 0;
      quoted.append(text.charAt(at++));
    }
    parts.quoted(quoted.toString());
    return closed(at);
  }

  private int closed(int at) throws SyntaxException {
    if (at >= limit) {
      throw new SyntaxException("unclosed quotes");
    }
    return at + 1;
  }

  private int doubleQuotes(PartList parts, int from, int depth) throws SyntaxException {
    PartList inner = new PartList(true);
    int at = from;
    while (at < limit && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < limit && "\"\\$".indexOf(text.charAt(at + 1)) >= 0) {
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
    if (at >= limit) {
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
    while (end < limit && end < at + 5 && Character.digit(text.charAt(end), 16) >= 0) {
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
    while (at < limit) {
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
    while (at < limit && text.charAt(at) != quote) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  /** Behind {@code [1..2]}: which elements are taken of an output is not looked at. */
  private int behindIndex(int at) {
    if (at >= limit || text.charAt(at) != '[') {
      return at;
    }
    int last = Math.min(limit, at + MAX_INDEX);
    for (int close = at + 1; close < last; close++) {
      if (text.charAt(close) == ']') {
        return close + 1;
      }
    }
    return at;
  }

  /** {@code $name}, {@code $$name}, {@code $name[1]} or {@code $(…)}. */
  private int dollar(PartList parts, int dollar, String all, int depth) throws SyntaxException {
    int at = dollar + 1;
    if (at < limit && text.charAt(at) == '(') {
      return behindIndex(substitution(parts, at + 1, depth));
    }
    boolean indirect = at < limit && text.charAt(at) == '$';
    int start = indirect ? at + 1 : at;
    int end = start;
    while (end < limit && Source.isIdentifierPart(text.charAt(end))) {
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
