package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.HookEvent;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.policy.Decision;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client gets for the events around tool calls, in the world of the case files. */
class EventAnswersTest {
  private static final String CANARY = "CNRYFILE7f3a";
  private static final Path CASES = Path.of("src/test/resources/dev/keepmum/cases");

  private EventAnswers answers;

  @BeforeEach
  void readTheWorld() throws IOException {
    try (InputStream json = getClass().getResourceAsStream("/dev/keepmum/cases/fixture.json")) {
      answers = new EventAnswers(RuleBooks.standard(), FixtureHost.read(json));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prompt-output.jsonl", "events.jsonl"})
  void theCasesComeOutAsTheirLinesSay(String file) throws Exception {
    for (PolicyCase one : PolicyCase.read(CASES.resolve(file))) {
      EventAnswer answer = answers.answer(one.hookEvent("/home/dev/app"));

      assertThat(one.accepts(answer.verdict()))
          .as("%s (%s): %s", one.id(), one.why(), answer.verdict())
          .isTrue();
      assertThat(answer.verdict().reason()).doesNotContain("CNRY");
      assertThat(written(answer)).as(one.id()).doesNotContain("CNRY");
    }
  }

  @Test
  void aRefusedPromptIsNotQuoted() throws Exception {
    String reply = answer("UserPromptSubmit", "\"prompt\":\"see @.env\"");

    assertThat(reply)
        .startsWith("{\"decision\":\"block\",\"reason\":\"keepmum: .env would be shown")
        .endsWith("\"suppressOriginalPrompt\":true}}\n");
  }

  @Test
  void anOutputIsReplacedInItsShape() throws Exception {
    assertThat(
            answer(
                "PostToolUse",
                "\"tool_response\":{\"stdout\":\"A=" + CANARY + "\",\"n\":1.50,\"x\":null}"))
        .startsWith(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"updatedToolOutput\":"
                + "{\"stdout\":\"A=‹keepmum:")
        .contains("›\",\"n\":1.50,\"x\":null},\"additionalContext\":\"keepmum: ‹");
  }

  @Test
  void whatCannotBeReplacedIsToldWithItsRunbook() throws Exception {
    String failure = answer("PostToolUseFailure", "\"error\":\"Exit code 1\\nA=" + CANARY + "\"");

    assertThat(failure)
        .startsWith("{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUseFailure\",")
        .contains("exposed", "rotate it: ")
        .doesNotContain("updatedToolOutput", CANARY);
    assertThat(answer("PostToolUseFailure", "\"error\":\"Exit code 1\"")).isEqualTo("{}\n");
  }

  @Test
  void aConversationBeginsWithAWord() throws Exception {
    assertThat(answer("SessionStart", "\"source\":\"startup\""))
        .contains("\"hookEventName\":\"SessionStart\"", "`cut -d= -f1 .env`")
        .hasSizeLessThan(400);
    assertThat(answer("SessionStart", "\"source\":\"resume\"")).isEqualTo("{}\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop",
        "SubagentStop",
        "SessionEnd",
        "PostToolBatch",
        "PermissionRequest",
        "Unheard"
      })
  void otherEventsGetNoOpinion(String name) throws Exception {
    assertThat(answer(name, "\"tool_response\":\"" + CANARY + "\"")).isEqualTo("{}\n");
  }

  @Test
  void whatWasReplacedIsToldWithoutTheValue() throws Exception {
    EventAnswer answer =
        answers.answer(event("PostToolUse", "\"tool_response\":\"" + CANARY + "\""));

    assertThat(answer.verdict().decision()).isEqualTo(Decision.REDACT);
    assertThat(VerdictText.json(answer))
        .startsWith("{\"decision\":\"redact\",\"rule\":\"layer")
        .contains("\"redacted\":[{\"rule\":\"", "\"place\":\"1:1\",\"placeholder\":\"‹keepmum:")
        .doesNotContain(CANARY);
  }

  private String answer(String name, String fields) throws Exception {
    return written(answers.answer(event(name, fields)));
  }

  private static HookEvent event(String name, String fields) throws Exception {
    String json = "{\"hook_event_name\":\"" + name + "\",\"cwd\":\"/home/dev/app\"," + fields + "}";
    return HookEvent.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static String written(EventAnswer answer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    answer.reply().write(out, new ByteArrayOutputStream());
    return out.toString(StandardCharsets.UTF_8);
  }
}
