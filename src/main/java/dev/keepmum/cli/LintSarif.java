package dev.keepmum.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.cli.SarifLog.Level;
import dev.keepmum.cli.SarifLog.Region;
import dev.keepmum.rule.Fingerprint;
import dev.keepmum.settings.LintCatalog;
import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Findings in settings as SARIF. */
final class LintSarif {
  private static final int IDENTITY_BYTES = 16;

  private LintSarif() {}

  static String of(LintReport report) {
    SarifLog log = new SarifLog();
    Map<String, Integer> seen = new HashMap<>();
    for (LintFinding finding : report.findings()) {
      add(finding, report, seen, log);
    }
    for (LintFinding finding : report.suppressed()) {
      ObjectNode result = add(finding, report, seen, log);
      result
          .putArray("suppressions")
          .addObject()
          .put("kind", "external")
          .put("justification", finding.suppressed().orElse(""));
    }
    return log.text();
  }

  private static ObjectNode add(
      LintFinding finding, LintReport report, Map<String, Integer> seen, SarifLog log) {
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
        identity(finding, report, seen));
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

  /** By check, file and key, so that it stays when lines move; alike ones are numbered. */
  private static String identity(
      LintFinding finding, LintReport report, Map<String, Integer> seen) {
    String facts = String.join("\0", finding.id(), report.path(finding), finding.path());
    int number = seen.merge(facts, 1, Integer::sum);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((facts + "\0" + number).getBytes(StandardCharsets.UTF_8));
      return Fingerprint.hex(Arrays.copyOf(hash, IDENTITY_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
