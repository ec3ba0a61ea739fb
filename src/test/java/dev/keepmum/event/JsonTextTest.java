package dev.keepmum.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "line\nbreak\r\tand tab",
        "quote \" backslash \\ slash /",
        "\u0000\u001f\u007f\u0085\u2028\u2029",
        "ünïcödé 日本 \uD83D\uDD11",
      })
  void quotesAnyTextOnOneLine(String text) throws Exception {
    String quoted = JsonText.quoted(text);

    assertThat(quoted).doesNotContain("\n", "\r", "\u2028", "\u0085");
    assertThat(JsonReader.read(quoted).text()).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDD11", "\uD83D\uD83D\uDD11"})
  void escapesHalvesOfSurrogatePairs(String text) throws Exception {
    String sent = new String(JsonText.quoted(text).getBytes(StandardCharsets.UTF_8), "UTF-8");

    assertThat(JsonReader.read(sent).text()).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"a\":[1,-2.50e3,true,false,null,\"x\\ny\"],\"b\":{\"c\":[[],{}]}}",
      })
  void writesAValueAsItWasRead(String json) throws Exception {
    assertThat(JsonText.of(JsonReader.read(json))).isEqualTo(json);
    assertThat(JsonText.of(JsonReader.read(json.replace(",", " ,\n ")))).isEqualTo(json);
  }
}
