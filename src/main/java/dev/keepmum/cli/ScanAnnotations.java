package dev.keepmum.cli;

import dev.keepmum.cli.SarifLog.Region;
import dev.keepmum.scan.Place;
import dev.keepmum.scan.ScanFinding;
import dev.keepmum.scan.ScanReport;
import java.io.PrintWriter;

/** A scan's findings as annotations of GitHub. */
final class ScanAnnotations {
  private ScanAnnotations() {}

  static void print(ScanReport report, PrintWriter out) {
    for (ScanFinding finding : report.findings()) {
      Place place = finding.place();
      Region region =
          new Region(
              place.path(), place.line(), place.column(), place.endLine(), place.endColumn());
      out.println(GithubAnnotation.error(region, finding.rule().id(), ScanSarif.message(finding)));
    }
  }
}
