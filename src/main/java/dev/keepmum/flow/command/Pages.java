package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import java.util.List;

/** Programs whose commands, given one by one, work on the same thing: SQL clients, vim. */
final class Pages implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content code = CodeText.of(call);
    CodeText.reportProtected(call, code);
    if (call.rule().input() == CommandRule.Input.CODE) {
      Content typed = call.files().known(call.input());
      code = code.isEmptyText() ? typed : code.then(Content.text("\n")).then(typed);
    }
    Content pages = Reading.gather(call);
    if (call.rule().language().isPresent()) {
      call.runCode(new CodeRun(call.rule().language().get(), code, List.of(), pages.derived()));
    }
    boolean shown =
        call.arguments().has(Role.READ) && call.rule().output() == CommandRule.Output.CONTENT;
    if (shown) {
      call.print(pages.derived());
    }
  }
}
