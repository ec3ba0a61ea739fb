package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNull;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The front matter of an agent, a skill or a command: what stands between two lines of {@code ---}
 * at a file's beginning. Reads the part of YAML 1.2 that such files use (mappings and lists by
 * indentation, plain and quoted scalars, lists in brackets, block scalars), {@value #MAX_LINES}
 * lines and {@value #MAX_DEPTH} levels of it. What goes beyond is a fault: it is not guessed at.
 */
final class FrontMatter {
  static final int MAX_LINES = 2_000;
  static final int MAX_DEPTH = 32;

  /** Something that is not read here. */
  private static final class Unread extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Position position;

    Unread(String message, int line, int column) {
      super(message, null, false, false);
      position = new Position(line, column);
    }
  }

  private final SourceText source;
  private int line = 2;
  private int last;

  private FrontMatter(SourceText source) {
    this.source = source;
  }

  /** The front matter as settings; without any where the file has none. */
  static SettingsDocument read(String text, Scope scope) {
    SourceText source = new SourceText(text);
    FrontMatter matter = new FrontMatter(source);
    JsonObject none = new JsonObject(Map.of(), new Position(1, 1));
    if (!source.line(1).stripTrailing().equals("---") || !matter.findEnd()) {
      return SettingsDocument.of(scope, none);
    }
    try {
      JsonValue value = matter.block(0, 0);
      return SettingsDocument.of(scope, value instanceof JsonObject root ? root : none);
    } catch (Unread e) {
      return new SettingsDocument(
          scope,
          none,
          List.of(),
          Optional.of(new SettingsDocument.Fault(e.position, e.getMessage())));
    }
  }

  private boolean findEnd() {
    for (int i = 2; i <= Math.min(source.lineCount(), MAX_LINES); i++) {
      if (source.line(i).stripTrailing().equals("---")) {
        last = i - 1;
        return true;
      }
    }
    return false;
  }

  private void skipBlank() {
    while (line <= last) {
      String text = source.line(line).strip();
      if (!text.isEmpty() && text.charAt(0) != '#') {
        return;
      }
      line++;
    }
  }

  private static int indentation(String text) {
    int i = 0;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    return i;
  }

  /** The value that begins on this line and is indented at least so far. */
  private JsonValue block(int least, int depth) throws Unread {
    skipBlank();
    Position here = new Position(Math.min(line, Math.max(last, 1)), least + 1);
    if (line > last) {
      return new JsonNull(here);
    }
    String text = source.line(line);
    int indentation = indentation(text);
    if (indentation < least) {
      return new JsonNull(here);
    }
    if (depth > MAX_DEPTH) {
      throw new Unread("the front matter nests too deep", line, indentation + 1);
    }
    if (text.indexOf('\t') >= 0 && text.indexOf('\t') <= indentation) {
      throw new Unread("a tab indents the front matter", line, indentation + 1);
    }
    return isItem(text, indentation)
        ? list(indentation, depth)
        : mapping(indentation, depth, new LinkedHashMap<>(), new Position(line, indentation + 1));
  }

  private static boolean isItem(String text, int at) {
    return text.startsWith("-", at) && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
  }

  private JsonArray list(int indentation, int depth) throws Unread {
    Position place = new Position(line, indentation + 1);
    List<JsonValue> elements = new ArrayList<>();
    while (true) {
      skipBlank();
      if (line > last) {
        break;
      }
      String text = source.line(line);
      if (indentation(text) != indentation || !isItem(text, indentation)) {
        break;
      }
      int start = indentation + 1;
      while (start < text.length() && text.charAt(start) == ' ') {
        start++;
      }
      elements.add(item(text, start, indentation, depth));
    }
    return new JsonArray(List.copyOf(elements), place);
  }

  private JsonValue item(String text, int start, int indentation, int depth) throws Unread {
    if (start >= text.length() || text.charAt(start) == '#') {
      line++;
      return block(indentation + 1, depth + 1);
    }
    if (colon(text, start) >= 0) {
      return mapping(start, depth + 1, new LinkedHashMap<>(), new Position(line, start + 1));
    }
    return scalar(text, start, indentation, depth);
  }

  /** A mapping whose first key may stand behind the dash of a list. */
  private JsonObject mapping(
      int indentation, int depth, Map<String, JsonMember> members, Position place) throws Unread {
    boolean isFirst = true;
    List<JsonMember> overridden = new ArrayList<>();
    while (true) {
      skipBlank();
      if (line > last) {
        break;
      }
      String text = source.line(line);
      boolean belongs = isFirst || indentation(text) == indentation && !isItem(text, indentation);
      if (!belongs) {
        if (indentation(text) > indentation) {
          throw new Unread("the front matter is indented unevenly", line, indentation(text) + 1);
        }
        break;
      }
      isFirst = false;
      if (text.startsWith("\t", indentation)) {
        throw new Unread("a tab indents the front matter", line, indentation + 1);
      }
      int colon = colon(text, indentation);
      if (colon < 0) {
        throw new Unread("a line of the front matter has no key", line, indentation + 1);
      }
      String name = unquoted(text.substring(indentation, colon).strip());
      Position namePlace = new Position(line, indentation + 1);
      JsonMember member =
          new JsonMember(name, namePlace, memberValue(text, colon + 1, indentation, depth));
      JsonMember earlier = members.put(name, member);
      if (earlier != null) {
        overridden.add(earlier);
      }
    }
    return new JsonObject(members, overridden, place);
  }

  private JsonValue memberValue(String text, int from, int indentation, int depth) throws Unread {
    int start = from;
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    if (start < text.length() && text.charAt(start) != '#') {
      return scalar(text, start, indentation, depth);
    }
    line++;
    skipBlank();
    boolean isListBelow =
        line <= last
            && indentation(source.line(line)) == indentation
            && isItem(source.line(line), indentation);
    return isListBelow ? list(indentation, depth + 1) : block(indentation + 1, depth + 1);
  }

  /** Where a key's colon stands; -1 if the text from here is none. */
  private static int colon(String text, int start) {
    int i = start;
    if (i < text.length() && (text.charAt(i) == '"' || text.charAt(i) == '\'')) {
      int close = text.indexOf(text.charAt(i), i + 1);
      i = close < 0 ? text.length() : close + 1;
      return i < text.length() && text.charAt(i) == ':' ? i : -1;
    }
    while (i < text.length()) {
      if (text.charAt(i) == ':' && (i + 1 == text.length() || text.charAt(i + 1) == ' ')) {
        return i;
      }
      if (text.charAt(i) == '#' && i > start && text.charAt(i - 1) == ' ') {
        return -1;
      }
      i++;
    }
    return -1;
  }

  private JsonValue scalar(String text, int start, int indentation, int depth) throws Unread {
    Position place = new Position(line, start + 1);
    char first = text.charAt(start);
    if (first == '|' || first == '>') {
      return new JsonString(blockScalar(first == '|', indentation), place);
    }
    if (first == '&' || first == '*' || first == '!' && start + 1 < text.length()) {
      throw new Unread("an anchor, alias or tag in the front matter", line, start + 1);
    }
    if (first == '[' || first == '{') {
      Flow flow = new Flow(text, start, line);
      JsonValue value = flow.value(depth);
      line++;
      return value;
    }
    line++;
    if (first == '"' || first == '\'') {
      return new JsonString(quoted(text, start, line - 1), place);
    }
    String plain = text.substring(start);
    int comment = plain.indexOf(" #");
    StringBuilder joined =
        new StringBuilder((comment < 0 ? plain : plain.substring(0, comment)).strip());
    while (line <= last
        && !source.line(line).isBlank()
        && indentation(source.line(line)) > indentation
        && comment < 0) {
      String next = source.line(line);
      if (colon(next, indentation(next)) >= 0) {
        throw new Unread(
            "a key stands in a value of the front matter", line, indentation(next) + 1);
      }
      joined.append(' ').append(next.strip());
      line++;
    }
    return plain(joined.toString(), place);
  }

  private String blockScalar(boolean keepsLines, int indentation) {
    StringBuilder text = new StringBuilder();
    line++;
    while (line <= last
        && (source.line(line).isBlank() || indentation(source.line(line)) > indentation)) {
      text.append(source.line(line).strip()).append(keepsLines ? '\n' : ' ');
      line++;
    }
    return text.toString().strip();
  }

  private static JsonValue plain(String text, Position place) {
    switch (text) {
      case "true", "True", "TRUE":
        return new JsonBoolean(true, place);
      case "false", "False", "FALSE":
        return new JsonBoolean(false, place);
      case "", "null", "~":
        return new JsonNull(place);
      default:
        return isNumber(text) ? new JsonNumber(text, place) : new JsonString(text, place);
    }
  }

  private static boolean isNumber(String text) {
    boolean hasDigit = false;
    boolean hasDot = false;
    for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && !hasDot) {
        hasDot = true;
      } else if (c >= '0' && c <= '9') {
        hasDigit = true;
      } else {
        return false;
      }
    }
    return hasDigit;
  }

  private static String unquoted(String name) {
    boolean isQuoted =
        name.length() > 1
            && (name.charAt(0) == '"' || name.charAt(0) == '\'')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return isQuoted ? name.substring(1, name.length() - 1) : name;
  }

  /** A quoted scalar on one line. */
  private static String quoted(String text, int start, int line) throws Unread {
    char quote = text.charAt(start);
    StringBuilder value = new StringBuilder();
    int i = start + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean isDoubled = quote == '\'' && c == quote && text.startsWith("''", i);
      if (isDoubled || quote == '"' && c == '\\' && i + 1 < text.length()) {
        char next = text.charAt(i + 1);
        value.append(!isDoubled && next == 'n' ? '\n' : !isDoubled && next == 't' ? '\t' : next);
        i += 2;
      } else if (c == quote) {
        return value.toString();
      } else {
        value.append(c);
        i++;
      }
    }
    throw new Unread("a string of the front matter goes over lines", line, start + 1);
  }

  /** {@code [a, "b"]} and {@code {a: b}} on one line. */
  private static final class Flow {
    private final String text;
    private final int line;
    private int at;

    Flow(String text, int at, int line) {
      this.text = text;
      this.at = at;
      this.line = line;
    }

    JsonValue value(int depth) throws Unread {
      if (depth > MAX_DEPTH) {
        throw new Unread("the front matter nests too deep", line, at + 1);
      }
      skipSpace();
      Position place = new Position(line, at + 1);
      char c = peek();
      if (c == '[') {
        List<JsonValue> elements = new ArrayList<>();
        at++;
        while (!closes(']')) {
          elements.add(value(depth + 1));
          separator(']');
        }
        return new JsonArray(elements, place);
      }
      if (c == '{') {
        Map<String, JsonMember> members = new LinkedHashMap<>();
        at++;
        while (!closes('}')) {
          Position namePlace = new Position(line, at + 1);
          String name = word(":").strip();
          expect(':');
          members.put(name, new JsonMember(name, namePlace, value(depth + 1)));
          separator('}');
        }
        return new JsonObject(members, place);
      }
      if (c == '"' || c == '\'') {
        String value = quoted(text, at, line);
        at = endOfQuoted();
        return new JsonString(value, place);
      }
      return plain(word(",]}").strip(), place);
    }

    private int endOfQuoted() {
      char quote = text.charAt(at);
      int i = at + 1;
      while (i < text.length() && text.charAt(i) != quote) {
        i += quote == '"' && text.charAt(i) == '\\' ? 2 : 1;
      }
      return Math.min(text.length(), i + 1);
    }

    private String word(String ends) throws Unread {
      int start = at;
      if (peek() == '"' || peek() == '\'') {
        String name = quoted(text, at, line);
        at = endOfQuoted();
        return name;
      }
      int open = 0;
      while (at < text.length() && (open > 0 || ends.indexOf(text.charAt(at)) < 0)) {
        open += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
        at++;
      }
      return text.substring(start, at);
    }

    private boolean closes(char bracket) throws Unread {
      skipSpace();
      if (peek() != bracket) {
        return false;
      }
      at++;
      return true;
    }

    private void separator(char bracket) throws Unread {
      skipSpace();
      if (peek() == ',') {
        at++;
        skipSpace();
      } else if (peek() != bracket) {
        throw new Unread("a list of the front matter goes over lines", line, at + 1);
      }
    }

    private void expect(char c) throws Unread {
      skipSpace();
      if (peek() != c) {
        throw new Unread("a mapping of the front matter is not understood", line, at + 1);
      }
      at++;
    }

    private char peek() throws Unread {
      if (at >= text.length()) {
        throw new Unread("a list of the front matter goes over lines", line, at);
      }
      return text.charAt(at);
    }

    private void skipSpace() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }
  }
}
