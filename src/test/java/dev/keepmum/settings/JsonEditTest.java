package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.settings.JsonEdit.Replacement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEditTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "{}                    ! {~  'b': 1~}",
        "{'a': 2}              ! {'a': 2, 'b': 1}",
        "{ 'a': 2 }            ! { 'a': 2, 'b': 1 }",
        "{~    'a': [2]~}      ! {~    'a': [2],~    'b': 1~}",
        "{~\t'a': {~\t\t'c': 3~\t}~} ! {~\t'a': {~\t\t'c': 3~\t},~\t'b': 1~}",
        "{'a': 1, 'a': [1, 2]} ! {'a': 1, 'a': [1, 2], 'b': 1}",
      })
  void addsAMemberAsItsNeighboursStand(String before, String after) throws Exception {
    String text = text(before);

    assertThat(edit(text, new JsonEdit(new SourceText(text)).addMember(root(text), "b", "1")))
        .isEqualTo(text(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "{'a': []}                 ! {'a': [9]}",
        "{'a': [1]}                ! {'a': [1, 9]}",
        "{~  'a': [~    1~  ]~}    ! {~  'a': [~    1,~    9~  ]~}",
      })
  void addsAnElement(String before, String after) throws Exception {
    String text = text(before);
    JsonArray array = (JsonArray) root(text).get("a").orElseThrow();

    assertThat(edit(text, new JsonEdit(new SourceText(text)).addElement(array, "9")))
        .isEqualTo(text(after));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "{'b': 1}                         ! {}",
        "{'b': 1, 'a': 2}                 ! {'a': 2}",
        "{'a': 2, 'b': 1}                 ! {'a': 2}",
        "{~  'a': 2,~  'b': [1],~  'c': 3~} ! {~  'a': 2,~  'c': 3~}",
        "{~  'a': 2,~  'b': {'x': '}'}~}  ! {~  'a': 2~}",
        "{~  'b': 1~}                     ! {}",
      })
  void takesAMemberOut(String before, String after) throws Exception {
    String text = text(before);
    Replacement removal =
        new JsonEdit(new SourceText(text)).removeMember(root(text).members().get("b"));

    assertThat(edit(text, removal)).isEqualTo(text(after));
  }

  @Test
  void keepsLineEndsAndWhatStandsAround() throws Exception {
    String text = "{\r\n  \"a\" :  [ 1 ,2 ]\r\n}\r\n";

    assertThat(
            edit(
                text,
                new JsonEdit(new SourceText(text)).addMember(root(text), "b", "{\n  \"c\": 1\n}")))
        .isEqualTo("{\r\n  \"a\" :  [ 1 ,2 ],\r\n  \"b\": {\r\n    \"c\": 1\r\n  }\r\n}\r\n");
  }

  private static String edit(String text, Replacement replacement) {
    return new JsonEdit(new SourceText(text)).apply(List.of(replacement));
  }

  private static JsonObject root(String text) throws MalformedJson {
    return (JsonObject) JsonReader.read(text);
  }

  private static String text(String shown) {
    return shown.replace('\'', '"').replace('~', '\n');
  }
}
