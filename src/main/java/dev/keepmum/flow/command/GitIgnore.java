package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.expand.GlobPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ignore rules of a repository's top folder (gitignore(5)), last match first. */
final class GitIgnore {

  private final String root;
  private final List<String> patterns;

  private GitIgnore(String root, List<String> patterns) {
    this.root = root;
    this.patterns = patterns;
  }

  /** The rules that hold for a folder: those of the repository it lies in. */
  static GitIgnore of(FlowContext context, String folder) {
    String root = folder;
    while (!context.host().status(PathNames.resolve(root, ".git", "")).exists()
        && !root.equals("/")) {
      root = PathNames.parent(root);
    }
    List<String> patterns = new ArrayList<>();
    for (String file : List.of(".gitignore", ".git/info/exclude")) {
      Optional<String> text = context.files().text(PathNames.resolve(root, file, ""));
      if (text.isPresent()) {
        patterns.addAll(Assignments.lines(text.get()));
      }
    }
    return new GitIgnore(root, patterns);
  }

  /** Whether a file below the repository is left out of commits. */
  boolean ignores(String path) {
    if (!path.startsWith(root)) {
      return false;
    }
    String relative = path.substring(Math.min(path.length(), root.length() + 1));
    for (int i = patterns.size() - 1; i >= 0; i--) {
      String pattern = patterns.get(i).strip();
      boolean negated = pattern.startsWith("!");
      if (!pattern.isEmpty() && pattern.charAt(0) != '#' && matches(pattern, negated, relative)) {
        return !negated;
      }
    }
    return false;
  }

  private static boolean matches(String line, boolean negated, String path) {
    String pattern = negated ? line.substring(1) : line;
    if (pattern.endsWith("/")) {
      pattern = pattern.substring(0, pattern.length() - 1);
    }
    boolean anchored = pattern.indexOf('/') >= 0;
    if (pattern.startsWith("/")) {
      pattern = pattern.substring(1);
    }
    String rest = path;
    int from = 0;
    while (from <= rest.length()) {
      int slash = rest.indexOf('/', from);
      int end = slash < 0 ? rest.length() : slash;
      String candidate = anchored ? rest.substring(0, end) : rest.substring(from, end);
      if (GlobPattern.matches(pattern, candidate)) {
        return true;
      }
      from = end + 1;
    }
    return false;
  }
}
