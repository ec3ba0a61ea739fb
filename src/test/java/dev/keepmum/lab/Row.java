package dev.keepmum.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A command of the laboratory.
 *
 * @param group the heading it stands under
 */
record Row(String group, String command) {

  /**
   * Reads a resource: a line a command, those that begin with a bar its further lines; a heading
   * begins with two hashes.
   */
  static List<Row> read(String resource) {
    List<Row> rows = new ArrayList<>();
    String group = "";
    for (String line : Laboratory.lines(resource)) {
      if (line.startsWith("## ")) {
        group = line.substring(3);
      } else if (line.startsWith("|")) {
        Row open = rows.remove(rows.size() - 1);
        String further = line.length() > 1 ? line.substring(2) : "";
        rows.add(new Row(open.group, open.command + "\n" + further));
      } else if (!line.isEmpty()) {
        rows.add(new Row(group, line));
      }
    }
    return rows;
  }
}
