package dev.keepmum.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Commands, one a line, in the world of the cases: those that show a secret are denied, those of an
 * ordinary day pass. The lines are in {@code flow/leaks.txt} and {@code flow/harmless.txt}, and in
 * the tables of what lies near them: other spellings, programs, vaults, languages and ways out.
 */
class CommandTablesTest {

  static Stream<String> leaks() {
    return Stream.of("leaks.txt", "neighbour-leaks.txt", "tool-leaks.txt")
        .flatMap(CommandTablesTest::lines);
  }

  static Stream<String> harmless() {
    return Stream.of("harmless.txt", "neighbour-harmless.txt", "tool-harmless.txt")
        .flatMap(CommandTablesTest::lines);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("leaks")
  void aCommandThatShowsASecretIsDenied(String command) throws Exception {
    assertThat(World.judge(command).decision()).isEqualTo(Decision.DENY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("harmless")
  void aCommandOfAnOrdinaryDayPasses(String command) throws Exception {
    assertThat(World.judge(command)).isEqualTo(Verdict.PASS);
  }

  private static Stream<String> lines(String table) {
    try (InputStream text =
        CommandTablesTest.class.getResourceAsStream("/dev/keepmum/flow/" + table)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
