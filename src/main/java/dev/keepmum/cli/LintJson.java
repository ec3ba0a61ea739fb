package dev.keepmum.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.settings.LintCatalog;
import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.util.Locale;

/** Findings in settings as JSON, version 1: {@code findings}, {@code suppressed}, summary. */
final class LintJson {
  private static final int VERSION = 1;

  private LintJson() {}

  static String of(LintReport report) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("version", VERSION);
    ArrayNode findings = root.putArray("findings");
    report.findings().forEach(finding -> add(finding, report, findings.addObject()));
    ArrayNode suppressed = root.putArray("suppressed");
    report.suppressed().forEach(finding -> add(finding, report, suppressed.addObject()));
    root.putObject("summary")
        .put("files", report.files())
        .put("errors", report.count(Severity.ERROR))
        .put("warnings", report.count(Severity.WARNING))
        .put("notes", report.count(Severity.NOTE));
    return root.toPrettyString();
  }

  private static void add(LintFinding finding, LintReport report, ObjectNode node) {
    node.put("check", finding.id())
        .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
        .put("message", finding.finding().message())
        .put("file", report.path(finding))
        .put("line", finding.finding().line())
        .put("column", finding.finding().column())
        .put("at", finding.path())
        .put("fixable", !finding.fix().isEmpty());
    LintCatalog.check(finding.id())
        .map(LintCatalog.Check::advisories)
        .filter(advisories -> !advisories.isEmpty())
        .ifPresent(advisories -> node.put("advisories", advisories));
    finding.suppressed().ifPresent(reason -> node.put("reason", reason));
  }
}
