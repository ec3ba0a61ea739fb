package dev.keepmum.scan;

import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Scans as tests need them: of a text, of bytes, of a folder. */
final class Scans {
  private static final byte[] KEY = "a key for tests".getBytes(StandardCharsets.UTF_8);

  private Scans() {}

  static Scanner scanner(String salt) {
    return Scanner.of(RuleBooks.standard(), "/home/dev", KEY, salt);
  }

  static ScanReport text(String text) throws ScanFailure {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  static ScanReport bytes(byte[] content) throws ScanFailure {
    return scan(scanner(""), content);
  }

  static ScanReport scan(Scanner scanner, byte[] content) throws ScanFailure {
    return scanner.scan(
        new StreamSource("-", Path.of("/p"), new ByteArrayInputStream(content)),
        new ScanProgress());
  }

  /** Where findings stand, as {@code path:line:column}, or {@code path} for a whole file. */
  static List<String> places(ScanReport report) {
    return report.findings().stream().map(Scans::place).toList();
  }

  private static String place(ScanFinding finding) {
    Place place = finding.place();
    return place.isWholeFile()
        ? place.path()
        : place.path() + ":" + place.line() + ":" + place.column();
  }
}
