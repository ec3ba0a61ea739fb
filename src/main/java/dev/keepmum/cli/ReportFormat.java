package dev.keepmum.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How findings are told. */
enum ReportFormat {
  /** For people. */
  TEXT,
  /** One JSON object; its keys are stable within a version. */
  JSON,
  /** For code scanning: SARIF 2.1.0. */
  SARIF,
  /** Workflow commands, which GitHub shows beside the lines of a pull request. */
  GITHUB;

  /** Findings that can be told in every format. */
  interface Report {
    void printText(PrintWriter out);

    String json();

    String sarif();

    void printAnnotations(PrintWriter out);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  void print(Report report, PrintWriter out) {
    switch (this) {
      case TEXT -> report.printText(out);
      case JSON -> out.println(report.json());
      case SARIF -> out.println(report.sarif());
      case GITHUB -> report.printAnnotations(out);
    }
  }
}
