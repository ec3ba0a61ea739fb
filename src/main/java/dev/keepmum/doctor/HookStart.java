package dev.keepmum.doctor;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts a hook as the client does, with an event on its standard input. */
final class HookStart {
  private static final int LONGEST_ANSWER = 1 << 16;

  /** What becomes of standard input once the event is written. */
  enum Input {
    ENDS,
    /** Nobody closes it: a hook that waits for its end must give up by itself. */
    STAYS_OPEN
  }

  /**
   * What a hook did.
   *
   * @param exitCode -1 if it was stopped because it took too long
   * @param out the beginning of its standard output
   * @param milliseconds until it ended
   */
  record Answer(int exitCode, String out, long milliseconds) {

    boolean isLate() {
      return exitCode < 0;
    }

    /** Refuses a tool call, by its answer and by its exit code: the client may ignore either. */
    boolean denies() {
      return exitCode == 2
          && output().text("hookEventName").orElse("").equals("PreToolUse")
          && output().text("permissionDecision").orElse("").equals("deny");
    }

    /** Lets a tool call go its way, with a valid answer. */
    boolean passes() {
      String decision = output().text("permissionDecision").orElse("");
      return exitCode == 0
          && out.startsWith("{")
          && (decision.isEmpty() || decision.equals("allow"));
    }

    private JsonObject output() {
      try {
        JsonValue value = JsonReader.read(out);
        return value instanceof JsonObject object ? object.object("hookSpecificOutput") : NOTHING;
      } catch (MalformedJson e) {
        return NOTHING;
      }
    }

    /** What there is to say of an answer that was not the right one. */
    String told() {
      return isLate()
          ? "no answer after " + milliseconds + " ms"
          : "exit code " + exitCode + (out.isEmpty() ? ", no answer" : ", another answer");
    }

    private static final JsonObject NOTHING = nothing();

    private static JsonObject nothing() {
      try {
        return (JsonObject) JsonReader.read("{}");
      } catch (MalformedJson e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private final List<String> command;
  private final Path folder;
  private final int seconds;

  /**
   * @param folder where it is started
   * @param seconds how long it may take
   */
  HookStart(List<String> command, Path folder, int seconds) {
    this.command = command;
    this.folder = folder;
    this.seconds = seconds;
  }

  /**
   * Starts it once.
   *
   * @throws IOException if it cannot be started
   */
  Answer with(String event, Input input) throws IOException {
    long start = System.nanoTime();
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("CLAUDECODE", "1");
    builder.environment().put("CLAUDE_PROJECT_DIR", folder.toString());
    Process process = builder.start();
    try {
      write(process.getOutputStream(), event, input);
      StringBuilder out = new StringBuilder();
      Thread reader = reading(process.getInputStream(), out);
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
      if (!ended) {
        return new Answer(-1, "", milliseconds);
      }
      reader.join(1000);
      synchronized (out) {
        return new Answer(process.exitValue(), out.toString(), milliseconds);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer(-1, "", 0);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** A hook that answers before it has read everything closes its end, which is its right. */
  private static void write(OutputStream stream, String event, Input input) {
    try {
      stream.write(event.getBytes(StandardCharsets.UTF_8));
      stream.flush();
      if (input == Input.ENDS) {
        stream.close();
      }
    } catch (IOException closed) {
      return;
    }
  }

  private static Thread reading(InputStream stream, StringBuilder out) {
    Thread reader =
        new Thread(
            () -> {
              try {
                byte[] bytes = stream.readNBytes(LONGEST_ANSWER);
                synchronized (out) {
                  out.append(new String(bytes, StandardCharsets.UTF_8));
                }
              } catch (IOException closed) {
                return;
              }
            });
    reader.setDaemon(true);
    reader.start();
    return reader;
  }
}
