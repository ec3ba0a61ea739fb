package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;
import java.util.Optional;

/** git commit, tag, notes, merge: who the environment says it is by stands in what is made. */
final class GitCommit implements Behaviour {

  private static final List<String> IDENTITY =
      List.of("GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL");

  @Override
  public void run(Invocation call) {
    new General().run(call);
    for (String name : IDENTITY) {
      Optional<Content> value = call.shell().variables().value(call.state(), name);
      if (value.isPresent()) {
        call.context().sinks().publish(value.get(), call.name());
      }
    }
  }
}
