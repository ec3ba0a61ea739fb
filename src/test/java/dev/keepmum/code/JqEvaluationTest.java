package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonString;
import dev.keepmum.event.Position;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a filter makes of a document; the results are those of jq 1.7. */
class JqEvaluationTest {

  private static final String SETTINGS =
      "{\"model\":\"a\",\"permissions\":{\"allow\":[\"x\",\"y\"]},\"hooks\":{\"Stop\":[{\"n\":1}]}}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".permissions | {\"allow\":[\"x\",\"y\"]}",
        ".permissions.allow[1] | \"y\"",
        ".hooks.Stop[0].n | 1",
        ".missing | null",
        "{model} | {\"model\":\"a\"}",
        "{\"m\": .model, n: [.model, 2]} | {\"m\":\"a\",\"n\":[\"a\",2]}",
        "{$m} | -",
        "{m: $m} | {\"m\":\"given\"}",
        "{} | {}",
        "[] | []",
        ".permissions * {\"deny\": [\"z\"]} | {\"allow\":[\"x\",\"y\"],\"deny\":[\"z\"]}",
        ".permissions.allow + [\"z\"] | [\"x\",\"y\",\"z\"]",
        ".missing // [] | []",
        ".model // \"b\" | \"a\"",
        "(.permissions.deny // []) + [\"z\"] | [\"z\"]",
        "(.permissions.allow // []) + [\"z\"] | [\"x\",\"y\",\"z\"]",
        ".model == \"a\" | true",
        ".model != \"a\" | false",
        "if .model then 1 else 2 end | 1",
        "has(\"model\") | true",
      })
  void aFilterThatSelectsAndJoinsIsWorkedOut(String filter, String expected) throws Exception {
    assertThat(result(filter, SETTINGS)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        ".a = 2 -> {\"a\":2,\"b\":{\"c\":[1,2]}}",
        ".a = true -> {\"a\":true,\"b\":{\"c\":[1,2]}}",
        ".d.e.f = \"x\" -> {\"a\":1,\"b\":{\"c\":[1,2]},\"d\":{\"e\":{\"f\":\"x\"}}}",
        ".b.c[0] = null -> {\"a\":1,\"b\":{\"c\":[null,2]}}",
        ".b.c += [3] -> {\"a\":1,\"b\":{\"c\":[1,2,3]}}",
        ".b.c -= [1] -> {\"a\":1,\"b\":{\"c\":[2]}}",
        ".b |= {c} -> {\"a\":1,\"b\":{\"c\":[1,2]}}",
        ".b.c |= (. + [2] | unique) -> {\"a\":1,\"b\":{\"c\":[1,2]}}",
        ".b *= {\"d\": 4} -> {\"a\":1,\"b\":{\"c\":[1,2],\"d\":4}}",
        ".e += {\"f\": 1} -> {\"a\":1,\"b\":{\"c\":[1,2]},\"e\":{\"f\":1}}",
        "del(.a) -> {\"b\":{\"c\":[1,2]}}",
        "del(.a, .b.c[1]) -> {\"b\":{\"c\":[1]}}",
        "del(.nothing.here) -> {\"a\":1,\"b\":{\"c\":[1,2]}}",
        ".a = 2 | .b = 3 -> {\"a\":2,\"b\":3}",
        ".d = .e // 5 -> {\"a\":1,\"b\":{\"c\":[1,2]},\"d\":null}",
        ".d = (.e // 5) -> {\"a\":1,\"b\":{\"c\":[1,2]},\"d\":5}",
        ".a //= 5 -> {\"a\":1,\"b\":{\"c\":[1,2]}}",
        ".d //= 5 -> {\"a\":1,\"b\":{\"c\":[1,2]},\"d\":5}",
        ".b |= (. // {}) -> {\"a\":1,\"b\":{\"c\":[1,2]}}",
        "[\"x\", \"y\"] | index(\"y\") -> 1",
        "[\"x\", \"y\"] | index(\"z\") -> null",
        "[\"x\", \"y\"] | map(select(. != \"x\")) -> [\"y\"]",
        "if .b | has(\"c\") then . else .b.c = [] end -> {\"a\":1,\"b\":{\"c\":[1,2]}}",
        "if .d | not then .d = 1 else . end -> {\"a\":1,\"b\":{\"c\":[1,2]},\"d\":1}",
        ".[\"a\"] = 5 -> {\"a\":5,\"b\":{\"c\":[1,2]}}",
        ". -> {\"a\":1,\"b\":{\"c\":[1,2]}}"
      })
  void aFilterThatChangesIsWorkedOut(String filter, String expected) throws Exception {
    assertThat(result(filter, "{\"a\":1,\"b\":{\"c\":[1,2]}}")).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        ".a, .b",
        ".b.c[]",
        "..",
        ".a + \"x\"",
        ".a.b",
        ".b.c[9]",
        ".b.c[0:1]",
        "$unset",
        "env",
        "with_entries(select(.key != \"a\"))",
        "if .a < 2 then . else {} end",
        ".a as $x | {x: $x}",
        "reduce .b.c[] as $i (0; . + $i)",
        "def f: {}; f",
        "@base64d \"e30=\"",
        "\"\\(.a)\"",
        ".a - 1",
        ".a / 2",
        "try error catch {}",
        ".a < 2",
        ".a == 1",
        ".a == \"x\" or true",
        "input"
      })
  void aFilterThatDoesMoreIsNot(String filter) throws Exception {
    assertThat(result(filter, "{\"a\":1,\"b\":{\"c\":[1,2]}}")).isEqualTo("-");
  }

  private static String result(String filter, String document) throws Exception {
    return JqEvaluation.result(
            filter,
            JsonReader.read(document),
            Map.of("m", new JsonString("given", new Position(1, 1))))
        .map(JsonText::of)
        .orElse("-");
  }
}
