package dev.keepmum.settings;

/** Hooks that are not the guard: each is a program that runs unasked. */
final class HookCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (HookEntry hook : settings.hooks()) {
      if (CommandText.runsWhatItFetches(hook.commandLine())) {
        report.error(
            "hooks/downloads",
            hook.placeOf("command"),
            "a hook on " + hook.event() + " runs what it fetches",
            hook.identity());
      } else if (!hook.isGuard()) {
        inspect(hook, report);
      }
    }
  }

  private static void inspect(HookEntry hook, Report report) {
    if (hook.event().equals("PreToolUse") || hook.event().equals("PermissionRequest")) {
      report.error(
          "hooks/decides",
          hook.placeOf("type"),
          "another hook on "
              + hook.event()
              + " can approve a call, or rewrite it after the guard has judged it",
          hook.identity());
    } else if (hook.type().equals("http")) {
      report.error(
          "hooks/http",
          hook.placeOf("url"),
          "a hook on " + hook.event() + " sends what the agent does to a server",
          hook.identity());
    } else {
      report.warning(
          "hooks/runs",
          hook.placeOf("command"),
          "a hook on " + hook.event() + " runs a program unasked",
          hook.identity());
    }
  }
}
