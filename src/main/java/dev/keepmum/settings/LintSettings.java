package dev.keepmum.settings;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.settings.SettingsFinding.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What keepmum's configuration says under {@code lint}: how bad a check's findings are, and which
 * findings somebody has looked at.
 *
 * <pre>{@code
 * "lint": {
 *   "severity": { "hooks/runs": "off", "mcp/": "error" },
 *   "suppress": [
 *     { "check": "mcp/server", "file": ".mcp.json", "at": "mcpServers.docs",
 *       "reason": "our own server", "until": "2027-01-31" }
 *   ]
 * }
 * }</pre>
 *
 * <p>A check is named by its id or, with a slash at the end, by its family; {@code file} is the end
 * of a path, {@code at} a key, both optional. Reason and date are not. An earlier layer's severity
 * stands against a later one's milder one.
 */
public final class LintSettings {

  /** A mistake in the configuration. The message names file, line and column. */
  public static final class Mistake extends Exception {
    private static final long serialVersionUID = 1L;

    Mistake(String file, Position at, String message) {
      super(file + ':' + at.line() + ':' + at.column() + ": " + message, null, false, false);
    }
  }

  private record Suppression(String check, String file, String at, String reason, LocalDate until) {

    boolean covers(LintFinding finding) {
      String path = finding.file().replace('\\', '/');
      boolean isFile = file.isEmpty() || path.equals(file) || path.endsWith('/' + file);
      return isFile && named(check, finding.id()) && (at.isEmpty() || at.equals(finding.path()));
    }
  }

  private static final String OFF = "off";

  private final Map<String, String> severities = new LinkedHashMap<>();
  private final List<Suppression> suppressions = new ArrayList<>();

  /** No configuration: every finding counts as it is. */
  public LintSettings() {}

  /**
   * Adds a layer: managed first, then the user's, then the project's.
   *
   * @param file how the file is named in a mistake
   * @param text a configuration file, {@code //} comments allowed
   */
  public void add(String file, String text) throws Mistake {
    JsonValue root;
    try {
      root = JsonReader.readCommented(text);
    } catch (MalformedJson e) {
      throw new Mistake(file, e.position(), e.getMessage());
    }
    if (!(root instanceof JsonObject object)) {
      throw new Mistake(file, root.position(), "not a JSON object");
    }
    JsonMember lint = object.members().get("lint");
    if (lint == null) {
      return;
    }
    if (!(lint.value() instanceof JsonObject settings)) {
      throw new Mistake(file, lint.position(), "lint must be an object");
    }
    for (JsonMember member : settings.members().values()) {
      switch (member.name()) {
        case "severity" -> severities(file, member);
        case "suppress" -> suppressions(file, member);
        default ->
            throw new Mistake(
                file, member.position(), "lint takes severity and suppress, not " + member.name());
      }
    }
  }

  private void severities(String file, JsonMember member) throws Mistake {
    if (!(member.value() instanceof JsonObject object)) {
      throw new Mistake(file, member.position(), "lint.severity must be an object");
    }
    for (JsonMember entry : object.members().values()) {
      String word = entry.value().text().orElse("");
      if (rank(word) < 0) {
        throw new Mistake(
            file, entry.position(), entry.name() + " must be off, note, warning or error");
      }
      String earlier = severities.getOrDefault(entry.name(), OFF);
      if (rank(word) >= rank(earlier)) {
        severities.put(entry.name(), word);
      }
    }
  }

  private static int rank(String word) {
    return List.of(OFF, "note", "warning", "error").indexOf(word);
  }

  private void suppressions(String file, JsonMember member) throws Mistake {
    if (!(member.value() instanceof JsonValue.JsonArray list)) {
      throw new Mistake(file, member.position(), "lint.suppress must be a list");
    }
    for (JsonValue value : list.elements()) {
      if (!(value instanceof JsonObject entry)) {
        throw new Mistake(file, value.position(), "a suppression must be an object");
      }
      suppressions.add(
          new Suppression(
              text(file, entry, "check"),
              entry.text("file").orElse(""),
              entry.text("at").orElse(""),
              text(file, entry, "reason"),
              date(file, entry)));
    }
  }

  private static String text(String file, JsonObject entry, String name) throws Mistake {
    String text = entry.text(name).orElse("");
    if (text.isBlank()) {
      throw new Mistake(file, entry.position(), "a suppression needs a " + name);
    }
    return text;
  }

  private static LocalDate date(String file, JsonObject entry) throws Mistake {
    try {
      return LocalDate.parse(text(file, entry, "until"));
    } catch (DateTimeParseException e) {
      throw new Mistake(
          file, entry.members().get("until").position(), "until must be a date: 2027-01-31");
    }
  }

  /** A finding as the configuration has it: rated otherwise, suppressed, or empty for off. */
  public Optional<LintFinding> rate(LintFinding finding, LocalDate today) {
    String word = finding.severity().name().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> entry : severities.entrySet()) {
      if (named(entry.getKey(), finding.id())) {
        word = entry.getValue();
      }
    }
    if (word.equals(OFF)) {
      return Optional.empty();
    }
    LintFinding rated = finding.rated(Severity.valueOf(word.toUpperCase(Locale.ROOT)));
    for (Suppression suppression : suppressions) {
      if (suppression.covers(finding) && !today.isAfter(suppression.until())) {
        return Optional.of(rated.suppressed(suppression.reason()));
      }
    }
    return Optional.of(rated);
  }

  private static boolean named(String check, String id) {
    return check.endsWith("/") ? id.startsWith(check) : id.equals(check);
  }
}
