package dev.keepmum.event;

/** A command longer than what is judged: {@value HookEvent#MAX_COMMAND_LENGTH} characters. */
public final class CommandTooLong extends MalformedEvent {
  private static final long serialVersionUID = 1L;

  CommandTooLong(String event) {
    super(event, "the command is longer than 1 MiB and is not judged");
  }
}
