package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * git grep: searches what is tracked, which protected files seldom are; outside the index, or in a
 * file that is named, it is a search like any other.
 */
final class GitGrep implements Behaviour {
  @Override
  public void run(Invocation call) {
    GivenCode.runLines(call);
    boolean untracked =
        call.arguments().hasOption("--no-index") || call.arguments().hasOption("--untracked");
    boolean named = false;
    for (Content object : call.arguments().values(Role.GIT_OBJECT)) {
      named |= GitObjects.read(call, object).hasSecrets();
    }
    Search search = new Search(Search.Kind.TRACKED);
    if (untracked || named) {
      search.run(call);
      return;
    }
    List<Content> files = trackedSecrets(call);
    if (files.isEmpty()) {
      call.print(Content.UNKNOWN);
    } else {
      search.run(call, files);
    }
  }

  private static List<Content> trackedSecrets(Invocation call) {
    List<Content> files = new ArrayList<>();
    Optional<TrackedFiles> tracked = TrackedFiles.of(call);
    if (tracked.isPresent()) {
      List<Content> objects = call.arguments().values(Role.GIT_OBJECT);
      List<Content> pathspecs = tracked.get().pathspecs(objects);
      List<Content> below = pathspecs.isEmpty() ? List.of(Content.text(".")) : pathspecs;
      for (String path : tracked.get().secrets(below)) {
        files.add(Content.text(path));
      }
    }
    return files;
  }
}
