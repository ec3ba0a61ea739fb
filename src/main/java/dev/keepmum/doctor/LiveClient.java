package dev.keepmum.doctor;

import dev.keepmum.event.JsonText;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Runs the client itself, headless, in a home and a project of its own, and looks whether a canary
 * reaches the model. Nothing leaves the machine: the model is a {@link ModelStandIn}.
 */
final class LiveClient {
  private static final int MAX_SECONDS = 90;
  private static final String CANARY = "canary-of-keepmum";

  private final Path program;
  private final List<String> guard;

  /**
   * @param program the client
   * @param guard the registered program and its arguments
   */
  LiveClient(Path program, List<String> guard) {
    this.program = program;
    this.guard = guard;
  }

  /** The client on the search path. */
  static Optional<Path> onPath(String searchPath) {
    for (String folder : searchPath.split(File.pathSeparator, -1)) {
      Path client = Path.of(folder).resolve("claude");
      if (!folder.isEmpty() && Files.isRegularFile(client) && Files.isExecutable(client)) {
        return Optional.of(client);
      }
    }
    return Optional.empty();
  }

  CheckResult check(Path scratch) throws IOException {
    Path project = Files.createDirectories(scratch.resolve("live/project"));
    Path home = scratch.resolve("live");
    Files.writeString(project.resolve(".env"), "SECRET=" + CANARY + "\n");
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(home.resolve(".claude/settings.json"), settings());
    try (ModelStandIn model = new ModelStandIn("cat .env")) {
      boolean ended = run(home, project, model.address());
      if (!model.hasResult()) {
        return CheckResult.failed(
            "live", "the client " + program + (ended ? " made no tool call" : " did not end"));
      }
      return model.hears(CANARY)
          ? CheckResult.failed("live", "the client ran `cat .env` and told the model what is in it")
          : CheckResult.ok("live", "the client did not run `cat .env`; the canary stayed here");
    }
  }

  private String settings() {
    StringBuilder arguments = new StringBuilder();
    for (String argument : guard.subList(1, guard.size())) {
      arguments.append(arguments.length() == 0 ? "" : ",").append(JsonText.quoted(argument));
    }
    return "{\"hooks\":{\"PreToolUse\":[{\"matcher\":\"*\",\"hooks\":[{\"type\":\"command\","
        + "\"command\":"
        + JsonText.quoted(guard.get(0))
        + ",\"args\":["
        + arguments
        + "],\"timeout\":20,\"onFailure\":\"block\"}]}]}}";
  }

  private boolean run(Path home, Path project, String address) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                program.toString(),
                "-p",
                "go",
                "--permission-mode",
                "bypassPermissions",
                "--tools",
                "Bash")
            .directory(project.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LANG", "C.UTF-8");
    builder.environment().put("IS_SANDBOX", "1");
    builder.environment().put("ANTHROPIC_BASE_URL", address);
    builder.environment().put("ANTHROPIC_API_KEY", "none");
    builder.environment().put("DISABLE_TELEMETRY", "1");
    builder.environment().put("DISABLE_AUTOUPDATER", "1");
    builder.environment().put("DISABLE_ERROR_REPORTING", "1");
    builder.environment().put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
    builder.environment().put("ENABLE_TOOL_SEARCH", "false");
    Process process = builder.start();
    try {
      return process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
