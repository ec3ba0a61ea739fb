package dev.keepmum.settings;

import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.settings.SettingsFinding.Severity;

/** Single keys that turn protection off. */
final class SwitchCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember member : settings.root().members().values()) {
      if (member.value().isTrue()) {
        turnedOn(member, settings.scope(), report);
      }
    }
  }

  private static void turnedOn(JsonMember member, Scope scope, Report report) {
    switch (member.name()) {
      case "disableAllHooks" ->
          report.error(
              "settings/disable-all-hooks",
              member.position(),
              "disableAllHooks turns every hook off, the guard of the user's settings included",
              "");
      case "allowManagedHooksOnly" -> managedHooksOnly(member, scope, report);
      case "enableAllProjectMcpServers" ->
          report.add(
              scope.isRepository() ? Severity.ERROR : Severity.WARNING,
              "settings/all-mcp-servers",
              member.position(),
              "enableAllProjectMcpServers starts whatever a repository's .mcp.json names",
              "");
      case "skipDangerousModePermissionPrompt", "bypassPermissionsModeAccepted" ->
          report.add(
              scope.isRepository() ? Severity.ERROR : Severity.WARNING,
              "settings/no-warning",
              member.position(),
              member.name() + " takes away the question before all permissions are given up",
              member.name());
      default -> {}
    }
  }

  /** Observed: outside of managed settings it does nothing. */
  private static void managedHooksOnly(JsonMember member, Scope scope, Report report) {
    if (scope == Scope.ANY) {
      report.error(
          "settings/managed-hooks-only",
          member.position(),
          "allowManagedHooksOnly turns off every hook that is not in managed settings",
          "");
    } else if (scope != Scope.MANAGED) {
      report.note(
          "settings/managed-hooks-only",
          member.position(),
          "allowManagedHooksOnly does nothing outside of managed settings",
          "");
    }
  }
}
