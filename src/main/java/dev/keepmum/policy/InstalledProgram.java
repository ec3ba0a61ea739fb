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

  /** What the launcher starts and keeps, in the folder beside its own. */
  private static final String[] BUILT = {
    "/target/keepmum", "/target/keepmum.jar", "/target/lib", "/target/cache"
  };

  private final List<String> launchers;

  private InstalledProgram(List<String> launchers) {
    this.launchers = launchers;
  }

  /**
   * Reads the launchers from settings files and from plugins.
   *
   * @param plugins the folders of the plugins that register the guard
   */
  static InstalledProgram registered(Host host, List<String> settingsFiles, List<String> plugins) {
    List<String> launchers = new ArrayList<>();
    for (String path : settingsFiles) {
      addLaunchers(host, path, "", launchers);
    }
    for (String folder : plugins) {
      addLaunchers(host, folder.concat("/hooks/hooks.json"), folder, launchers);
    }
    for (String launcher : new ArrayList<>(launchers)) {
      Optional<String> real = host.realPath(launcher);
      if (real.isPresent() && !launchers.contains(real.get())) {
        launchers.add(real.get());
      }
    }
    return new InstalledProgram(launchers);
  }

  private static void addLaunchers(Host host, String file, String plugin, List<String> launchers) {
    Optional<byte[]> bytes = host.readPrefix(file, MAX_SETTINGS);
    if (bytes.isEmpty()) {
      return;
    }
    JsonValue settings;
    try {
      settings = JsonReader.read(new String(bytes.get(), StandardCharsets.UTF_8));
    } catch (MalformedJson skippedByTheClient) {
      return;
    }
    if (!(settings instanceof JsonObject root)) {
      return;
    }
    for (JsonValue entry : root.object("hooks").elements("PreToolUse")) {
      if (entry instanceof JsonObject matcher) {
        for (JsonValue hook : matcher.elements("hooks")) {
          addLauncher(hook, plugin, launchers);
        }
      }
    }
  }

  private static void addLauncher(JsonValue hook, String plugin, List<String> launchers) {
    if (!(hook instanceof JsonObject entry)) {
      return;
    }
    String command = entry.text("command").orElse("").replace("${CLAUDE_PLUGIN_ROOT}", plugin);
    int end = command.indexOf(' ');
    String program = end < 0 ? command : command.substring(0, end);
    boolean keepmum = program.startsWith("/") && PathNames.base(program).startsWith("keepmum");
    if (keepmum && !launchers.contains(program)) {
      launchers.add(program);
    }
  }

  /** Whether no settings file names a launcher. */
  boolean isMissing() {
    return launchers.isEmpty();
  }

  /** Whether a path is the launcher, lies beside it as part of it, or is what it starts. */
  boolean contains(String path) {
    for (String launcher : launchers) {
      String folder = PathNames.parent(launcher);
      if (path.equals(launcher) || path.startsWith(folder.concat("/keepmum"))) {
        return true;
      }
      for (String built : BUILT) {
        String part = PathNames.parent(folder).concat(built);
        if (path.equals(part) || path.startsWith(part.concat("/"))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The paths of the program that lie below a folder, whether or not anything is there. */
  List<String> below(String folder) {
    String prefix = folder.equals("/") ? "/" : folder.concat("/");
    List<String> below = new ArrayList<>();
    for (String launcher : launchers) {
      if (launcher.startsWith(prefix)) {
        below.add(launcher);
      }
      for (String built : BUILT) {
        String part = PathNames.parent(PathNames.parent(launcher)).concat(built);
        if (part.startsWith(prefix)) {
          below.add(part);
        }
      }
    }
    return below;
  }

  /** Whether a folder is one that holds nothing but the program. */
  boolean isFolder(String path) {
    for (String launcher : launchers) {
      String folder = PathNames.parent(launcher);
      boolean own = PathNames.base(folder).equals("hooks") || PathNames.base(folder).equals("bin");
      if (own && (path.equals(folder) || path.equals(PathNames.parent(folder) + "/target"))) {
        return true;
      }
    }
    return false;
  }
}
