package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepmum.effect.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs programs with the real interpreter, a canary lying in {@code .env} and in the environment,
 * and compares what came out with what the reader says: whether the canary shows.
 */
class InterpreterTest {
  private static final String CANARY = "canary7f3a";

  @TempDir private static Path folder;

  @BeforeAll
  static void hideTheCanary() throws IOException {
    Files.writeString(folder.resolve(".env"), "SECRET_KEY=" + CANARY + "\n");
    Files.writeString(folder.resolve("c.json"), "{\"token\": \"" + CANARY + "\"}\n");
  }

  static Stream<Arguments> programs() throws IOException {
    List<Arguments> programs = new ArrayList<>();
    add(Language.PYTHON, "python3", List.of("python3", "-c"), programs);
    add(Language.JAVASCRIPT, "node", List.of("node", "-e"), programs);
    add(Language.PERL, "perl", List.of("perl", "-e"), programs);
    String toTcl = "printf '%s\\n' \"$0\" | tclsh /dev/stdin";
    add(Language.TCL, "tclsh", List.of("sh", "-c", toTcl), programs);
    return programs.stream();
  }

  private static void add(
      Language language, String interpreter, List<String> start, List<Arguments> programs)
      throws IOException {
    String name = "run-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
    try (InputStream file = InterpreterTest.class.getResourceAsStream(name)) {
      String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String program : all.strip().split("\n\n")) {
        programs.add(Arguments.of(language, interpreter, start, program));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("programs")
  void theReaderSaysWhatTheInterpreterShows(
      Language language, String interpreter, List<String> start, String program) throws Exception {
    assumeTrue(isInstalled(interpreter));
    List<String> command = new ArrayList<>(start);
    command.add(program);

    boolean shown = run(command).contains(CANARY);

    assertThat(EffectText.shows(CodeReaders.of(language).orElseThrow().read(program)))
        .as(EffectText.of(CodeReaders.of(language).orElseThrow().read(program)))
        .isEqualTo(shown);
  }

  private static boolean isInstalled(String program) {
    for (String directory : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true);
    builder.environment().put("SECRET_KEY", CANARY);
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return output;
  }
}
