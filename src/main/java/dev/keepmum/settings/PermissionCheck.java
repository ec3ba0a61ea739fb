package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.SettingsFinding.Severity;

/** Permissions that hand over everything at once. */
final class PermissionCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    JsonObject permissions = settings.root().object("permissions");
    for (JsonValue rule : permissions.elements("allow")) {
      allow(rule, report);
    }
    JsonMember mode = permissions.members().get("defaultMode");
    if (mode != null) {
      mode(mode, settings.scope(), report);
    }
  }

  /** One entry of a list of what runs unasked. */
  static void allow(JsonValue rule, Report report) {
    String text = rule.text().orElse("");
    if (allowsEverything(text)) {
      report.error(
          "permissions/allows-everything",
          rule.position(),
          "this lets every such call run unasked: " + text,
          text);
    } else if (allowsAnyCode(text)) {
      report.warning(
          "permissions/allows-code",
          rule.position(),
          "this lets any code run unasked: " + text,
          text);
    }
  }

  /** Whether an allow rule hands over more than files and variables. */
  static boolean isBroad(String rule) {
    return allowsEverything(rule) || allowsAnyCode(rule);
  }

  private static void mode(JsonMember mode, Scope scope, Report report) {
    String text = mode.value().text().orElse("");
    switch (text) {
      case "bypassPermissions" ->
          report.error(
              "permissions/bypass",
              mode.position(),
              "defaultMode bypassPermissions has nobody asked about anything",
              text);
      case "auto", "dontAsk", "acceptEdits" ->
          report.add(
              scope.isRepository() ? Severity.WARNING : Severity.NOTE,
              "permissions/mode",
              mode.position(),
              "defaultMode " + text + " has nobody asked about most calls",
              text);
      default -> {}
    }
  }

  private static boolean allowsEverything(String rule) {
    return switch (rule) {
      case "Bash",
          "Bash(*)",
          "Bash(**)",
          "Bash(:*)",
          "Bash(* *)",
          "PowerShell",
          "PowerShell(*)",
          "PowerShell(:*)",
          "Monitor",
          "mcp__*" ->
          true;
      default -> false;
    };
  }

  /** A shell or interpreter with any arguments: {@code Bash(python3:*)}. */
  private static boolean allowsAnyCode(String rule) {
    if (!rule.startsWith("Bash(") || !rule.endsWith("*)")) {
      return false;
    }
    return switch (CommandText.program(withoutWildcard(rule.substring(5, rule.length() - 2)))) {
      case "awk",
          "bash",
          "bun",
          "curl",
          "deno",
          "docker run",
          "env",
          "eval",
          "exec",
          "find",
          "node",
          "npx",
          "osascript",
          "perl",
          "php",
          "pwsh",
          "python",
          "python3",
          "ruby",
          "sh",
          "ssh",
          "sudo",
          "uvx",
          "wget",
          "xargs",
          "zsh" ->
          true;
      default -> false;
    };
  }

  private static String withoutWildcard(String command) {
    String trimmed = command.strip();
    return trimmed.endsWith(":") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }
}
