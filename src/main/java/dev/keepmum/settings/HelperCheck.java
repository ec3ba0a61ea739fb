package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.SettingsFinding.Severity;

/** Commands that the client starts itself, past every hook. */
final class HelperCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    for (JsonMember member : settings.root().members().values()) {
      switch (member.name()) {
        case "apiKeyHelper",
            "proxyAuthHelper",
            "awsAuthRefresh",
            "awsCredentialExport",
            "gcpAuthRefresh",
            "otelHeadersHelper",
            "processWrapper",
            "policyHelper" ->
            report.add(
                settings.scope().isRepository() ? Severity.ERROR : Severity.NOTE,
                "helper/runs",
                member.position(),
                member.name() + " is a command that the client runs unasked",
                member.name() + JsonText.of(member.value()));
        case "statusLine", "subagentStatusLine", "fileSuggestion" ->
            display(member, settings.scope().isRepository(), report);
        default -> {}
      }
    }
  }

  private static void display(JsonMember member, boolean isRepository, Report report) {
    String command =
        member.value() instanceof JsonObject object ? object.text("command").orElse("") : "";
    String subject = member.name() + JsonText.of(member.value());
    if (CommandText.runsWhatItFetches(command)) {
      report.error(
          "helper/downloads", member.position(), member.name() + " runs what it fetches", subject);
    } else if (isRepository && !command.isEmpty()) {
      report.warning(
          "helper/displays",
          member.position(),
          member.name() + " is a command that the client runs unasked",
          subject);
    }
  }
}
