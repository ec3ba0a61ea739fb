package dev.keepmum.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdatedOutputTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "{\"stdout\":\"a\\nb\",\"stderr\":\"\",\"interrupted\":false,\"n\":1.50,\"x\":null}",
        "[{\"type\":\"text\",\"text\":\"\u00e9 \\\"q\\\" \\\\\"},[],{}]"
      })
  void keepsAnOutputAsItIs(String output) throws Exception {
    assertThat(written(new UpdatedOutput(JsonReader.read(output), "")))
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"updatedToolOutput\":"
                + output
                + "}}\n");
  }

  @Test
  void tellsTheModelMore() throws Exception {
    assertThat(written(new UpdatedOutput(JsonReader.read("\"\""), "so \"it\" is")))
        .endsWith(",\"additionalContext\":\"so \\\"it\\\" is\"}}\n");
  }

  @Test
  void writesLargeTextsOfAnyCharactersInPieces() throws Exception {
    StringBuilder text = new StringBuilder();
    Random random = new Random(7);
    while (text.length() < 300_000) {
      text.appendCodePoint(random.nextInt(3) == 0 ? 0x1f600 + random.nextInt(50) : 'a');
    }
    String json = "[" + JsonText.quoted(text.toString()) + ",1]";

    assertThat(written(new UpdatedOutput(JsonReader.read(json), ""))).contains(json);
  }

  private static String written(UpdatedOutput output) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    HookReply reply = HookReply.update(output);
    reply.write(out, err);
    assertThat(reply.exitCode()).isZero();
    assertThat(err.size()).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
