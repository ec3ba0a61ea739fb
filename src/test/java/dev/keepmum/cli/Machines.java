package dev.keepmum.cli;

import dev.keepmum.host.FixtureHost;
import dev.keepmum.policy.Judge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Judges on machines that are described in a line. */
final class Machines {
  private Machines() {}

  static Judge empty() {
    String description =
        "{\"home\":\"/home/dev\",\"cwd\":\"/home/dev/app\",\"env\":{},\"files\":{}}";
    try {
      return Judges.on(
          FixtureHost.read(new ByteArrayInputStream(description.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
