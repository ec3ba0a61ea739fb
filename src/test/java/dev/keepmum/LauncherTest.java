package dev.keepmum;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code hooks/keepmum}, with a stand-in for the JVM that prints what it was started with. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String SHOWS_ITS_ARGUMENTS =
      """
      case "$*" in
        *AOTCacheOutput=*) echo classes >attempt/archive ;;
        *) echo "$@"; env | grep -E '^(_?JAVA|JDK_|CLASSPATH)' ;;
      esac
      exit 0
      """;

  /**
   * Removed by {@link #removeOnceTheArchiveIsMade()}: the launcher still writes there at the end.
   */
  @TempDir(cleanup = CleanupMode.NEVER)
  Path temporary;

  private Path installation;
  private Path launcher;
  private Path jar;

  @BeforeEach
  void install() throws IOException {
    installation = temporary.resolve("a place with spaces");
    Files.createDirectories(installation.resolve("hooks"));
    Files.createDirectories(installation.resolve("target"));
    launcher = installation.resolve("hooks/keepmum");
    Files.copy(Path.of("hooks/keepmum"), launcher);
    makeExecutable(launcher);
    jar = Files.createFile(installation.resolve("target/keepmum.jar"));
    installJvm(SHOWS_ITS_ARGUMENTS);
  }

  @AfterEach
  void removeOnceTheArchiveIsMade() throws InterruptedException {
    int gone = 0;
    for (int attempt = 0; attempt < 100 && gone < 3; attempt++) {
      removed(temporary.toFile());
      gone = Files.exists(temporary) ? 0 : gone + 1;
      Thread.sleep(50);
    }
  }

  /** The file that says what the archive is for; it is there once the archive is. */
  private Path keyOfTheArchive() throws InterruptedException {
    Path key = installation.resolve("target/cache/key");
    for (int attempt = 0; attempt < 1_200 && !Files.exists(key); attempt++) {
      Thread.sleep(50);
    }
    return key;
  }

  private static boolean removed(File file) {
    File[] inside = Files.isSymbolicLink(file.toPath()) ? null : file.listFiles();
    if (inside != null) {
      for (File child : inside) {
        removed(child);
      }
    }
    return file.delete();
  }

  @Test
  void startsTheJarOnThePinnedJvm() {
    Outcome outcome = run(launcher.toString(), "check", "cat .env");

    assertThat(outcome.out).endsWith("target/keepmum.jar dev.keepmum.Main check cat .env\n");
    assertThat(outcome.status).isZero();
  }

  @Test
  void isFoundThroughLinksAndFromAnywhere() throws IOException {
    Path link = Files.createSymbolicLink(temporary.resolve("direct"), launcher);
    Files.createSymbolicLink(
        temporary.resolve("relative"), Path.of("a place with spaces/hooks/keepmum"));

    assertThat(run(link.toString(), "hook").out).contains("dev.keepmum.Main hook");
    assertThat(run("./relative", "hook").out).contains("dev.keepmum.Main hook");
  }

  @Test
  void prefersTheNativeProgram() throws IOException {
    Path program = installation.resolve("target/keepmum");
    Files.writeString(program, "#!/bin/sh\necho native \"$@\"\n");
    makeExecutable(program);

    assertThat(run(launcher.toString(), "hook", "--on-pass=allow").out)
        .isEqualTo("native hook --on-pass=allow\n");
  }

  @Test
  void takesNoOptionsFromTheEnvironment() {
    Outcome outcome =
        run(
            Map.of(
                "JAVA_TOOL_OPTIONS", "-version",
                "JDK_JAVA_OPTIONS", "-version",
                "_JAVA_OPTIONS", "-version",
                "CLASSPATH", "/evil"),
            launcher.toString(),
            "hook");

    assertThat(outcome.out.lines()).hasSize(1);
  }

  @Test
  void refusesWithoutProgram() throws IOException {
    Files.delete(jar);

    assertRefused(run(launcher.toString(), "hook"), "the program is missing");
    assertThat(run(launcher.toString(), "check", "ls"))
        .as("other commands only say so")
        .satisfies(outcome -> assertThat(outcome.out).isEmpty())
        .satisfies(outcome -> assertThat(outcome.status).isEqualTo(2));
  }

  @Test
  void refusesWithoutJvm() throws IOException {
    Files.writeString(installation.resolve("hooks/keepmum.jvm"), "/nowhere/bin/java\n");

    assertRefused(run(launcher.toString(), "hook"), "no Java 17 or newer");
  }

  @Test
  void refusesWhenTheJvmCrashes() throws IOException {
    installJvm("exit 134");

    assertRefused(run(launcher.toString(), "hook"), "stopped with status 134");
  }

  @Test
  void makesAnArchiveAfterTheFirstCallAndUsesItWhileJarAndJvmStay() throws Exception {
    assertThat(run(launcher.toString(), "hook").out).doesNotContain("AOTCache");
    Path key = keyOfTheArchive();

    assertThat(run(launcher.toString(), "hook").out).contains("-XX:AOTCache=");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key.getParent())))
        .isEqualTo("rwx------");

    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    assertThat(run(launcher.toString(), "hook").out).doesNotContain("AOTCache");
  }

  @Test
  void takesTheNativeProgramBesideItFirst() throws IOException {
    for (String name : List.of("target/keepmum", "hooks/keepmum-native")) {
      Path program = installation.resolve(name);
      Files.writeString(program, "#!/bin/sh\necho " + name + " \"$@\"\n");
      makeExecutable(program);
    }

    assertThat(run(launcher.toString(), "hook").out).isEqualTo("hooks/keepmum-native hook\n");
  }

  @Test
  void refusesWhenTheNativeProgramCrashes() throws IOException {
    Path program = installation.resolve("target/keepmum");
    Files.writeString(program, "#!/bin/sh\nkill -SEGV $$\n");
    makeExecutable(program);

    assertRefused(run(launcher.toString(), "hook"), "stopped with status 139");
  }

  @Test
  void leavesTheMakingOfAnArchiveToTheOneThatIsAtIt() throws Exception {
    Path attempt = Files.createDirectories(installation.resolve("target/cache/attempt"));

    assertThat(run(launcher.toString(), "hook").status).isZero();
    Thread.sleep(500);

    assertThat(attempt).isEmptyDirectory();
    assertThat(installation.resolve("target/cache/key")).doesNotExist();
  }

  @Test
  void doesWithoutAnArchiveThatMadeTheJvmCrash() throws Exception {
    run(launcher.toString(), "hook");
    Path key = keyOfTheArchive();
    Path java = Path.of(Files.readAllLines(key).get(0));
    FileTime time = Files.getLastModifiedTime(java);
    Files.writeString(java, "#!/bin/sh\ncase \"$*\" in *AOTCache=*) exit 134 ;; esac\necho fine\n");
    Files.setLastModifiedTime(java, time);

    assertRefused(run(launcher.toString(), "hook"), "stopped with status 134");
    assertThat(run(launcher.toString(), "hook").out).isEqualTo("fine\n");
  }

  /** The JVMs that are here, each with an archive of its own and with one that is broken. */
  @ParameterizedTest
  @MethodSource("jvms")
  void answersOnEachJvmWithAndWithoutAnArchiveAndWithABrokenOne(Path java) throws Exception {
    Files.writeString(installation.resolve("hooks/keepmum.jvm"), java + "\n");
    Files.delete(jar);
    makeJar();
    Path event = Path.of("src/test/resources/dev/keepmum/event/PreToolUse.Bash.json");

    assertDenied(runOn(event, launcher.toString(), "hook"));
    Path key = keyOfTheArchive();
    assertThat(Files.readAllLines(key).get(0)).isEqualTo(java.toString());
    assertDenied(runOn(event, launcher.toString(), "hook"));

    Path archive = installation.resolve("target/cache/archive");
    byte[] whole = Files.readAllBytes(archive);
    for (byte[] broken :
        List.of(new byte[0], new byte[10_000], Arrays.copyOf(whole, whole.length / 2))) {
      Files.delete(archive);
      Files.write(archive, broken);
      assertDenied(runOn(event, launcher.toString(), "hook"));
    }
  }

  static List<Path> jvms() {
    return Stream.of(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            Path.of("/usr/lib/jvm/java-17-openjdk-amd64/bin/java"),
            Path.of("/usr/lib/jvm/temurin-21-jdk-amd64/bin/java"),
            Path.of("/usr/lib/jvm/temurin-25-jdk-amd64/bin/java"))
        .filter(Files::isExecutable)
        .distinct()
        .toList();
  }

  private static void assertDenied(Outcome outcome) {
    assertThat(outcome.out)
        .startsWith("{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\"")
        .contains("\"permissionDecision\":\"deny\"", ".env")
        .endsWith("}}\n");
    assertThat(outcome.err.lines()).hasSize(1).allMatch(line -> line.startsWith("keepmum: "));
    assertThat(outcome.status).isEqualTo(2);
  }

  /** As the build makes it; that comes after the tests. */
  private void makeJar() throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(Attributes.Name.CLASS_PATH, locationOf(Pattern.class).toUri().toString());
    Path classes = locationOf(Main.class);
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        Stream<Path> files = Files.walk(classes.resolve("dev"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  private static Path locationOf(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  private void installJvm(String script) throws IOException {
    Path home = installation.resolve("jdk 25");
    Files.createDirectories(home.resolve("bin"));
    Path java = home.resolve("bin/java");
    Files.writeString(java, "#!/bin/sh\n" + script);
    makeExecutable(java);
    Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
    Files.writeString(installation.resolve("hooks/keepmum.jvm"), java + "\n");
  }

  private static void makeExecutable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void assertRefused(Outcome outcome, String reason) {
    assertThat(outcome.out)
        .startsWith("{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\"")
        .contains("\"permissionDecision\":\"deny\"", reason)
        .endsWith("}}\n");
    assertThat(outcome.err).contains(reason);
    assertThat(outcome.status).isEqualTo(2);
  }

  private Outcome run(String... command) {
    return run(Map.of(), command);
  }

  private Outcome run(Map<String, String> environment, String... command) {
    return run(Path.of("/dev/null"), environment, command);
  }

  private Outcome runOn(Path event, String... command) {
    return run(event.toAbsolutePath(), Map.of(), command);
  }

  private Outcome run(Path input, Map<String, String> environment, String... command) {
    File out = temporary.resolve("out").toFile();
    File err = temporary.resolve("err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(temporary.toFile())
            .redirectInput(input.toFile())
            .redirectOutput(out)
            .redirectError(err);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      return new Outcome(
          process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private record Outcome(int status, String out, String err) {}
}
