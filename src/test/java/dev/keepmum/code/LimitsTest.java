package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader that stops following a program says so, and says it only then. */
class LimitsTest {

  static Stream<Arguments> tooMuch() {
    return Stream.of(
        Arguments.of(Language.AWK, "BEGIN{" + nested("(", "1", ")") + "; print ENVIRON[\"A\"]}"),
        Arguments.of(Language.AWK, "BEGIN" + nested("{", "print 1", "}")),
        Arguments.of(Language.AWK, "{ print " + "$".repeat(100) + "1 }"),
        Arguments.of(Language.JQ, nested("[", "1", "]") + " | env"),
        Arguments.of(Language.JQ, nested("(", "1", ")") + " | env"),
        Arguments.of(Language.JQ, "def f: (f|f); f"),
        Arguments.of(Language.POWERSHELL, nested("(", "1", ")") + "; gc .env"),
        Arguments.of(Language.POWERSHELL, nested("& {", "1", "}") + "; gc .env"),
        Arguments.of(Language.POWERSHELL, "1\n".repeat(20_000) + "gc .env"),
        Arguments.of(Language.CMD, "call ".repeat(100) + "type .env"),
        Arguments.of(Language.VIM, "1\n".repeat(20_000) + "r .env"),
        Arguments.of(Language.SQL, "select " + nested("(", "1", ")") + ";"),
        Arguments.of(Language.MAKE, chain() + "all:\n\t$(A0)\n"),
        Arguments.of(Language.APPLESCRIPT, "do shell script \"true\"\n".repeat(2_000)),
        Arguments.of(Language.OTHER, "print(getenv(\"A\"))\n".repeat(2_000)),
        Arguments.of(Language.OTHER, "{".repeat(300_000)),
        Arguments.of(Language.OTHER, "for " + "(".repeat(100_000) + ")".repeat(100_000)),
        Arguments.of(Language.TCL, "puts " + nested("[list ", "1", "]") + "; puts $env(A)"),
        Arguments.of(Language.TCL, "puts 1\n".repeat(30_000) + "puts $env(A)"),
        Arguments.of(Language.PYTHON, nested("f(", "1", ")")),
        Arguments.of(Language.PYTHON, "eval('eval(\"eval(\\'eval(1)\\')\")')\n".repeat(20_000)));
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        Arguments.of(
            Language.AWK, "function f(n) { return n < 2 ? 1 : n * f(n-1) } { print f(5) }"),
        Arguments.of(Language.JQ, "def f: if . > 1 then . * (. - 1 | f) else 1 end; 5 | f"),
        Arguments.of(Language.POWERSHELL, "function f { f }; f"),
        Arguments.of(Language.CMD, "call echo 1"),
        Arguments.of(
            Language.TCL, "proc f {n} {if {$n} {return [f [expr $n-1]]}; return 1}; puts [f 5]"),
        Arguments.of(Language.PYTHON, "def f(n):\n  return n and n * f(n - 1)\nprint(f(5))"),
        Arguments.of(
            Language.JAVASCRIPT, "const f = n => n ? n * f(n - 1) : 1; console.log(f(5))"));
  }

  private static String nested(String opening, String inner, String closing) {
    return opening.repeat(200) + inner + closing.repeat(200);
  }

  /** Variables of which each holds the next. */
  private static String chain() {
    StringBuilder chain = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      chain.append("A").append(i).append(" = $(A").append(i + 1).append(")\n");
    }
    return chain.toString();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tooMuch")
  void whatIsNotFollowedToItsEndIsSaid(Language language, String program) {
    assertThat(read(language, program)).contains(new Effect.Unfollowed());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("harmless")
  void aRecursionAddsNothingAfterAFewRounds(Language language, String program) {
    assertThat(read(language, program)).doesNotContain(new Effect.Unfollowed());
  }

  private static List<Effect> read(Language language, String program) {
    return CodeReaders.of(language).orElseThrow().read(program);
  }
}
