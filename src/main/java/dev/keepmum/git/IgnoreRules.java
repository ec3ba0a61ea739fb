package dev.keepmum.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of one ignore file, which hold for a folder and all below it (gitignore(5)). */
final class IgnoreRules {

  /** What a file says of a path. */
  enum Answer {
    IGNORED,
    KEPT,
    /** Nothing: a file of lower precedence may. */
    OPEN
  }

  private record Line(String glob, boolean isNegated, boolean isForFolders, boolean isAnchored) {}

  private final String folder;
  private final List<Line> lines;

  private IgnoreRules(String folder, List<Line> lines) {
    this.folder = folder;
    this.lines = lines;
  }

  /**
   * Reads an ignore file; no content is an error.
   *
   * @param folder the absolute folder that it is about
   */
  static IgnoreRules read(String folder, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    List<Line> lines = new ArrayList<>();
    int start = text.startsWith("\ufeff") ? 1 : 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      addLine(text.substring(start, end), lines);
      start = end + 1;
    }
    return new IgnoreRules(folder, lines);
  }

  private static void addLine(String line, List<Line> lines) {
    String glob = withoutTrailingBlanks(line);
    if (glob.isEmpty() || glob.charAt(0) == '#') {
      return;
    }
    boolean isNegated = glob.charAt(0) == '!';
    if (isNegated) {
      glob = glob.substring(1);
    }
    boolean isForFolders = glob.endsWith("/");
    if (isForFolders) {
      glob = glob.substring(0, glob.length() - 1);
    }
    boolean isAnchored = glob.indexOf('/') >= 0;
    if (glob.startsWith("/")) {
      glob = glob.substring(1);
    }
    if (!glob.isEmpty()) {
      lines.add(new Line(glob, isNegated, isForFolders, isAnchored));
    }
  }

  /** Blanks at the end do not count unless a backslash stands before them. */
  private static String withoutTrailingBlanks(String line) {
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
      end--;
    }
    return line.substring(0, end);
  }

  /**
   * What the file says of a path; its last line that fits counts.
   *
   * @param path absolute, below the file's folder
   */
  Answer answer(String path, boolean isFolder) {
    String relative = path.substring(folder.endsWith("/") ? folder.length() : folder.length() + 1);
    String name = relative.substring(relative.lastIndexOf('/') + 1);
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      boolean fits =
          (isFolder || !line.isForFolders())
              && IgnoreGlob.matches(line.glob(), line.isAnchored() ? relative : name);
      if (fits) {
        return line.isNegated() ? Answer.KEPT : Answer.IGNORED;
      }
    }
    return Answer.OPEN;
  }
}
