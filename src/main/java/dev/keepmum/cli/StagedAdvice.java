package dev.keepmum.cli;

import dev.keepmum.scan.ScanFinding;
import dev.keepmum.scan.ScanReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How to go on when a commit would hold a secret. */
final class StagedAdvice {
  private static final int MOST_FILES = 5;

  private StagedAdvice() {}

  /**
   * Says how to take the findings out of the commit, and what to do about a false alarm.
   *
   * @param folder that the commands are for
   * @param hasHead whether there is a commit yet, which a file can be taken from again
   */
  static void print(ScanReport report, Path folder, boolean hasHead, PrintWriter out) {
    if (report.findings().isEmpty()) {
      return;
    }
    Set<String> files =
        report.findings().stream()
            .map(finding -> relative(folder, finding.place().location()))
            .collect(Collectors.toCollection(TreeSet::new));
    out.println();
    out.println("Take it out of the commit:");
    String command = hasHead ? "git restore --staged -- " : "git rm --cached -- ";
    files.stream()
        .limit(MOST_FILES)
        .forEach(file -> out.println("  " + command + PathText.word(file)));
    if (files.size() > MOST_FILES) {
      out.println("  ... and " + (files.size() - MOST_FILES) + " more files");
    }
    if (report.findings().stream().anyMatch(finding -> finding.place().isWholeFile())) {
      out.println("and keep a protected file out of later ones: name it in .gitignore.");
    }
    if (report.findings().stream().anyMatch(StagedAdvice::isInText)) {
      out.println("A value that has been elsewhere already has to be replaced.");
      out.println(
          "A false alarm? Put `keepmum:ignore` and the reason in a comment on its line, or above.");
    }
    out.println(
        "A person may accept what is there: keepmum scan --write-baseline .keepmum-baseline.json");
  }

  private static String relative(Path folder, String location) {
    try {
      return folder.toRealPath().relativize(Path.of(location)).toString();
    } catch (IOException | IllegalArgumentException e) {
      return location;
    }
  }

  private static boolean isInText(ScanFinding finding) {
    return !finding.place().isWholeFile();
  }
}
