package dev.keepmum.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    assertThat(written(new UpdatedOutput(JsonReader.read(output), Map.of(), "")))
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"updatedToolOutput\":"
                + output
                + "}}\n");
  }

  @Test
  void writesPlacesInOtherWords() throws Exception {
    JsonArray output = (JsonArray) JsonReader.read("[\"one two \\\"three\\\"\",\"one two\"]");
    TextPatches patches = new TextPatches();
    patches.add(0, 3, "1");
    patches.add(9, 14, "\u2039\"3\"\u203a");

    assertThat(
            written(
                new UpdatedOutput(
                    output, Map.of((JsonString) output.elements().get(0), patches), "")))
        .contains(":[\"1 two \\\"\u2039\\\"3\\\"\u203a\\\"\",\"one two\"]}}");
  }

  @Test
  void tellsTheModelMore() throws Exception {
    assertThat(written(new UpdatedOutput(JsonReader.read("\"\""), Map.of(), "so \"it\" is")))
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

    assertThat(written(new UpdatedOutput(JsonReader.read(json), Map.of(), ""))).contains(json);
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
