package dev.keepmum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import dev.keepmum.event.JsonText;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import picocli.CommandLine;

/**
 * What a hook call loads and allocates, in a fresh JVM without an archive. Loading is most of what
 * a call costs, so every class more is paid on every tool call.
 */
class StartupTest {

  /** Saying hello loads 420 classes on JDK 17 and 414 on JDK 25, and allocates 0.5 MiB. */
  private static final int MOST_CLASSES = 900;

  private static final int MOST_KIBIBYTES = 8 << 10;

  private static final List<String> NOT_FOR_A_HOOK =
      List.of(
          "picocli.",
          "org.slf4j.",
          "com.fasterxml.",
          "java.util.regex.",
          "java.util.stream.",
          "java.lang.invoke.InnerClassLambdaMetafactory",
          "java.lang.invoke.LambdaForm$MH/0x",
          "java.lang.runtime.ObjectMethods",
          "dev.keepmum.scan.",
          "dev.keepmum.rule.Own",
          "dev.keepmum.rule.ExtendedRuleBook",
          "dev.keepmum.policy.OwnRule",
          "dev.keepmum.cli.EventAnswer");

  @TempDir Path temporary;

  /** The five calls that {@code bench/startup} times, and one that reads code. */
  enum Call {
    GIT_STATUS("Bash", "command", "git status"),
    CAT_SOURCE("Bash", "command", "cat src/App.java"),
    READ_SOURCE("Read", "file_path", "/src/App.java"),
    PIPELINE("Bash", "command", pipeline()),
    CAT_DOTENV("Bash", "command", "cat .env"),
    INLINE_CODE("Bash", "command", "cat .env | head -n 3 && node -e 'console.log(process.env)'");

    private final String event;

    Call(String tool, String key, String value) {
      event =
          "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":\""
              + tool
              + "\",\"tool_input\":{\""
              + key
              + "\":"
              + JsonText.quoted(value)
              + "}}";
    }

    private static String pipeline() {
      StringBuilder pipeline = new StringBuilder("git log --oneline");
      while (pipeline.length() < 2000) {
        pipeline.append(" | grep -v 'wip ").append(pipeline.length());
        pipeline.append("' | sed -e 's/a/b/' | sort -u");
      }
      return pipeline.append(" | head").toString();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCallLoadsFewClassesAndNothingOfTheOtherCommands(Call call) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertFrugal(java, call);
  }

  /** What newer JVMs load to do the same differs, so the newest one counts as well. */
  @ParameterizedTest
  @EnumSource
  void aCallLoadsFewClassesOnANewerJvmToo(Call call) throws Exception {
    Path java = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64/bin/java");
    assumeTrue(Files.isExecutable(java), "no JDK 25 here");
    assertFrugal(java, call);
  }

  private void assertFrugal(Path java, Call call) throws Exception {
    List<String> loaded = classesLoadedBy(java, call);

    assertThat(loaded)
        .contains("dev.keepmum.cli.Guard")
        .noneMatch(name -> NOT_FOR_A_HOOK.stream().anyMatch(name::startsWith))
        .noneMatch(name -> name.contains("$$Lambda"))
        .hasSizeLessThanOrEqualTo(MOST_CLASSES);
    assertThat(kibibytesAllocated()).isBetween(100, MOST_KIBIBYTES);
  }

  private List<String> classesLoadedBy(Path java, Call call)
      throws IOException, InterruptedException {
    Path event = Files.writeString(temporary.resolve("event.json"), call.event);
    Process hook =
        new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // Nothing is collected, and what the heap holds at the end is what was allocated.
                "-Xms96m",
                "-Xmn64m",
                "-XX:-UseTLAB",
                "-Xlog:gc*=info:file=" + temporary.resolve("heap.log"),
                "-Xlog:class+load:file=" + temporary.resolve("classes.log") + "::filecount=0",
                "-cp",
                classPath(),
                "dev.keepmum.Main",
                "hook")
            .redirectInput(event.toFile())
            .redirectOutput(temporary.resolve("out").toFile())
            .redirectErrorStream(true)
            .start();
    assertThat(hook.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(temporary.resolve("out"))).startsWith("{");
    try (Stream<String> lines = Files.lines(temporary.resolve("classes.log"))) {
      return lines
          .filter(line -> line.contains(" source: "))
          .map(line -> line.replaceFirst("^(\\[[^]]*] *)+", "").replaceFirst(" source: .*", ""))
          .toList();
    }
  }

  /** All that the program comes with, wherever the build has it. */
  private static String classPath() {
    return Stream.of(Main.class, Pattern.class, CommandLine.class, ObjectMapper.class, Logger.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private int kibibytesAllocated() throws IOException {
    try (Stream<String> lines = Files.lines(temporary.resolve("heap.log"))) {
      return lines
          .filter(line -> line.contains(" new generation ") || line.contains(" DefNew "))
          .map(line -> line.replaceFirst(".*used (\\d+)K.*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElseThrow();
    }
  }
}
