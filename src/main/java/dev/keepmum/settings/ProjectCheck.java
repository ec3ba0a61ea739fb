package dev.keepmum.settings;

import dev.keepmum.event.JsonValue.JsonMember;

/** What a repository sets though it is a person's to choose: who the agent is, what it installs. */
final class ProjectCheck implements SettingsCheck {

  @Override
  public void inspect(SettingsDocument settings, Report report) {
    if (!settings.scope().isRepository()) {
      return;
    }
    for (JsonMember member : settings.root().members().values()) {
      switch (member.name()) {
        case "agent", "outputStyle" ->
            report.warning(
                "project/persona",
                member.position(),
                member.name() + " of a repository takes the place of the agent's instructions",
                member.name());
        case "enabledPlugins", "extraKnownMarketplaces", "additionalMarketplaces" ->
            report.warning(
                "project/plugins",
                member.position(),
                member.name() + " of a repository brings hooks, servers and commands of others",
                member.name());
        default -> {}
      }
    }
  }
}
