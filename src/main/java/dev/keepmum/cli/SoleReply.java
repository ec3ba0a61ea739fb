package dev.keepmum.cli;

import dev.keepmum.event.HookReply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicBoolean;

/** The one answer to an event: the first that is given is written, every later one is dropped. */
final class SoleReply {
  private final OutputStream out;
  private final OutputStream err;
  private final AtomicBoolean given = new AtomicBoolean();

  SoleReply(OutputStream out, OutputStream err) {
    this.out = out;
    this.err = err;
  }

  /**
   * Gives an answer.
   *
   * @return whether it was the first; then it has been written, as far as the streams take it
   */
  boolean give(HookReply reply) {
    if (!given.compareAndSet(false, true)) {
      return false;
    }
    try {
      reply.write(out, err);
    } catch (IOException e) {
      // Nobody reads any more; the exit code still tells.
      return true;
    }
    return true;
  }
}
