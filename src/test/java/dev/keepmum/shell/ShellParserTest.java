package dev.keepmum.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellParserTest {
  /** The examples of {@code trees.txt}. */
  static Stream<Arguments> scriptsAndTrees() {
    List<Arguments> examples = new ArrayList<>();
    StringBuilder script = new StringBuilder();
    for (String line : Scripts.lines("trees.txt")) {
      if (line.startsWith("$ ")) {
        script.append(line.substring(2));
      } else if (line.startsWith("> ")) {
        script.append('\n').append(line.substring(2));
      } else if (line.startsWith("= ") || line.equals("=")) {
        examples.add(Arguments.of(script.toString(), line.substring(1).trim()));
        script.setLength(0);
      }
    }
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("scriptsAndTrees")
  void makesTheTreeOfAScript(String script, String tree) {
    assertThat(TreePrinter.print(ShellParser.parse(script)).trim()).isEqualTo(tree);
  }

  /** The forms of another shell with what they mean. */
  private static Stream<Arguments> forms(String file) {
    return Scripts.lines(file).stream()
        .filter(line -> line.contains(" => "))
        .map(line -> Arguments.of((Object[]) line.split(" => ")));
  }

  static Stream<Arguments> formsOfZsh() {
    return forms("zsh.txt");
  }

  static Stream<Arguments> formsOfFish() {
    return forms("fish.txt");
  }

  @ParameterizedTest
  @MethodSource("formsOfZsh")
  void readsWhatZshTakesLikeWhatBashTakes(String form, String meaning) {
    ShellParse parse = ShellParser.parse(form, Dialect.ZSH);

    assertThat(parse.error()).isEmpty();
    assertThat(TreePrinter.print(parse))
        .isEqualTo(TreePrinter.print(ShellParser.parse(meaning, Dialect.ZSH)));
  }

  @ParameterizedTest
  @MethodSource("formsOfFish")
  void readsFishLikeWhatItMeansToBash(String form, String meaning) {
    ShellParse parse = ShellParser.parse(form, Dialect.FISH);

    assertThat(parse.error()).isEmpty();
    assertThat(TreePrinter.print(parse)).isEqualTo(TreePrinter.print(ShellParser.parse(meaning)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if true; echo a",
        "echo 'a",
        "echo (a",
        "for x in a b",
        "begin; a; ) b",
        "a; end"
      })
  void saysWhereFishIsBroken(String script) {
    assertThat(ShellParser.parse(script, Dialect.FISH).error()).isPresent();
  }

  @Test
  void saysWhereEverythingStands() {
    String source = "a b; X=1 $(c 'd e') |\n (f) >g";
    Script script = ShellParser.parse(source).script();

    assertThat(script.statements())
        .extracting(s -> source.substring(s.command().start(), s.command().end()))
        .containsExactly("a b", "X=1 $(c 'd e') |\n (f) >g");
    Command.Pipeline pipeline = (Command.Pipeline) script.statements().get(1).command();
    assertThat(pipeline.commands())
        .extracting(c -> source.substring(c.start(), c.end()))
        .containsExactly("X=1 $(c 'd e')", "(f) >g");
    Command.Simple first = (Command.Simple) pipeline.commands().get(0);
    assertThat(first.words())
        .extracting(w -> source.substring(w.start(), w.end()))
        .containsExactly("$(c 'd e')");
    WordPart.CommandSubstitution inner =
        (WordPart.CommandSubstitution) first.words().get(0).parts().get(0);
    assertThat(inner.script().statements())
        .extracting(s -> source.substring(s.command().start(), s.command().end()))
        .containsExactly("c 'd e'");
  }

  @Test
  void placesWhatStandsInBackquotesWhereTheyAre() {
    String source = "a `b \\`c\\``";
    Command.Simple command =
        (Command.Simple) ShellParser.parse(source).script().statements().get(0).command();
    WordPart.CommandSubstitution part =
        (WordPart.CommandSubstitution) command.words().get(1).parts().get(0);

    Command inner = part.script().statements().get(0).command();

    assertThat(source.substring(inner.start(), inner.end())).isEqualTo("`b \\`c\\``");
  }
}
