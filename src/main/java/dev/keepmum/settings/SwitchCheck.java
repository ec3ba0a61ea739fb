package dev.keepmum.settings;

import dev.keepmum.event.JsonValue.JsonMember;

/** Single keys that turn protection off. */
final class SwitchCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember member : settings.root().members().values()) {
      if (member.value().isTrue()) {
        turnedOn(member, report);
      }
    }
  }

  private static void turnedOn(JsonMember member, Report report) {
    switch (member.name()) {
      case "disableAllHooks" ->
          report.error(
              "settings/disable-all-hooks",
              member.position(),
              "disableAllHooks turns every hook off, the guard of the user's settings included",
              "");
      case "allowManagedHooksOnly" ->
          report.error(
              "settings/managed-hooks-only",
              member.position(),
              "allowManagedHooksOnly turns off every hook that is not in managed settings",
              "");
      case "enableAllProjectMcpServers" ->
          report.error(
              "settings/all-mcp-servers",
              member.position(),
              "enableAllProjectMcpServers starts whatever a repository's .mcp.json names",
              "");
      case "skipDangerousModePermissionPrompt", "bypassPermissionsModeAccepted" ->
          report.error(
              "settings/no-warning",
              member.position(),
              member.name() + " takes away the question before all permissions are given up",
              member.name());
      default -> {}
    }
  }
}
