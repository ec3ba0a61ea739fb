package dev.keepmum.policy;

import dev.keepmum.flow.PathNames;
import dev.keepmum.host.Host;
import dev.keepmum.settings.SettingsFiles;
import dev.keepmum.settings.SettingsKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The files that decide whether and how calls are judged here: the settings a client would load,
 * keepmum's configuration, its program, and the check before commits.
 */
final class GuardedFiles {

  /** What an agent's folder has of it, and what a project has. */
  private static final String[] IN_FOLDERS = {
    "settings.json",
    "settings.local.json",
    ".claude/settings.json",
    ".claude/settings.local.json",
    ".mcp.json",
    ".keepmum.json"
  };

  private static final String PRE_COMMIT = "/.git/hooks/pre-commit";
  private static final int MAX_SCRIPT = 1 << 16;

  private final Host host;
  private final List<String> projects = new ArrayList<>();
  private InstalledProgram program;
  private List<String> plugins;

  /**
   * @param directory the folder of the call; the project's own is asked from the host
   */
  GuardedFiles(Host host, String directory) {
    this.host = host;
    projects.add(directory);
    String project = host.variable("CLAUDE_PROJECT_DIR").orElse("");
    if (project.startsWith("/") && !project.equals(directory)) {
      projects.add(project);
    }
  }

  /** The path without links, of which the last names need not exist. */
  String real(String path) {
    Optional<String> real = host.realPath(path);
    String missing = "";
    String above = path;
    while (real.isEmpty() && above.length() > 1) {
      missing = "/".concat(PathNames.base(above)).concat(missing);
      above = PathNames.parent(above);
      real = host.realPath(above);
    }
    String folder = real.orElse("/");
    return folder.equals("/") ? missing.isEmpty() ? "/" : missing : folder.concat(missing);
  }

  /** The path without links on the way; its last name may be one, which can be removed itself. */
  String place(String path) {
    String folder = real(PathNames.parent(path));
    return (folder.equals("/") ? "" : folder).concat("/").concat(PathNames.base(path));
  }

  /** Whether no settings file registers a guard. */
  boolean hasNoProgram() {
    return program().isMissing();
  }

  /** What a file is guarded as; empty for all others. */
  Optional<SettingsKind> kind(String path) {
    Optional<SettingsKind> kind = named(path);
    if (kind.isPresent()) {
      return kind;
    }
    Optional<SettingsKind> linked = linked(path);
    if (linked.isPresent()) {
      return linked;
    }
    boolean mayBeProgram = path.contains("keepmum") || path.contains("/target/");
    boolean own =
        mayBeProgram && program().contains(path) || isPreCommit(path) || isPluginList(path);
    return own ? Optional.of(SettingsKind.KEEPMUM_PROGRAM) : Optional.empty();
  }

  /** By its name: below where programs look for the user's files, and below the account's home. */
  private Optional<SettingsKind> named(String path) {
    Optional<SettingsKind> kind = SettingsFiles.kind(path, host.home());
    String account = host.accountHome();
    return kind.isPresent() || account.isEmpty() || account.equals(host.home())
        ? kind
        : SettingsFiles.kind(path, account);
  }

  /** Settings that a link leads to may stand under any folder. */
  private Optional<SettingsKind> linked(String path) {
    switch (PathNames.base(path)) {
      case "settings.json":
      case "settings.local.json":
      case "managed-settings.json":
        return settings().contains(path)
            ? Optional.of(SettingsKind.CLAUDE_SETTINGS)
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  /** Whether a folder holds settings or the program, and little else. */
  boolean isFolder(String path) {
    if (named(path).isPresent()) {
      return true;
    }
    boolean mayBeProgram =
        path.contains("/hooks") || path.contains("/bin") || path.contains("/target");
    return mayBeProgram && program().isFolder(path);
  }

  /** The guarded files that lie below a folder, or would if they existed. */
  List<String> below(String folder) {
    String prefix = folder.equals("/") ? "/" : folder.concat("/");
    List<String> below = new ArrayList<>();
    for (String name : IN_FOLDERS) {
      String file = prefix.concat(name);
      if (named(file).isPresent()) {
        below.add(file);
      }
    }
    for (String file : loadedBelow(folder)) {
      if (!below.contains(file)) {
        below.add(file);
      }
    }
    for (String project : projects) {
      String hook = project.concat(PRE_COMMIT);
      if (hook.startsWith(prefix) && isPreCommit(hook)) {
        below.add(hook);
      }
    }
    below.addAll(program().below(folder));
    return below;
  }

  /** The files in force that are looked for below a folder, or through a link of that name. */
  List<String> loadedBelow(String folder) {
    String prefix = folder.equals("/") ? "/" : folder.concat("/");
    List<String> below = new ArrayList<>();
    for (String file : inForce()) {
      if (file.startsWith(prefix)) {
        below.add(file);
      }
    }
    return below;
  }

  /** The script that git runs before commits, if it runs keepmum. */
  private boolean isPreCommit(String path) {
    if (!path.endsWith(PRE_COMMIT)) {
      return false;
    }
    Optional<byte[]> script = host.readPrefix(path, MAX_SCRIPT);
    return script.isPresent()
        && new String(script.get(), StandardCharsets.UTF_8).contains("keepmum");
  }

  /** The client's list of plugins, if the guard is one of them. */
  private boolean isPluginList(String path) {
    return path.endsWith("/installed_plugins.json")
        && path.equals(InstalledPlugins.list(host))
        && !plugins().isEmpty();
  }

  private List<String> plugins() {
    if (plugins == null) {
      plugins = InstalledPlugins.folders(host);
    }
    return plugins;
  }

  private InstalledProgram program() {
    if (program == null) {
      program = InstalledProgram.registered(host, settings(), plugins());
    }
    return program;
  }

  private List<String> inForce() {
    List<String> files = settings();
    files.add(host.home().concat("/.claude.json"));
    files.add("/etc/keepmum/config.json");
    files.add(host.home().concat("/.config/keepmum/config.json"));
    if (!host.accountHome().equals(host.home())) {
      files.add(host.accountHome().concat("/.config/keepmum/config.json"));
    }
    for (String folder : plugins()) {
      files.add(InstalledPlugins.list(host));
      files.add(folder.concat("/hooks/hooks.json"));
      files.add(folder.concat("/.claude-plugin/plugin.json"));
    }
    for (String project : projects) {
      files.add(project.concat("/.mcp.json"));
      files.add(project.concat("/.keepmum.json"));
    }
    return files;
  }

  /** The settings files that a client would load, links followed. */
  private List<String> settings() {
    List<String> files = new ArrayList<>();
    add("/etc/claude-code/managed-settings.json", files);
    add("/Library/Application Support/ClaudeCode/managed-settings.json", files);
    add(host.home().concat("/.claude/settings.json"), files);
    for (String project : projects) {
      add(project.concat("/.claude/settings.json"), files);
      add(project.concat("/.claude/settings.local.json"), files);
    }
    return files;
  }

  private void add(String file, List<String> files) {
    files.add(file);
    String real = real(file);
    if (!real.equals(file)) {
      files.add(real);
    }
  }
}
