package dev.keepmum.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which settings file is meant: one of three, the user's by default. */
final class SettingsPlace {
  @ArgGroup private Scope scope = new Scope();

  private static final class Scope {
    @Option(names = "--user", description = "The user's settings, for all projects (the default).")
    private boolean user;

    @Option(
        names = "--project",
        description = "The settings of the project in this folder, which all who work on it share.")
    private boolean project;

    @Option(
        names = "--managed",
        description =
            "The settings of this machine, which no repository can switch off; needs an"
                + " administrator.")
    private boolean managed;
  }

  boolean isProject() {
    return scope.project;
  }

  /**
   * Where the client looks for the file.
   *
   * @param environment the variables it would see
   */
  Path path(Map<String, String> environment) {
    if (scope.managed) {
      return managed().resolve("managed-settings.json");
    }
    if (scope.project) {
      return Path.of("").toAbsolutePath().resolve(".claude/settings.json");
    }
    String configuration = environment.getOrDefault("CLAUDE_CONFIG_DIR", "");
    if (!configuration.isEmpty()) {
      return Path.of(configuration).resolve("settings.json");
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return Path.of(home).resolve(".claude/settings.json");
  }

  private static Path managed() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.startsWith("mac")) {
      return Path.of("/Library/Application Support/ClaudeCode");
    }
    return Path.of(system.startsWith("win") ? "C:/Program Files/ClaudeCode" : "/etc/claude-code");
  }
}
