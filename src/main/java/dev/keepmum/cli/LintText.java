package dev.keepmum.cli;

import dev.keepmum.settings.LintCatalog;
import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Findings in settings as people read them: the line, and a caret below it. */
final class LintText {

  /** Longer lines are shown around the place only. */
  private static final int WIDEST = 100;

  private LintText() {}

  static void print(LintReport report, PrintWriter out) {
    for (LintFinding finding : report.findings()) {
      print(finding, report.path(finding), out);
    }
    out.println(summary(report));
  }

  private static void print(LintFinding finding, String path, PrintWriter out) {
    out.println(
        PathText.shown(path)
            + ':'
            + finding.finding().line()
            + ':'
            + finding.finding().column()
            + ": "
            + severity(finding.severity())
            + ": "
            + visible(finding.finding().message())
            + " ["
            + finding.id()
            + ']');
    String line = visible(finding.sourceLine());
    if (!line.isBlank()) {
      source(line, finding, out);
    }
    String advisories =
        LintCatalog.check(finding.id()).map(LintCatalog.Check::advisories).orElse("");
    if (!advisories.isEmpty()) {
      out.println("    see " + advisories);
    }
    if (!finding.fix().isEmpty()) {
      out.println("    can be mended with --fix");
    }
  }

  private static void source(String line, LintFinding finding, PrintWriter out) {
    int caret = Math.min(finding.caret(), line.length());
    int from = Math.max(0, Math.min(caret - WIDEST / 2, line.length() - WIDEST));
    int to = Math.min(line.length(), from + WIDEST);
    String number = String.valueOf(finding.finding().line());
    out.println("  " + number + " | " + line.substring(from, to));
    out.println("  " + " ".repeat(number.length()) + " | " + " ".repeat(caret - from) + '^');
  }

  private static String severity(Severity severity) {
    String word = severity.name().toLowerCase(Locale.ROOT);
    if (!Ansi.AUTO.enabled()) {
      return word;
    }
    String style =
        switch (severity) {
          case ERROR -> "bold,red";
          case WARNING -> "yellow";
          case NOTE -> "cyan";
        };
    return Ansi.AUTO.string("@|" + style + ' ' + word + "|@");
  }

  /** A file may hold anything, and a terminal obeys some of it. */
  private static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isPlain = !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
      visible.append(c == '\t' ? ' ' : isPlain ? c : '\uFFFD');
    }
    return visible.toString();
  }

  private static String summary(LintReport report) {
    String text =
        number(report.count(Severity.ERROR), "error")
            + ", "
            + number(report.count(Severity.WARNING), "warning")
            + ", "
            + number(report.count(Severity.NOTE), "note")
            + " in "
            + number(report.files(), "file");
    int suppressed = report.suppressed().size();
    return suppressed == 0 ? text : text + " (" + suppressed + " suppressed)";
  }

  private static String number(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** A check's page. */
  static String page(LintCatalog.Check check) {
    StringBuilder page = new StringBuilder();
    page.append(check.id()).append(": ").append(check.title()).append("\n\n");
    page.append(LintCatalog.page(check).strip()).append('\n');
    if (!check.advisories().isEmpty()) {
      page.append("\nPublished as: ").append(check.advisories()).append('\n');
    }
    return page.toString();
  }
}
