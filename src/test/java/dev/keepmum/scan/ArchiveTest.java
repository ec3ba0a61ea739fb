package dev.keepmum.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.rule.MadeUp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives are looked into when it is asked for, and never without end. */
class ArchiveTest {
  private static final byte[] SECRET =
      ("line\nkey=" + MadeUp.text("sk-ant-api03-{A-Za-z0-9*95}") + "\n")
          .getBytes(StandardCharsets.UTF_8);

  @Test
  void anArchiveIsSkippedUnlessItIsAskedFor() throws IOException {
    assertThat(Scans.bytes(zip("a/b.txt", SECRET)).findings()).isEmpty();
    assertThat(Scans.places(opened(zip("a/b.txt", SECRET)))).containsExactly("-!/a/b.txt:2:5");
  }

  @Test
  void archivesWithinAreOpened() throws IOException {
    byte[] nested = zip("lib/inner.jar", gzip(zip("x.properties", SECRET)));

    assertThat(Scans.places(opened(nested)))
        .containsExactly("-!/lib/inner.jar!/content!/x.properties:2:5");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--format=ustar", "--format=gnu", "--format=pax", "--format=v7"})
  @DisabledOnOs(OS.WINDOWS)
  void whatTarPacksIsRead(String format, @TempDir Path folder)
      throws IOException, InterruptedException {
    boolean hasLongNames = !format.equals("--format=v7");
    String name = hasLongNames ? "d".repeat(90) + "/" + "e".repeat(90) + "/secret" : "secret";
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), SECRET);
    Files.write(folder.resolve("other"), new byte[1000]);
    Process tar =
        new ProcessBuilder("tar", "-cf", "a.tar", format, "other", name)
            .directory(folder.toFile())
            .start();
    assertThat(tar.waitFor()).isZero();
    byte[] packed = Files.readAllBytes(folder.resolve("a.tar"));
    if (format.equals("--format=v7")) {
      assertThat(opened(packed).findings()).as("has nothing that tells it").isEmpty();
    } else {
      assertThat(Scans.places(opened(gzip(packed))))
          .containsExactly("-!/content!/" + name + ":2:5");
    }
  }

  @Test
  void aBrokenArchiveIsTold() throws IOException {
    byte[] whole = zip("a.txt", MadeUp.text("{a-z*5000}").getBytes(StandardCharsets.UTF_8));
    byte[] broken = Arrays.copyOf(whole, whole.length / 2);

    assertThat(opened(broken).unread())
        .containsExactly(new ScanReport.Unread("-", "is a broken archive"));
  }

  @Test
  void tooDeepIsTold() throws IOException {
    byte[] nested = SECRET;
    for (int i = 0; i < 6; i++) {
      nested = zip("x.zip", nested);
    }

    ScanReport report = opened(nested);

    assertThat(report.findings()).isEmpty();
    assertThat(report.unread().get(0).why()).contains("4 deep");
  }

  @Test
  @Timeout(60)
  void tooMuchIsTold() throws IOException {
    byte[] mebibyte = zip("zeros", new byte[1 << 20]);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
      for (int i = 0; i < 1100; i++) {
        zip.putNextEntry(new ZipEntry("inner" + i + ".zip"));
        zip.write(mebibyte);
      }
      zip.putNextEntry(new ZipEntry("b"));
      zip.write(SECRET);
    }

    ScanReport report = opened(bomb.toByteArray());

    assertThat(report.findings()).isEmpty();
    assertThat(report.unread().get(0).why()).contains("1 GiB");
  }

  private static ScanReport opened(byte[] content) throws ScanFailure {
    return Scans.scan(Scans.scanner("").openingArchives(), content);
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    return zip(name, content, "empty/", new byte[0]);
  }

  private static byte[] zip(String name, byte[] content, String other, byte[] otherContent)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
      zip.putNextEntry(new ZipEntry(other));
      zip.write(otherContent);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
