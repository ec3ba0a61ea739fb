package dev.keepmum.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  private static final int WRITERS = 4;
  private static final int CHANGES = 10;

  @TempDir Path folder;

  /** Adds a line as another process would. */
  static final class Writer {
    public static void main(String[] arguments) throws IOException {
      for (int i = 0; i < CHANGES; i++) {
        String line = arguments[1] + "." + i + "\n";
        TextFile.at(Path.of(arguments[0]))
            .change(text -> Optional.of(text.orElse("").concat(line)));
      }
    }
  }

  @Test
  void processesThatChangeItAtTheSameTimeLoseNothing() throws Exception {
    Path path = folder.resolve("new/settings.json");
    List<Process> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      writers.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("keepmum.test.classpath", classPath()),
                  Writer.class.getName(),
                  path.toString(),
                  String.valueOf(i))
              .inheritIO()
              .start());
    }
    for (Process writer : writers) {
      assertThat(writer.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(writer.exitValue()).isZero();
    }

    assertThat(Files.readAllLines(path)).hasSize(WRITERS * CHANGES).doesNotHaveDuplicates();
    assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.new");
  }

  private static String classPath() throws Exception {
    return Path.of(TextFile.class.getProtectionDomain().getCodeSource().getLocation().toURI())
        + System.getProperty("path.separator")
        + Path.of(Writer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void aLinkStaysAndPermissionsToo() throws Exception {
    Path target = Files.writeString(folder.resolve("real.json"), "{}");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
    Path link = Files.createSymbolicLink(folder.resolve("settings.json"), target);

    TextFile.at(link).change(text -> Optional.of("{\"a\": 1}"));

    assertThat(link).isSymbolicLink();
    assertThat(target).hasContent("{\"a\": 1}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aChangeThatFailsLeavesEverythingAsItWas() throws Exception {
    Path path = folder.resolve("settings.json");

    assertThatThrownBy(
            () ->
                TextFile.at(path)
                    .change(
                        text -> {
                          throw new IOException("no");
                        }))
        .hasMessage("no");
    assertThat(path).doesNotExist();
  }

  @Test
  void whatIsNoTextIsRefused() throws Exception {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0});

    assertThatThrownBy(() -> TextFile.at(binary).read()).hasMessage("it is not UTF-8");
    assertThatThrownBy(() -> TextFile.at(folder).read()).hasMessage("it is no regular file");
    assertThat(TextFile.at(folder.resolve("missing")).read()).isEmpty();
  }

  @Test
  void aFileMayBeTakenAway() throws Exception {
    Path path = Files.writeString(folder.resolve("settings.json"), "{}");

    TextFile.at(path).change(text -> Optional.empty());

    assertThat(path).doesNotExist();
  }
}
