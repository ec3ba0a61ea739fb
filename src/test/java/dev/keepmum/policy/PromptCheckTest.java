package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptCheckTest {
  private static final String HOLDS =
      "{\"home\":\"/home/dev\",\"cwd\":\"/home/dev/app\",\"env\":{},\"files\":{";

  @ParameterizedTest
  @CsvSource({
    "@.env, layer3/dotenv",
    "@\"My .env\", layer3/dotenv",
    "@notes.txt, layer3/dotenv",
    "@../app/.env.local, layer3/dotenv",
    "@~/.aws/credentials, layer3/aws",
    "@.env.example, ''",
    "@src/app.ts, ''",
    "@src, ''",
    "@credentials/, ''",
    "@types/node and @babel/core, ''",
    "ask dev@example.com about .env, ''",
  })
  void looksAtWhatIsMentioned(String prompt, String rule) {
    Verdict verdict = World.judgePrompt(prompt);

    assertThat(verdict.rule()).isEqualTo(rule);
    assertThat(verdict.reason()).doesNotContain("CNRY").hasSizeLessThan(400);
  }

  @Test
  void saysWhatToDoInstead() {
    assertThat(World.judgePrompt("fix @.env").reason())
        .contains("`cut -d= -f1 .env` lists the names", "not sent", "without the @");
  }

  @Test
  void looksIntoMentionedFilesThatNobodyProtects() throws IOException {
    String key = "AKIA" + "Q3EGRZT7XKPL5MNB";
    String machine = HOLDS + "\"/home/dev/app/a.ts\":\"const k = '" + key + "'\"}}";

    Verdict verdict = judge(machine, "why does @a.ts fail?");

    assertThat(verdict.decision()).isEqualTo(Decision.DENY);
    assertThat(verdict.reason()).contains("a.ts").doesNotContain(key);
  }

  @ParameterizedTest
  @CsvSource({
    "/home/dev/app/CLAUDE.md,         read @.env first,          deny",
    "/home/dev/app/.claude/CLAUDE.md, read @../.env,             deny",
    "/home/dev/CLAUDE.md,             read @app/.env,            deny",
    "/home/dev/.claude/CLAUDE.md,     read @~/app/.env,          deny",
    "/home/dev/app/CLAUDE.md,         import @docs/a.md,         deny",
    "/home/dev/app/CLAUDE.md,         never read `@.env`,        pass",
    "/home/dev/app/CLAUDE.md,         '```\\n@.env\\n```\\n',    pass",
    "/home/dev/app/CLAUDE.md,         like @.env.example,        pass",
    "/home/dev/other/CLAUDE.md,       read @../app/.env,         pass",
  })
  void looksAtWhatTheInstructionsImport(String file, String text, String decision)
      throws IOException {
    String machine =
        HOLDS
            + "\"/home/dev/app/.env\":\"SECRET=CNRYFILE7f3a\",\"/home/dev/app/docs/a.md\":\"@../.env\",\""
            + file
            + "\":\""
            + text
            + "\"}}";

    assertThat(judge(machine, "hello").decision().word()).isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/show      | commands/show.md       | the value: !`cat .env`           | deny",
        "/show .env | commands/show.md       | the value: !`cat $ARGUMENTS`     | deny",
        "/show      | commands/show.md       | ```!\\ncat .env\\n```        | deny",
        "/show it   | commands/show.md       | explain @.env now                | deny",
        "/ops:show  | commands/ops/show.md   | the value: !`cat .env`           | deny",
        "/show      | skills/show/SKILL.md   | the value: !`cat .env`           | deny",
        "/show      | commands/show.md       | the names: !`cut -d= -f1 .env`   | pass",
        "/show      | commands/show.md       | never `cat .env`                 | pass",
        "/show      | commands/other.md      | the value: !`cat .env`           | pass",
        "/show/this | commands/show/this.md  | the value: !`cat .env`           | pass",
        "show       | commands/show.md       | the value: !`cat .env`           | pass",
      })
  void looksAtWhatASlashCommandRuns(String prompt, String file, String text, String decision)
      throws IOException {
    for (String folder : new String[] {"/home/dev/app/.claude/", "/home/dev/.claude/"}) {
      String machine =
          HOLDS
              + "\"/home/dev/app/.env\":\"SECRET=CNRYFILE7f3a\",\""
              + folder
              + file
              + "\":\""
              + text
              + "\"}}";

      assertThat(judge(machine, prompt).decision().word()).isEqualTo(decision);
    }
  }

  @ParameterizedTest
  @CsvSource({"show, deny", "plugin:show, deny", "names, pass", "../../show, pass", "'', pass"})
  void looksAtWhatASkillRuns(String skill, String decision) throws Exception {
    String machine =
        HOLDS
            + "\"/home/dev/app/.claude/skills/show/SKILL.md\":\"!`cat .env`\","
            + "\"/home/dev/app/.claude/skills/names/SKILL.md\":\"!`cut -d= -f1 .env`\"}}";
    JsonObject input = (JsonObject) JsonReader.read("{\"skill\":\"" + skill + "\"}");

    assertThat(judge(machine).judge("Skill", input, "/home/dev/app").decision().word())
        .isEqualTo(decision);
  }

  private static Verdict judge(String machine, String prompt) throws IOException {
    return judge(machine).judgePrompt(prompt, "/home/dev/app");
  }

  private static Judge judge(String machine) throws IOException {
    return new Judge(
        RuleBooks.standard(),
        FixtureHost.read(new ByteArrayInputStream(machine.getBytes(StandardCharsets.UTF_8))));
  }
}
