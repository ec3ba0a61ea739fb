package dev.keepmum.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs made to hang, to overflow the stack or to fill the memory. */
class HostileInputTest {
  private static final int MEBIBYTE = 1 << 20;
  private static final int SMALL_STACK = 256 << 10;
  private static final Duration SOON = Duration.ofSeconds(5);

  static Stream<String> repeated() {
    return Stream.of(
        "(",
        ")",
        "((",
        "(( ",
        "( ",
        "$(",
        "$((",
        "$(( ",
        "${",
        "${a",
        "${a:-",
        "${a[",
        "$[",
        "`",
        "\\`",
        "'",
        "\"",
        "\"$(",
        "\"${a:-",
        "\"`",
        "\\",
        "$'",
        "$\"",
        "$'\\",
        "{ ",
        "{",
        "}",
        "[",
        "[[ ",
        "[[ ( ",
        "[[ ! ",
        "[[ a && ",
        "a=(",
        "a=(b ",
        "a=(b (",
        "a[",
        "a[b]=",
        "a[1]=$(",
        "<(",
        ">(",
        "=(",
        "@(",
        "a*(",
        "!(",
        "! ",
        "!",
        "time ",
        "if ",
        "if a; then ",
        "elif ",
        "while ",
        "for ",
        "for ((",
        "case ",
        "case a in ",
        "case a in (",
        "case a in a) ",
        "f() ",
        "function f ",
        "coproc ",
        "<<",
        "<<E ",
        "<<E\n",
        "<<E;",
        "<<'",
        "<<-E\n\t",
        "$(<<E\n",
        "<<<",
        "<",
        ">",
        "&>",
        "2>",
        "{a}>",
        ";",
        "&",
        "|",
        "&&",
        "a && ",
        "a || ",
        "a | ",
        "a && b || ",
        "a; ",
        "a\n",
        "a & ",
        "\n",
        " ",
        "\t",
        "\\\n",
        "#",
        "# a\n",
        "a#",
        "\0",
        "\u00e9",
        "\ud800",
        "$",
        "$$",
        "$a",
        "*",
        "?",
        "~",
        "a",
        "1",
        "a ",
        "a=b ",
        "=",
        "\r\n",
        "$(#",
        "$(( $(#",
        "$(( $(",
        "${a/",
        "${a:",
        "${(",
        "${!",
        "${#",
        "`\\`",
        "\\\\\\`",
        "a=(b | c\n",
        "a=(b | c)\n",
        "if a; then b; elif c; ",
        "${ ",
        "${a-`",
        "((a) ",
        "((a);",
        "$((a);",
        "[[ a =~ (",
        "x() { ",
        "\"\\\n");
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void answersSoonWhateverIsRepeated(String piece) throws InterruptedException {
    String source = piece.repeat(MEBIBYTE / piece.length());

    assertThat(parsedSoon(source)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("repeated")
  @ValueSource(
      strings = {
        "f() ",
        "() ",
        "repeat 2 ",
        "for x (a) ",
        "if [[ a ]] ",
        "while (a) ",
        "{ a } always { ",
        "a(b)",
        "(a|",
        "$x[",
        "$x[1]",
        "(a ",
        "(a)",
        "\"$(a)\"",
        "begin; ",
        "if a; ",
        "else if a; ",
        "case a; ",
        "function f; ",
        "not ",
        "a (b) | "
      })
  void answersSoonByTheGrammarsOfOtherShells(String piece) throws InterruptedException {
    String source = piece.repeat(MEBIBYTE / piece.length());

    assertThat(parsedSoon(source, Dialect.ZSH)).isNotNull();
    assertThat(parsedSoon(source, Dialect.FISH)).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void answersSoonWhateverIsRepeatedInside(String piece) throws InterruptedException {
    String inside = piece.repeat(MEBIBYTE / 16 / piece.length());

    assertThat(parsedSoon("echo \"$(a $((" + inside + ")))\"")).isNotNull();
    assertThat(parsedSoon("echo \"${a:-`" + inside + "`}\"")).isNotNull();
    assertThat(parsedSoon("a <<E\n" + inside + "\nE\n")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "'( ', )",
    "'{ ', '; }'",
    "'if a; then ', '; fi'",
    "'while a; do ', '; done'",
    "'case a in a) ', ';; esac'",
    "'f() { ', '; }'",
    "$(, )",
    "${a:-, }",
    "a=$(, )",
    "'\"$(a ', ')\"'",
    "<(, )"
  })
  void saysThatItKnowsNothingOfWhatIsNestedTooDeeply(String opening, String closing)
      throws InterruptedException {
    ShellParse parse = parsedSoon(opening.repeat(10_000) + "a" + closing.repeat(10_000));

    assertThat(parse.limited()).isTrue();
    assertThat(parse.script().statements()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{ { { { { { { { ", "[[ ( ( ( ( ( ( ", "if if if if if ", "( ( ( ( \"${a:-"})
  void countsAllKindsOfNestingTogether(String compounds) throws InterruptedException {
    assertThat(parsedSoon((compounds + " $(").repeat(100)).limited()).isTrue();
  }

  @Test
  void goesAsDeepAsPeopleDo() {
    assertThat(TreePrinter.print(ShellParser.parse("( ".repeat(30) + "a" + " )".repeat(30))))
        .isEqualTo("(subshell ".repeat(30) + "(a)" + ")".repeat(30));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a && ", "a; ", "a | ", "a\n", "a & "})
  void readsLongFlatScripts(String command) throws InterruptedException {
    ShellParse parse = parsedSoon(command.repeat(100_000) + "a");

    assertThat(parse.limited()).isFalse();
    assertThat(parse.error()).isEmpty();
    assertThat(TreePrinter.print(parse)).hasSizeGreaterThan(100_000);
  }

  /** Parses on a thread with a small stack, as on the hook's path. */
  private static ShellParse parsedSoon(String source) throws InterruptedException {
    return parsedSoon(source, Dialect.BASH);
  }

  private static ShellParse parsedSoon(String source, Dialect dialect) throws InterruptedException {
    AtomicReference<ShellParse> parse = new AtomicReference<>();
    Runnable parser = () -> parse.set(ShellParser.parse(source, dialect));
    Thread thread = new Thread(null, parser, "parse", SMALL_STACK);
    thread.setDaemon(true);
    thread.start();
    thread.join(SOON.toMillis());
    assertThat(thread.isAlive()).as("still parsing").isFalse();
    return parse.get();
  }
}
