package dev.keepmum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command looks for findings, and how it tells them. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private ReportFormat format;

  @Option(names = "-C", paramLabel = "FOLDER", description = "Work as if started in this folder.")
  private Path folder = Path.of("");

  /** The folder that relative paths begin at. */
  Path folder() {
    return folder.toAbsolutePath().normalize();
  }

  /** Whether people are to read it. */
  boolean isText() {
    return format == ReportFormat.TEXT;
  }

  void print(ReportFormat.Report report, PrintWriter out) {
    format.print(report, out);
  }
}
