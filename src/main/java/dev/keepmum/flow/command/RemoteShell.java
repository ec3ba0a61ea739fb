package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.List;
import java.util.Locale;

/**
 * ssh: a command line on another host, whose output comes back; its input goes there. Without a
 * command line the input is one.
 */
final class RemoteShell implements Behaviour {

  /** Settings whose value is a command line of this machine (ssh_config(5)), in small letters. */
  private static final String[] LOCAL = {"proxycommand", "localcommand", "knownhostscommand"};

  @Override
  public void run(Invocation call) {
    runLocally(call);
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
    call.state().goElsewhere();
    if (line.isEmptyText()) {
      call.runCode(new CodeRun(Language.SHELL, input, List.of(), Content.EMPTY));
    } else {
      call.runCode(new CodeRun(Language.SHELL, line, List.of(), input));
    }
  }

  /** {@code -o ProxyCommand=cmd} and its kin start programs here. */
  private static void runLocally(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      String text = Arguments.onlyText(argument.value());
      if (!argument.option().equals("-o") || text == null) {
        continue;
      }
      String setting = text.toLowerCase(Locale.ROOT);
      for (String name : LOCAL) {
        if (setting.startsWith(name) && text.length() > name.length()) {
          Content line = argument.value().withTexts(List.of(text.substring(name.length() + 1)));
          call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
        }
      }
    }
  }
}
