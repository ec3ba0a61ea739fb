package dev.keepmum.doctor;

import dev.keepmum.host.Host;
import dev.keepmum.settings.RegisteredHook;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** What the registered program is, and who could put another in its place. */
final class ProgramChecks {
  private static final int SECONDS_FOR_VERSION = 10;
  private static final int LONGEST_VERSION = 64;

  private final Host host;
  private final RegisteredHook guard;
  private final String folder;
  private final List<CheckResult> results = new ArrayList<>();

  ProgramChecks(Host host, RegisteredHook guard, String folder) {
    this.host = host;
    this.guard = guard;
    this.folder = folder;
  }

  List<CheckResult> results() {
    String command = guard.words(folder).get(0);
    Path program = Path.of(command);
    if (!program.isAbsolute()) {
      results.add(
          CheckResult.failed("program", command + " is not found after a change of folder"));
    } else if (!Files.exists(program)) {
      results.add(CheckResult.failed("program", command + " does not exist"));
    } else if (!Files.isExecutable(program)) {
      results.add(CheckResult.failed("program", command + " may not be executed"));
    } else if (guard.arguments().isPresent()) {
      describe(program);
      lookAtOwners(program);
      lookAtPath(program);
    }
    return results;
  }

  private void describe(Path program) {
    boolean isScript = beginsLikeAScript(program);
    results.add(
        CheckResult.ok(
            "program",
            program
                + (isScript ? ", a launcher" : ", a native program")
                + version(program).map(", "::concat).orElse("")));
    if (program.startsWith(folder)) {
      results.add(
          CheckResult.warning(
              "program", "it lies in the project, where everything else may be edited"));
    }
  }

  /** What the program says of its version; empty where it does not answer. */
  private static Optional<String> version(Path program) {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--version")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (!process.waitFor(SECONDS_FOR_VERSION, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        byte[] line = process.getInputStream().readNBytes(LONGEST_VERSION);
        String version = new String(line, StandardCharsets.UTF_8).strip();
        return version.startsWith("keepmum ") && version.indexOf('\n') < 0
            ? Optional.of(version)
            : Optional.empty();
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static boolean beginsLikeAScript(Path program) {
    try (InputStream in = Files.newInputStream(program)) {
      return in.read() == '#' && in.read() == '!';
    } catch (IOException e) {
      return false;
    }
  }

  /** Whoever may write the program, or a folder above it, may exchange the guard. */
  private void lookAtOwners(Path program) {
    try {
      for (Path path = program.toRealPath(); path != null; path = path.getParent()) {
        if (isWritableByOthers(path)) {
          results.add(CheckResult.failed("permissions", path + " may be written by other users"));
          return;
        }
      }
      results.add(CheckResult.ok("permissions", "nobody else may write it or a folder above it"));
    } catch (IOException e) {
      results.add(CheckResult.warning("permissions", program + ": cannot be looked at"));
    }
  }

  /** In a folder with the sticky bit one can only exchange what is one's own. */
  private static boolean isWritableByOthers(Path path) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
      return false;
    }
    Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
    boolean sticky = ((int) Files.getAttribute(path, "unix:mode") & 01000) != 0;
    return permissions.contains(PosixFilePermission.OTHERS_WRITE) && !sticky;
  }

  private void lookAtPath(Path program) {
    for (String each : host.variable("PATH").orElse("").split(File.pathSeparator, -1)) {
      Path other = Path.of(each).resolve("keepmum");
      if (!each.isEmpty() && Files.isExecutable(other) && !isSame(other, program)) {
        results.add(
            CheckResult.warning("program", "the keepmum on the PATH is another one: " + other));
        return;
      }
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
