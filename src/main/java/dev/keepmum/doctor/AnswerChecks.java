package dev.keepmum.doctor;

import dev.keepmum.doctor.HookStart.Answer;
import dev.keepmum.doctor.HookStart.Input;
import dev.keepmum.event.JsonText;
import dev.keepmum.settings.RegisteredHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the registered hook with events whose answers are known. */
final class AnswerChecks {
  /** What a person notices at every call. */
  private static final int SLOW_MILLISECONDS = 500;

  /** The client's own limit where a registration names none. */
  private static final double CLIENT_SECONDS = 600;

  private static final int LONGEST_SECONDS = 30;

  private final RegisteredHook guard;
  private final String folder;
  private final Path scratch;
  private final List<CheckResult> results = new ArrayList<>();

  AnswerChecks(RegisteredHook guard, String folder, Path scratch) {
    this.guard = guard;
    this.folder = folder;
    this.scratch = scratch;
  }

  List<CheckResult> results() throws IOException {
    Files.writeString(scratch.resolve(".env"), "SECRET=canary\n");
    double limit = Math.min(LONGEST_SECONDS, guard.timeout().orElse(CLIENT_SECONDS));
    HookStart hook =
        new HookStart(guard.words(folder), scratch, (int) Math.ceil(Math.max(1, limit)));
    try {
      // The first start may have to read from disk what later ones find in memory.
      hook.with(event("true"), Input.ENDS);
      denies("deny", "`cat .env` is refused", hook.with(event("cat .env"), Input.ENDS));
      Answer passed = hook.with(event("ls"), Input.ENDS);
      results.add(
          passed.passes()
              ? CheckResult.ok("pass", "`ls` is let through")
              : CheckResult.failed("pass", "`ls` is not let through: " + passed.told()));
      denies("broken", "half an event is refused", hook.with("{\"hook_event_", Input.ENDS));
      denies("slow", "an event that never ends is refused", hook.with("{", Input.STAYS_OPEN));
      time(passed, limit);
    } catch (IOException e) {
      results.add(CheckResult.failed("start", "it cannot be started: " + e.getMessage()));
    }
    return results;
  }

  private void denies(String id, String what, Answer answer) {
    results.add(
        answer.denies()
            ? CheckResult.ok(id, what + " (" + answer.milliseconds() + " ms)")
            : CheckResult.failed(id, "not so that " + what + ": " + answer.told()));
  }

  private void time(Answer answer, double limit) {
    String told = "a call costs " + answer.milliseconds() + " ms; the client waits " + limit + " s";
    results.add(
        answer.milliseconds() > SLOW_MILLISECONDS
            ? CheckResult.warning("time", told)
            : CheckResult.ok("time", told));
  }

  private String event(String command) {
    return "{\"session_id\":\"doctor\",\"transcript_path\":\"\",\"cwd\":"
        + JsonText.quoted(scratch.toString())
        + ",\"permission_mode\":\"default\",\"hook_event_name\":\"PreToolUse\","
        + "\"tool_name\":\"Bash\",\"tool_input\":{\"command\":"
        + JsonText.quoted(command)
        + "},\"tool_use_id\":\"doctor\"}\n";
  }
}
