package dev.keepmum.settings;

import dev.keepmum.event.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with its lines, so that places and offsets lead to each other. Lines end with {@code \n},
 * {@code \r\n} or {@code \r}; columns and offsets count characters (UTF-16), from 1 and from 0. A
 * byte order mark is not part of the text.
 */
public final class SourceText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String byteOrderMark;
  private final String text;
  private final List<Integer> lineStarts = new ArrayList<>();

  /** A text, with or without a byte order mark. */
  public SourceText(String text) {
    this.byteOrderMark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
    this.text = text.substring(byteOrderMark.length());
    lineStarts.add(0);
    for (int i = 0; i < this.text.length(); i++) {
      char c = this.text.charAt(i);
      boolean pair = c == '\r' && i + 1 < this.text.length() && this.text.charAt(i + 1) == '\n';
      if ((c == '\n' || c == '\r') && !pair) {
        lineStarts.add(i + 1);
      }
    }
  }

  /** The text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** The mark that stood before the text; empty where there was none. */
  public String byteOrderMark() {
    return byteOrderMark;
  }

  /** How many lines there are; the empty text has one. */
  public int lineCount() {
    return lineStarts.size();
  }

  /** A line without its end; empty where there is none. */
  public String line(int number) {
    if (number < 1 || number > lineStarts.size()) {
      return "";
    }
    int start = lineStarts.get(number - 1);
    int end = number < lineStarts.size() ? lineStarts.get(number) : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset of a place, not behind the end of the text. */
  public int offset(Position place) {
    int line = Math.min(Math.max(place.line(), 1), lineStarts.size());
    return Math.min(text.length(), lineStarts.get(line - 1) + Math.max(0, place.column() - 1));
  }

  /** The place of an offset. */
  public Position position(int offset) {
    int low = 0;
    int high = lineStarts.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (lineStarts.get(middle) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return new Position(low + 1, offset - lineStarts.get(low) + 1);
  }

  /**
   * The offset behind the JSON value that begins at an offset, in a text that is valid JSON: behind
   * its closing bracket or quote, or its last character.
   */
  public int endOfValue(int start) {
    int depth = 0;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"') {
        i = endOfString(i);
      } else if (c == '{' || c == '[') {
        depth++;
        i++;
      } else if (c == '}' || c == ']') {
        depth--;
        i++;
      } else if (depth == 0) {
        return endOfWord(i);
      } else {
        i++;
        continue;
      }
      if (depth == 0) {
        return i;
      }
    }
    return i;
  }

  private int endOfString(int quote) {
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private int endOfWord(int start) {
    int i = start;
    while (i < text.length() && " \t\r\n,:{}[]\"".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }
}
