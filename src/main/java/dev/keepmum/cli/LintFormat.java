package dev.keepmum.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How findings in settings are told. */
enum LintFormat {
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

  void print(LintReport report, PrintWriter out) {
    switch (this) {
      case TEXT -> LintText.print(report, out);
      case JSON -> out.println(LintJson.of(report));
      case SARIF -> out.println(LintSarif.of(report));
      case GITHUB -> LintAnnotations.print(report, out);
    }
  }
}
