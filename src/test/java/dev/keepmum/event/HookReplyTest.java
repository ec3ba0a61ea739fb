package dev.keepmum.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.HookReply.OnPass;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HookReplyTest {

  @ParameterizedTest
  @ValueSource(strings = {"PreToolUse", ""})
  void refusesAToolCallInBothWaysTheClientKnows(String event) {
    HookReply reply = HookReply.deny(event, "no: \"x\"");

    assertThat(reply.out())
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\","
                + "\"permissionDecision\":\"deny\","
                + "\"permissionDecisionReason\":\"no: \\\"x\\\"\"}}\n");
    assertThat(reply.err()).isEqualTo("no: \"x\"\n");
    assertThat(reply.exitCode()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UserPromptSubmit", "ConfigChange"})
  void refusesAPromptAndAChangeOfSettings(String event) {
    assertThat(HookReply.deny(event, "no"))
        .isEqualTo(new HookReply("{\"decision\":\"block\",\"reason\":\"no\"}\n", "no\n", 2));
  }

  @Test
  void asksWithoutBlocking() {
    assertThat(HookReply.ask("PreToolUse", "sure?"))
        .isEqualTo(
            new HookReply(
                "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\","
                    + "\"permissionDecision\":\"ask\","
                    + "\"permissionDecisionReason\":\"sure?\"}}\n",
                "",
                0));
  }

  @Test
  void consentsOnlyWhereThatWasChosen() {
    assertThat(HookReply.pass("PreToolUse", OnPass.NOTHING).out()).isEqualTo("{}\n");
    assertThat(HookReply.pass("PreToolUse", OnPass.ALLOW).out())
        .contains("\"permissionDecision\":\"allow\"");
    assertThat(HookReply.pass("Stop", OnPass.ALLOW).out()).isEqualTo("{}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostToolUse", "Stop", "SessionStart", "PermissionRequest", "Unheard"})
  void hasNoOpinionOnOtherEvents(String event) {
    HookReply silence = new HookReply("{}\n", "", 0);

    assertThat(HookReply.deny(event, "no")).isEqualTo(silence);
    assertThat(HookReply.ask(event, "sure?")).isEqualTo(silence);
  }

  @Test
  void writesTheDecisionInOnePieceAndFirst() throws IOException {
    List<String> pieces = new ArrayList<>();

    HookReply.deny("PreToolUse", "né").write(recording("out ", pieces), recording("err ", pieces));

    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0)).startsWith("out {").endsWith("}\n").contains("né");
    assertThat(pieces.get(1)).isEqualTo("err né\n");
  }

  @Test
  void leavesStandardErrorAloneOnAPass() throws IOException {
    List<String> pieces = new ArrayList<>();

    HookReply.pass("PreToolUse", OnPass.NOTHING)
        .write(recording("out ", pieces), recording("err ", pieces));

    assertThat(pieces).containsExactly("out {}\n");
  }

  private static OutputStream recording(String name, List<String> pieces) {
    return new ByteArrayOutputStream() {
      @Override
      public void write(byte[] bytes) {
        pieces.add(name + new String(bytes, StandardCharsets.UTF_8));
      }
    };
  }
}
