package dev.keepmum.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The key that names values on this machine. */
class InstallKeyTest {
  @TempDir Path folder;

  @Test
  void itIsMadeOnceAndKept() {
    byte[] key = InstallKey.read(folder.resolve("a/b"));

    assertThat(key).hasSize(32).isEqualTo(InstallKey.read(folder.resolve("a/b")));
    assertThat(key).isNotEqualTo(InstallKey.read(folder.resolve("c")));
    assertThat(folder.resolve("a/b").toFile().list()).containsExactly("fingerprint.key");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseMayReadIt() throws IOException {
    InstallKey.read(folder.resolve("k"));

    assertThat(permissions("k")).isEqualTo("rwx------");
    assertThat(permissions("k/fingerprint.key")).isEqualTo("rw-------");
  }

  @Test
  void whereItCannotBeKeptItHoldsForThisProcess() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    Files.writeString(folder.resolve("fingerprint.key"), "not a key");

    assertThat(InstallKey.read(file)).hasSize(32).isNotEqualTo(InstallKey.read(file));
    assertThat(InstallKey.read(folder)).hasSize(32);
    assertThat(Files.readString(folder.resolve("fingerprint.key"))).isEqualTo("not a key");
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
