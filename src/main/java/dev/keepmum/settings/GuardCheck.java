package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * A registration of the guard that lets calls through. What each part does was observed with Claude
 * Code 2.1.330: without {@code onFailure} a guard that cannot start lets the call run.
 */
final class GuardCheck implements SettingsCheck {

  /** keepmum's own deadline is 2 s; the client must not give up before. */
  private static final int SHORTEST_TIMEOUT = 5;

  private static final int LONGEST_TIMEOUT = 60;

  private static final String PLUGINS = "enabledPlugins";

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (HookEntry hook : settings.guards()) {
      if (isDeciding(hook.event())) {
        inspect(hook, report);
      }
    }
  }

  private static boolean isDeciding(String event) {
    return event.equals("PreToolUse")
        || event.equals("UserPromptSubmit")
        || event.equals("ConfigChange");
  }

  private static void inspect(HookEntry hook, Report report) {
    if (hook.event().equals("PreToolUse")) {
      matcher(hook, report);
    }
    if (!hook.entry().text("onFailure").orElse("").equals("block")) {
      weak(
          "guard/on-failure",
          hook,
          "onFailure",
          "lets calls run when it fails; it needs \"onFailure\": \"block\"",
          report);
    }
    if (isTrue(hook, "async") || isTrue(hook, "asyncRewake")) {
      weak(
          "guard/async",
          hook,
          isTrue(hook, "async") ? "async" : "asyncRewake",
          "runs beside the call and cannot stop it",
          report);
    }
    if (hook.entry().get("if").isPresent()) {
      weak(
          "guard/if",
          hook,
          "if",
          "is not asked where its condition fails to see through a command",
          report);
    }
    if (!hook.isExecForm()) {
      weak(
          "guard/shell-form",
          hook,
          "command",
          "is started through a shell, which a repository's settings can replace; it needs"
              + " \"args\"",
          report);
    }
    if (isRelative(hook)) {
      weak(
          "guard/relative",
          hook,
          "command",
          "is not found after a change of folder; it needs an absolute path",
          report);
    }
    double timeout = seconds(hook.entry().get("timeout"));
    if (timeout < SHORTEST_TIMEOUT) {
      weak(
          "guard/timeout",
          hook,
          "timeout",
          "gets too little time; it needs " + SHORTEST_TIMEOUT + " seconds",
          report);
    } else if (timeout > LONGEST_TIMEOUT) {
      report.warning(
          "guard/timeout",
          hook.placeOf("timeout"),
          "the guard on "
              + hook.event()
              + " may hold a call up for more than "
              + LONGEST_TIMEOUT
              + " seconds; 20 are enough",
          hook.identity());
    }
    if (printsFirst(hook)) {
      weak(
          "guard/prints",
          hook,
          "command",
          "prints something before its answer, which then counts as plain text",
          report);
    }
    if (CommandText.words(hook.commandLine()).contains("--on-pass=allow")) {
      report.warning(
          "guard/on-pass",
          hook.placeOf(hook.isExecForm() ? "args" : "command"),
          "the guard answers allow to all that leaks nothing, which takes the person's own prompts"
              + " away",
          hook.identity());
    }
  }

  /** Text before the JSON makes the client take the answer for plain text, and the call runs. */
  private static boolean printsFirst(HookEntry hook) {
    if (hook.isExecForm()) {
      return false;
    }
    for (String word : CommandText.words(hook.entry().text("command").orElse(""))) {
      String program = CommandText.program(word);
      if (program.startsWith("keepmum")) {
        return false;
      }
      if (program.equals("echo") || program.equals("printf") || program.equals("cat")) {
        return true;
      }
    }
    return false;
  }

  private static void weak(String id, HookEntry hook, String key, String fault, Report report) {
    report.error(
        id,
        hook.placeOf(key),
        "the guard on " + hook.event() + " " + fault,
        hook.event() + ' ' + hook.commandLine() + ' ' + hook.matcher() + ' ' + hook.textOf(key));
  }

  private static void matcher(HookEntry hook, Report report) {
    Matcher matcher = new Matcher(hook.matcher());
    if (!matcher.isAll()) {
      report.error(
          "guard/matcher",
          hook.placeOfMatcher(),
          "the guard on PreToolUse is not asked about every tool: its matcher "
              + matcher.fault().orElse("leaves some out")
              + "; write *",
          hook.commandLine() + ' ' + hook.matcher());
    }
  }

  private static boolean isTrue(HookEntry hook, String key) {
    Optional<JsonValue> value = hook.entry().get(key);
    return value.isPresent() && value.get().isTrue();
  }

  private static boolean isRelative(HookEntry hook) {
    List<String> words = CommandText.words(hook.entry().text("command").orElse(""));
    String program = words.isEmpty() ? "" : words.get(0);
    boolean hasDrive = program.length() > 1 && program.charAt(1) == ':';
    return !program.startsWith("/")
        && !program.startsWith("~/")
        && !program.startsWith("${CLAUDE_")
        && !program.startsWith("$CLAUDE_")
        && !hasDrive;
  }

  /** The client's own time where none is set, which is long. */
  private static double seconds(Optional<JsonValue> timeout) {
    if (timeout.isEmpty() || !(timeout.get() instanceof JsonNumber number)) {
      return LONGEST_TIMEOUT;
    }
    try {
      return Double.parseDouble(number.digits());
    } catch (NumberFormatException e) {
      return LONGEST_TIMEOUT;
    }
  }

  /**
   * What a new version of a file does to the guards of the old one: each must still be there, and
   * one that was not there before may be anything that calls itself keepmum. A plugin's hooks go
   * with the plugin, which any settings file can switch off.
   */
  static void compare(SettingsDocument before, SettingsDocument after, Report report) {
    comparePlugins(before.root().object(PLUGINS), after, report);
    for (HookEntry guard : before.guards()) {
      if (!isAmong(guard, after.guards())) {
        report.error(
            "guard/removed",
            after.placeOf(guard.event()),
            "takes the guard on " + guard.event() + " away, or starts something else in its place",
            guard.event());
      }
    }
    for (HookEntry guard : after.guards()) {
      if (!runsTheSame(guard, before.guards())) {
        report.error(
            "guard/unknown",
            guard.placeOf("command"),
            "adds a hook that calls itself keepmum; only a person registers it (keepmum init)",
            guard.commandLine());
      }
    }
  }

  private static void comparePlugins(JsonObject before, SettingsDocument after, Report report) {
    JsonObject plugins = after.root().object(PLUGINS);
    for (String name : before.members().keySet()) {
      boolean on = isOn(before, name);
      if (isKeepmum(name) && on && plugins.get(name).isEmpty()) {
        report.error(
            "guard/removed", after.placeOf(PLUGINS), "takes the guard's plugin away", name);
      }
    }
    for (JsonMember plugin : plugins.members().values()) {
      if (isKeepmum(plugin.name()) && !isOn(plugins, plugin.name())) {
        report.error(
            "guard/removed", plugin.position(), "switches the guard's plugin off", plugin.name());
      }
    }
  }

  private static boolean isKeepmum(String plugin) {
    return plugin.startsWith("keepmum@");
  }

  /** Everything but false enables a plugin: a list names versions. */
  private static boolean isOn(JsonObject plugins, String name) {
    Optional<JsonValue> value = plugins.get(name);
    return value.isPresent() && (value.get().isTrue() || value.get() instanceof JsonArray);
  }

  private static boolean isAmong(HookEntry guard, List<HookEntry> others) {
    for (HookEntry other : others) {
      if (other.event().equals(guard.event()) && other.commandLine().equals(guard.commandLine())) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsTheSame(HookEntry guard, List<HookEntry> others) {
    for (HookEntry other : others) {
      if (other.commandLine().equals(guard.commandLine())) {
        return true;
      }
    }
    return false;
  }
}
