package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * Changes a JSON text in place: everything but the changed passage keeps its order, its spaces and
 * its line ends. New members and elements stand as their neighbours do, on lines of their own or
 * not.
 */
public final class JsonEdit {
  private static final String DEFAULT_INDENT = "  ";

  /**
   * A passage and what comes in its place.
   *
   * @param start offset of its first character
   * @param end offset behind its last
   */
  public record Replacement(int start, int end, String text) {}

  private final SourceText source;

  /** What a level is set in by; empty where everything stands on one line. */
  private final String indent;

  /** Edits of a text that is valid JSON. */
  public JsonEdit(SourceText source) {
    this.source = source;
    this.indent = indentOf(source.text());
  }

  /** The white space before the first member. */
  private static String indentOf(String text) {
    int brace = text.indexOf('{');
    int first = brace + 1;
    while (first > 0 && first < text.length() && isSpace(text.charAt(first))) {
      first++;
    }
    if (first >= text.length() || text.charAt(first) == '}') {
      return DEFAULT_INDENT;
    }
    int line = text.lastIndexOf('\n', first - 1);
    return line < brace ? "" : text.substring(line + 1, first);
  }

  /** A value as it is laid out in this text, for what is added to it. */
  public String layout(JsonValue value) {
    return new JsonLayout(indent).of(value, 0);
  }

  /** The text with some passages replaced, which must not overlap. */
  public String apply(List<Replacement> replacements) {
    List<Replacement> ordered = new ArrayList<>(replacements);
    ordered.sort((a, b) -> Integer.compare(a.start(), b.start()));
    StringBuilder out = new StringBuilder(source.byteOrderMark());
    int done = 0;
    for (Replacement replacement : ordered) {
      if (replacement.start() < done) {
        throw new IllegalArgumentException("replacements overlap");
      }
      out.append(source.text(), done, replacement.start()).append(replacement.text());
      done = replacement.end();
    }
    return out.append(source.text(), done, source.text().length()).toString();
  }

  /** Another value in the place of one. */
  public Replacement replaceValue(JsonValue value, String json) {
    int start = source.offset(value.position());
    return new Replacement(start, source.endOfValue(start), json);
  }

  /** A new member behind all others. */
  public Replacement addMember(JsonObject object, String name, String json) {
    Position last = null;
    for (JsonMember member : object.members().values()) {
      last = last == null || isBehind(member, last) ? member.value().position() : last;
    }
    return add(object.position(), last, JsonText.quoted(name) + ": " + json);
  }

  /** A new element behind all others. */
  public Replacement addElement(JsonArray array, String json) {
    List<JsonValue> elements = array.elements();
    Position last = elements.isEmpty() ? null : elements.get(elements.size() - 1).position();
    return add(array.position(), last, json);
  }

  private static boolean isBehind(JsonMember member, Position place) {
    Position other = member.value().position();
    return other.line() > place.line()
        || other.line() == place.line() && other.column() > place.column();
  }

  private Replacement add(Position container, Position last, String item) {
    int open = source.offset(container);
    int close = source.endOfValue(open) - 1;
    if (last == null && indent.isEmpty()) {
      return new Replacement(open + 1, close, item);
    }
    if (last == null) {
      String outer = indentation(container.line());
      String inner = outer + indent;
      return new Replacement(
          open + 1, close, lineEnd() + inner + indented(item, inner) + lineEnd() + outer);
    }
    int end = source.endOfValue(source.offset(last));
    int lastLine = source.position(end).line();
    boolean ownLines = source.position(close).line() > lastLine;
    if (!ownLines) {
      return new Replacement(end, end, ", " + item);
    }
    String inner = indentation(last.line());
    return new Replacement(end, end, ',' + lineEnd() + inner + indented(item, inner));
  }

  /** Takes a member out, with its comma and, if it stood alone there, its line. */
  public Replacement removeMember(JsonMember member) {
    return remove(source.offset(member.position()), source.offset(member.value().position()));
  }

  /** Takes an element out, with its comma and, if it stood alone there, its line. */
  public Replacement removeElement(JsonValue element) {
    int start = source.offset(element.position());
    return remove(start, start);
  }

  private Replacement remove(int from, int value) {
    String text = source.text();
    int end = source.endOfValue(value);
    int next = skipSpace(end);
    if (next < text.length() && text.charAt(next) == ',') {
      int after = skipSpace(next + 1);
      return new Replacement(from, after, "");
    }
    int before = from;
    while (before > 0 && isSpace(text.charAt(before - 1))) {
      before--;
    }
    boolean hasComma = before > 0 && text.charAt(before - 1) == ',';
    return hasComma ? new Replacement(before - 1, end, "") : new Replacement(before, next, "");
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < source.text().length() && isSpace(source.text().charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private String indentation(int line) {
    String text = source.line(line);
    int end = 0;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(0, end);
  }

  private String indented(String item, String indentation) {
    return item.replace("\n", lineEnd() + indentation);
  }

  private String lineEnd() {
    return source.text().contains("\r\n") ? "\r\n" : "\n";
  }
}
