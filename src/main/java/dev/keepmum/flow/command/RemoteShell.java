package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;

/**
 * ssh: a command line on another host, whose output comes back; its input goes there. Without a
 * command line the input is one.
 */
final class RemoteShell implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content host = Content.UNKNOWN;
    for (Content value : call.arguments().values(Role.HOST)) {
      host = value;
    }
    Content input = call.input();
    if (input.hasSecrets()) {
      call.context().sinks().send(host, input, call.name());
    }
    Content line = Content.EMPTY;
    for (Content word : call.arguments().values(Role.SHELL)) {
      line = line.isEmptyText() ? word : line.then(Content.text(" ")).then(word);
    }
    if (line.hasSecrets()) {
      call.context().sinks().send(host, line, call.name());
    }
    if (line.isEmptyText()) {
      call.runCode(new CodeRun(Language.SHELL, input, List.of(), Content.EMPTY));
    } else {
      call.runCode(new CodeRun(Language.SHELL, line, List.of(), input));
    }
  }
}
