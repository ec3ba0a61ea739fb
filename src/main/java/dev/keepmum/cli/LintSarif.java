package dev.keepmum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.cli.SarifLog.Level;
import dev.keepmum.cli.SarifLog.Region;
import dev.keepmum.settings.LintCatalog;
import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.Optional;

/** Findings in settings as SARIF. */
final class LintSarif {
  private LintSarif() {}

  static String of(LintReport report) {
    SarifLog log = new SarifLog();
    for (LintFinding finding : report.findings()) {
      add(finding, report, log);
    }
    for (LintFinding finding : report.suppressed()) {
      ObjectNode result = add(finding, report, log);
      result
          .putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("justification", finding.suppressed().orElse(""));
    }
    return log.text();
  }

  private static ObjectNode add(LintFinding finding, LintReport report, SarifLog log) {
    Optional<LintCatalog.Check> check = LintCatalog.check(finding.id());
    log.rule(
        finding.id(),
        check.map(LintCatalog.Check::title).orElse(finding.id()),
        check.map(LintCatalog::page).orElse(""),
        level(finding.severity()));
    return log.result(
        finding.id(),
        level(finding.severity()),
        finding.finding().message(),
        region(finding, report),
        finding.id(),
        report.path(finding),
        finding.path());
  }

  static Region region(LintFinding finding, LintReport report) {
    int line = finding.finding().line();
    int column = finding.finding().column();
    return new Region(report.path(finding), line, column, line, column + 1);
  }

  static Level level(Severity severity) {
    return switch (severity) {
      case ERROR -> Level.ERROR;
      case WARNING -> Level.WARNING;
      case NOTE -> Level.NOTE;
    };
  }
}
