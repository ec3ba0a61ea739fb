package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.policy.Judge;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static final String HARMLESS_CALL =
      "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":\"Bash\","
          + "\"tool_input\":{\"command\":\"git status\"}}";
  private static final int LONG = 60_000;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicInteger halted = new AtomicInteger(-1);

  @Test
  void harmlessCallsGetNoOpinion() {
    int status = answer(HARMLESS_CALL);

    assertThat(status).isZero();
    assertThat(printed()).isEqualTo("{}\n");
    assertThat(complaints()).isEmpty();
  }

  @Test
  void consentIsGivenOnlyWhereTheUserAskedForIt() {
    int status = guard(OnPass.ALLOW, LONG).answer(bytes(HARMLESS_CALL), out, err);

    assertThat(status).isZero();
    assertThat(printed()).contains("\"permissionDecision\":\"allow\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "[]",
        "{}",
        "{\"hook_event_name\":\"PreToolUse\"",
        "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":\"Bash\"}",
        "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_input\":{}}"
      })
  void whatCannotBeReadIsRefusedBothWays(String event) {
    int status = answer(event);

    assertThat(status).isEqualTo(2);
    assertThat(printed())
        .startsWith("{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\"")
        .contains("\"permissionDecision\":\"deny\"")
        .endsWith("}}\n");
    assertThat(complaints()).startsWith("keepmum: ");
  }

  @ParameterizedTest
  @CsvSource({
    "UserPromptSubmit, 2, '{\"decision\":\"block\"'",
    "ConfigChange,     2, '{\"decision\":\"block\"'",
    "Stop,             0, '{}'",
    "PostToolUse,      0, '{}'"
  })
  void brokenEventsAreRefusedWhereARefusalCannotLoop(String name, int expected, String answer) {
    int status = answer("{\"hook_event_name\":\"" + name + "\",\"cwd\":");

    assertThat(status).isEqualTo(expected);
    assertThat(printed()).startsWith(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hook_event_name\":\"UserPromptSubmit\",\"cwd\":\"/\",\"prompt\":\"hello\"}",
        "{\"hook_event_name\":\"SessionStart\",\"cwd\":\"/\"}"
      })
  void otherEventsGetNoOpinion(String event) {
    assertThat(answer(event)).isZero();
    assertThat(printed()).isEqualTo("{}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.StackOverflowError,      nested too deeply",
    "java.lang.OutOfMemoryError,        too large",
    "java.lang.IllegalStateException,   could not be judged",
    "java.lang.NoClassDefFoundError,    could not be judged"
  })
  void failuresAreRefusalsWithoutTheirMessage(Class<? extends Throwable> kind, String reason) {
    Judges failing =
        () -> {
          throw GuardTest.<RuntimeException>unchecked(failure(kind));
        };

    int status = new Guard(OnPass.NOTHING, failing, LONG, halted::set).answer(call(), out, err);

    assertThat(status).isEqualTo(2);
    assertThat(printed()).contains("\"deny\"").contains(reason).doesNotContain("CANARY");
    assertThat(complaints()).contains(reason).doesNotContain("CANARY", "\tat ");
  }

  @Test
  void aJudgeThatHangsIsRefusedAndLeftBehind() throws InterruptedException {
    CountDownLatch refused = new CountDownLatch(1);
    Judges hanging =
        () -> {
          await(refused);
          return harmless();
        };
    Guard guard =
        new Guard(
            OnPass.NOTHING,
            hanging,
            20,
            status -> {
              halted.set(status);
              refused.countDown();
            });

    int status = guard.answer(call(), out, err);

    assertThat(halted).hasValue(2);
    assertThat(status).as("the late judgement counts for nothing").isEqualTo(2);
    assertThat(printed()).contains("\"deny\"").contains("in time").endsWith("}}\n");
    assertThat(printed().lines()).hasSize(1);
  }

  @Test
  void standardInputThatNeverEndsIsRefused() {
    CountDownLatch refused = new CountDownLatch(1);
    InputStream silent =
        new InputStream() {
          @Override
          public int read() {
            await(refused);
            return -1;
          }
        };
    Guard guard = new Guard(OnPass.NOTHING, GuardTest::harmless, 20, status -> refused.countDown());

    assertThat(guard.answer(silent, out, err)).isEqualTo(2);
    assertThat(printed().lines()).hasSize(1).first().asString().contains("\"deny\"");
  }

  @Test
  void aReaderThatIsGoneStillGetsTheExitCode() {
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("closed");
          }
        };

    assertThat(guard(OnPass.NOTHING, LONG).answer(bytes("nonsense"), closed, closed)).isEqualTo(2);
  }

  private int answer(String event) {
    return guard(OnPass.NOTHING, LONG).answer(bytes(event), out, err);
  }

  private Guard guard(OnPass onPass, int deadline) {
    return new Guard(onPass, GuardTest::harmless, deadline, halted::set);
  }

  private static Judge harmless() {
    return Machines.empty();
  }

  private static InputStream call() {
    return bytes(HARMLESS_CALL);
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String complaints() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static Throwable failure(Class<? extends Throwable> kind) {
    try {
      return kind.getConstructor(String.class).newInstance("CANARY");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
