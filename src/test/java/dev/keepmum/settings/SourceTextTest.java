package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

  @Test
  void leadsFromPlacesToOffsetsAndBack() {
    SourceText source = new SourceText("\uFEFF{\r\n  \"a\": 1,\n\r\"b\"}");

    assertThat(source.lineCount()).isEqualTo(4);
    assertThat(source.line(1)).isEqualTo("{");
    assertThat(source.line(2)).isEqualTo("  \"a\": 1,");
    assertThat(source.line(3)).isEmpty();
    assertThat(source.line(9)).isEmpty();
    for (int offset = 0; offset < source.text().length(); offset++) {
      assertThat(source.offset(source.position(offset))).isEqualTo(offset);
    }
    assertThat(source.position(source.text().indexOf("\"b\""))).isEqualTo(new Position(4, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "[1, 2] , 3      ! [1, 2]",
        "{'a': ']}'} }   ! {'a': ']}'}",
        "'x\\'y' : 1     ! 'x\\'y'",
        "true, false     ! true",
        "-1.5e3]         ! -1.5e3",
        "[[], {'a':[]}]] ! [[], {'a':[]}]",
      })
  void findsWhereAValueEnds(String text, String value) {
    String json = text.replace('\'', '"');

    assertThat(json.substring(0, new SourceText(json).endOfValue(0)))
        .isEqualTo(value.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "{'a': 1,}            ! 7  ! a trailing comma",
        "[1, 2, ]             ! 5  ! a trailing comma",
        "{ // x               ! 2  ! a comment",
        "{'a': /* x */ 1}     ! 6  ! a comment",
        "# x                  ! 0  ! a comment",
        "{'a' 1}              ! 1  ! a name in double quotes is missing",
        "{a: 1}               ! 1  ! a name in double quotes is missing",
        "{'a': 1 'b': 2}      ! 8  ! a comma is missing",
        "{'a': True}          ! 6  ! no JSON value",
        "{'a': 01}            ! 6  ! no JSON value",
        "{'a': NaN}           ! 6  ! no JSON value",
        "{'a': 1              ! 7  ! it ends too early",
        "{'a':                ! 5  ! it ends too early",
        "{'a': 'b             ! 6  ! a string is not closed",
        "{} {}                ! 3  ! more follows after the JSON value",
        "[1}                  ! 2  ! a comma is missing",
        "{'a': {'b': [1, 2,]}}! 17 ! a trailing comma",
      })
  void saysWhatIsNoJson(String text, int offset, String message) {
    assertThat(JsonFault.of(text.replace('\'', '"'))).isEqualTo(new JsonFault(offset, message));
  }
}
