package dev.keepmum;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers a few made-up events, so that a JVM sees what answering takes: the launcher has its
 * archive of loaded classes made from this. What is missing here is loaded slowly on every call.
 */
final class Rehearsal {
  private static final String[] HOOK = {"hook"};

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    try (InputStream events = Rehearsal.class.getResourceAsStream("rehearsal.jsonl");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        byte[] event = line.getBytes(StandardCharsets.UTF_8);
        Main.run(HOOK, new ByteArrayInputStream(event), nowhere, nowhere);
      }
    }
    Main.run(HOOK, System.in, System.out, System.err);
  }
}
