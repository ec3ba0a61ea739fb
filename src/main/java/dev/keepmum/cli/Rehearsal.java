package dev.keepmum.cli;

import dev.keepmum.event.HookReply.OnPass;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers a few made-up events, so that a JVM sees what answering takes: the launcher has its
 * archive of loaded classes made from this.
 */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    try (InputStream events = Rehearsal.class.getResourceAsStream("rehearsal.jsonl")) {
      String lines = new String(events.readAllBytes(), StandardCharsets.UTF_8);
      lines.lines().forEach(Rehearsal::answer);
    }
  }

  private static void answer(String event) {
    InputStream in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
    new Guard(OnPass.NOTHING)
        .answer(in, OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
  }
}
