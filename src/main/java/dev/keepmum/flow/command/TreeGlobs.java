package dev.keepmum.flow.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Globs as ripgrep and the Grep tool take them: {@code {a,b}} is either, and what begins with
 * <code>**&#47;</code> is meant in every folder (globset's documentation, "Syntax").
 */
final class TreeGlobs {
  private static final String ANY_FOLDER = "**/";
  private static final int MAX_GLOBS = 64;

  private TreeGlobs() {}

  /** The same choice of files in globs without braces. */
  static List<String> plain(List<String> globs) {
    List<String> plain = new ArrayList<>(globs.size());
    for (String glob : globs) {
      add(glob, plain);
    }
    return plain;
  }

  private static void add(String glob, List<String> plain) {
    if (plain.size() >= MAX_GLOBS) {
      return;
    }
    int open = glob.indexOf('{');
    int close = open < 0 ? -1 : closing(glob, open);
    if (close >= 0) {
      int start = open + 1;
      for (int i = start; i <= close; i++) {
        if (i == close || glob.charAt(i) == ',' && depth(glob, open, i) == 1) {
          add(
              glob.substring(0, open) + glob.substring(start, i) + glob.substring(close + 1),
              plain);
          start = i + 1;
        }
      }
      return;
    }
    plain.add(glob);
    if (glob.startsWith(ANY_FOLDER)) {
      plain.add(glob.substring(ANY_FOLDER.length()));
    }
  }

  private static int closing(String glob, int open) {
    for (int i = open; i < glob.length(); i++) {
      if (glob.charAt(i) == '}' && depth(glob, open, i) == 1) {
        return i;
      }
    }
    return -1;
  }

  /** How many braces that open at or behind an index are open at another. */
  private static int depth(String glob, int from, int at) {
    int depth = 0;
    for (int i = from; i < at; i++) {
      depth += glob.charAt(i) == '{' ? 1 : glob.charAt(i) == '}' ? -1 : 0;
    }
    return depth;
  }
}
