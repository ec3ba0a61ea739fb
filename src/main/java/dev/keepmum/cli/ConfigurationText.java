package dev.keepmum.cli;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.flow.Sinks;
import dev.keepmum.policy.ConfigurationPart;
import dev.keepmum.policy.Exemption;
import dev.keepmum.settings.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration as people write and read it. */
final class ConfigurationText {
  private ConfigurationText() {}

  /**
   * A configuration with more entries under {@code allow}, before those it has; all else, comments
   * included, stays as it is.
   *
   * @param text a configuration that is right; a blank one has nothing yet
   */
  static String allowing(String text, List<Exemption> exemptions) throws MalformedJson {
    String entries =
        exemptions.stream()
            .map(exemption -> "\n    " + entry(exemption))
            .collect(Collectors.joining(","));
    if (text.isBlank()) {
      return "{\n  \"allow\": [" + entries + "\n  ]\n}\n";
    }
    JsonObject root = (JsonObject) JsonReader.readCommented(text);
    JsonValue allow = root.get("allow").orElse(root);
    if (allow instanceof JsonArray list) {
      return inserted(text, list.position(), entries + (list.elements().isEmpty() ? "\n  " : ","));
    }
    String comma = root.members().isEmpty() ? "\n" : ",";
    return inserted(text, root.position(), "\n  \"allow\": [" + entries + "\n  ]" + comma);
  }

  private static String inserted(String text, Position bracket, String more) {
    SourceText source = new SourceText(text);
    int at = source.offset(bracket) + 1;
    return source.byteOrderMark()
        + source.text().substring(0, at)
        + more
        + source.text().substring(at);
  }

  /** An entry of {@code allow} on one line. */
  static String entry(Exemption exemption) {
    List<String> members = new ArrayList<>();
    add("rule", exemption.rule(), members);
    add("tool", exemption.tool().equals("Bash") ? "" : exemption.tool(), members);
    add("command", exemption.command(), members);
    add("resource", exemption.resource(), members);
    add("to", exemption.sink().equals(Sinks.TRANSCRIPT) ? "" : exemption.sink(), members);
    add("fingerprint", exemption.fingerprint(), members);
    add("reason", exemption.reason(), members);
    add("until", exemption.until(), members);
    return members.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static void add(String key, String value, List<String> members) {
    if (!value.isEmpty()) {
      members.add(JsonText.quoted(key) + ": " + JsonText.quoted(value));
    }
  }

  /** What a file says, a line for each thing, so that nothing in it can hide from a reader. */
  static List<String> lines(ConfigurationPart part) {
    List<String> lines = new ArrayList<>();
    part.mode().ifPresent(mode -> lines.add("mode: " + mode.word()));
    part.decisions().forEach((rule, decision) -> lines.add(rule + ": " + decision.word()));
    part.rules().values().forEach(rule -> lines.add(rule.id() + ": " + RuleFields.of(rule)));
    part.exemptions().forEach(exemption -> lines.add("allow: " + visible(entry(exemption))));
    part.hosts()
        .forEach((host, secrets) -> lines.add(host + ": " + visible(String.join(", ", secrets))));
    part.log().ifPresent(log -> lines.add("log: " + log));
    if (part.deadline() > 0) {
      lines.add("deadlineMs: " + part.deadline());
    }
    return lines;
  }

  /** A text in which what a terminal would obey, or show in another order, is escaped. */
  static String visible(String text) {
    StringBuilder shown = new StringBuilder();
    for (char c : text.toCharArray()) {
      if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
        shown.append(String.format("\\u%04x", (int) c));
      } else {
        shown.append(c);
      }
    }
    return shown.toString();
  }
}
