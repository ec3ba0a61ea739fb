package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the compact text that a generated table holds for a rule: a field a line, a list's items
 * parted by tabs.
 */
final class Fields {
  private final String text;
  private int position;

  Fields(String text) {
    this.text = text;
  }

  /** The next field, empty after the last one. */
  String next() {
    if (position > text.length()) {
      return "";
    }
    int end = text.indexOf('\n', position);
    if (end < 0) {
      end = text.length();
    }
    String field = text.substring(position, end);
    position = end + 1;
    return field;
  }

  int nextNumber() {
    return Integer.parseInt(next());
  }

  List<String> nextList() {
    return split(next(), '\t');
  }

  /** The parts between the separators; none for the empty text. */
  static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf(separator, start);
      if (end < 0) {
        end = text.length();
      }
      if (end > start) {
        parts.add(text.substring(start, end));
      }
      start = end + 1;
    }
    return parts;
  }
}
