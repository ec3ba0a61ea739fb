package dev.keepmum.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two texts line by line, as {@code diff -u} shows them. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Between texts that differ in more lines everything counts as changed. */
  private static final int MOST_LINES = 2_000;

  private final List<String> before;
  private final List<String> after;

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The difference; empty if there is none. */
  static String of(String path, String before, String after) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
    return "--- " + path + "\n+++ " + path + '\n' + diff.hunks();
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }

  /** For each old line the new line it became; -1 if it went. */
  private int[] matches() {
    int[] matches = new int[before.size()];
    Arrays.fill(matches, -1);
    int start = 0;
    int least = Math.min(before.size(), after.size());
    while (start < least && before.get(start).equals(after.get(start))) {
      matches[start] = start;
      start++;
    }
    int tail = 0;
    while (tail < least - start
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      matches[before.size() - 1 - tail] = after.size() - 1 - tail;
      tail++;
    }
    int oldEnd = before.size() - tail;
    int newEnd = after.size() - tail;
    if (oldEnd - start <= MOST_LINES && newEnd - start <= MOST_LINES) {
      longestCommon(matches, start, oldEnd, newEnd);
    }
    return matches;
  }

  private void longestCommon(int[] matches, int start, int oldEnd, int newEnd) {
    int[][] length = new int[oldEnd - start + 1][newEnd - start + 1];
    for (int i = oldEnd - 1; i >= start; i--) {
      for (int j = newEnd - 1; j >= start; j--) {
        length[i - start][j - start] =
            before.get(i).equals(after.get(j))
                ? length[i - start + 1][j - start + 1] + 1
                : Math.max(length[i - start + 1][j - start], length[i - start][j - start + 1]);
      }
    }
    int i = start;
    int j = start;
    while (i < oldEnd && j < newEnd) {
      if (before.get(i).equals(after.get(j))) {
        matches[i] = j;
        i++;
        j++;
      } else if (length[i - start + 1][j - start] >= length[i - start][j - start + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private String hunks() {
    int[] matches = matches();
    StringBuilder out = new StringBuilder();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && matches[i] == j) {
        i++;
        j++;
        continue;
      }
      int oldStart = Math.max(0, i - CONTEXT);
      int newStart = j - (i - oldStart);
      StringBuilder body = new StringBuilder();
      for (int k = oldStart; k < i; k++) {
        body.append(' ').append(before.get(k)).append('\n');
      }
      int same = 0;
      while ((i < before.size() || j < after.size()) && same < 2 * CONTEXT) {
        if (i < before.size() && matches[i] == j) {
          body.append(' ').append(before.get(i)).append('\n');
          same++;
          i++;
          j++;
        } else if (i < before.size() && matches[i] < 0) {
          body.append('-').append(before.get(i)).append('\n');
          same = 0;
          i++;
        } else {
          body.append('+').append(after.get(j)).append('\n');
          same = 0;
          j++;
        }
      }
      int extra = Math.max(0, same - CONTEXT);
      for (int k = 0; k < extra; k++) {
        body.setLength(body.lastIndexOf("\n", body.length() - 2) + 1);
      }
      i -= extra;
      j -= extra;
      out.append("@@ -").append(oldStart + 1).append(',').append(i - oldStart);
      out.append(" +").append(newStart + 1).append(',').append(j - newStart).append(" @@\n");
      out.append(body);
    }
    return out.toString();
  }
}
