package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.event.JsonText;
import dev.keepmum.host.SystemHost;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is broken, huge or hostile gets an answer within the deadline, and never opens the gate. */
class BadInputTest {

  /** The hook's own deadline, and what a busy machine may add to it. */
  private static final int DEADLINE = 2_000;

  private static final Duration PATIENCE = Duration.ofMillis(DEADLINE + 3_000);

  @TempDir Path folder;
  private final TimedOutput out = new TimedOutput();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void layOut() throws Exception {
    Files.writeString(folder.resolve(".env"), "TOKEN=canary\n");
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    Files.createDirectory(folder.resolve("closed"));
    Files.createSymbolicLink(folder.resolve("dangling"), Path.of("nowhere/.env"));
    new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor();
  }

  static Stream<Arguments> events() {
    String open = "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":\"Bash\",";
    return Stream.of(
        arguments("nothing at all", "", "deny"),
        arguments("half a JSON", open + "\"tool_input\":{\"comm", "deny"),
        arguments("an array", "[1,2]", "deny"),
        arguments("two documents", open + "\"tool_input\":{}} {}", "deny"),
        arguments(
            "a tool's name that is a number",
            "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":7,\"tool_input\":{}}",
            "deny"),
        arguments(
            "no tool's name",
            "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_input\":{}}",
            "deny"),
        arguments("an input that is a text", open + "\"tool_input\":\"cat .env\"}", "deny"),
        arguments("nested without end", open + "\"tool_input\":" + "[".repeat(100_000), "deny"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("events")
  void aBrokenEventIsRefused(String what, String event, String decision) {
    assertThat(answer(event.getBytes(StandardCharsets.UTF_8))).isEqualTo(decision);
  }

  @ParameterizedTest(name = "byte {0}")
  @MethodSource("brokenBytes")
  void bytesThatAreNoUtf8AreRefused(int broken) {
    byte[] event = event("echo x", folder.toString()).getBytes(StandardCharsets.UTF_8);
    event[event.length - 5] = (byte) broken;

    assertThat(answer(event)).isEqualTo("deny");
  }

  static Stream<Integer> brokenBytes() {
    return Stream.of(0xFF, 0xC3, 0x80, 0x00, 0x01);
  }

  static Stream<Arguments> commands() {
    return Stream.of(
        arguments("a NUL", "cat .env\u0000", "deny"),
        arguments("control characters", "\u0001\u0002\u001b[2J", "pass"),
        arguments("1 MiB and one character", "a".repeat((1 << 20) + 1), "deny"),
        arguments(
            "10,000 subshells", "( ".repeat(10_000) + "cat .env" + ")".repeat(10_000), "deny"),
        arguments("10,000 parentheses", "(".repeat(10_000) + ")".repeat(10_000), "pass"),
        arguments("10,000 substitutions", "echo " + "$(".repeat(10_000), "deny"),
        arguments("an unclosed quote", "echo 'never closed", "pass"),
        arguments("an unclosed quote after a leak", "cat .env\necho 'never closed", "deny"),
        arguments("a secret behind a syntax error", "if; cat .env", "deny"),
        arguments("1 MiB of quotes", "'".repeat(1 << 20), "pass"),
        arguments("1 MiB of pipes", "a|".repeat(1 << 19), "deny"),
        arguments("100,000 words", "for x in " + "a ".repeat(100_000) + "; do :; done", "pass"),
        arguments("a program that starts itself", ":(){ :|:& };:", "pass"),
        arguments("a function that calls itself", "f() { f; cat .env; }; f", "deny"),
        arguments("a loop of links", "cat loop", "pass"),
        arguments("a link to nothing", "cat dangling", "pass"),
        arguments("a pipe that nobody writes to", "cat pipe; . pipe; sh pipe", "pass"),
        arguments("devices", "cat /dev/zero /dev/random < /dev/full", "pass"),
        arguments("a folder as a file", "cat closed", "pass"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("commands")
  void aHostileCommandIsAnsweredInTime(String what, String command, String decision) {
    Instant start = Instant.now();

    String answer = answer(event(command, folder.toString()).getBytes(StandardCharsets.UTF_8));

    assertThat(answer).isEqualTo(decision);
    assertThat(Duration.between(start, out.written)).isLessThan(PATIENCE);
  }

  /** Keeps when the answer came: the judgement goes on behind it where nothing really halts. */
  private static final class TimedOutput extends ByteArrayOutputStream {
    private Instant written = Instant.MAX;

    @Override
    public synchronized void write(byte[] bytes, int start, int length) {
      written = Instant.now();
      super.write(bytes, start, length);
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @MethodSource("folders")
  void aFolderThatIsNotThereHidesNothing(String where) {
    assertThat(answer(event("cat .env", where).getBytes(StandardCharsets.UTF_8))).isEqualTo("deny");
  }

  static Stream<String> folders() {
    return Stream.of("/nowhere/at/all", "/dev/null", "relative", "");
  }

  private String answer(byte[] event) {
    AtomicInteger halted = new AtomicInteger(-1);
    int status =
        new Guard(OnPass.NOTHING, () -> Judges.on(new SystemHost()), DEADLINE, halted::set)
            .answer(new ByteArrayInputStream(event), out, err);
    String reply = out.toString(StandardCharsets.UTF_8);
    String complaint = err.toString(StandardCharsets.UTF_8);

    assertThat(reply + complaint)
        .doesNotContain("\tat ", "Exception", "canary")
        .hasSizeLessThan(2_000);
    if (reply.equals("{}\n")) {
      assertThat(status).isZero();
      return "pass";
    }
    assertThat(reply).endsWith("}}\n");
    boolean denied = reply.contains("\"permissionDecision\":\"deny\"");
    assertThat(status).isEqualTo(denied ? 2 : 0);
    return denied ? "deny" : "ask";
  }

  private static String event(String command, String cwd) {
    return "{\"hook_event_name\":\"PreToolUse\",\"cwd\":"
        + JsonText.quoted(cwd)
        + ",\"tool_name\":\"Bash\",\"tool_input\":{\"command\":"
        + JsonText.quoted(command)
        + "}}";
  }
}
