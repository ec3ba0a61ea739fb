package dev.keepmum.cli;

import dev.keepmum.scan.ScanReport;
import java.io.PrintWriter;

/** What a scan has found, in every format. */
record ScanOutput(ScanReport report) implements ReportFormat.Report {
  @Override
  public void printText(PrintWriter out) {
    ScanText.print(report, out);
  }

  @Override
  public String json() {
    return ScanJson.of(report);
  }

  @Override
  public String sarif() {
    return ScanSarif.of(report);
  }

  @Override
  public void printAnnotations(PrintWriter out) {
    ScanAnnotations.print(report, out);
  }
}
