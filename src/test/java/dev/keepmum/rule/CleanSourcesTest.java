package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * How many false alarms there are in texts without a secret: at most one in ten megabytes. Every
 * build looks through this project's own sources; {@code -Dkeepmum.clean=PATH,PATH} has it look
 * through other folders, zip and jar files, and names each finding by its rule and line.
 */
class CleanSourcesTest {
  private static final String PATHS = System.getProperty("keepmum.clean", "src/main/java");
  private static final int LARGEST = 64 << 20;
  private static final int ONE_IN = 10_000_000;

  private final List<String> findings = new ArrayList<>();
  private long bytes;

  @Test
  void cleanTextsGiveHardlyAnAlarm() throws IOException {
    for (String path : PATHS.split(",")) {
      read(Path.of(path));
    }
    assertThat(bytes).isPositive();
    assertThat(findings).as("%d bytes", bytes).hasSizeLessThanOrEqualTo((int) (bytes / ONE_IN));
  }

  private void read(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
        if (file.toString().matches(".*\\.(zip|jar)")) {
          readArchive(file);
        } else if (Files.size(file) < LARGEST) {
          look(file.toString(), Files.readAllBytes(file));
        }
      }
    }
  }

  private void readArchive(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        ZipInputStream archive = new ZipInputStream(in, StandardCharsets.ISO_8859_1)) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        if (!entry.isDirectory()) {
          look(file.getFileName() + "!" + entry.getName(), archive.readAllBytes());
        }
      }
    }
  }

  private void look(String name, byte[] content) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.substring(0, Math.min(text.length(), 8192)).indexOf('\0') >= 0) {
      return;
    }
    bytes += content.length;
    for (TokenMatch match : Tokens.find(text)) {
      long line = text.substring(0, match.start()).lines().count();
      findings.add(match.rule().id() + " " + name + ":" + Math.max(1, line));
    }
  }
}
