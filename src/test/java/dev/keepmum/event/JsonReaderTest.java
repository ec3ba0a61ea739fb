package dev.keepmum.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reader held against Jackson's: both take the same texts, and for the same values. */
class JsonReaderTest {
  private static final JsonMapper JACKSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final String PIECES =
      "{}[]:,\"\\/bfnrtu0019aAeE+-. \t\r\nltrsx\u0000\u001f\u007f\u00e9";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "01",
        "-",
        "+1",
        "1.",
        ".5",
        "1.5",
        "1e",
        "1e5",
        "1E+05",
        "1e-",
        "--1",
        "0x1",
        "true",
        "True",
        "tru",
        "truee",
        "null",
        "nul",
        "\"\"",
        "\"",
        "'a'",
        "\"\\\"\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u00e9\\uD83D\\uDE00\"",
        "\"\\uD83D\"",
        "\"\\u00g0\"",
        "\"\t\"",
        "\"\u007f\"",
        "[]",
        "[",
        "]",
        "[,]",
        "[1,]",
        "[1 2]",
        "[[],[]]",
        "[1]]",
        "{}",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{,}",
        "{a:1}",
        "{\"a\" : [ 1 , { } ] }",
        "{\"a\":1,\"a\":2}",
        "1 2",
        "[1]//",
        "\u00a01",
        "/**/1",
        "",
        " ",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"b\":}",
        "[\"\\/\\b\\f\\n\\r\\t\"]"
      })
  void agreesOn(String text) {
    assertAgreement(text);
  }

  @Test
  void agreesOnAnEventThatWasChangedSomewhere() throws Exception {
    String event =
        Files.readString(Path.of("src/test/resources/dev/keepmum/event/PreToolUse.Bash.json"))
            .strip();
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder changed = new StringBuilder(event);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int at = random.nextInt(changed.length());
        String piece = String.valueOf(PIECES.charAt(random.nextInt(PIECES.length())));
        switch (random.nextInt(3)) {
          case 0 -> changed.setCharAt(at, piece.charAt(0));
          case 1 -> changed.insert(at, piece);
          default -> changed.setLength(at + 1);
        }
      }
      assertAgreement(changed.toString());
    }
  }

  private static void assertAgreement(String text) {
    assertThat(ours(text)).as(text).isEqualTo(jacksons(text));
  }

  private static Optional<JsonNode> ours(String text) {
    try {
      return jacksons(JsonText.of(JsonReader.read(text)));
    } catch (MalformedJson e) {
      return Optional.empty();
    }
  }

  private static Optional<JsonNode> jacksons(String text) {
    try {
      JsonNode node = JACKSON.readTree(text);
      return Optional.of(node).filter(read -> !read.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
