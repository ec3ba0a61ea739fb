package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Revision;
import java.util.ArrayList;
import java.util.List;

/** A difference in the unified format of diff(1) and git: which files it changes, and how. */
final class UnifiedDiff {

  /** What stands for a file that is not there. */
  private static final String NO_FILE = "/dev/null";

  /** No range is taken to be longer. */
  private static final int MAX_LINES = 1 << 20;

  /** Whether a difference is applied as it is written or taken back. */
  enum Direction {
    FORWARD,
    BACKWARD
  }

  /** Lines that become other lines. */
  private record Hunk(List<String> before, List<String> after) {}

  /**
   * The difference of one file.
   *
   * @param before its name so far; empty where it is new
   * @param after its name afterwards; empty where it is removed
   */
  record FileChange(String before, String after, List<Hunk> hunks) implements Revision {
    @Override
    public Content of(String text) {
      List<String> lines = new ArrayList<>(Assignments.lines(text));
      for (Hunk hunk : hunks) {
        int at = indexOf(lines, hunk.before());
        if (at < 0) {
          return Content.UNKNOWN;
        }
        lines.subList(at, at + hunk.before().size()).clear();
        lines.addAll(at, hunk.after());
      }
      StringBuilder changed = new StringBuilder(text.length());
      for (String line : lines) {
        changed.append(line).append('\n');
      }
      return Content.text(changed.toString());
    }

    private static int indexOf(List<String> lines, List<String> passage) {
      for (int i = 0; i + passage.size() <= lines.size(); i++) {
        if (lines.subList(i, i + passage.size()).equals(passage)) {
          return i;
        }
      }
      return -1;
    }
  }

  private final List<String> lines;
  private final Direction direction;
  private final List<FileChange> changes = new ArrayList<>();
  private int at;

  private UnifiedDiff(String text, Direction direction) {
    this.lines = Assignments.lines(text);
    this.direction = direction;
  }

  /** The changes of files in a text; what is no difference in it is passed over. */
  static List<FileChange> read(String text, Direction direction) {
    UnifiedDiff diff = new UnifiedDiff(text, direction);
    diff.read();
    return diff.changes;
  }

  private void read() {
    String from = "";
    while (at < lines.size()) {
      String line = lines.get(at++);
      if (line.startsWith("rename from ")) {
        from = line.substring("rename from ".length());
      } else if (line.startsWith("rename to ")) {
        // Names in these lines have no prefix, so that they are given one that is stripped.
        add("a/".concat(from), "b/".concat(line.substring("rename to ".length())), List.of());
      } else if (line.startsWith("--- ") && at < lines.size() && lines.get(at).startsWith("+++ ")) {
        String before = name(line);
        String after = name(lines.get(at++));
        add(before, after, hunks());
      }
    }
  }

  private void add(String before, String after, List<Hunk> hunks) {
    changes.add(
        direction == Direction.FORWARD
            ? new FileChange(before, after, hunks)
            : new FileChange(after, before, hunks));
  }

  private static String name(String header) {
    int tab = header.indexOf('\t');
    String name = header.substring(4, tab < 0 ? header.length() : tab).strip();
    return name.equals(NO_FILE) ? "" : name;
  }

  private List<Hunk> hunks() {
    List<Hunk> hunks = new ArrayList<>();
    while (at < lines.size() && lines.get(at).startsWith("@@ -")) {
      String header = lines.get(at++);
      int plus = Math.max(4, header.indexOf('+', 4));
      hunks.add(hunk(count(header, 4), count(header, plus + 1)));
    }
    return hunks;
  }

  /** How many lines a range such as {@code 9,2} has; one where it does not say. */
  private static int count(String header, int from) {
    int end = from;
    while (end < header.length() && header.charAt(end) > ' ') {
      end++;
    }
    int comma = header.indexOf(',', from);
    if (comma < 0 || comma >= end) {
      return 1;
    }
    int count = 0;
    for (int i = comma + 1; i < end && count < MAX_LINES; i++) {
      count = count * 10 + Math.max(0, Character.digit(header.charAt(i), 10));
    }
    return count;
  }

  private Hunk hunk(int linesBefore, int linesAfter) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    while (at < lines.size() && (before.size() < linesBefore || after.size() < linesAfter)) {
      String line = lines.get(at++);
      String text = line.isEmpty() ? "" : line.substring(1);
      char sign = line.isEmpty() ? ' ' : line.charAt(0);
      if (sign == ' ' || sign == '-') {
        before.add(text);
      }
      if (sign == ' ' || sign == '+') {
        after.add(text);
      }
    }
    if (at < lines.size() && lines.get(at).startsWith("\\")) {
      at++;
    }
    return direction == Direction.FORWARD ? new Hunk(before, after) : new Hunk(after, before);
  }
}
