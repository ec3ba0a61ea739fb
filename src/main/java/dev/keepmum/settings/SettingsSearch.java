package dev.keepmum.settings;

import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds files of settings: those that Claude Code 2.1.330 would load in a folder, those of a tree,
 * and what a file of any name is.
 */
public final class SettingsSearch {

  /** Larger files are none of settings. */
  public static final int LARGEST = 1 << 20;

  private static final int MOST_NAMES = 200_000;
  private static final int DEEPEST = 40;
  private static final int MOST_IN_FOLDER = 20_000;

  private static final String[] MANAGED = {
    "/etc/claude-code", "/Library/Application Support/ClaudeCode", "C:/Program Files/ClaudeCode"
  };

  /**
   * A file of settings.
   *
   * @param path absolute
   */
  public record Found(String path, SettingsKind kind, Scope scope) {}

  private final Host host;
  private final String userFolder;
  private int names;

  /** A search on a machine. */
  public SettingsSearch(Host host) {
    this.host = host;
    this.userFolder = host.variable("CLAUDE_CONFIG_DIR").orElse(host.home() + "/.claude");
  }

  /** Where the user's own settings are, whether they exist or not. */
  public String userSettings() {
    return userFolder + "/settings.json";
  }

  /**
   * What a client that is started in a folder loads, the weakest first: the user's settings, the
   * project's, its local ones, managed ones; servers of this folder and those above; agents, skills
   * and commands.
   */
  public List<Found> loadedIn(String folder) {
    List<Found> found = new ArrayList<>();
    add(userSettings(), SettingsKind.CLAUDE_SETTINGS, Scope.USER, found);
    String settings = folder + "/.claude";
    if (!settings.equals(userFolder)) {
      add(settings + "/settings.json", SettingsKind.CLAUDE_SETTINGS, Scope.PROJECT, found);
    }
    add(settings + "/settings.local.json", SettingsKind.CLAUDE_SETTINGS, Scope.LOCAL, found);
    String root = gitRoot(folder);
    if (!root.equals(folder)) {
      add(root + "/.claude/settings.local.json", SettingsKind.CLAUDE_SETTINGS, Scope.LOCAL, found);
    }
    for (String managed : MANAGED) {
      managed(managed, found);
    }
    for (String above = folder; !above.isEmpty(); above = parent(above)) {
      add(above + "/.mcp.json", SettingsKind.MCP_SERVERS, Scope.PROJECT, found);
    }
    agents(userFolder, found);
    if (!settings.equals(userFolder)) {
      agents(settings, found);
    }
    return found;
  }

  private void managed(String folder, List<Found> found) {
    add(folder + "/managed-settings.json", SettingsKind.CLAUDE_SETTINGS, Scope.MANAGED, found);
    for (String name : sorted(folder + "/managed-settings.d")) {
      if (name.endsWith(".json")) {
        add(
            folder + "/managed-settings.d/" + name,
            SettingsKind.CLAUDE_SETTINGS,
            Scope.MANAGED,
            found);
      }
    }
    add(folder + "/managed-mcp.json", SettingsKind.MCP_SERVERS, Scope.MANAGED, found);
  }

  private void agents(String folder, List<Found> found) {
    for (String part : List.of("agents", "skills", "commands")) {
      walk(folder + '/' + part, 0, new HashSet<>(), found);
    }
  }

  private void add(String path, SettingsKind kind, Scope scope, List<Found> found) {
    if (host.status(path).isRegular()) {
      found.add(new Found(path, kind, scope));
    }
  }

