package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFilesTest {

  @ParameterizedTest
  @CsvSource({
    "/home/dev/.claude/settings.json, CLAUDE_SETTINGS",
    "/home/dev/app/.claude/settings.json, CLAUDE_SETTINGS",
    "/home/dev/app/.claude/settings.local.json, CLAUDE_SETTINGS",
    "/home/dev/app/.Claude/Settings.JSON, CLAUDE_SETTINGS",
    "/home/dev/app/.claude, CLAUDE_SETTINGS",
    "C:\\Users\\dev\\.claude\\settings.json, CLAUDE_SETTINGS",
    "/etc/claude-code/managed-settings.json, CLAUDE_SETTINGS",
    "/etc/claude-code, CLAUDE_SETTINGS",
    "/Library/Application Support/ClaudeCode/managed-settings.json, CLAUDE_SETTINGS",
    "/home/dev/app/.mcp.json, MCP_SERVERS",
    "/home/dev/.claude.json, CLIENT_STATE",
    "/home/dev/.claude/plugins/cache/m/tool/0.1.0/hooks/hooks.json, PLUGIN",
    "/home/dev/.claude/plugins/cache/m/tool/.claude-plugin/plugin.json, PLUGIN",
    "/etc/keepmum/config.json, KEEPMUM_CONFIGURATION",
    "/home/dev/.config/keepmum/config.json, KEEPMUM_CONFIGURATION",
    "/home/dev/.config/keepmum, KEEPMUM_CONFIGURATION",
    "/home/dev/app/.keepmum.json, KEEPMUM_CONFIGURATION",
    "/opt/keepmum/hooks/keepmum, KEEPMUM_PROGRAM",
    "/usr/local/bin/keepmum, KEEPMUM_PROGRAM",
    "/opt/homebrew/Cellar/keepmum/0.1.0/bin/keepmum, KEEPMUM_PROGRAM",
    "/home/dev/.local/share/keepmum/keepmum-0.1.0.jar, KEEPMUM_PROGRAM",
    "/home/dev/.cache/keepmum/keepmum.jsa, KEEPMUM_PROGRAM",
    "/home/dev/.claude/plugins/cache/m/keepmum/0.1.0/hooks/hooks.json, KEEPMUM_PROGRAM",
  })
  void knowsTheFilesThatDecideAboutTheGuard(String path, SettingsKind kind) {
    assertThat(SettingsFiles.kind(path, "/home/dev")).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/home/dev/app/settings.json",
        "/home/dev/app/.vscode/settings.json",
        "/home/dev/app/.claude/settings.json.md",
        "/home/dev/app/.claude/agents/a.md",
        "/home/dev/app/.claude.json",
        "/home/dev/app/mcp.json",
        "/home/dev/app/hooks/pre-commit",
        "/home/dev/app/plugin.json",
        "/home/dev/plugin/hooks/hooks.json",
        "/home/dev/plugin/.claude-plugin/plugin.json",
        "/home/dev/keepmum/src/main/java/Main.java",
        "/home/dev/.config/keepmumble/config.json",
        "/etc/keepmumble",
        "/opt/other/keep",
        "/home/other/.config/keepmum/config.json",
        "",
      })
  void leavesAllOthersAlone(String path) {
    assertThat(SettingsFiles.kind(path, "/home/dev")).isEmpty();
  }
}
