package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.expand.GlobPattern;
import dev.keepmum.git.GitIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files that git tracks below the folder of a call, by its repository's index. */
final class TrackedFiles {

  private static final int MAX_FILES = 10_000;

  private final Invocation call;
  private final String folder;
  private final List<GitIndex.Entry> entries;

  private TrackedFiles(Invocation call, String folder, List<GitIndex.Entry> entries) {
    this.call = call;
    this.folder = folder;
    this.entries = entries;
  }

  /** The files of one working tree; of several folders the first that is in one. */
  static Optional<TrackedFiles> of(Invocation call) {
    for (String folder : call.resolve(Content.text("."))) {
      Optional<GitIndex> index = GitIndex.of(call.context().host(), folder);
      if (index.isPresent()) {
        return Optional.of(new TrackedFiles(call, folder, index.get().entries()));
      }
    }
    return Optional.empty();
  }

  /** The files that pathspecs take (gitglossary(7)); without any, those below the folder. */
  List<GitIndex.Entry> taken(List<Content> pathspecs) {
    List<String> wanted = new ArrayList<>();
    List<String> excluded = new ArrayList<>();
    for (Content word : pathspecs) {
      for (String text : word.texts()) {
        Pathspec pathspec = Pathspec.of(text);
        List<String> list = pathspec.isExcluding() ? excluded : wanted;
        list.add(PathNames.resolve(folder, pathspec.pattern(), ""));
      }
    }
    if (wanted.isEmpty()) {
      wanted.add(folder);
    }
    List<GitIndex.Entry> taken = new ArrayList<>();
    for (GitIndex.Entry entry : entries) {
      if (taken.size() < MAX_FILES
          && matchesAny(wanted, entry.path())
          && !matchesAny(excluded, entry.path())) {
        taken.add(entry);
      }
    }
    return taken;
  }

  /** All files of the working tree, in the order of their names. */
  List<GitIndex.Entry> entries() {
    return entries;
  }

  /** Those of a command's operands that are no revisions. */
  List<Content> pathspecs(List<Content> operands) {
    List<Content> pathspecs = new ArrayList<>();
    for (Content operand : operands) {
      String text = operand.textOr("");
      if (text.startsWith(":") || GlobPattern.isPattern(text) || exists(operand)) {
        pathspecs.add(operand);
      }
    }
    return pathspecs;
  }

  private boolean exists(Content operand) {
    for (String path : call.resolve(operand)) {
      if (call.files().exists(path)) {
        return true;
      }
    }
    return false;
  }

  /** The protected files that pathspecs take; without any, all of the repository. */
  List<String> secrets(List<Content> pathspecs) {
    List<String> paths = new ArrayList<>();
    for (GitIndex.Entry entry : pathspecs.isEmpty() ? entries : taken(pathspecs)) {
      if (call.files().isProtected(entry.path()) && call.files().read(entry.path()).hasSecrets()) {
        paths.add(entry.path());
      }
    }
    return paths;
  }

  /** The files whose content has an id that begins with these digits. */
  List<String> withId(String digits) {
    List<String> paths = new ArrayList<>();
    for (GitIndex.Entry entry : entries) {
      if (entry.id().startsWith(digits)) {
        paths.add(entry.path());
      }
    }
    return paths;
  }

  /** A path as the call's folder sees it. */
  String relative(String path) {
    String inside = folder.endsWith("/") ? folder : folder.concat("/");
    return path.startsWith(inside) ? path.substring(inside.length()) : path;
  }

  private static boolean matchesAny(List<String> patterns, String path) {
    for (String pattern : patterns) {
      boolean below = path.startsWith(pattern.endsWith("/") ? pattern : pattern.concat("/"));
      if (below || path.equals(pattern)) {
        return true;
      }
      if (GlobPattern.isPattern(pattern) && GlobPattern.matches(pattern, path)) {
        return true;
      }
    }
    return false;
  }
}