  private String gitRoot(String folder) {
    for (String above = folder; !above.isEmpty(); above = parent(above)) {
      if (host.status(above + "/.git").exists()) {
        return above;
      }
    }
    return folder;
  }

  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash <= 0 ? "" : path.substring(0, slash);
  }

  /** All files of settings in a tree, by path. Looks at no more than 200,000 names. */
  public List<Found> below(String folder) {
    List<Found> found = new ArrayList<>();
    names = 0;
    walk(folder, 0, new HashSet<>(), found);
    return found;
  }

  private void walk(String folder, int depth, Set<String> seen, List<Found> found) {
    FileStatus status = host.status(folder);
    boolean isNew = status.fileKey().isEmpty() || seen.add(status.fileKey());
    if (!status.isDirectory() || !isNew || depth > DEEPEST) {
      return;
    }
    for (String name : sorted(folder)) {
      names++;
      if (names > MOST_NAMES) {
        return;
      }
      String path = folder + '/' + name;
      Optional<Found> known = ofName(path);
      if (known.isPresent() && host.status(path).isRegular()) {
        found.add(known.get());
      } else if (!name.equals(".git") && !name.equals("node_modules") && mayBeFolder(path)) {
        walk(path, depth + 1, seen, found);
      }
    }
  }

  private boolean mayBeFolder(String path) {
    return host.status(path).isDirectory();
  }

  private List<String> sorted(String folder) {
    List<String> sorted = new ArrayList<>(host.list(folder, MOST_IN_FOLDER));
    Collections.sort(sorted);
    return sorted;
  }

  /** What a file is by its path; empty for one that the client does not look at by itself. */
  private Optional<Found> ofName(String path) {
    Scope scope = path.startsWith(userFolder + '/') ? Scope.USER : Scope.PROJECT;
    String name = path.substring(path.lastIndexOf('/') + 1);
    boolean isIn = path.endsWith("/.claude/" + name) || path.equals(userFolder + '/' + name);
    boolean isManaged =
        name.equals("managed-settings.json") || path.endsWith("/managed-settings.d/" + name);
    if (isManaged && name.endsWith(".json")) {
      return Optional.of(new Found(path, SettingsKind.CLAUDE_SETTINGS, Scope.MANAGED));
    }
    if (isIn && name.equals("settings.json")) {
      return Optional.of(new Found(path, SettingsKind.CLAUDE_SETTINGS, scope));
    }
    if (isIn && name.equals("settings.local.json")) {
      return Optional.of(new Found(path, SettingsKind.CLAUDE_SETTINGS, Scope.LOCAL));
    }
    if (name.equals(".mcp.json") || name.equals("managed-mcp.json")) {
      return Optional.of(
          new Found(
              path,
              SettingsKind.MCP_SERVERS,
              name.equals(".mcp.json") ? Scope.PROJECT : Scope.MANAGED));
    }
    if (path.endsWith("/hooks/hooks.json") || path.endsWith("/.claude-plugin/plugin.json")) {
      return Optional.of(new Found(path, SettingsKind.PLUGIN, scope));
    }
    return isAgent(path, name)
        ? Optional.of(new Found(path, SettingsKind.AGENT, scope))
        : Optional.empty();
  }

  private boolean isAgent(String path, String name) {
    boolean isInClaude =
        path.contains("/.claude/agents/")
            || path.contains("/.claude/commands/")
            || path.startsWith(userFolder + "/agents/")
            || path.startsWith(userFolder + "/commands/");
    return name.endsWith(".md") && isInClaude || name.equals("SKILL.md");
  }

  /** What a file that somebody names is: by its path, else by what it holds. */
  public Found named(String path, String text) {
    Optional<Found> known = ofName(path);
    if (known.isPresent()) {
      return known.get();
    }
    if (path.equals(host.home() + "/.claude.json")) {
      return new Found(path, SettingsKind.CLIENT_STATE, Scope.USER);
    }
    if (path.endsWith(".md")) {
      return new Found(path, SettingsKind.AGENT, Scope.PROJECT);
    }
    boolean isServers = text.contains("\"mcpServers\"") && !text.contains("\"hooks\"");
    return new Found(
        path,
        isServers ? SettingsKind.MCP_SERVERS : SettingsKind.CLAUDE_SETTINGS,
        Scope.COMMAND_LINE);
  }

  /** The text of a file; empty where it cannot be read or is larger than {@link #LARGEST}. */
  public Optional<String> text(String path) {
    FileStatus status = host.status(path);
    if (!status.isRegular() || status.size() > LARGEST) {
      return Optional.empty();
    }
    Optional<byte[]> bytes = host.readPrefix(path, LARGEST);
    return bytes.isPresent()
        ? Optional.of(new String(bytes.get(), StandardCharsets.UTF_8))
        : Optional.empty();
  }
}
