package dev.keepmum.policy;

import dev.keepmum.flow.Finding;
import dev.keepmum.host.Host;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.settings.Scope;
import dev.keepmum.settings.SettingsChecks;
import dev.keepmum.settings.SettingsFiles;
import dev.keepmum.settings.SettingsFinding;
import dev.keepmum.settings.SettingsKind;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A change of the client's settings, which stands on disk but is not in force yet: refused where it
 * takes the guard away or holds what the checks rate an error. What stood there before nobody knows
 * any more.
 */
final class SettingsChange {

  private static final String RULE = "guard/settings";
  private static final int MAX_SETTINGS = 1 << 20;

  private final RuleBook rules;
  private final Host host;
  private final String directory;

  SettingsChange(RuleBook rules, Host host, String directory) {
    this.rules = rules;
    this.host = host;
    this.directory = directory;
  }

  Verdict inspect(String file) {
    Optional<SettingsKind> kind = SettingsFiles.kind(file, host.home());
    if (kind.isEmpty()) {
      return Verdict.PASS;
    }
    Optional<byte[]> bytes = host.readPrefix(file, MAX_SETTINGS);
    String text = bytes.isPresent() ? new String(bytes.get(), StandardCharsets.UTF_8) : "";
    for (SettingsFinding finding : SettingsChecks.findings(text, kind.get(), scope(file))) {
      if (finding.severity() == SettingsFinding.Severity.ERROR) {
        return refusal(
            file,
            finding.message() + " (line " + finding.line() + ", column " + finding.column() + ")");
      }
    }
    return kind.get() == SettingsKind.CLAUDE_SETTINGS && takesTheGuardAway()
        ? refusal(file, "no settings file registers the guard any more")
        : Verdict.PASS;
  }

  private Scope scope(String file) {
    if (isOfUser(file)) {
      return Scope.USER;
    }
    return file.endsWith("/settings.local.json") ? Scope.LOCAL : Scope.PROJECT;
  }

  private boolean isOfUser(String file) {
    return file.equals(host.home() + "/.claude/settings.json")
        || file.equals(host.home() + "/.claude.json");
  }

  /** A plugin registers the guard in a file of its own, which no settings file takes away. */
  private boolean takesTheGuardAway() {
    return !isPlugin() && new GuardedFiles(host, project()).hasNoProgram();
  }

  /** The variable alone says little: a repository's settings may set it. */
  private boolean isPlugin() {
    String root = host.variable("CLAUDE_PLUGIN_ROOT").orElse("");
    return !root.isEmpty() && host.status(root + "/hooks/keepmum").isRegular();
  }

  /** Where the client was started; the folder moves with the shell's. */
  private String project() {
    return host.variable("CLAUDE_PROJECT_DIR").orElse(directory);
  }

  private Verdict refusal(String file, String fault) {
    return Verdicts.of(
        List.of(
            new Finding(
                Finding.Kind.GUARD,
                rules.rule(RULE),
                file,
                "",
                "is not taken over, since it would weaken the guard: " + fault)));
  }
}
