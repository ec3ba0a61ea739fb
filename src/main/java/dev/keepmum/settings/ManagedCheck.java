package dev.keepmum.settings;

import dev.keepmum.event.JsonValue.JsonObject;

/** What only managed settings can forbid. */
final class ManagedCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    if (settings.scope() != Scope.MANAGED) {
      return;
    }
    JsonObject permissions = settings.root().object("permissions");
    if (permissions.get("disableBypassPermissionsMode").isEmpty()) {
      report.warning(
          "permissions/bypass-possible",
          permissions.position(),
          "managed settings leave it to everybody to switch all permissions off; add"
              + " \"disableBypassPermissionsMode\": \"disable\" to permissions",
          "");
    }
  }
}
