package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.flow.PathNames;
import dev.keepmum.host.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the guard that is registered on this machine stands: the launcher that the settings files
 * in force name, what lies beside it, and the program it starts.
 */
final class InstalledProgram {

  private static final int MAX_SETTINGS = 1 << 20;
  private static final String[] SETTINGS = {
    "/etc/claude-code/managed-settings.json",
    "/Library/Application Support/ClaudeCode/managed-settings.json",
    "~/.claude/settings.json",
    "./.claude/settings.json",
    "./.claude/settings.local.json"
  };

  private final List<String> launchers;

  private InstalledProgram(List<String> launchers) {
    this.launchers = launchers;
  }

  /** Reads the launchers from the settings files that a client would load in a folder. */
  static InstalledProgram registered(Host host, String directory) {
    List<String> launchers = new ArrayList<>();
    for (String settings : SETTINGS) {
      String path = settings.replace("~", host.home()).replace("./", directory + "/");
      Optional<byte[]> bytes = host.readPrefix(path, MAX_SETTINGS);
      if (bytes.isPresent()) {
        addLaunchers(new String(bytes.get(), StandardCharsets.UTF_8), launchers);
      }
    }
    for (String launcher : new ArrayList<>(launchers)) {
      Optional<String> real = host.realPath(launcher);
      if (real.isPresent()) {
        launchers.add(real.get());
      }
    }
    return new InstalledProgram(launchers);
  }

  private static void addLaunchers(String text, List<String> launchers) {
    JsonValue settings;
    try {
      settings = JsonReader.read(text);
    } catch (MalformedJson skippedByTheClient) {
      return;
    }
    if (!(settings instanceof JsonObject root)) {
      return;
    }
    for (JsonValue entry : root.object("hooks").elements("PreToolUse")) {
      if (entry instanceof JsonObject matcher) {
        for (JsonValue hook : matcher.elements("hooks")) {
          addLauncher(hook, launchers);
        }
      }
    }
  }

  private static void addLauncher(JsonValue hook, List<String> launchers) {
    if (!(hook instanceof JsonObject entry)) {
      return;
    }
    String command = entry.text("command").orElse("");
    int end = command.indexOf(' ');
    String program = end < 0 ? command : command.substring(0, end);
    if (program.startsWith("/") && PathNames.base(program).startsWith("keepmum")) {
      launchers.add(program);
    }
  }

  /** Whether no settings file names a launcher. */
  boolean isMissing() {
    return launchers.isEmpty();
  }

  /** Whether a path is the launcher, the folder it is in, what lies beside it, or its program. */
  boolean contains(String path) {
    for (String launcher : launchers) {
      String folder = PathNames.parent(launcher);
      String root = PathNames.parent(folder);
      boolean above = launcher.startsWith(path + "/");
      boolean beside = path.startsWith(folder + "/keepmum");
      boolean built =
          path.startsWith(root + "/target/keepmum")
              || path.startsWith(root + "/target/lib/")
              || path.startsWith(root + "/target/cache/");
      if (path.equals(launcher) || above || beside || built) {
        return true;
      }
    }
    return false;
  }
}
