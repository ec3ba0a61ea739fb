package dev.keepmum.cli;

import dev.keepmum.rule.Rule;
import dev.keepmum.scan.Place;
import dev.keepmum.scan.ScanFinding;
import dev.keepmum.scan.ScanReport;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;

/** A scan's findings as people read them. */
final class ScanText {
  private static final int SHOWN_COMMIT = 12;

  private ScanText() {}

  static void print(ScanReport report, PrintWriter out) {
    for (ScanFinding finding : report.findings()) {
      out.println(headline(finding));
      out.println("  " + String.join("  ", details(finding)));
    }
    out.println(summary(report));
  }

  private static String headline(ScanFinding finding) {
    String rule = finding.rule().id();
    return position(finding.place())
        + "  "
        + (Ansi.AUTO.enabled() ? Ansi.AUTO.string("@|bold,red " + rule + "|@") : rule)
        + "  "
        + finding.rule().about();
  }

  /** {@code path:line:column}, which terminals and editors lead to the place. */
  static String position(Place place) {
    String path = PathText.shown(place.path());
    return place.isWholeFile() ? path : path + ":" + place.line() + ":" + place.column();
  }

  private static List<String> details(ScanFinding finding) {
    List<String> details = new ArrayList<>();
    details.add(what(finding));
    if (finding.rules().size() > 1) {
      details.add(
          "also "
              + finding.rules().stream().skip(1).map(Rule::id).collect(Collectors.joining(", ")));
    }
    finding.fingerprint().ifPresent(print -> details.add("[" + print + "]"));
    if (!finding.place().commit().isEmpty()) {
      details.add("commit " + shortened(finding.place().commit()));
    }
    note(finding.note()).ifPresent(details::add);
    return details;
  }

  /** What the finding is, without its value. */
  static String what(ScanFinding finding) {
    return finding.place().isWholeFile()
        ? "the file itself is protected, and git takes it"
        : finding.preview();
  }

  static Optional<String> note(ScanFinding.Note note) {
    return switch (note) {
      case NONE -> Optional.empty();
      case NO_REASON ->
          Optional.of("keepmum:ignore stands here without a reason, so it does not count");
      case OTHER_VALUE -> Optional.of("the baseline has another value here");
    };
  }

  private static String shortened(String commit) {
    return commit.substring(0, Math.min(SHOWN_COMMIT, commit.length()));
  }

  private static String summary(ScanReport report) {
    int found = report.findings().size();
    StringBuilder line = new StringBuilder();
    line.append(found == 0 ? "No secrets" : found + (found == 1 ? " secret" : " secrets"));
    line.append(" in ").append(report.files()).append(report.files() == 1 ? " file" : " files");
    if (report.binaries() > 0) {
      line.append(", ").append(report.binaries()).append(" of them binary and skipped");
    }
    if (report.ignored() > 0) {
      line.append(", ").append(report.ignored()).append(" ignored with a reason");
    }
    if (report.omitted() > 0) {
      line.append(", ").append(report.omitted()).append(" more that are not listed");
    }
    return line.toString();
  }
}
