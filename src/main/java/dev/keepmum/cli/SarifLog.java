package dev.keepmum.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keepmum.rule.Fingerprint;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Builds a log of one run in SARIF 2.1.0 (OASIS standard, docs.oasis-open.org/sarif/sarif/v2.1.0):
 * rules, and results that refer to them.
 */
final class SarifLog {
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private static final int IDENTITY_BYTES = 16;

  /** How bad a result is, as SARIF says it. */
  enum Level {
    ERROR("error"),
    WARNING("warning"),
    NOTE("note");

    private final String word;

    Level(String word) {
      this.word = word;
    }
  }

  /** Where a result stands. Lines and columns count from 1; line 0 is the whole file. */
  record Region(String path, int line, int column, int endLine, int endColumn) {}

  private final ObjectNode root = new ObjectMapper().createObjectNode();
  private final ArrayNode rules;
  private final ArrayNode results;
  private final Map<String, Integer> ruleIndexes = new HashMap<>();
  private final Map<String, Integer> seen = new HashMap<>();

  SarifLog() {
    root.put("$schema", SCHEMA).put("version", VERSION);
    ObjectNode run = root.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "keepmum").put("version", new Version().getVersion()[0]);
    rules = driver.putArray("rules");
    run.put("columnKind", "utf16CodeUnits");
    results = run.putArray("results");
  }

  /**
   * Makes a rule known; one that is known already stays as it is.
   *
   * @param about what it finds, in a sentence
   * @param help what to do about it; may be empty
   */
  void rule(String id, String about, String help, Level level) {
    if (ruleIndexes.putIfAbsent(id, ruleIndexes.size()) != null) {
      return;
    }
    ObjectNode rule = rules.addObject().put("id", id);
    rule.putObject("shortDescription").put("text", about);
    rule.putObject("defaultConfiguration").put("level", level.word);
    if (!help.isEmpty()) {
      rule.putObject("help").put("text", help);
    }
  }

  /**
   * Adds a result of a rule that is known.
   *
   * @param identity facts that are the same for the same result in other runs, on other machines
   *     and on other lines; alike ones are numbered
   * @return the result, for properties of its own
   */
  ObjectNode result(String rule, Level level, String message, Region region, String... identity) {
    ObjectNode result = results.addObject();
    result.put("ruleId", rule).put("ruleIndex", ruleIndexes.get(rule)).put("level", level.word);
    result.putObject("message").put("text", message);
    ObjectNode location = result.putArray("locations").addObject().putObject("physicalLocation");
    location.putObject("artifactLocation").put("uri", uri(region.path()));
    if (region.line() > 0) {
      location
          .putObject("region")
          .put("startLine", region.line())
          .put("startColumn", region.column())
          .put("endLine", region.endLine())
          .put("endColumn", region.endColumn());
    }
    result.putObject("partialFingerprints").put("keepmum/v1", hash(identity));
    return result;
  }

  private String hash(String... identity) {
    String facts = String.join("\0", identity);
    int number = seen.merge(facts, 1, Integer::sum);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest((facts + "\0" + number).getBytes(StandardCharsets.UTF_8));
      return Fingerprint.hex(Arrays.copyOf(hash, IDENTITY_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }

  /** A path as a relative reference, or as a URI where it is absolute. */
  private static String uri(String path) {
    try {
      String scheme = path.startsWith("/") ? "file" : null;
      String shown = path.startsWith("/") || !path.contains(":") ? path : "./" + path;
      return new URI(scheme, null, shown.replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException e) {
      return "unnamed";
    }
  }

  /** The log as JSON. */
  String text() {
    return root.toPrettyString();
  }
}
