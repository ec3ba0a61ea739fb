package dev.keepmum.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The machine's own git, without the user's configuration. */
public final class RealGit {
  private RealGit() {}

  /** Runs a command of git, which must succeed, and gives what it prints. */
  public static String run(Path folder, String... words) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("git");
    builder.command().addAll(List.of(words));
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder.environment().put("GIT_CONFIG_GLOBAL", "/dev/null");
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      assertThat(process.waitFor()).as(out).isZero();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    return out;
  }
}
