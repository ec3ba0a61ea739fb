package dev.keepmum.settings;

import java.util.Locale;
import java.util.Optional;

/** Knows by their paths the files that {@link SettingsKind} tells apart. */
public final class SettingsFiles {

  private static final String[] MANAGED_FOLDERS = {
    "/etc/claude-code/",
    "/library/application support/claudecode/",
    "c:/programdata/claudecode/",
    "c:/program files/claudecode/"
  };

  private static final String[] PROGRAM_PREFIXES = {"/opt/", "/usr/", "/nix/store/"};

  private static final String[] PROGRAM_FOLDERS = {
    "/.local/bin/",
    "/.local/lib/",
    "/.local/share/",
    "/.local/state/",
    "/.cache/",
    "/.claude/plugins/",
    "/library/caches/",
    "/library/application support/",
    "/appdata/local/"
  };

  private SettingsFiles() {}

  /**
   * What a path is guarded as; empty for all other files. The folders that hold settings are
   * guarded like them, for they can be removed or replaced whole. Where keepmum stands on this
   * machine in another place than usual is for the caller to compare. Case counts for nothing,
   * since many file systems do not tell it apart.
   *
   * @param path absolute, without dots and, where it exists, without links
   * @param home the user's home
   */
  public static Optional<SettingsKind> kind(String path, String home) {
    String file = folded(path);
    String user = folded(home);
    if (isKeepmumConfiguration(file, user)) {
      return Optional.of(SettingsKind.KEEPMUM_CONFIGURATION);
    }
    if (isKeepmumProgram(file, user)) {
      return Optional.of(SettingsKind.KEEPMUM_PROGRAM);
    }
    if (file.endsWith("/.claude/settings.json")
        || file.endsWith("/.claude/settings.local.json")
        || file.endsWith("/.claude")
        || startsWithAny(file + "/", MANAGED_FOLDERS)) {
      return Optional.of(SettingsKind.CLAUDE_SETTINGS);
    }
    if (file.endsWith("/.mcp.json")) {
      return Optional.of(SettingsKind.MCP_SERVERS);
    }
    if (file.equals(user + "/.claude.json")) {
      return Optional.of(SettingsKind.CLIENT_STATE);
    }
    boolean installed = file.startsWith(user + "/.claude/plugins/");
    if (installed
        && (file.endsWith("/hooks/hooks.json") || file.endsWith("/.claude-plugin/plugin.json"))) {
      return Optional.of(SettingsKind.PLUGIN);
    }
    return Optional.empty();
  }

  private static boolean isKeepmumConfiguration(String file, String home) {
    return file.endsWith("/.keepmum.json")
        || file.endsWith("/.keepmum-baseline.json")
        || isAtOrBelow(file, "/etc/keepmum")
        || isAtOrBelow(file, home + "/.config/keepmum");
  }

  /** A name of ours where programs, libraries and caches are put, not a project of that name. */
  private static boolean isKeepmumProgram(String file, String home) {
    return isNamedKeepmum(file)
        && (startsWithAny(file, PROGRAM_PREFIXES)
            || file.startsWith(home)
                && startsWithAny(file.substring(home.length()), PROGRAM_FOLDERS));
  }

  private static boolean isNamedKeepmum(String file) {
    return (file + "/").contains("/keepmum/")
        || file.substring(file.lastIndexOf('/') + 1).startsWith("keepmum");
  }

  private static boolean isAtOrBelow(String file, String folder) {
    return file.equals(folder) || file.startsWith(folder + "/");
  }

  private static boolean startsWithAny(String file, String[] folders) {
    for (String folder : folders) {
      if (file.startsWith(folder)) {
        return true;
      }
    }
    return false;
  }

  private static String folded(String path) {
    return path.replace('\\', '/').toLowerCase(Locale.ROOT);
  }
}
