package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs and what they would do. The programs of a language lie in a file of its name: the code,
 * then a line {@code => effects} as {@link EffectText} writes them. Code that begins with {@code
 * [printing]} or {@code [interactive]} is read as such an interpreter does.
 */
class ProgramReaderTest {

  static Stream<Arguments> programs() throws IOException {
    List<Arguments> programs = new ArrayList<>();
    for (Language language : Language.values()) {
      String name = language.name().toLowerCase(java.util.Locale.ROOT) + ".txt";
      try (InputStream file = ProgramReaderTest.class.getResourceAsStream(name)) {
        if (file != null) {
          read(language, new String(file.readAllBytes(), StandardCharsets.UTF_8), programs);
        }
      }
    }
    return programs.stream();
  }

  private static void read(Language language, String table, List<Arguments> programs) {
    StringBuilder code = new StringBuilder();
    for (String line : table.split("\n")) {
      if (line.startsWith("=>")) {
        String program = code.substring(0, code.length() - 1);
        programs.add(Arguments.of(language, program, line.substring(2).trim()));
        code.setLength(0);
      } else if (code.length() > 0 || !line.isEmpty()) {
        code.append(line).append('\n');
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("programs")
  void aProgramHasTheEffectsOfItsTable(Language language, String code, String effects) {
    assertThat(EffectText.of(read(language, code))).isEqualTo(effects);
  }

  private static List<Effect> read(Language language, String code) {
    if (code.startsWith("[printing] ")) {
      return CodeReaders.printing(language).orElseThrow().read(code.substring(11));
    }
    if (code.startsWith("[interactive] ")) {
      return CodeReaders.interactive(language).orElseThrow().read(code.substring(14));
    }
    return CodeReaders.of(language).orElseThrow().read(code);
  }

  static Stream<Arguments> hostilePrograms() {
    List<String> texts =
        List.of(
            "(".repeat(100_000),
            "[{(".repeat(50_000),
            "a".repeat(1 << 20),
            "x=x+x;".repeat(50_000),
            "x+".repeat(100_000),
            "f(".repeat(50_000) + ")".repeat(50_000),
            "a.b().c[0]".repeat(20_000),
            "'\"`".repeat(50_000),
            "\\".repeat(100_000),
            "if x then ".repeat(50_000),
            "`${".repeat(100_000),
            "#{\"#{".repeat(100_000),
            "+" + "\n".repeat(500_000),
            "\"$x{".repeat(100_000),
            "x[x[x[x[x[x[x[x[x[x[1] += 1] += 1] += 1] += 1] += 1] += 1] += 1] += 1] += 1] += 1;"
                .repeat(100),
            "\0\u0001\u2028".repeat(10_000),
            "<<A ".repeat(100_000) + "\n");
    List<Arguments> programs = new ArrayList<>();
    for (Language language : READ) {
      for (String text : texts) {
        programs.add(Arguments.of(language, text.substring(0, 10), text));
      }
    }
    return programs.stream();
  }

  private static final List<Language> READ =
      List.of(
          Language.PYTHON,
          Language.JAVASCRIPT,
          Language.RUBY,
          Language.PERL,
          Language.PHP,
          Language.LUA,
          Language.R,
          Language.JAVA);

  @ParameterizedTest(name = "{0}: {1}…")
  @MethodSource("hostilePrograms")
  void hostileTextIsReadInBoundedTime(Language language, String start, String text) {
    Assertions.assertThatCode(
            () ->
                org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> CodeReaders.of(language).orElseThrow().read(text)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"PYTHON", "JAVASCRIPT", "RUBY", "PERL", "PHP", "LUA", "R", "JAVA"})
  void aProgramThatIsNestedTooDeeplyIsNotFollowed(Language language) {
    String deep = "f(".repeat(200) + "1" + ")".repeat(200);

    assertThat(EffectText.of(CodeReaders.of(language).orElseThrow().read(deep)))
        .contains("unfollowed");
  }

  @Test
  void aSourceOutlivesAValueThatGrowsTooLarge() {
    StringBuilder code = new StringBuilder("import os\nx = os.environ['FIRST']\n");
    for (int i = 0; i < 300; i++) {
      code.append("x = x + os.environ['V").append(i).append("']\n");
    }

    List<Effect> effects = read(Language.PYTHON, code + "print(x)");

    assertThat(EffectText.of(effects)).startsWith("print(ENV");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import os\nprint(os.environ['A')", "print(open('.env').read()) )) ]] }"})
  void whatComesBeforeASyntaxErrorIsFound(String code) {
    assertThat(EffectText.shows(read(Language.PYTHON, code))).isTrue();
  }
}
