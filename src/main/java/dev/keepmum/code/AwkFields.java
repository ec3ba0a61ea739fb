package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** The fields of a record that is known (POSIX, awk, "Input Record Separation Into Fields"). */
final class AwkFields {
  private final String record;
  private final List<String> fields;

  private AwkFields(String record, List<String> fields) {
    this.record = record;
    this.fields = fields;
  }

  /** Splits a record at a separator of one character, or else at its blanks. */
  static AwkFields of(String record, Value separator) {
    String text = separator instanceof Value.Text known ? known.text() : "";
    boolean blanks = text.length() != 1 || text.equals(" ");
    List<String> fields = new ArrayList<>();
    int start = 0;
    while (start <= record.length()) {
      int end = start;
      while (end < record.length() && !separates(record.charAt(end), blanks, text)) {
        end++;
      }
      if (!blanks || end > start) {
        fields.add(record.substring(start, end));
      }
      start = end + 1;
    }
    return new AwkFields(record, fields);
  }

  private static boolean separates(char c, boolean blanks, String separator) {
    return blanks ? c <= ' ' : c == separator.charAt(0);
  }

  /** The field with a number, which is the whole record for 0. */
  Value field(String number) {
    int index;
    try {
      index = Integer.parseInt(number);
    } catch (NumberFormatException computed) {
      return new Value.Text(record);
    }
    if (index == 0) {
      return new Value.Text(record);
    }
    return new Value.Text(index > 0 && index <= fields.size() ? fields.get(index - 1) : "");
  }
}
