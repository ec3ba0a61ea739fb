package dev.keepmum.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** The parser and the real bash take and refuse the same scripts, and run as much of them. */
class BashAgreementTest {
  /** What other options or zsh have a meaning for, and bash as it starts has not. */
  private static final Set<String> TAKEN_ON_PURPOSE =
      Set.of(
          "echo !(a)",
          "echo @(a|b)",
          "cat =(ls)",
          "ls *(D)",
          "ls **/*(.)",
          // bash drops such a line, and goes on with the next.
          "a=(b (c))",
          "a=(b | c)",
          // bash loses the newline when it reads the two parentheses a second time.
          "((a)\n(b))");

  @Test
  void takesWhatBashTakesOfCommandsThatAgentsRun() throws Exception {
    assertThat(disagreements(Scripts.json("commands.txt"))).isEmpty();
  }

  @Test
  void takesWhatBashTakesInTheCornersOfTheGrammar() throws Exception {
    assertThat(disagreements(Scripts.json("corners.txt")))
        .containsExactlyInAnyOrderElementsOf(
            TAKEN_ON_PURPOSE.stream().map("bash refuses: "::concat).toList());
  }

  @Property(tries = 3, seed = "20", shrinking = ShrinkingMode.OFF)
  void takesWhateverBashTakes(@ForAll("manyScripts") List<String> scripts) throws Exception {
    List<String> disagreements = disagreements(scripts);

    assertThat(disagreements).noneMatch(line -> line.startsWith("bash takes"));
    assertThat(disagreements).hasSizeLessThan(scripts.size() / 50);
  }

  @Provide
  Arbitrary<List<String>> manyScripts() {
    Arbitrary<String> whole = Arbitraries.randomValue(RandomScripts::script);
    Arbitrary<String> broken = Arbitraries.randomValue(RandomScripts::brokenScript);
    return Arbitraries.oneOf(whole, broken).filter(s -> s.length() < 400).list().ofSize(200);
  }

  @Property(tries = 4, seed = "78", shrinking = ShrinkingMode.OFF)
  void keepsTheCommandsThatBashRunsBeforeAnError(@ForAll("manyBrokenEchoes") List<String> scripts)
      throws Exception {
    Path directory = Files.createTempDirectory("bash-runs");

    List<Integer> printed = Bash.printedLines(scripts, directory);

    for (int i = 0; i < scripts.size(); i++) {
      ShellParse parse = ShellParser.parse(scripts.get(i));
      assertThat(echoes(parse.script())).as(scripts.get(i)).isEqualTo(printed.get(i));
    }
  }

  private static int echoes(Script script) {
    int echoes = 0;
    for (Script.Statement statement : script.statements()) {
      echoes +=
          statement.command() instanceof Command.Subshell subshell ? echoes(subshell.body()) : 1;
    }
    return echoes;
  }

  @Provide
  Arbitrary<List<String>> manyBrokenEchoes() {
    Arbitrary<String> line =
        Arbitraries.frequencyOf(
            Tuple.of(
                8, Arbitraries.of("echo 1", "echo 1; echo 2", "echo $(echo 1)", "echo 1 # (", "")),
            Tuple.of(
                1,
                Arbitraries.of(
                    ")",
                    "(",
                    "fi",
                    "if",
                    "'",
                    "echo \"",
                    "echo 1; )",
                    "echo (",
                    "echo 1 ;;",
                    ";",
                    "echo `",
                    "echo $(",
                    "x=(a (b)) echo",
                    "[[ -f ]]",
                    "[[ ]]",
                    "}",
                    "echo 1 | | a",
                    "echo $(echo 1; fi)",
                    "for ((a; b)); do :; done",
                    "echo ${",
                    "a <<",
                    "in")));
    return line.list().ofMaxSize(6).map(lines -> String.join("\n", lines)).list().ofSize(100);
  }

  private static List<String> disagreements(List<String> scripts) throws Exception {
    Path directory = Files.createTempDirectory("bash-reads");
    List<Boolean> accepted = Bash.accepts(scripts, directory);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < scripts.size(); i++) {
      boolean parses = ShellParser.parse(scripts.get(i)).error().isEmpty();
      if (accepted.get(i) && !parses && !givesUpSilently(scripts.get(i), directory)) {
        disagreements.add("bash takes: ".concat(scripts.get(i)));
      } else if (!accepted.get(i) && parses) {
        disagreements.add("bash refuses: ".concat(scripts.get(i)));
      }
    }
    return disagreements;
  }

  /**
   * Whether bash stops reading without a word, as it does for {@code [[ ]]}: then it does not
   * complain about what is added behind either.
   */
  private static boolean givesUpSilently(String script, Path directory) throws Exception {
    return Bash.accepts(List.of(script.concat("\n)\n")), directory).get(0);
  }
}
