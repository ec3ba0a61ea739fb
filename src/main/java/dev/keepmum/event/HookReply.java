package dev.keepmum.event;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The answer to one event, as the client takes it. Observed with Claude Code 2.1.330: exit code 2
 * blocks whatever standard output says, a complete JSON object decides whatever the exit code says,
 * and plain text or broken JSON with exit code 0 lets the call run; so a refusal says it both ways.
 *
 * @param out what goes to standard output: one line with one JSON object; empty for an output
 * @param output a tool's output in other words, which goes to standard output instead
 * @param err what goes to standard error; empty for nothing
 */
public record HookReply(String out, Optional<UpdatedOutput> output, String err, int exitCode) {

  /** What is said to a call that nothing speaks against. */
  public enum OnPass {
    /** No decision: the client goes on with its own permission rules and prompts. */
    NOTHING,
    /** Consent: the client skips its own prompt. Only where a user has asked for it. */
    ALLOW
  }

  private static final int BLOCKED = 2;

  /** A reply that is said in one JSON object. */
  public HookReply(String out, String err, int exitCode) {
    this(out, Optional.empty(), err, exitCode);
  }

  private static final HookReply SILENCE = new HookReply("{}\n", "", 0);

  /**
   * Refuses what an event is about. Events that cannot be refused get no opinion, since an error
   * there could keep a session from ending.
   *
   * @param event the event's name; empty if it could not be read, which is refused as a tool call
   * @param reason what the model and the user see
   */
  public static HookReply deny(String event, String reason) {
    return switch (event) {
      case HookEvent.PRE_TOOL_USE, "" ->
          new HookReply(permission("deny", reason), reason + "\n", BLOCKED);
      case HookEvent.USER_PROMPT_SUBMIT, HookEvent.USER_PROMPT_EXPANSION, HookEvent.CONFIG_CHANGE ->
          new HookReply(block(reason, ""), reason + "\n", BLOCKED);
      default -> SILENCE;
    };
  }

  /** Has the user asked; only a tool call can be asked about, other events get no opinion. */
  public static HookReply ask(String event, String reason) {
    return event.equals(HookEvent.PRE_TOOL_USE)
        ? new HookReply(permission("ask", reason), "", 0)
        : SILENCE;
  }

  /** Has nothing against it. */
  public static HookReply pass(String event, OnPass onPass) {
    return onPass == OnPass.ALLOW && event.equals(HookEvent.PRE_TOOL_USE)
        ? new HookReply(permission("allow", "keepmum: no secret would leak"), "", 0)
        : SILENCE;
  }

  /**
   * Refuses a prompt and keeps it out of the message that says so, since it holds a secret: the
   * client would quote it.
   */
  public static HookReply denyUnquoted(String event, String reason) {
    String unquoted =
        ",\"hookSpecificOutput\":{\"hookEventName\":"
            + JsonText.quoted(event)
            + ",\"suppressOriginalPrompt\":true}";
    return new HookReply(block(reason, unquoted), reason + "\n", BLOCKED);
  }

  /** Tells the model something about an event that has happened and cannot be refused. */
  public static HookReply context(String event, String context) {
    return new HookReply(
        "{\"hookSpecificOutput\":{\"hookEventName\":"
            + JsonText.quoted(event)
            + ",\"additionalContext\":"
            + JsonText.quoted(context)
            + "}}\n",
        "",
        0);
  }

  /** Puts another output in the place of what a tool has answered. */
  public static HookReply update(UpdatedOutput output) {
    return new HookReply("", Optional.of(output), "", 0);
  }

  private static String block(String reason, String more) {
    return "{\"decision\":\"block\",\"reason\":" + JsonText.quoted(reason) + more + "}\n";
  }

  private static String permission(String decision, String reason) {
    return "{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\",\"permissionDecision\":\""
        + decision
        + "\",\"permissionDecisionReason\":"
        + JsonText.quoted(reason)
        + "}}\n";
  }

  /**
   * Writes the answer: standard output before standard error, and in one piece unless it is a
   * tool's output.
   */
  public void write(OutputStream standardOutput, OutputStream standardError) throws IOException {
    if (output.isPresent()) {
      output.get().write(standardOutput);
    } else {
      standardOutput.write(out.getBytes(StandardCharsets.UTF_8));
    }
    standardOutput.flush();
    if (!err.isEmpty()) {
      standardError.write(err.getBytes(StandardCharsets.UTF_8));
      standardError.flush();
    }
  }
}
