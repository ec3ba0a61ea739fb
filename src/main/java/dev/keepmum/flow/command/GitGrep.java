package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;

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
    if (untracked || named) {
      new Search(Search.Kind.TRACKED).run(call);
    } else {
      call.print(Content.UNKNOWN);
    }
  }
}
