package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files that {@code git ls-files -o} lists: those that are not in the index. */
final class UntrackedFiles implements PathWalk.Selection {

  private final Invocation call;
  private final Set<String> tracked;

  /**
   * The files of a call.
   *
   * @param tracked the absolute paths that are in the index, as far as they are known
   */
  UntrackedFiles(Invocation call, Set<String> tracked) {
    this.call = call;
    this.tracked = tracked;
  }

  /** Their names, each followed by a separator. */
  Content listed(String separator) {
    List<Content> roots = new ArrayList<>(call.arguments().operands());
    if (roots.isEmpty()) {
      roots.add(Content.text("."));
    }
    PathWalk walk = new PathWalk(call, this);
    walk.below(roots);
    return walk.listed(separator);
  }

  @Override
  public boolean accepts(String path, String name) {
    for (String file : call.resolve(Content.text(path))) {
      if (call.files().isFolder(file) || tracked.contains(file)) {
        return false;
      }
    }
    return !call.arguments().isSet(Role.IGNORED) || isTaken(path);
  }

  /** Whether it is one of those that git ignores, or of those that it does not. */
  private boolean isTaken(String path) {
    return PathWalk.isIgnored(call, path) == call.arguments().isSet(Role.INVERT);
  }

  @Override
  public boolean reaches(String path, String name) {
    return !name.equals(".git");
  }

  @Override
  public List<String> unseen() {
    return List.of();
  }
}
