package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.host.FixtureHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsSearchTest {

  private static final String FILES =
      """
      {
        "home": "/home/dev",
        "cwd": "/home/dev/app/sub",
        "env": {%s},
        "files": {
          "/home/dev/.claude/settings.json": "{}",
          "/home/dev/.claude/agents/mine.md": "",
          "/home/dev/other/settings.json": "{}",
          "/home/dev/app/.git/": "",
          "/home/dev/app/.claude/settings.json": "{}",
          "/home/dev/app/.claude/settings.local.json": "{}",
          "/home/dev/app/.mcp.json": "{}",
          "/home/dev/app/sub/.claude/settings.json": "{}",
          "/home/dev/app/sub/.claude/skills/x/SKILL.md": "",
          "/home/dev/app/sub/.claude/notes.md": "",
          "/etc/claude-code/managed-settings.json": "{}",
          "/etc/claude-code/managed-settings.d/10-team.json": "{}"
        }
      }
      """;

  @Test
  void findsWhatAClientLoadsInAFolderTheWeakestFirst() throws IOException {
    assertThat(shown(search("").loadedIn("/home/dev/app/sub")))
        .containsExactly(
            "USER CLAUDE_SETTINGS /home/dev/.claude/settings.json",
            "PROJECT CLAUDE_SETTINGS /home/dev/app/sub/.claude/settings.json",
            "LOCAL CLAUDE_SETTINGS /home/dev/app/.claude/settings.local.json",
            "MANAGED CLAUDE_SETTINGS /etc/claude-code/managed-settings.json",
            "MANAGED CLAUDE_SETTINGS /etc/claude-code/managed-settings.d/10-team.json",
            "PROJECT MCP_SERVERS /home/dev/app/.mcp.json",
            "USER AGENT /home/dev/.claude/agents/mine.md",
            "PROJECT AGENT /home/dev/app/sub/.claude/skills/x/SKILL.md");
  }

  @Test
  void takesTheUsersFolderFromTheEnvironment() throws IOException {
    assertThat(
            shown(search("\"CLAUDE_CONFIG_DIR\": \"/home/dev/other\"").loadedIn("/home/dev/app")))
        .startsWith("USER CLAUDE_SETTINGS /home/dev/other/settings.json");
  }

  @Test
  void findsAllSettingsOfATree() throws IOException {
    assertThat(shown(search("").below("/home/dev/app")))
        .containsExactly(
            "PROJECT CLAUDE_SETTINGS /home/dev/app/.claude/settings.json",
            "LOCAL CLAUDE_SETTINGS /home/dev/app/.claude/settings.local.json",
            "PROJECT MCP_SERVERS /home/dev/app/.mcp.json",
            "PROJECT CLAUDE_SETTINGS /home/dev/app/sub/.claude/settings.json",
            "PROJECT AGENT /home/dev/app/sub/.claude/skills/x/SKILL.md");
  }

  private static SettingsSearch search(String environment) throws IOException {
    return new SettingsSearch(
        FixtureHost.read(
            new ByteArrayInputStream(
                FILES.formatted(environment).getBytes(StandardCharsets.UTF_8))));
  }

  private static List<String> shown(List<SettingsSearch.Found> found) {
    List<String> shown = new ArrayList<>();
    for (SettingsSearch.Found one : found) {
      shown.add(one.scope() + " " + one.kind() + " " + one.path());
    }
    return shown;
  }
}
