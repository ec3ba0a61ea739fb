package dev.keepmum.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.IVersionProvider;

/**
 * The version, from a resource that the build fills in: a native program has no manifest to ask.
 */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
      String version = new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
      return new String[] {"keepmum " + (version.startsWith("$") ? "(not packaged)" : version)};
    } catch (IOException e) {
      throw new UncheckedIOException("version.txt", e);
    }
  }
}
