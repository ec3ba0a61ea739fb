package dev.keepmum.rule;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule book to look at: every rule with all that stands in its file. For {@code keepmum rules}
 * and for tests; it parses the files, so the hook has no use for it.
 */
public final class RuleCatalog {

  /** What a rule is about. */
  public enum Kind {
    COMMAND,
    FORM,
    FILE,
    VARIABLE,
    TOKEN,
    HOST,
    ADDRESS,
    URL,
    /** What flow or policy find by themselves. */
    FINDING
  }

  /**
   * A rule as its file has it.
   *
   * @param file the file's name, such as {@code layer3.json}
   * @param fields every key with its value, in the file's order
   */
  public record Entry(String file, Kind kind, String id, String about, Map<String, Object> fields) {

    /** Examples of what the rule finds. */
    public List<String> catches() {
      return strings("catches");
    }

    /** Examples that look alike and are not found. */
    public List<String> spares() {
      return strings("spares");
    }

    /** Examples that a person is asked about. */
    public List<String> asks() {
      return strings("asks");
    }

    /** A list of the rule, empty if it has none of this key. */
    public List<String> strings(String key) {
      List<String> strings = new ArrayList<>();
      if (fields.get(key) instanceof List<?> items) {
        for (Object item : items) {
          strings.add(String.valueOf(item));
        }
      }
      return strings;
    }
  }

  private final List<Entry> entries;

  private RuleCatalog(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Reads all rule files.
   *
   * @throws UncheckedIOException if one lacks or is broken, which the build has made sure of
   */
  public static RuleCatalog load() {
    ObjectMapper mapper = new ObjectMapper().enable(JsonParser.Feature.ALLOW_COMMENTS);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < RuleTable.fileCount(); i++) {
      String file = RuleTable.file(i);
      try (InputStream in = RuleCatalog.class.getResourceAsStream("/dev/keepmum/rules/" + file)) {
        for (JsonNode rule : mapper.readTree(in).path("rules")) {
          entries.add(entry(file, rule));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(file, e);
      }
    }
    return new RuleCatalog(entries);
  }

  private static Entry entry(String file, JsonNode rule) {
    Map<String, Object> fields = fields(rule);
    String id = rule.path("id").asText();
    return new Entry(file, kind(rule), id, rule.path("about").asText(), fields);
  }

  /** By hand: Jackson's own conversion is reflection, which a native program cannot do unasked. */
  private static Map<String, Object> fields(JsonNode rule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : rule.properties()) {
      fields.put(field.getKey(), plain(field.getValue()));
    }
    return fields;
  }

  private static Object plain(JsonNode value) {
    if (value.isObject()) {
      return fields(value);
    }
    if (value.isArray()) {
      List<Object> items = new ArrayList<>();
      for (JsonNode item : value) {
        items.add(plain(item));
      }
      return items;
    }
    return value.isNumber()
        ? value.numberValue()
        : value.isBoolean() ? value.asBoolean() : value.asText();
  }

  private static Kind kind(JsonNode rule) {
    if (rule.has("names")) {
      return Kind.COMMAND;
    }
    if (rule.has("programs")) {
      return Kind.FORM;
    }
    if (rule.has("paths") || rule.has("lookalikes")) {
      return Kind.FILE;
    }
    if (rule.has("pattern")) {
      return Kind.TOKEN;
    }
    if (rule.has("hosts")) {
      return Kind.HOST;
    }
    if (rule.has("addresses")) {
      return Kind.ADDRESS;
    }
    if (rule.has("urls")) {
      return Kind.URL;
    }
    return rule.has("finding") ? Kind.FINDING : Kind.VARIABLE;
  }

  /** All rules, file by file. */
  public List<Entry> entries() {
    return entries;
  }

  /** The rule with an id. */
  public Optional<Entry> entry(String id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
  }
}
