package dev.keepmum.rule.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule as it stands in its file. What is wrong with it is noted as it is read. */
final class RuleEntry {
  private static final Set<String> COMMON =
      Set.of("id", "about", "severity", "suggestion", "provider", "runbook", "catches", "spares");

  private final String file;
  private final JsonNode rule;
  private final String suggestion;
  private final Set<String> mistakes;

  /** A rule of a file, with the suggestion of those in it that make none of their own. */
  RuleEntry(String file, JsonNode rule, String suggestion, Set<String> mistakes) {
    this.file = file;
    this.rule = rule;
    this.suggestion = suggestion;
    this.mistakes = mistakes;
  }

  String id() {
    return text("id");
  }

  /** What the rule is about, which every rule that is named to people has to say. */
  String about() {
    if (text("about").isEmpty()) {
      mistake("no about");
    }
    return text("about");
  }

  String suggestion() {
    return text("suggestion", suggestion);
  }

  boolean has(String key) {
    return rule.has(key);
  }

  boolean says(String key) {
    return rule.path(key).asBoolean(false);
  }

  /** The text of a key, empty if there is none. */
  String text(String key) {
    return text(key, "");
  }

  String text(String key, String otherwise) {
    return rule.path(key).asText(otherwise);
  }

  int number(String key, int otherwise) {
    return rule.path(key).asInt(otherwise);
  }

  /** The text of a key that is one of the known words, or else missing and what is said here. */
  String word(String key, Set<String> known, String otherwise) {
    String word = text(key, otherwise);
    if (!word.isEmpty() && !known.contains(word)) {
      mistake("there is no " + key + " " + word);
    }
    return word;
  }

  /** The items of a key, none if it is missing. */
  List<String> list(String key) {
    JsonNode node = rule.path(key);
    if (!node.isMissingNode() && !node.isArray()) {
      mistake(key + " is no list");
    }
    List<String> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode item : node) {
      String text = item.asText();
      if (text.isEmpty() || text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
        mistake("an item of " + key + " is empty or holds a line break or a tab");
      }
      if (!seen.add(text) && !key.equals("operands")) {
        mistake(key + " holds an item twice: " + text);
      }
      items.add(text);
    }
    return items;
  }

  /** The members of a key that is an object, in their order; none if it is missing. */
  Map<String, String> members(String key) {
    Map<String, String> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : rule.path(key).properties()) {
      members.put(member.getKey(), member.getValue().asText());
    }
    return members;
  }

  /** Holds the rule to the keys of its kind, beside those that all rules may have. */
  void allow(String... keys) {
    Set<String> known = new HashSet<>(COMMON);
    known.addAll(List.of(keys));
    for (Map.Entry<String, JsonNode> member : rule.properties()) {
      if (!known.contains(member.getKey())) {
        mistake("unknown key " + member.getKey());
      }
    }
  }

  void mistake(String what) {
    mistakes.add(file + ": " + text("id", "(no id)") + ": " + what);
  }
}
