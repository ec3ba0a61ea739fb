package dev.keepmum.flow.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.flow.command.ProgramRunner;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.host.SystemHost;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the interpreter works out that a script prints, against what bash prints. The scripts are in
 * {@code flow/expansions.txt} and {@code flow/possibilities.txt}, one a line.
 */
@EnabledOnOs(OS.LINUX)
class BashOracleTest {

  @TempDir Path folder;

  @BeforeEach
  void layOut() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");
    Files.writeString(folder.resolve("b.txt"), "three\n");
    Files.writeString(folder.resolve(".hidden"), "");
    Files.createDirectory(folder.resolve("src"));
    Files.writeString(folder.resolve("src/x.c"), "");
    Files.writeString(folder.resolve("src/y.c"), "");
  }

  static Stream<String> known() {
    return lines("/dev/keepmum/flow/expansions.txt");
  }

  static Stream<String> possible() {
    return lines("/dev/keepmum/flow/possibilities.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("known")
  void whatCanBeWorkedOutIsWhatBashPrints(String script) throws Exception {
    Content printed = printed(script);

    assertThat(printed.texts()).containsExactly(bash(script));
    assertThat(printed.isOpen()).as("may be something else").isFalse();
  }

  /** Where it depends on what is not looked at, what bash prints is among what may be. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("possible")
  void whatBashPrintsIsAmongThePossibilities(String script) throws Exception {
    Content printed = printed(script);

    boolean open = printed.isOpen() || printed.texts().stream().anyMatch(Content::isPartial);
    assertThat(open || printed.texts().contains(bash(script)))
        .as(printed.texts().toString())
        .isTrue();
  }

  private Content printed(String script) throws IOException {
    Path real = folder.toRealPath();
    SystemHost host = new SystemHost(Map.of("HOME", real.toString()), real.toString());
    FlowContext context = new FlowContext(host, RuleBooks.standard(), real.toString(), Trace.NONE);
    ShellState state = ShellState.initial(Content.text(real.toString()));
    ShellInterpreter shell = new ShellInterpreter(context, new ProgramRunner(), state);
    Content printed =
        shell.capture(
            () -> {
              shell.runText(script);
              shell.runExitTraps();
            });
    return context.files().known(printed);
  }

  private String bash(String script) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toRealPath().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/bin:/bin");
    builder.environment().put("HOME", folder.toRealPath().toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    Process bash = builder.start();
    String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    bash.waitFor();
    return output;
  }

  private static Stream<String> lines(String resource) {
    try (InputStream text = BashOracleTest.class.getResourceAsStream(resource)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
