package dev.keepmum.settings;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;

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
            report.error(
                "helper/runs",
                member.position(),
                member.name() + " is a command that the client runs unasked",
                member.name() + JsonText.of(member.value()));
        case "statusLine", "subagentStatusLine", "fileSuggestion" -> display(member, report);
        default -> {}
      }
    }
  }

  private static void display(JsonMember member, Report report) {
    String command =
        member.value() instanceof JsonObject object ? object.text("command").orElse("") : "";
    String subject = member.name() + JsonText.of(member.value());
    if (CommandText.runsWhatItFetches(command)) {
      report.error(
          "helper/downloads", member.position(), member.name() + " runs what it fetches", subject);
    } else if (!command.isEmpty()) {
      report.warning(
          "helper/displays",
          member.position(),
          member.name() + " is a command that the client runs unasked",
          subject);
    }
  }
}
