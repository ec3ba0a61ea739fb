package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import java.util.List;

/**
 * {@code git -c name=value}: aliases, pagers and editors in it are command lines (git-config(1)).
 */
final class GitSetting {
  private static final List<String> VARIABLES =
      List.of(
          "GIT_PAGER",
          "PAGER",
          "GIT_EDITOR",
          "EDITOR",
          "VISUAL",
          "GIT_SSH_COMMAND",
          "GIT_EXTERNAL_DIFF");

  private GitSetting() {}

  /** Runs the command line that a setting makes git run. */
  static void run(Invocation call, Content setting) {
    String text = Arguments.onlyText(setting);
    int equals = text == null ? -1 : text.indexOf('=');
    if (equals <= 0) {
      return;
    }
    String name = text.substring(0, equals);
    String value = text.substring(equals + 1);
    leaveHooks(call, name);
    boolean alias = name.startsWith("alias.");
    if (alias && value.startsWith("!")) {
      value = value.substring(1);
    } else if (alias || !isProgram(name)) {
      return;
    }
    Content line = setting.withTexts(List.of(value));
    call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
  }

  /** Runs what variables set by the call itself make git run: pagers, editors, transports. */
  static void runVariables(Invocation call) {
    for (String name : VARIABLES) {
      Variable line = call.state().variables().get(name);
      if (line != null) {
        call.runCode(new CodeRun(Language.SHELL, line.value(), List.of(), Content.EMPTY));
      }
    }
  }

  static void leaveHooks(Invocation call, String setting) {
    if (setting.equalsIgnoreCase("core.hooksPath")) {
      leaveHooks(call);
    }
  }

  /** The repository's own hooks do not run, as if they were not there. */
  static void leaveHooks(Invocation call) {
    for (String path : call.resolve(Content.text(".git/hooks"))) {
      call.context().changes().removed(path, call.name());
    }
  }

  private static boolean isProgram(String name) {
    return name.startsWith("pager.")
        || name.endsWith(".pager")
        || name.endsWith("editor")
        || name.endsWith(".command")
        || name.endsWith(".cmd")
        || name.endsWith(".textconv")
        || name.equals("diff.external")
        || name.equals("core.sshcommand")
        || name.equals("core.fsmonitor")
        || name.equals("credential.helper");
  }
}
