package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.flow.Finding;
import dev.keepmum.rule.Layer;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reason is terse and final, names no value, and what it suggests itself passes. */
class ReasonTest {

  private static final int MAX_LENGTH = 320;

  static Stream<String> leaks() throws IOException {
    try (InputStream text = ReasonTest.class.getResourceAsStream("/dev/keepmum/flow/leaks.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaks")
  void whatAReasonSuggestsPassesItself(String command) throws Exception {
    Verdict verdict = World.judge(command);

    assertThat(verdict.reason())
        .contains(verdict.rule())
        .doesNotContain("CNRY", "{path}", "{name}")
        .hasSizeLessThan(MAX_LENGTH);
    for (String suggested : commands(verdict.reason())) {
      assertThat(World.judge(suggested)).as(suggested).isEqualTo(Verdict.PASS);
    }
  }

  @Test
  void aPathIsQuotedWhereTheShellWouldCutIt() {
    Rule rule = new Rule("layer3/x", "x", Layer.FILE, Severity.HIGH, "`cut -d= -f1 {path}`", "");

    String reason =
        Reason.of(new Finding(Finding.Kind.SHOWN, rule, "~/my app/.env", "cat", "the transcript"));

    assertThat(reason).endsWith("Instead: `cut -d= -f1 ~/'my app/.env'`");
  }

  @Test
  void aSourceThatIsNoFileGetsNoPathSuggested() {
    Rule rule =
        new Rule("layer2/x", "x", Layer.ENVIRONMENT, Severity.HIGH, "`cut -d= -f1 {path}`", "");

    String reason =
        Reason.of(
            new Finding(Finding.Kind.SHOWN, rule, "the environment", "env", "the transcript"));

    assertThat(reason).endsWith("[layer 2 environment, layer2/x].");
  }

  /** The commands of a text: what stands in backquotes. */
  private static List<String> commands(String text) {
    List<String> commands = new ArrayList<>();
    int open = text.indexOf('`');
    while (open >= 0) {
      int close = text.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      commands.add(text.substring(open + 1, close));
      open = text.indexOf('`', close + 1);
    }
    return commands;
  }
}
