package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import java.util.List;

/** source and {@code .}: runs a file's text in the shell itself. */
final class SourceFile implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.words().isEmpty()) {
      return;
    }
    Content path = call.words().get(0);
    Content content = call.read(path);
    if (content.hasSecrets()) {
      sourceSecrets(call, content);
      return;
    }
    List<Content> outer = call.state().positional();
    if (call.words().size() > 1) {
      call.state().positional(call.words().subList(1, call.words().size()));
    }
    Content known = call.files().known(content);
    call.context().budget().enter();
    for (String text : known.texts()) {
      call.shell().runText(text);
    }
    call.context().budget().leave();
    call.state().positional(outer);
  }

  /** A protected file is not run, but what it assigns is there afterwards. */
  private static void sourceSecrets(Invocation call, Content content) {
    Secret secret = content.secrets().get(0);
    EnvironmentFile.assignSecrets(call.shell(), secret, call.name());
    if (call.state().isTracing()) {
      call.printError(content);
    }
  }
}
