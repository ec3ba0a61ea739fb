package dev.keepmum.settings;

import dev.keepmum.event.Position;
import dev.keepmum.host.Host;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All checks on files of settings, with what is shown of each finding and how it is mended. More
 * than {@link SettingsChecks} asks of a change: also what is merely odd, what is missing, what is
 * there on this machine.
 */
public final class SettingsLint {

  /** A file with more findings is told as far as here: nobody reads on, and it may be made so. */
  static final int MOST_FINDINGS = 1_000;

  private static final Comparator<LintFinding> BY_PLACE =
      Comparator.comparingInt((LintFinding finding) -> finding.finding().line())
          .thenComparingInt(finding -> finding.finding().column());

  private final RuleBook rules;
  private final Host host;
  private final String folder;

  /**
   * Checks on a machine.
   *
   * @param folder the folder the client would be started in, absolute
   */
  public SettingsLint(RuleBook rules, Host host, String folder) {
    this.rules = rules;
    this.host = host;
    this.folder = folder;
  }

  /** What is wrong with one file, by place. */
  public List<LintFinding> lint(SettingsFile file) {
    SourceText source = new SourceText(file.text());
    SettingsDocument settings = SettingsDocument.read(file.text(), file.kind(), file.scope());
    SecretCheck secrets = new SecretCheck(rules, source);
    Report report = SettingsChecks.report(settings, file.kind());
    if (settings.fault().isEmpty()) {
      for (SettingsCheck check : checks(file)) {
        check.inspect(settings, report);
      }
      secrets.inspect(settings, report);
    }
    if (file.kind() == SettingsKind.AGENT) {
      new ShellInText(source, settings.scope()).inspect(report);
    }
    SecretMask mask = new SecretMask(rules, settings, secrets);
    Fixes fixes = new Fixes(settings, source);
    boolean isJson = file.kind() != SettingsKind.AGENT;
    List<LintFinding> findings = new ArrayList<>();
    for (SettingsFinding finding : report.worst(MOST_FINDINGS)) {
      Position position = new Position(finding.line(), finding.column());
      Optional<JsonPlace> place = JsonPlace.at(settings.root(), position);
      findings.add(
          new LintFinding(
              file.path(),
              masked(finding, mask),
              mask.apply(place.isPresent() ? place.get().path() : ""),
              mask.line(source.line(finding.line()), finding.column()),
              mask.caret(source.line(finding.line()), finding.column()),
              isJson ? fixes.of(finding) : List.of(),
              Optional.empty()));
    }
    findings.sort(BY_PLACE);
    return findings;
  }

  /** Leaves the file's secrets out of what is shown of it, or of a mended version of it. */
  public SecretMask mask(SettingsFile file) {
    SettingsDocument settings = SettingsDocument.read(file.text(), file.kind(), file.scope());
    SecretCheck secrets = new SecretCheck(rules, new SourceText(file.text()));
    secrets.inspect(settings, new Report());
    return new SecretMask(rules, settings, secrets);
  }

  private static SettingsFinding masked(SettingsFinding finding, SecretMask mask) {
    return new SettingsFinding(
        finding.id(),
        finding.severity(),
        finding.line(),
        finding.column(),
        mask.apply(finding.message()));
  }

  private List<SettingsCheck> checks(SettingsFile file) {
    List<SettingsCheck> checks = new ArrayList<>();
    checks.add(new DuplicateKeyCheck());
    checks.add(new ProgramCheck(host, folder, pluginFolder(file)));
    if (file.kind() == SettingsKind.CLAUDE_SETTINGS) {
      checks.add(new UnknownKeyCheck());
      checks.add(new RuleCheck());
      checks.add(new ProjectCheck());
      checks.add(new SandboxCheck(rules));
      checks.add(new ManagedCheck());
    }
    return checks;
  }

  private static String pluginFolder(SettingsFile file) {
    if (file.kind() != SettingsKind.PLUGIN) {
      return "";
    }
    int inner = file.path().lastIndexOf('/');
    int outer = inner <= 0 ? -1 : file.path().lastIndexOf('/', inner - 1);
    return outer <= 0 ? "" : file.path().substring(0, outer);
  }

  /**
   * What the files that a client loads lack together.
   *
   * @param at the path of the file that these findings are told at: the user's settings
   */
  public static List<LintFinding> lintTogether(List<SettingsFile> files, String at) {
    Report report = new Report();
    new RegistrationCheck(EffectiveSettings.of(files)).inspect(report);
    List<LintFinding> findings = new ArrayList<>();
    for (SettingsFinding finding : report.findings()) {
      findings.add(new LintFinding(at, finding, "", "", 0, List.of(), Optional.empty()));
    }
    return findings;
  }
}
