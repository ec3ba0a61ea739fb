package dev.keepmum.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepmum.host.SystemHost;
import dev.keepmum.rule.MadeUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are looked into. */
@DisabledOnOs(OS.WINDOWS)
class PathSourceTest {
  private static final String SECRET = "key=" + MadeUp.text("sk-ant-api03-{A-Za-z0-9*95}") + "\n";

  @TempDir Path top;

  @BeforeEach
  void makeFiles() throws IOException, InterruptedException {
    top = top.toRealPath();
    assertThat(new ProcessBuilder("git", "init", "-q", top.toString()).start().waitFor()).isZero();
    write(".gitignore", "ignored\nbuild/\n*.log\n");
    write("a.txt", SECRET);
    write("b/c d.txt", SECRET);
    write("b/.gitignore", "!keep.log\n");
    write("b/keep.log", SECRET);
    write("b/x.log", SECRET);
    write("ignored", SECRET);
    write("build/in/x", SECRET);
  }

  @Test
  void aFolderIsLookedThroughWithoutWhatGitIgnores() throws ScanFailure {
    assertThat(places(PathSource.Ignored.SKIPPED, ""))
        .containsExactly("a.txt:1:5", "b/c d.txt:1:5", "b/keep.log:1:5");
    assertThat(places(PathSource.Ignored.SCANNED, ""))
        .contains("ignored:1:5", "build/in/x:1:5", "b/x.log:1:5")
        .hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "ignored,    ignored:1:5",
    "build,      build/in/x:1:5",
    "build/in,   build/in/x:1:5",
    "./a.txt,    ./a.txt:1:5",
    "b/../a.txt, b/../a.txt:1:5"
  })
  void whatIsNamedIsLookedIntoWhateverIsIgnored(String path, String place) throws ScanFailure {
    assertThat(places(PathSource.Ignored.SKIPPED, path)).containsExactly(place);
  }

  @Test
  void whatIsNamedTwiceIsLookedIntoOnce() throws ScanFailure {
    assertThat(places(PathSource.Ignored.SKIPPED, "a.txt", "./a.txt")).hasSize(1);
  }

  @Test
  void anIgnoredFileThatIsInTheIndexIsTaken() throws IOException, InterruptedException {
    run("git", "add", "-f", "ignored", "build/in/x");
    write("build/in/.env", "A=1\n");
    run("git", "add", "-f", "build/in/.env");

    assertThat(places(PathSource.Ignored.SKIPPED, ""))
        .contains("ignored:1:5", "build/in/x:1:5", "build/in/.env")
        .doesNotContain("b/x.log:1:5");
  }

  @Test
  void aProtectedFileIsAFindingIfGitTakesIt() throws IOException {
    write(".env", "A=1\n");
    write("build/.env", "A=1\n");
    write("b/id_ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----\n");
    write("b/.env.example", "A=your-key\n");
    write("c/.npmrc", "registry=https://registry.npmjs.org\n");

    assertThat(places(PathSource.Ignored.SKIPPED, ""))
        .contains(".env", "b/id_ed25519")
        .doesNotContain("build/.env", "b/.env.example", "c/.npmrc");
    assertThat(places(PathSource.Ignored.SCANNED, "")).doesNotContain("build/.env");
  }

  @Test
  void outsideOfARepositoryAProtectedFileIsWhereItBelongs(@TempDir Path other)
      throws IOException, ScanFailure {
    Files.writeString(other.resolve(".env"), "A=1\n" + SECRET);

    assertThat(Scans.places(scan(other, PathSource.Ignored.SKIPPED, "")))
        .containsExactly(".env:2:5");
  }

  @Test
  @Timeout(20)
  void linksAreNotFollowedAndNothingButFilesIsOpened(@TempDir Path outside)
      throws IOException, InterruptedException {
    Files.writeString(outside.resolve("secret"), SECRET);
    Files.createSymbolicLink(top.resolve("z-folder"), outside);
    Files.createSymbolicLink(top.resolve("z-file"), outside.resolve("secret"));
    Files.createSymbolicLink(top.resolve("z-loop"), top);
    Files.createSymbolicLink(top.resolve("z-dangling"), Path.of("nowhere"));
    run("mkfifo", "z-pipe");

    assertThat(places(PathSource.Ignored.SCANNED, "")).noneMatch(place -> place.startsWith("z-"));
    ScanReport named = scan(top, PathSource.Ignored.SKIPPED, "z-pipe", "z-file");
    assertThat(named.unread()).extracting(ScanReport.Unread::path).containsExactly("z-pipe");
    assertThat(Scans.places(named)).containsExactly("z-file:1:5");
  }

  @Test
  void aRepositoryWithinHasItsOwnRules() throws IOException, InterruptedException {
    write("inner/.gitignore", "secret\n");
    run("git", "init", "-q", "inner");
    write("inner/secret", SECRET);
    write("inner/x.log", SECRET);

    assertThat(places(PathSource.Ignored.SKIPPED, ""))
        .contains("inner/x.log:1:5")
        .doesNotContain("inner/secret:1:5");
  }

  @Test
  void whatCannotBeReadIsToldAndTheRestIsScanned() throws IOException {
    Path closed = Files.createDirectory(top.resolve("closed"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    boolean isTold = !Files.isReadable(closed);

    ScanReport report = scan(top, PathSource.Ignored.SKIPPED, "");

    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    assertThat(report.unread()).hasSize(isTold ? 1 : 0);
    assertThat(Scans.places(report)).contains("a.txt:1:5");
  }

  @Test
  void theOrderIsThatOfTheFilesWhoeverWasFirst() throws IOException {
    List<String> expected = new ArrayList<>();
    for (int i = 100; i < 400; i++) {
      write("many/" + i, "x\n".repeat(i % 7 * 1000) + SECRET);
      expected.add("many/" + i + ":" + (i % 7 * 1000 + 1) + ":5");
    }

    assertThat(places(PathSource.Ignored.SKIPPED, "many")).isEqualTo(expected);
  }

  @Test
  void aPathThatIsNotThereIsAnError() {
    assertThatThrownBy(() -> places(PathSource.Ignored.SKIPPED, "a.txt", "nowhere"))
        .isInstanceOf(ScanFailure.class)
        .hasMessage("nowhere: no such file or folder");
  }

  private List<String> places(PathSource.Ignored ignored, String... paths) throws ScanFailure {
    return Scans.places(scan(top, ignored, paths));
  }

  private static ScanReport scan(Path base, PathSource.Ignored ignored, String... paths)
      throws ScanFailure {
    List<Path> named = Stream.of(paths).map(Path::of).toList();
    return Scans.scanner("")
        .scan(new PathSource(new SystemHost(), base, named, ignored), new ScanProgress());
  }

  private void write(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void run(String... words) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(words).directory(top.toFile()).start().waitFor()).isZero();
  }
}
