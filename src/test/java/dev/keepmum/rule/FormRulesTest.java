package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormRulesTest {
  private static final int FEWEST_RULES = 290;

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void ruleProvesItselfByItsExamples(FormBook.Entry entry) {
    assertThat(entry.catches()).isNotEmpty();
    assertThat(entry.spares()).isNotEmpty();
    for (String line : entry.catches()) {
      assertThat(FormBook.matching(line)).as(line).contains(entry.toString());
    }
    for (String line : entry.spares()) {
      assertThat(FormBook.matching(line)).as(line).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void everyPrintingFormCanMatch(FormBook.Entry entry) {
    for (String form : entry.prints()) {
      FormRule alone = withoutKeeps(entry.rule());
      for (String words : List.of("", "a", "a b")) {
        List<String> call = CommandLine.words(call(form, words));
        assertThat(FormMatcher.matches(alone, call)).as(form + " -> " + call).isTrue();
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmlessCommands")
  void siblingOfALeakIsSpared(String line) {
    assertThat(FormBook.matching(line)).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leakingCommands")
  void neighbourOfAKnownLeakIsCaught(String line) {
    assertThat(FormBook.matching(line)).isNotEmpty();
  }

  @Test
  void idsAreUniqueAndNameTheirLayer() {
    Set<String> ids = new HashSet<>();
    for (FormBook.Entry entry : FormBook.entries()) {
      Rule rule = entry.rule().rule();
      assertThat(ids.add(rule.id())).as(rule.id()).isTrue();
      assertThat(rule.id()).startsWith("layer" + rule.layer().number() + "/");
      assertThat(rule.suggestion()).isNotBlank().doesNotContain("\n");
    }
    assertThat(ids).hasSizeGreaterThan(FEWEST_RULES - 10);
  }

  static List<FormBook.Entry> rules() {
    return FormBook.entries();
  }

  static Stream<String> harmlessCommands() throws IOException {
    return lines("harmless-commands.txt");
  }

  static Stream<String> leakingCommands() throws IOException {
    return lines("leaking-commands.txt");
  }

  private static Stream<String> lines(String file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                FormRulesTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank()).toList().stream();
    }
  }

  private static FormRule withoutKeeps(FormRule rule) {
    return new FormRule(
        rule.rule(),
        rule.programs(),
        rule.syntax(),
        rule.valued(),
        rule.prints(),
        List.of(),
        rule.assignments(),
        rule.effect(),
        rule.members());
  }

  /**
   * A call that is this form: the first alternative of each word, {@code words} for {@code ...}.
   */
  private static String call(String form, String words) {
    List<String> call = new ArrayList<>();
    for (String word : form.split("(?<!\\\\) ")) {
      if (word.equals("...")) {
        call.add(words);
      } else if (!word.startsWith("!")) {
        call.add("'" + literal(word) + "'");
      }
    }
    return String.join(" ", call);
  }

  private static String literal(String pattern) {
    return switch (pattern) {
      case "<x>" -> "a";
      case "<n>" -> "42";
      case "<entry>" -> "some/entry";
      default ->
          pattern
              .replaceFirst("(?<!\\\\)[|].*", "")
              .replaceFirst("<shows:(.*)>", "{{.$1}}")
              .replaceAll("(?<!\\\\)[*]", "x")
              .replaceAll("\\\\(.)", "$1");
    };
  }
}
