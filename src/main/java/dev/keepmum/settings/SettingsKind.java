package dev.keepmum.settings;

/** The files that decide whether and how an agent's calls are guarded. */
public enum SettingsKind {
  /** Claude Code's settings of a user, a project or an organisation. */
  CLAUDE_SETTINGS,
  /** {@code .mcp.json}: programs that the client starts. */
  MCP_SERVERS,
  /** {@code ~/.claude.json}: the client's own state, with trust decisions and servers. */
  CLIENT_STATE,
  /** Hooks that a plugin brings. */
  PLUGIN,
  /** The front matter of an agent, a skill or a command. */
  AGENT,
  /** What keepmum is told to do. */
  KEEPMUM_CONFIGURATION,
  /** keepmum itself: its program, launcher, libraries and caches. */
  KEEPMUM_PROGRAM
}
