package dev.keepmum.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Where this program was started from, as the client can start it again. */
final class InstalledLauncher {
  private InstalledLauncher() {}

  /** The launcher beside the jar that runs, or the native program itself; empty for neither. */
  static Optional<Path> path() {
    Optional<Path> jar = jar();
    if (jar.isEmpty()) {
      return ProcessHandle.current()
          .info()
          .command()
          .map(Path::of)
          .filter(program -> program.getFileName().toString().startsWith("keepmum"));
    }
    Path folder = jar.get().getParent();
    for (Path launcher :
        new Path[] {folder.resolve("keepmum"), folder.resolve("../hooks/keepmum").normalize()}) {
      if (Files.isRegularFile(launcher) && Files.isExecutable(launcher)) {
        return Optional.of(launcher);
      }
    }
    return Optional.empty();
  }

  /** The jar that runs; empty for a native program and for classes in a folder. */
  private static Optional<Path> jar() {
    CodeSource source = InstalledLauncher.class.getProtectionDomain().getCodeSource();
    try {
      return source == null || source.getLocation() == null
          ? Optional.empty()
          : Optional.of(Path.of(source.getLocation().toURI()))
              .filter(path -> path.toString().endsWith(".jar"));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The JVM that runs this; empty for a native program. */
  static Optional<Path> virtualMachine() {
    Path java = Path.of(System.getProperty("java.home", "")).resolve("bin/java");
    return jar().isPresent() && Files.isExecutable(java) ? Optional.of(java) : Optional.empty();
  }
}
