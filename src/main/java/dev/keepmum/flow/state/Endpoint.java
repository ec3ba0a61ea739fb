package dev.keepmum.flow.state;

import dev.keepmum.flow.Content;
import dev.keepmum.shell.Script;

/** What a file descriptor leads to. */
public sealed interface Endpoint {

  /** The conversation: whatever is written there is shown. */
  record Transcript() implements Endpoint {}

  /** {@code /dev/null}, or a closed descriptor. */
  record Discard() implements Endpoint {}

  /** Something to read. */
  record Source(Content content) implements Endpoint {}

  /** A pipe or a command substitution: what is written there is read by somebody else. */
  final class Buffer implements Endpoint {
    private Content content = Content.EMPTY;

    public void add(Content added) {
      content = content.then(added);
    }

    /** What was written so far. */
    public Content content() {
      return content;
    }
  }

  /** A file that is written, from its beginning or at its end. */
  final class Target implements Endpoint {
    private final Content path;
    private boolean begun;

    public Target(Content path, boolean append) {
      this.path = path;
      this.begun = append;
    }

    public Content path() {
      return path;
    }

    /** Whether what comes now goes behind something. */
    public boolean begin() {
      boolean before = begun;
      begun = true;
      return before;
    }
  }

  /** Two ends of which nobody knows the right one, so that what is written goes to both. */
  record Either(Endpoint first, Endpoint second) implements Endpoint {}

  /** {@code >( … )}: a script that reads what is written, with the descriptors it was made with. */
  record Reader(Script script, Descriptors descriptors) implements Endpoint {}

  /** {@code /dev/tcp/host/port}. */
  record Network(Content destination) implements Endpoint {}

  Transcript TRANSCRIPT = new Transcript();
  Discard DISCARD = new Discard();
}
