package dev.keepmum.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepmum.host.FileStatus.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class SystemHostTest {
  private final SystemHost host = new SystemHost();

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void resolveFolder() throws IOException {
    folder = temporary.toRealPath();
  }

  @Test
  void knowsAFileWhateverPathItIsReachedBy() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "12345");
    Path link = Files.createSymbolicLink(folder.resolve("notes"), Path.of("secret"));
    Path name = Files.createLink(folder.resolve("other"), file);

    FileStatus status = host.status(file.toString());

    assertThat(status.kind()).isEqualTo(Kind.REGULAR);
    assertThat(status.size()).isEqualTo(5);
    assertThat(status.links()).isEqualTo(2);
    assertThat(status.modified()).isEqualTo(Files.getLastModifiedTime(file).toMillis());
    assertThat(status.fileKey()).isNotEmpty();
    assertThat(host.status(link.toString())).isEqualTo(status);
    assertThat(host.status(name.toString())).isEqualTo(status);
    assertThat(host.realPath(link.toString())).contains(file.toString());
  }

  @Test
  void tellsWhatIsNoFile() throws IOException {
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere"));
    Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("pool"));
    Files.createSymbolicLink(folder.resolve("pool"), Path.of("loop"));

    assertThat(host.status(folder.toString()).kind()).isEqualTo(Kind.DIRECTORY);
    assertThat(host.status(folder.resolve("none").toString())).isEqualTo(FileStatus.MISSING);
    assertThat(host.status(dangling.toString())).isEqualTo(FileStatus.MISSING);
    assertThat(host.status(loop.toString())).isEqualTo(FileStatus.UNREADABLE);
    assertThat(host.realPath(loop.toString())).isEmpty();
    assertThat(host.readPrefix(loop.toString(), 9)).isEmpty();
    assertThat(host.readPrefix(dangling.toString(), 9)).isEmpty();
    assertThat(host.readPrefix(folder.toString(), 9)).isEmpty();
    assertThat(host.list(folder.resolve("none").toString(), 9)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "relative", "~/x", "/a\0b", "\0"})
  void takesAnyTextAsAPath(String path) {
    assertThat(host.status(path)).isEqualTo(FileStatus.UNREADABLE);
    assertThat(host.realPath(path)).isEmpty();
    assertThat(host.readPrefix(path, 9)).isEmpty();
    assertThat(host.list(path, 9)).isEmpty();
  }

  @Test
  void takesAPathOfAnyLength() {
    String path = "/" + "a".repeat(100_000);

    assertThat(host.status(path).exists()).isFalse();
    assertThat(host.readPrefix(path, 9)).isEmpty();
  }

  @Test
  void readsNoMoreThanAskedFor() throws IOException {
    Path file = Files.write(folder.resolve("large"), new byte[(1 << 20) + 5]);

    assertThat(host.readPrefix(file.toString(), 3).orElseThrow()).hasSize(3);
    assertThat(host.readPrefix(file.toString(), 0).orElseThrow()).isEmpty();
    assertThat(host.readPrefix(file.toString(), Integer.MAX_VALUE).orElseThrow()).hasSize(1 << 20);
  }

  @Test
  void neverOpensAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);

    assertThat(host.status(pipe.toString()).kind()).isEqualTo(Kind.SPECIAL);
    assertThat(host.readPrefix(pipe.toString(), 9)).isEmpty();
  }

  @Test
  void neverOpensADevice() {
    assertThat(host.status("/dev/zero").kind()).isEqualTo(Kind.SPECIAL);
    assertThat(host.readPrefix("/dev/zero", 9)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void readsFilesOfTheKernelThatTellNoSize() {
    assertThat(host.status("/proc/self/status").size()).isZero();
    assertThat(host.readPrefix("/proc/self/status", 5)).contains("Name:".getBytes());
  }

  @Test
  void saysNothingOfWhatItMayNotRead() throws IOException {
    Path closed = Files.createDirectory(folder.resolve("closed"));
    Path file = Files.writeString(closed.resolve("file"), "x");
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      assumeTrue(!Files.isReadable(closed), "the superuser may read everything");
      assertThat(host.status(file.toString())).isEqualTo(FileStatus.UNREADABLE);
      assertThat(host.readPrefix(file.toString(), 9)).isEmpty();
      assertThat(host.list(closed.toString(), 9)).isEmpty();
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void listsNoMoreThanAskedFor() throws IOException {
    for (String name : new String[] {"a", "b", ".c"}) {
      Files.createFile(folder.resolve(name));
    }

    assertThat(host.list(folder.toString(), 9)).containsExactlyInAnyOrder("a", "b", ".c");
    assertThat(host.list(folder.toString(), 2)).hasSize(2);
    assertThat(host.list(folder.resolve("a").toString(), 9)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/home/dev, /root, /home/dev",
    "'', /root, /root",
    "relative, /root, /root",
    "relative, ?, ''",
  })
  void looksForSecretsWhereProgramsDo(String variable, String account, String home) {
    assertThat(new SystemHost(Map.of("HOME", variable), account).home()).isEqualTo(home);
  }

  @Test
  void knowsTheEnvironment() {
    SystemHost described = new SystemHost(Map.of("TOKEN", "CNRY"), "/root");

    assertThat(described.variable("TOKEN")).contains("CNRY");
    assertThat(described.variable("NONE")).isEmpty();
    assertThat(described.variableNames()).containsExactly("TOKEN");
    assertThat(described.home()).isEqualTo("/root");
  }
}
