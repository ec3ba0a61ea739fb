package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * git ls-files: the names of files that are not in the index, if asked for. What is in it is not
 * looked up; its names are unknown.
 */
final class UntrackedFiles implements Behaviour, PathWalk.Selection {

  private Invocation call;

  @Override
  public void run(Invocation invocation) {
    call = invocation;
    if (!call.arguments().isSet(Role.RECURSIVE)) {
      new Operands().run(call);
      return;
    }
    List<Content> roots = new ArrayList<>(call.arguments().operands());
    if (roots.isEmpty()) {
      roots.add(Content.text("."));
    }
    PathWalk walk = new PathWalk(call, this);
    walk.below(roots);
    call.print(walk.listed("\n"));
  }

  @Override
  public boolean accepts(String path, String name) {
    return !call.files().isFolder(path) && (!call.arguments().isSet(Role.IGNORED) || isTaken(path));
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
