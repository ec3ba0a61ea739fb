package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import java.util.ArrayList;
import java.util.List;

/** What {@code read} and {@code mapfile} take of a text at a time. */
final class Records {
  private Records() {}

  /** The character that {@code -d} names: its first, or NUL where it is empty. */
  static char end(String option) {
    return option.isEmpty() ? '\0' : option.charAt(0);
  }

  /** The parts of a text that a character ends. */
  static List<String> of(String text, char end) {
    if (end == '\n') {
      return Assignments.lines(text);
    }
    List<String> records = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int found = text.indexOf(end, start);
      int stop = found < 0 ? text.length() : found;
      String record = text.substring(start, stop);
      if (found >= 0 || !record.isBlank()) { // The newline behind a here-string is none.
        records.add(record);
      }
      start = stop + 1;
    }
    return records;
  }
}
