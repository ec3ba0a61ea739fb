package dev.keepmum;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a hook call loads, in a fresh JVM without an archive. Loading is most of what a call costs,
 * so every class more is paid on every tool call.
 */
class StartupTest {

  /** JDK 17 itself loads 450 or so to say hello. */
  private static final int CEILING = 1050;

  @TempDir Path temporary;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"command\":\"git status\"}",
        "{\"command\":\"cat .env | head -n 3 > $OUT && node -e 'console.log(process.env)'\"}"
      })
  void aCallLoadsFewClassesAndNothingOfTheOtherCommands(String input) throws Exception {
    List<String> loaded = classesLoadedFor(input);

    assertThat(loaded)
        .contains("dev.keepmum.cli.Guard")
        .noneMatch(
            name ->
                name.startsWith("picocli.")
                    || name.startsWith("org.slf4j.")
                    || name.startsWith("com.fasterxml.jackson.databind.")
                    || name.startsWith("java.util.regex.")
                    || name.startsWith("java.util.stream.")
                    || name.contains("$$Lambda"));
    if (Runtime.version().feature() == 17) {
      assertThat(loaded).hasSizeLessThanOrEqualTo(CEILING);
    }
  }

  private List<String> classesLoadedFor(String input) throws IOException, InterruptedException {
    Path event = temporary.resolve("event.json");
    Files.writeString(
        event,
        "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":\"Bash\",\"tool_input\":"
            + input
            + "}");
    Path log = temporary.resolve("classes.log");
    Process hook =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:class+load:file=" + log + "::filecount=0",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.keepmum.Main",
                "hook")
            .redirectInput(event.toFile())
            .redirectOutput(temporary.resolve("out").toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(hook.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(temporary.resolve("out"))).startsWith("{");
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" source: "))
          .map(line -> line.replaceFirst("^(\\[[^]]*] *)+", "").replaceFirst(" source: .*", ""))
          .collect(Collectors.toList());
    }
  }
}
