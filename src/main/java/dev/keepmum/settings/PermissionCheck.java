package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;

/** Permissions that hand over everything at once. */
final class PermissionCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    JsonObject permissions = settings.root().object("permissions");
    for (JsonValue rule : permissions.elements("allow")) {
      String text = rule.text().orElse("");
      if (allowsEverything(text)) {
        report.error(
            "permissions/allows-everything",
            rule.position(),
            "permissions.allow lets every such call run unasked: " + text,
            text);
      } else if (allowsAnyCode(text)) {
        report.warning(
            "permissions/allows-code",
            rule.position(),
            "permissions.allow lets any code run unasked: " + text,
            text);
      }
    }
    JsonMember mode = permissions.members().get("defaultMode");
    if (mode != null) {
      mode(mode, report);
    }
  }

  private static void mode(JsonMember mode, Report report) {
    String text = mode.value().text().orElse("");
    switch (text) {
      case "bypassPermissions" ->
          report.error(
              "permissions/bypass",
              mode.position(),
              "defaultMode bypassPermissions has nobody asked about anything",
              text);
      case "auto", "dontAsk" ->
          report.warning(
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
      case "bash",
          "sh",
          "zsh",
          "env",
          "eval",
          "sudo",
          "xargs",
          "python",
          "python3",
          "node",
          "perl",
          "ruby",
          "php",
          "npx",
          "uvx",
          "curl",
          "wget" ->
          true;
      default -> false;
    };
  }

  private static String withoutWildcard(String command) {
    String trimmed = command.strip();
    return trimmed.endsWith(":") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
  }
}
