package dev.keepmum.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The checks by name: what each finds, which advisories are about it, and its page. */
public final class LintCatalog {

  /**
   * A check.
   *
   * @param id {@code guard/matcher}
   * @param title what it finds, in a few words
   * @param advisories published numbers of the same shape, with commas between; may be empty
   */
  public record Check(String id, String title, String advisories) {}

  private LintCatalog() {}

  private static final class Loaded {
    static final Map<String, Check> BY_ID = read();
  }

  /** All checks, family by family. */
  public static List<Check> checks() {
    return List.copyOf(Loaded.BY_ID.values());
  }

  /** A check by its id. */
  public static Optional<Check> check(String id) {
    return Optional.ofNullable(Loaded.BY_ID.get(id));
  }

  private static Map<String, Check> read() {
    Map<String, Check> checks = new LinkedHashMap<>();
    for (String line : resource("checks.txt").split("\n")) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        String[] fields = line.split(" \\| ", -1);
        String id = fields[0].strip();
        String advisories = fields.length > 2 ? fields[2].strip() : "";
        checks.put(id, new Check(id, fields[1].strip(), advisories));
      }
    }
    return checks;
  }

  /** What a check is about, at length. */
  public static String page(Check check) {
    return resource(check.id().replace('/', '-') + ".txt");
  }

  private static String resource(String name) {
    try (InputStream in = LintCatalog.class.getResourceAsStream("/dev/keepmum/lint/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
