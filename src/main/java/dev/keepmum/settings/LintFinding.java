package dev.keepmum.settings;

import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * A finding with all that is shown of it. Nothing in it holds a secret's value.
 *
 * @param file the file's path
 * @param finding what was found, and where
 * @param path the key it stands at: {@code hooks.PreToolUse[0].matcher}; empty for the whole file
 * @param sourceLine the line of the file, secrets masked; empty where there is none
 * @param caret where in that line the finding stands, from 0
 * @param fix how to mend it where that is safe; empty if it takes a person
 * @param suppressed why it counts for nothing; empty if it counts
 */
public record LintFinding(
    String file,
    SettingsFinding finding,
    String path,
    String sourceLine,
    int caret,
    List<JsonEdit.Replacement> fix,
    Optional<String> suppressed) {

  /** The check that found it. */
  public String id() {
    return finding.id();
  }

  /** How bad it is, by the configuration. */
  public Severity severity() {
    return finding.severity();
  }

  /** The same finding, rated otherwise. */
  LintFinding rated(Severity severity) {
    SettingsFinding rated =
        new SettingsFinding(
            finding.id(), severity, finding.line(), finding.column(), finding.message());
    return new LintFinding(file, rated, path, sourceLine, caret, fix, suppressed);
  }

  /** The same finding, which counts for nothing. */
  LintFinding suppressed(String reason) {
    return new LintFinding(file, finding, path, sourceLine, caret, fix, Optional.of(reason));
  }
}
