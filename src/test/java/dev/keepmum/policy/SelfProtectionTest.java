package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The agent may use its settings, but not loosen its guard. */
class SelfProtectionTest {

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "echo '{\"disableAllHooks\":true}' > .claude/settings.local.json",
        "jq 'del(.hooks)' .claude/settings.json > t && mv t .claude/settings.json",
        "sed -i 's/PreToolUse/PreToolUseX/' .claude/settings.json",
        "python3 -c \"open('.claude/settings.json','w').write('{}')\"",
        "tee .claude/settings.json <<< '{}'",
        "cp /dev/null .claude/settings.json",
        "rm .claude/settings.json",
        "rm -rf .claude",
        "mv .claude/settings.json /tmp/x",
        "truncate -s 0 .claude/settings.json",
        "cd .claude && echo '{}' > settings.json",
        "ln -sf /dev/null .claude/settings.json",
        "rm /opt/keepmum/hooks/keepmum",
        "chmod -x /opt/keepmum/hooks/keepmum",
        "mv /opt/keepmum /opt/other",
        "echo /tmp/java > /opt/keepmum/hooks/keepmum.jvm",
        "cp src/app.ts /opt/keepmum/target/cache/archive",
        "echo '{}' > ~/.config/keepmum/config.json",
        "echo '{}' > .keepmum.json",
        "keepmum init --user",
        "env -u CLAUDECODE keepmum uninstall",
        "keepmum trust",
        "pkill -f keepmum",
        "claude --dangerously-skip-permissions -p hi",
        "claude -p --dangerously-skip-permissions",
        "CLAUDE_CODE_SHELL_PREFIX=/bin/true claude -p hi",
        "CLAUDE_CONFIG_DIR=/tmp/x claude -p hi",
        "env CLAUDE_CONFIG_DIR=/tmp/x claude -p hi",
        "export CLAUDE_CONFIG_DIR=/tmp/x; claude -p hi",
        "claude -p hi --settings '{\"disableAllHooks\":true}'",
        "npx @anthropic-ai/claude-code --dangerously-skip-permissions",
        "codex exec --dangerously-bypass-approvals-and-sandbox x"
      })
  void aCommandThatLoosensTheGuardIsDenied(String command) throws Exception {
    assertThat(World.judge(command).decision()).isEqualTo(Decision.DENY);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "cat .claude/settings.json",
        "jq .hooks .claude/settings.json",
        "ls -la .claude",
        "cp .claude/settings.json /tmp/backup.json",
        "chmod +x run.sh",
        "rm -rf build",
        "mv src/app.ts src/main.ts",
        "claude --version",
        "claude -p 'explain this repository'",
        "claude mcp list",
        "keepmum check 'cat README.md'",
        "pkill node",
        "vi hooks/keepmum",
        "chmod +x hooks/keepmum",
        "sed -i s/a/b/ src/main/java/dev/keepmum/Main.java"
      })
  void aCommandThatLeavesTheGuardAlonePasses(String command) throws Exception {
    assertThat(World.judge(command)).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest(name = "{1} {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DENY | Write | {\"file_path\":\"/home/dev/app/.claude/settings.local.json\",\"content\":\"{\\\"disableAllHooks\\\":true}\"}",
        "DENY | Write | {\"file_path\":\"/home/dev/app/.claude/settings.json\",\"content\":\"{}\"}",
        "DENY | Write | {\"file_path\":\"/home/dev/app/.claude/settings.json\",\"content\":\"no json\"}",
        "DENY | Edit  | {\"file_path\":\"/home/dev/app/.claude/settings.json\",\"old_string\":\"PreToolUse\",\"new_string\":\"X\"}",
        "DENY | Edit  | {\"file_path\":\"/home/dev/app/.claude/settings.json\",\"old_string\":\"block\",\"new_string\":\"continue\"}",
        "PASS | Edit  | {\"file_path\":\"/home/dev/app/.claude/settings.json\",\"old_string\":\"not there\",\"new_string\":\"X\"}",
        "PASS | Write | {\"file_path\":\"/home/dev/app/.claude/settings.local.json\",\"content\":\"{\\\"model\\\":\\\"opus\\\"}\"}",
        "PASS | Read  | {\"file_path\":\"/home/dev/app/.claude/settings.json\"}"
      })
  void aToolIsJudgedByWhatTheSettingsBecome(Decision expected, String tool, String input)
      throws Exception {
    assertThat(World.judge(tool, input).decision()).isEqualTo(expected);
  }
}
