package dev.keepmum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.cli.SarifLog.Level;
import dev.keepmum.cli.SarifLog.Region;
import dev.keepmum.rule.Fingerprint;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.Severity;
import dev.keepmum.scan.Place;
import dev.keepmum.scan.ScanFinding;
import dev.keepmum.scan.ScanReport;

/** A scan's findings as SARIF. */
final class ScanSarif {
  private ScanSarif() {}

  static String of(ScanReport report) {
    SarifLog log = new SarifLog();
    for (ScanFinding finding : report.findings()) {
      for (Rule rule : finding.rules()) {
        log.rule(rule.id(), rule.about(), rule.suggestion(), level(rule.severity()));
      }
      Place place = finding.place();
      ObjectNode result =
          log.result(
              finding.rule().id(),
              level(finding.rule().severity()),
              message(finding),
              new Region(
                  place.path(), place.line(), place.column(), place.endLine(), place.endColumn()),
              identity(finding));
      if (!place.commit().isEmpty()) {
        result.putObject("properties").put("commit", place.commit());
      }
    }
    return log.text();
  }

  /** One line about a finding, for formats that have room for one. */
  static String message(ScanFinding finding) {
    String note = ScanText.note(finding.note()).map(text -> "; " + text).orElse("");
    return finding.rule().about() + " " + ScanText.what(finding) + note;
  }

  /** Where it stands and what it is called; not its value. */
  private static String[] identity(ScanFinding finding) {
    return new String[] {
      finding.rule().id(),
      finding.place().path(),
      finding.place().commit(),
      finding.name(),
      finding.fingerprint().map(Fingerprint::length).map(String::valueOf).orElse("")
    };
  }

  private static Level level(Severity severity) {
    return switch (severity) {
      case CRITICAL, HIGH -> Level.ERROR;
      case MEDIUM -> Level.WARNING;
      case LOW -> Level.NOTE;
    };
  }
}
