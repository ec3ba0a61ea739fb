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
  private static final int LONGEST = 1_024;

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
    int open = glob.length() > LONGEST ? -1 : glob.indexOf('{');
    List<Integer> bounds = open < 0 ? List.of() : bounds(glob, open);
    if (bounds.isEmpty()) {
      plain.add(glob);
      if (glob.startsWith(ANY_FOLDER)) {
        plain.add(glob.substring(ANY_FOLDER.length()));
      }
      return;
    }
    String before = glob.substring(0, open);
    String behind = glob.substring(bounds.get(bounds.size() - 1) + 1);
    int start = open + 1;
    for (int bound : bounds) {
      add(before + glob.substring(start, bound) + behind, plain);
      start = bound + 1;
    }
  }

  /** Where the choices of a brace end, the last at its closing one; empty if nothing closes it. */
  private static List<Integer> bounds(String glob, int open) {
    List<Integer> bounds = new ArrayList<>();
    int depth = 0;
    for (int i = open; i < glob.length(); i++) {
      char c = glob.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0 || c == ',' && depth == 1) {
        bounds.add(i);
      }
      if (depth == 0) {
        return bounds;
      }
    }
    return List.of();
  }
}
