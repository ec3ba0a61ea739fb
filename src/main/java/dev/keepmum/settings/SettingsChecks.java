package dev.keepmum.settings;

import dev.keepmum.settings.KeyCheck.Consequence;
import dev.keepmum.settings.SettingsDocument.Fault;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.List;
import java.util.Optional;

/** The checks on settings files. */
public final class SettingsChecks {
  private static final SettingsCheck[] NONE = {};

  private SettingsChecks() {}

  /** What is wrong with a file as it stands. */
  public static List<SettingsFinding> findings(String text, SettingsKind kind, Scope scope) {
    return report(SettingsDocument.read(text, kind, scope), kind).findings();
  }

  /**
   * What a change would make worse: the findings of the new text that the old one does not have,
   * and what it takes away from the guard. Whatever was wrong before and stays is none, nor is a
   * change of things that guard nothing. Everything is rated as in a repository's file, wherever it
   * stands: it is not its owner who writes it.
   *
   * @param before the text so far; empty if there is no such file
   * @param after the text that would be written, complete
   */
  public static List<SettingsFinding> loosened(
      Optional<String> before, String after, SettingsKind kind) {
    if (before.isPresent() && before.get().equals(after)) {
      return List.of();
    }
    if (kind == SettingsKind.KEEPMUM_CONFIGURATION || kind == SettingsKind.KEEPMUM_PROGRAM) {
      return List.of(ownFile(kind));
    }
    SettingsDocument old = SettingsDocument.read(before.orElse(""), kind, Scope.ANY);
    SettingsDocument changed = SettingsDocument.read(after, kind, Scope.ANY);
    Report report = report(changed, kind);
    if (changed.fault().isEmpty()) {
      GuardCheck.compare(old, changed, report);
    }
    return report.newSince(report(old, kind));
  }

  private static SettingsFinding ownFile(SettingsKind kind) {
    return kind == SettingsKind.KEEPMUM_CONFIGURATION
        ? new SettingsFinding(
            "keepmum/configuration",
            Severity.ERROR,
            1,
            1,
            "keepmum's configuration is changed by a person, not by the agent it guards")
        : new SettingsFinding(
            "keepmum/program",
            Severity.ERROR,
            1,
            1,
            "keepmum's program is changed by a person, not by the agent it guards");
  }

  static Report report(SettingsDocument settings, SettingsKind kind) {
    Report report = new Report();
    if (settings.fault().isPresent()) {
      unreadable(settings.fault().get(), kind, report);
      return report;
    }
    for (SettingsCheck check : checks(kind)) {
      check.inspect(settings, report);
    }
    return report;
  }

  /** Where no guard stands, a file that is skipped takes none away. */
  private static void unreadable(Fault fault, SettingsKind kind, Report report) {
    if (kind == SettingsKind.AGENT) {
      report.warning(
          "project/front-matter",
          fault.position(),
          fault.message() + "; keepmum does not read it, so its hooks are not checked",
          "");
      return;
    }
    String message = fault.message() + ": Claude Code would skip the whole file";
    if (kind == SettingsKind.CLAUDE_SETTINGS) {
      report.error("settings/json", fault.position(), message, "");
    } else {
      report.warning("settings/json", fault.position(), message, "");
    }
  }

  private static SettingsCheck[] checks(SettingsKind kind) {
    return switch (kind) {
      case CLAUDE_SETTINGS ->
          new SettingsCheck[] {
            new KeyCheck(),
            new HookFormCheck(Consequence.FILE_SKIPPED),
            new SwitchCheck(),
            new GuardCheck(),
            new HookCheck(),
            new EnvironmentCheck(),
            new HelperCheck(),
            new PermissionCheck()
          };
      case PLUGIN ->
          new SettingsCheck[] {
            new HookFormCheck(Consequence.ENTRY_DROPPED),
            new GuardCheck(),
            new HookCheck(),
            new McpServerCheck()
          };
      case AGENT ->
          new SettingsCheck[] {
            new HookFormCheck(Consequence.ENTRY_DROPPED),
            new GuardCheck(),
            new HookCheck(),
            new McpServerCheck(),
            new AgentCheck()
          };
      case MCP_SERVERS -> new SettingsCheck[] {new McpServerCheck()};
      case CLIENT_STATE ->
          new SettingsCheck[] {new SwitchCheck(), new McpServerCheck(), new TrustCheck()};
      case KEEPMUM_CONFIGURATION, KEEPMUM_PROGRAM -> NONE;
    };
  }
}
