package dev.keepmum.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  /** All checks, family by family. */
  public static List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (String line : resource("checks.txt").split("\n")) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        String[] fields = line.split(" \\| ", -1);
        checks.add(
            new Check(
                fields[0].strip(), fields[1].strip(), fields.length > 2 ? fields[2].strip() : ""));
      }
    }
    return checks;
  }

  /** A check by its id. */
  public static Optional<Check> check(String id) {
    return checks().stream().filter(check -> check.id().equals(id)).findFirst();
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
