package dev.keepmum.settings;

import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.Optional;

/** Hooks that are not the guard: each is a program that runs unasked. */
final class HookCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (HookEntry hook : settings.hooks()) {
      matcher(hook, report);
      if (CommandText.runsWhatItFetches(hook.commandLine())) {
        report.error(
            "hooks/downloads",
            hook.placeOf("command"),
            "a hook on " + hook.event() + " runs what it fetches",
            hook.identity());
      } else if (!hook.isGuard()) {
        inspect(hook, settings.scope().isRepository(), report);
      }
    }
  }

  private static void inspect(HookEntry hook, boolean isRepository, Report report) {
    if (hook.event().equals("PreToolUse") || hook.event().equals("PermissionRequest")) {
      report.add(
          isRepository ? Severity.ERROR : Severity.NOTE,
          "hooks/decides",
          hook.placeOf("type"),
          "another hook on "
              + hook.event()
              + " can approve a call, or rewrite it after the guard has judged it",
          hook.identity());
    } else if (hook.type().equals("http")) {
      report.add(
          isRepository ? Severity.ERROR : Severity.WARNING,
          "hooks/http",
          hook.placeOf("url"),
          "a hook on " + hook.event() + " sends what the agent does to a server",
          hook.identity());
    } else if (isRepository) {
      report.warning(
          "hooks/runs",
          hook.placeOf("command"),
          "a hook on " + hook.event() + " runs a program unasked",
          hook.identity());
    }
  }

  /** A hook that never fires is as good as none, and the client says nothing. */
  private static void matcher(HookEntry hook, Report report) {
    if (!isToolEvent(hook.event()) || hook.isGuard() && hook.event().equals("PreToolUse")) {
      return;
    }
    Optional<String> fault = new Matcher(hook.matcher()).fault();
    if (fault.isPresent()) {
      report.warning(
          "hooks/matcher",
          hook.placeOfMatcher(),
          "the matcher of a hook on " + hook.event() + ' ' + fault.get(),
          hook.identity());
    }
  }

  private static boolean isToolEvent(String event) {
    return switch (event) {
      case "PreToolUse",
          "PostToolUse",
          "PostToolUseFailure",
          "PermissionRequest",
          "PermissionDenied" ->
          true;
      default -> false;
    };
  }
}
