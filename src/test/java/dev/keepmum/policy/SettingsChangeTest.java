package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonText;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes that stand on disk already, beside the user's settings that register the guard. */
class SettingsChangeTest {
  private static final String GUARD =
      "{\"hooks\":{\"PreToolUse\":[{\"matcher\":\"*\",\"hooks\":[{\"type\":\"command\","
          + "\"command\":\"/opt/keepmum/hooks/keepmum\",\"args\":[\"hook\"],\"timeout\":20,"
          + "\"onFailure\":\"block\"}]}]}}";
  private static final String USER = "/home/dev/.claude/settings.json";
  private static final String LOCAL = "/home/dev/app/.claude/settings.local.json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"model\":\"opus\"}                                   | pass",
        "{\"permissions\":{\"allow\":[\"Bash(npm test)\"]}}   | pass",
        "{\"disableAllHooks\":true}                               | deny",
        "{\"env\":{\"LD_PRELOAD\":\"/tmp/x.so\"}}             | deny",
        "{\"model\":                                              | deny",
      })
  void aFileBesideTheGuard(String text, String decision) throws IOException {
    assertThat(judge(GUARD, LOCAL, text).decision().word()).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource({"'', deny", "{}, deny", "{\"model\":\"opus\"}, deny"})
  void theFileThatHeldTheGuard(String text, String decision) throws IOException {
    Verdict verdict = judge(text, USER, text);

    assertThat(verdict.decision().word()).isEqualTo(decision);
    assertThat(verdict.reason()).contains("no settings file registers the guard");
  }

  @ParameterizedTest
  @CsvSource({"/home/dev/app/README.md", "/home/dev/.claude/skills/a/SKILL.md"})
  void anotherFile(String file) throws IOException {
    assertThat(judge(GUARD, file, "nonsense")).isEqualTo(Verdict.PASS);
  }

  private static Verdict judge(String user, String changed, String text) throws IOException {
    String files =
        JsonText.quoted(USER)
            + ":"
            + JsonText.quoted(user)
            + ","
            + JsonText.quoted(changed)
            + ":"
            + JsonText.quoted(text);
    String machine =
        "{\"home\":\"/home/dev\",\"cwd\":\"/home/dev/app\",\"env\":{},\"files\":{" + files + "}}";
    FixtureHost host =
        FixtureHost.read(new ByteArrayInputStream(machine.getBytes(StandardCharsets.UTF_8)));
    return new Judge(RuleBooks.standard(), host).judgeSettings(changed, host.cwd());
  }
}
