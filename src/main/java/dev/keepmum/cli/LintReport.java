package dev.keepmum.cli;

import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.LintSettings;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found in some files of settings, as the configuration rates it. */
final class LintReport implements ReportFormat.Report {
  private final String folder;
  private final int files;
  private final List<LintFinding> findings = new ArrayList<>();
  private final List<LintFinding> suppressed = new ArrayList<>();

  /**
   * Nothing found yet.
   *
   * @param folder the folder that paths are shown relative to
   */
  LintReport(String folder, int files) {
    this.folder = folder;
    this.files = files;
  }

  void add(List<LintFinding> found, LintSettings configuration, LocalDate today) {
    for (LintFinding finding : found) {
      Optional<LintFinding> rated = configuration.rate(finding, today);
      if (rated.isPresent()) {
        (rated.get().suppressed().isPresent() ? suppressed : findings).add(rated.get());
      }
    }
  }

  int files() {
    return files;
  }

  /** The findings that count. */
  List<LintFinding> findings() {
    return findings;
  }

  /** Those that somebody has looked at. */
  List<LintFinding> suppressed() {
    return suppressed;
  }

  int count(Severity severity) {
    return (int) findings.stream().filter(finding -> finding.severity() == severity).count();
  }

  boolean isFailed(Severity least) {
    return findings.stream().anyMatch(finding -> finding.severity().compareTo(least) <= 0);
  }

  /** A finding's file, relative to the folder where it lies in it. */
  String path(LintFinding finding) {
    String path = finding.file();
    return path.startsWith(folder + '/') ? path.substring(folder.length() + 1) : path;
  }

  @Override
  public void printText(PrintWriter out) {
    LintText.print(this, out);
  }

  @Override
  public String json() {
    return LintJson.of(this);
  }

  @Override
  public String sarif() {
    return LintSarif.of(this);
  }

  @Override
  public void printAnnotations(PrintWriter out) {
    LintAnnotations.print(this, out);
  }
}
