package dev.keepmum.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.scan.Place;
import dev.keepmum.scan.ScanFinding;
import dev.keepmum.scan.ScanReport;
import java.util.Locale;

/**
 * A scan's report as JSON, version 1: {@code findings} (a whole file has no line), {@code unread}
 * and {@code summary}.
 */
final class ScanJson {
  private static final int VERSION = 1;

  private ScanJson() {}

  static String of(ScanReport report) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("version", VERSION);
    ArrayNode findings = root.putArray("findings");
    report.findings().forEach(finding -> add(finding, findings.addObject()));
    ArrayNode unread = root.putArray("unread");
    report
        .unread()
        .forEach(one -> unread.addObject().put("path", one.path()).put("why", one.why()));
    root.putObject("summary")
        .put("findings", report.findings().size())
        .put("files", report.files())
        .put("bytes", report.bytes())
        .put("binaries", report.binaries())
        .put("ignored", report.ignored())
        .put("omitted", report.omitted());
    return root.toPrettyString();
  }

  private static void add(ScanFinding finding, ObjectNode node) {
    ArrayNode rules = node.putArray("rules");
    finding.rules().forEach(rule -> rules.add(rule.id()));
    node.put("about", finding.rule().about());
    node.put("severity", finding.rule().severity().name().toLowerCase(Locale.ROOT));
    if (!finding.rule().runbook().isEmpty()) {
      node.put("runbook", finding.rule().runbook());
    }
    Place place = finding.place();
    node.put("path", place.path());
    if (!place.commit().isEmpty()) {
      node.put("commit", place.commit());
    }
    if (!place.isWholeFile()) {
      node.put("line", place.line()).put("column", place.column());
      node.put("endLine", place.endLine()).put("endColumn", place.endColumn());
      node.put("preview", finding.preview());
    }
    finding.fingerprint().ifPresent(print -> node.put("fingerprint", print.toString()));
    ScanText.note(finding.note()).ifPresent(note -> node.put("note", note));
  }
}
