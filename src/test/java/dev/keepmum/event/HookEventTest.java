package dev.keepmum.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookEventTest {
  private static final String CANARY = "canary7f3a";

  @ParameterizedTest
  @CsvSource({
    "PreToolUse.Bash, PreToolUse, Bash, bypassPermissions, ''",
    "PreToolUse.Bash.subagent, PreToolUse, Bash, bypassPermissions, a5436552252083aaf",
    "PreToolUse.mcp__echo__read_file, PreToolUse, mcp__echo__read_file, bypassPermissions, ''",
    "PreToolUse.PowerShell, PreToolUse, PowerShell, default, ''",
    "PostToolUse.Bash, PostToolUse, Bash, bypassPermissions, a2580d607bb7a70cb",
    "PostToolUse.Read, PostToolUse, Read, default, ''",
    "PostToolUse.mcp__echo__echo, PostToolUse, mcp__echo__echo, default, ''",
    "PostToolUseFailure, PostToolUseFailure, Bash, default, ''",
    "SessionStart, SessionStart, '', '', ''",
    "UserPromptExpansion, UserPromptExpansion, '', default, ''",
    "UserPromptSubmit, UserPromptSubmit, '', bypassPermissions, ''",
    "ConfigChange, ConfigChange, '', '', ''",
    "Stop, Stop, '', bypassPermissions, ''",
  })
  void readsWhatTheClientSends(String recorded, String name, String tool, String mode, String agent)
      throws Exception {
    HookEvent event = recorded(recorded);

    assertThat(event.name()).isEqualTo(name);
    assertThat(event.toolName()).isEqualTo(tool);
    assertThat(event.permissionMode()).isEqualTo(mode);
    assertThat(event.agentId()).isEqualTo(agent);
    assertThat(event.cwd()).startsWith("/home/dev/app");
    assertThat(event.sessionId()).hasSize(36);
  }

  @Test
  void keepsTheInputOfATool() throws Exception {
    JsonObject input = recorded("PreToolUse.Bash").toolInput();

    assertThat(input.members().keySet())
        .containsExactly("command", "timeout", "description", "run_in_background");
    assertThat(input.text("command")).contains("cat .env");
    assertThat(input.get("timeout")).get().extracting("digits").isEqualTo("5000");
    assertThat(input.get("run_in_background")).get().isInstanceOf(JsonBoolean.class);
    assertThat(input.text("timeout")).isEmpty();
  }

  @Test
  void keepsWhatAnEventIsAbout() throws Exception {
    assertThat(recorded("UserPromptSubmit").prompt()).isEqualTo("go");
    assertThat(recorded("ConfigChange").filePath())
        .isEqualTo("/home/dev/app/.claude/settings.local.json");
    assertThat(recorded("PostToolUse.Bash").toolResponse()).get().isInstanceOf(JsonObject.class);
    assertThat(recorded("PostToolUseFailure").error()).isEqualTo("Exit code 1");
    assertThat(recorded("SessionStart").source()).isEqualTo("startup");
    assertThat(recorded("UserPromptExpansion").prompt()).isEqualTo("/foo arg1");
    assertThat(recorded("Stop").toolInput().members()).isEmpty();
  }

  @Test
  void takesTheLastOfTwoMembersAsTheClientDoes() throws Exception {
    HookEvent event = read(call("{\"command\":\"ls\",\"command\":\"cat .env\"}"));

    assertThat(event.toolInput().text("command")).contains("cat .env");
  }

  @Test
  void knowsWhereAValueStands() throws Exception {
    HookEvent event = read(call("{\n  \"a\": [1,\n null]}"));

    JsonArray array = (JsonArray) event.toolInput().get("a").orElseThrow();
    assertThat(event.toolInput().members().get("a").position()).isEqualTo(new Position(2, 3));
    assertThat(array.elements().get(0)).isEqualTo(new JsonNumber("1", new Position(2, 9)));
    assertThat(array.elements().get(1).position()).isEqualTo(new Position(3, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF%s", "%s\n", "\r\n\t %s \n\n"})
  void takesAnEventWhateverSpaceStandsAroundIt(String frame) throws Exception {
    assertThat(read(frame.replace("%s", call("{}"))).toolName()).isEqualTo("Bash");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                            | it is empty",
        "' \n'                                         | it is empty",
        "'{'                                           | not valid JSON",
        "'{\"hook_event_name\":\"PreToolUse\",\"tool'  | not valid JSON",
        "'[]'                                          | it is not a JSON object",
        "'null'                                        | it is not a JSON object",
        "'\"PreToolUse\"'                              | it is not a JSON object",
        "'canary7f3a'                                  | not valid JSON",
        "'{\"canary7f3a\":tru}'                        | not valid JSON",
        "'{\"a\":1,}'                                  | not valid JSON",
        "'{\"a\":1 // c\n}'                            | not valid JSON",
        "'{}{}'                                        | more follows",
        "'{} canary7f3a'                               | more follows",
        "'{\"a\":\"b\nc\"}'                            | not valid JSON",
        "'{\"a\":\"\u0001\"}'                          | not valid JSON",
        "'{\"hook_event_name\":\"Stop\",\"hook_event_name\":\"PreToolUse\"}' | stands twice",
        "'{\"hook_event_name\":\"PreToolUse\",\"a\":1,\"\\u0061\":1}' | stands twice",
        "'{\"a\":NaN}'                                 | not valid JSON",
        "'{\"a\":\"\\ud8\"}'                           | not valid JSON",
        "'{}'                                          | hook_event_name is missing",
        "'{\"hook_event_name\":7}'                     | hook_event_name is not a string",
        "'{\"hook_event_name\":\"\"}'                  | hook_event_name is empty",
      })
  void refusesWhatIsNoEvent(String input, String message) {
    assertThatThrownBy(() -> read(input))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining(CANARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"cwd\":\"/w\",                   | \"nocwd\":1,            | cwd is missing",
        "\"cwd\":\"/w\",                   | \"cwd\":7,              | cwd is not a string",
        "\"cwd\":\"/w\",                   | \"cwd\":\"\",           | cwd is empty",
        "\"tool_name\":\"Bash\",           | ''                      | tool_name is missing",
        "\"tool_name\":\"Bash\",           | \"tool_name\":null,     | tool_name is not a string",
        "\"tool_name\":\"Bash\",           | \"tool_name\":[\"a\"],  | tool_name is not a string",
        "\"tool_input\":{}                 | \"x\":1                 | tool_input is missing",
        "\"tool_input\":{}                 | \"tool_input\":null     | tool_input is not an object",
        "\"tool_input\":{}                 | \"tool_input\":\"ls\"   | tool_input is not an object",
        "\"tool_input\":{}                 | \"tool_input\":[{}]     | tool_input is not an object",
      })
  void refusesAToolCallThatLacksWhatItMustHave(String field, String instead, String message) {
    MalformedEvent error =
        catchThrowableOfType(MalformedEvent.class, () -> read(call("{}").replace(field, instead)));

    assertThat(error).hasMessage("the event's " + message);
    assertThat(error.event()).isEqualTo("PreToolUse");
  }

  @Test
  void refusesAPromptThatIsMissing() {
    assertThatThrownBy(
            () -> read("{\"hook_event_name\":\"UserPromptSubmit\",\"cwd\":\"/w\",\"prompt\":{}}"))
        .hasMessage("the event's prompt is not a string");
  }

  @Test
  void stillKnowsTheNameOfAnEventThatBreaksOff() {
    MalformedEvent error =
        catchThrowableOfType(
            MalformedEvent.class,
            () -> read("{\"hook_event_name\":\"PostToolUse\",\"tool_response\":{\"stdout\":\"a"));

    assertThat(error.event()).isEqualTo("PostToolUse");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x80, 0xC3, 0xFF, 0xFE})
  void refusesBytesThatAreNoText(int stray) {
    byte[] bytes = call("{\"command\":\"@\"}").getBytes(StandardCharsets.ISO_8859_1);
    bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('@')] = (byte) stray;

    assertThatThrownBy(() -> HookEvent.read(new ByteArrayInputStream(bytes)))
        .isInstanceOf(MalformedEvent.class);
  }

  @Test
  void refusesACommandLongerThanAMebibyteAndNoShorterOne() throws Exception {
    String longest = "a".repeat(1 << 20);

    assertThat(read(call("{\"command\":\"" + longest + "\"}")).toolInput().text("command"))
        .contains(longest);
    assertThatThrownBy(() -> read(call("{\"command\":\"" + longest + "a\"}")))
        .isInstanceOf(CommandTooLong.class);
  }

  @Test
  void takesLongContentAndRefusesMoreThanTheLimit() throws Exception {
    assertThat(HookEvent.read(withContentOf(31 << 20)).toolInput().text("content"))
        .get()
        .satisfies(content -> assertThat(content.length()).isEqualTo(31 << 20));
    assertThatThrownBy(() -> HookEvent.read(withContentOf(32 << 20)))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageContaining("larger or deeper than the limits allow");
  }

  @Test
  @Timeout(20)
  void refusesNestingAndNumbersOfValuesBeyondTheLimitInLinearTime() throws Exception {
    assertThat(read(call("{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}"))).isNotNull();
    assertThatThrownBy(() -> read(call("{\"a\":" + "[".repeat(1_000_000))))
        .hasMessageContaining("larger or deeper");
    assertThatThrownBy(() -> read(call("{\"a\":[" + "0,".repeat(5_000_000) + "0]}")))
        .hasMessageContaining("more than 500000 JSON values");
    assertThatThrownBy(() -> read(call("{\"a\":" + "9".repeat(100_000) + "}")))
        .hasMessageContaining("larger or deeper");
  }

  @Test
  @Timeout(20)
  void readsNamesThatCollideInLinearTime() throws Exception {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 1 << 16; i++) {
      members.append(i == 0 ? '"' : ',').append(i == 0 ? "" : "\"");
      for (int bit = 0; bit < 16; bit++) {
        members.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      members.append("\":0");
    }

    assertThat(read(call("{" + members + "}")).toolInput().members()).hasSize(1 << 16);
  }

  @Test
  void refusesAnInputThatFailsHalfway() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException(CANARY);
          }
        };

    assertThatThrownBy(
            () ->
                HookEvent.read(
                    new SequenceInputStream(
                        new ByteArrayInputStream("{\"a\":".getBytes(StandardCharsets.UTF_8)),
                        failing)))
        .isInstanceOf(MalformedEvent.class)
        .hasMessageNotContaining(CANARY);
  }

  private static InputStream withContentOf(int length) {
    String call = call("{\"content\":\"@\"}");
    int at = call.indexOf('@');
    byte[] content = new byte[length];
    Arrays.fill(content, (byte) 'a');
    return new SequenceInputStream(
        Collections.enumeration(
            List.of(
                new ByteArrayInputStream(call.substring(0, at).getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(content),
                new ByteArrayInputStream(
                    call.substring(at + 1).getBytes(StandardCharsets.UTF_8)))));
  }

  private static String call(String input) {
    return "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/w\",\"future\":{\"x\":[1]},"
        + "\"tool_name\":\"Bash\",\"tool_input\":"
        + input
        + "}";
  }

  private static HookEvent read(String text) throws MalformedEvent {
    return HookEvent.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static HookEvent recorded(String name) throws Exception {
    try (InputStream in = HookEventTest.class.getResourceAsStream(name + ".json")) {
      return HookEvent.read(in);
    }
  }
}
