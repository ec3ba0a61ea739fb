package dev.keepmum.cli;

import dev.keepmum.scan.ScanReport;
import java.io.PrintWriter;
import java.util.Locale;

/** How a scan's findings are told. */
enum ScanFormat {
  /** For people. */
  TEXT,
  /** One JSON object; its keys are stable within a version. */
  JSON,
  /** For code scanning: SARIF 2.1.0. */
  SARIF,
  /** Workflow commands, which GitHub shows beside the lines of a pull request. */
  GITHUB;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  void print(ScanReport report, PrintWriter out) {
    switch (this) {
      case TEXT -> ScanText.print(report, out);
      case JSON -> out.println(ScanJson.of(report));
      case SARIF -> out.println(ScanSarif.of(report));
      case GITHUB -> ScanAnnotations.print(report, out);
    }
  }
}
