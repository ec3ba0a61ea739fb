package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import java.util.List;
import java.util.Locale;

/**
 * {@code git -c name=value}: aliases, pagers and editors in it are command lines (git-config(1)).
 */
final class GitSetting {
  private GitSetting() {}

  /** Runs the command line that a setting makes git run. */
  static void run(Invocation call, Content setting) {
    String text = Arguments.onlyText(setting);
    int equals = text == null ? -1 : text.indexOf('=');
    if (equals <= 0) {
      return;
    }
    run(call, text.substring(0, equals), setting.withTexts(List.of(text.substring(equals + 1))));
  }

  /** Runs the command line that a setting makes git run, now or whenever it comes to it. */
  static void run(Invocation call, String setting, Content value) {
    String name = setting.toLowerCase(Locale.ROOT);
    String text = Arguments.onlyText(value);
    leaveHooks(call, name);
    if (isIdentity(name)) {
      call.context().sinks().publish(value, call.name());
    }
    boolean marked = text != null && text.startsWith("!");
    if (text == null || !isProgram(name) && !(marked && name.startsWith("alias."))) {
      return;
    }
    Content line = marked ? value.withTexts(List.of(text.substring(1))) : value;
    call.runCode(new CodeRun(Language.SHELL, line, List.of(), Content.EMPTY));
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

  /** What stands in every commit that is made. */
  private static boolean isIdentity(String name) {
    return name.equals("user.name") || name.equals("user.email");
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
        || name.endsWith(".helper")
        || name.endsWith("askpass")
        || name.endsWith(".clean")
        || name.endsWith(".smudge")
        || name.endsWith(".driver")
        || name.endsWith("difffilter");
  }
}
