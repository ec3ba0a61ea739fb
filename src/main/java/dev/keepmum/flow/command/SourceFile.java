package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/** source and {@code .}: runs a file's text in the shell itself. */
final class SourceFile implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.words().isEmpty()) {
      return;
    }
    Content path = call.words().get(0);
    GuardedStart.inspect(call, path);
    Content content = call.read(path);
    if (content.hasSecrets() && call.state().isTracing()) {
      call.printError(content);
    }
    List<Content> outer = call.state().positional();
    if (call.words().size() > 1) {
      call.state().positional(call.words().subList(1, call.words().size()));
    }
    Evaluate.run(call, call.files().known(content));
    call.state().positional(outer);
  }
}
