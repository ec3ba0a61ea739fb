package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JqReaderTest {
  private final JqReader jq = new JqReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        ". => print(input)",
        ".env => print(input)",
        ".scripts.env => print(input)",
        "env => print(env)",
        "$ENV => print(env)",
        "env.API_KEY => print(var('API_KEY'))",
        "$ENV.API_KEY => print(var('API_KEY'))",
        "$ENV[\"API_KEY\"] => print(var('API_KEY'))",
        "env[\"API\" + \"_KEY\"] => print(var('API_KEY'))",
        "env | .API_KEY => print(var('API_KEY'))",
        "env | keys => print(?)",
        "env | to_entries[] | .key => print(?)",
        "env | to_entries[] | \"\\(.key)=\\(.value)\" => print(? + '=' + env)",
        "\"key: \\(env.API_KEY)\" => print('key: ' + var('API_KEY'))",
        "{key: env.API_KEY} => print(from(var('API_KEY')))",
        "env.API_KEY | length => print(?)",
        "env.API_KEY | @base64 => print(from(var('API_KEY')))",
        "env | has(\"API_KEY\") => print(?)",
        "if env.API_KEY then \"set\" else \"unset\" end => print('unset' | 'set')",
        "env.API_KEY as $k | $k[0:4] => print(var('API_KEY'))",
        "def show(f): f; show(env.API_KEY) => print(var('API_KEY'))",
        "env.API_KEY | debug | empty => print(var('API_KEY')); print(?)",
        "env.API_KEY | error => print(var('API_KEY')); print(?)",
        "{a: 1} => print(?)",
        "reduce inputs as $l (\"\"; . + $l) => print( | input)",
        "strenv(API_KEY) => print(var('API_KEY'))",
        ".a = env(API_KEY) => print(input | var('API_KEY'))",
        "load(\".env\") => print(file('.env'))",
        "load_str(\".e\" + \"nv\") => print(file('.env'))",
        "\"${API_KEY}\" | envsubst => print(var('API_KEY'))",
      })
  void filterHasEffects(String filter, String effects) {
    assertThat(Compact.of(jq.read(filter)).replace("''", "")).isEqualTo(effects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keys",
        "keys_unsorted[]",
        "length",
        "type",
        "has(\"x\")",
        "map(keys)",
        ".a | keys",
        "to_entries[].key",
        "to_entries[] | select(.value != null) | .key",
        "to_entries | map(.key) | join(\",\")",
        "paths",
        "[paths | join(\".\")]",
        "[leaf_paths | map(tostring) | join(\".\")] | .[]",
        "map_values(\"***\")",
        "map_values(type)",
        "with_entries(.value = \"***\")",
        "with_entries(.value |= type)",
        ".[] = \"***\"",
        "[.[] | type]",
        "\"\\(length) entries\"",
        ".a == .b",
        ".token != null",
        "[.[] | length] | add",
        "input_filename",
        "empty",
      })
  void showsNamesOnly(String filter) {
    assertThat(jq.shown(filter)).isEqualTo(Shown.NAMES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        ".[]",
        "..",
        ".a.b[0].c?",
        "to_entries",
        "to_entries[].value",
        "with_entries(.key |= ascii_downcase)",
        "map_values(.)",
        "del(.a)",
        ".a = \"***\"",
        "tojson",
        "@base64",
        ".a // \"none\"",
        "if .a then . else \"no\" end",
        ".. | strings",
        "tostream",
        "select(.a)",
        ". as {a: $x} | $x",
        "def f: .a; f",
        "[.[] | {name, value}]",
        "input",
        "test(\"a\"), .",
      })
  void showsContent(String filter) {
    assertThat(jq.shown(filter)).isEqualTo(Shown.CONTENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(", "[", "{", "\"", "\"\\(", "if", "reduce", ". as", "def", ".[", "|", "@", "$", ")))",
        "{a:"
      })
  void brokenFiltersAreRead(String filter) {
    assertThat(jq.read(filter)).isNotNull();
  }

  @Test
  void hostileFiltersAreBounded() {
    assertThat(jq.read("[".repeat(200_000))).isNotNull();
    assertThat(jq.read(".|".repeat(200_000))).isNotNull();
    assertThat(jq.read("1+".repeat(200_000))).isNotNull();
    StringBuilder doubling = new StringBuilder("def f0: .;");
    for (int i = 1; i < 20; i++) {
      doubling.append("def f" + i + ": f" + (i - 1) + " + f" + (i - 1) + ";");
    }
    assertThat(jq.read(doubling + "f19")).isNotNull();
  }
}
