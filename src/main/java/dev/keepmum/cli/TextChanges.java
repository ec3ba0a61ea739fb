package dev.keepmum.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * What a change does to a text, a line each: {@code +} for a new one, {@code -} for one that goes.
 * Lines that stay are not shown, for they may hold what nobody should see; of a line that only gets
 * or loses something, no more than that is.
 */
final class TextChanges {
  private static final int MAX_LINES = 5_000;

  private final List<String> before;
  private final List<String> after;

  TextChanges(String before, String after) {
    this.before = lines(before);
    this.after = lines(after);
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  void print(PrintWriter out) {
    if (before.size() > MAX_LINES || after.size() > MAX_LINES) {
      out.println("  (too long to be shown)");
      return;
    }
    int[][] common = common();
    int i = 0;
    int j = 0;
    List<String> gone = new ArrayList<>();
    List<String> fresh = new ArrayList<>();
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && isSame(before.get(i), after.get(j))) {
        show(gone, fresh, out);
        i++;
        j++;
      } else if (j < after.size() && (i == before.size() || common[i][j + 1] >= common[i + 1][j])) {
        fresh.add(after.get(j++));
      } else {
        gone.add(before.get(i++));
      }
    }
    show(gone, fresh, out);
  }

  /** How many lines the ends of both texts have in common, from each line of one and the other. */
  private int[][] common() {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            isSame(before.get(i), after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  /** A comma behind a line says nothing about the line. */
  private static boolean isSame(String one, String other) {
    return withoutComma(one).equals(withoutComma(other));
  }

  private static String withoutComma(String line) {
    return line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
  }

  private static void show(List<String> gone, List<String> fresh, PrintWriter out) {
    if (gone.size() == 1 && fresh.size() == 1) {
      showDifference(gone.get(0), fresh.get(0), out);
    } else {
      gone.forEach(line -> out.println("- " + line));
      fresh.forEach(line -> out.println("+ " + line));
    }
    gone.clear();
    fresh.clear();
  }

  private static void showDifference(String gone, String fresh, PrintWriter out) {
    int limit = Math.min(gone.length(), fresh.length());
    int start = 0;
    while (start < limit && gone.charAt(start) == fresh.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < limit - start
        && gone.charAt(gone.length() - 1 - end) == fresh.charAt(fresh.length() - 1 - end)) {
      end++;
    }
    showPart("- ", gone.substring(start, gone.length() - end), out);
    showPart("+ ", fresh.substring(start, fresh.length() - end), out);
  }

  private static void showPart(String sign, String part, PrintWriter out) {
    if (!part.isEmpty()) {
      out.println(sign + part);
    }
  }
}
