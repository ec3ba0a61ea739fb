package dev.keepmum.cli;

import dev.keepmum.settings.LintFinding;
import java.io.PrintWriter;

/** Findings in settings as annotations of GitHub. */
final class LintAnnotations {
  private LintAnnotations() {}

  static void print(LintReport report, PrintWriter out) {
    for (LintFinding finding : report.findings()) {
      out.println(
          GithubAnnotation.of(
              LintSarif.level(finding.severity()),
              LintSarif.region(finding, report),
              finding.id(),
              finding.finding().message()));
    }
  }
}
