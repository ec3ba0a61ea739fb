package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.rule.FormRule;
import dev.keepmum.rule.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the rules about command lines, each judged as a whole call in the world of the
 * cases: a form that matches protects nobody unless the call is stopped for it.
 */
class RuleExamplesTest {

  static Stream<Arguments> catches() {
    return examples(rule -> mayPrint(rule) ? List.of() : rule.catches());
  }

  static Stream<Arguments> asks() {
    return examples(rule -> mayPrint(rule) ? rule.catches() : rule.asks());
  }

  static Stream<Arguments> spares() {
    return examples(RuleCatalog.Entry::spares);
  }

  /** Whether a form of the rule only may print a secret, which a person is to decide about. */
  private static boolean mayPrint(RuleCatalog.Entry rule) {
    Object effect = rule.fields().get("effect");
    return FormRule.Effect.MAY_PRINT.word().equals(effect)
        || FormRule.Effect.MAY_PRINT_ERROR.word().equals(effect);
  }

  private static Stream<Arguments> examples(Function<RuleCatalog.Entry, List<String>> kind) {
    List<Arguments> examples = new ArrayList<>();
    for (RuleCatalog.Entry rule : RuleCatalog.load().entries()) {
      boolean aboutCommands =
          rule.kind() == RuleCatalog.Kind.COMMAND || rule.kind() == RuleCatalog.Kind.FORM;
      for (String command : aboutCommands ? kind.apply(rule) : List.<String>of()) {
        examples.add(Arguments.of(rule.id(), command));
      }
    }
    return examples.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("catches")
  void whatARuleCatchesIsDenied(String rule, String command) throws Exception {
    assertThat(World.judge(command).decision()).isEqualTo(Decision.DENY);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("asks")
  void whatARuleAsksAboutIsAsked(String rule, String command) throws Exception {
    assertThat(World.judge(command).decision()).isEqualTo(Decision.ASK);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("spares")
  void whatARuleSparesPasses(String rule, String command) throws Exception {
    assertThat(World.judge(command)).isEqualTo(Verdict.PASS);
  }
}
