package dev.keepmum.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The scripts that lie beside the tests. */
final class Scripts {
  private Scripts() {}

  /** The lines of a file. */
  static List<String> lines(String file) {
    try (InputStream in = Scripts.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scripts of a file with a JSON string on each line. */
  static List<String> json(String file) {
    ObjectMapper mapper = new ObjectMapper();
    List<String> scripts = new ArrayList<>();
    for (String line : lines(file)) {
      try {
        scripts.add(mapper.readValue(line, String.class));
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
    return scripts;
  }
}
