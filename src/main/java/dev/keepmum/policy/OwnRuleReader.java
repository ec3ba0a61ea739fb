package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.rule.Layer;
import dev.keepmum.rule.OwnRule;
import dev.keepmum.rule.OwnRuleLimits;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the rules that a configuration brings: the rule book's own form, as far as it can be left
 * to anybody. What says of a program that it is harmless, or whose a host is, is not among it.
 */
final class OwnRuleReader {

  /** What the findings of the rule come to, as for any rule by its id. */
  static final String DECISION = "decision";

  private static final List<String> COMMON =
      List.of("about", "layer", "severity", "suggestion", DECISION, "catches", "spares");

  private static final int MAX_RULES = 200;
  private static final int MAX_EXAMPLE = 2_000;

  private final ConfigurationSyntax syntax;
  private final OwnRuleRoom room;
  private final boolean isTrusted;
  private final Map<String, ConfiguredRule> rules = new LinkedHashMap<>();

  /**
   * @param isTrusted whether a person has read the file: nobody else's words become those of a
   *     refusal, which an agent takes for ours
   */
  OwnRuleReader(ConfigurationSyntax syntax, boolean isTrusted) {
    this.syntax = syntax;
    this.room = new OwnRuleRoom(syntax);
    this.isTrusted = isTrusted;
  }

  /** What has been read so far, by id. */
  Map<String, ConfiguredRule> rules() {
    return rules;
  }

  /** The kinds of rules: by a key that only one of them has, and what else it may have. */
  private enum Kind {
    FILES("paths", Layer.FILE, "lookalikes"),
    VARIABLES("variables", Layer.ENVIRONMENT, "harmless"),
    TOKEN(
        "pattern",
        Layer.TEXT,
        "keywords",
        "window",
        "alphabet",
        "minLength",
        "maxLength",
        "entropy",
        "mixed",
        "secretName",
        "nameHolds",
        "fakes"),
    COMMAND(
        "programs",
        Layer.VAULT,
        "syntax",
        "valued",
        "prints",
        "keeps",
        "assignments",
        "effect",
        "members"),
    URLS("urls", Layer.VAULT);

    private final String key;
    private final Layer layer;
    private final List<String> keys;

    Kind(String key, Layer layer, String... keys) {
      this.key = key;
      this.layer = layer;
      List<String> all = new ArrayList<>(COMMON);
      all.add(key);
      for (String other : keys) {
        all.add(other);
      }
      this.keys = all;
    }
  }

  /** Reads one rule; its name is its id. */
  void read(JsonMember member, JsonObject json) throws ConfigurationMistake {
    Optional<String> fault = OwnRuleLimits.id(member.name());
    if (fault.isPresent()) {
      throw syntax.mistake(member.position(), fault.get());
    }
    if (rules.size() == MAX_RULES) {
      throw syntax.mistake(member.position(), "a file may have at most 200 rules of its own");
    }
    RuleDefinition definition = new RuleDefinition(json, syntax, room);
    Kind kind = kind(member.position(), definition);
    syntax.checkKeys(json, kind.keys, "rules.");
    Rule rule = rule(member.name(), kind, definition);
    checkExamples(definition.list("catches"));
    checkExamples(definition.list("spares"));
    rules.put(
        rule.id(),
        new ConfiguredRule(own(rule, kind, definition), syntax.file(), member.position(), json));
  }

  private Kind kind(Position at, RuleDefinition definition) throws ConfigurationMistake {
    Kind found = null;
    for (Kind kind : Kind.values()) {
      if (definition.has(kind.key)) {
        if (found != null) {
          throw definition
              .syntax()
              .mistake(
                  definition.json().members().get(kind.key).position(),
                  "a rule with " + found.key + " takes no " + kind.key + "; make two of it");
        }
        found = kind;
      }
    }
    if (found == null) {
      throw syntax.mistake(at, "a rule needs paths, variables, a pattern, programs or urls");
    }
    return found;
  }

  private Rule rule(String id, Kind kind, RuleDefinition definition) throws ConfigurationMistake {
    String about = definition.line("about");
    if (about.isBlank()) {
      throw syntax.mistake(
          definition.json().position(), "a rule needs about, a sentence on the secret");
    }
    String suggestion = definition.line("suggestion");
    return new Rule(
        id,
        isTrusted ? about : "A secret of this project.",
        layer(definition, kind.layer),
        severity(definition),
        isTrusted && !suggestion.isEmpty() ? suggestion : suggestion(kind),
        "");
  }

  private static String suggestion(Kind kind) {
    switch (kind) {
      case FILES:
        return "let the program that it belongs to read it; nothing of it has to be printed";
      case VARIABLES:
        return "`[ -n \"${name}\" ] && echo set`";
      case TOKEN:
        return "take the value out of the text and refer to it by a name";
      default:
        return "let the program that needs it ask for it";
    }
  }

  private static Layer layer(RuleDefinition definition, Layer otherwise)
      throws ConfigurationMistake {
    int number = definition.number("layer", 0, 4, otherwise.number());
    for (Layer layer : Layer.values()) {
      if (layer.number() == number) {
        return layer;
      }
    }
    return otherwise;
  }

  private static Severity severity(RuleDefinition definition) throws ConfigurationMistake {
    switch (definition.has("severity") ? definition.text("severity") : "high") {
      case "critical":
        return Severity.CRITICAL;
      case "high":
        return Severity.HIGH;
      case "medium":
        return Severity.MEDIUM;
      case "low":
        return Severity.LOW;
      default:
        throw definition.wrong(
            "severity", "severity must be \"critical\", \"high\", \"medium\" or \"low\"");
    }
  }

  private void checkExamples(List<JsonValue> examples) throws ConfigurationMistake {
    for (JsonValue example : examples) {
      if (syntax.text(example, "an example").length() > MAX_EXAMPLE) {
        throw syntax.mistake(example.position(), "an example may have at most 2000 characters");
      }
    }
  }

  private static OwnRule own(Rule rule, Kind kind, RuleDefinition definition)
      throws ConfigurationMistake {
    switch (kind) {
      case FILES:
        return new OwnRule.Files(
            rule,
            globs(definition.needed("paths"), definition),
            globs(definition.list("lookalikes"), definition));
      case VARIABLES:
        return new OwnRule.Variables(
            rule,
            variables(definition.needed("variables"), definition),
            variables(definition.list("harmless"), definition));
      case TOKEN:
        return new OwnRule.Token(rule, new OwnTokenReader(definition).read());
      case COMMAND:
        return new OwnRule.Command(new OwnCommandReader(definition).read(rule));
      default:
        return new OwnRule.Urls(rule, urls(definition));
    }
  }

  private static List<String> globs(List<JsonValue> elements, RuleDefinition definition)
      throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : elements) {
      String glob = definition.syntax().text(element, "a path");
      definition.check(element.position(), OwnRuleLimits.glob(glob));
      List<String> choices = OwnRuleLimits.choices(glob);
      definition.room().take(OwnRuleRoom.Of.PATHS, choices.size(), element);
      all.addAll(choices);
    }
    return all;
  }

  private static List<String> variables(List<JsonValue> elements, RuleDefinition definition)
      throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : elements) {
      String name = definition.syntax().text(element, "a variable");
      definition.check(element.position(), OwnRuleLimits.variable(name));
      definition.room().take(OwnRuleRoom.Of.NAMES, 1, element);
      all.add(name);
    }
    return all;
  }

  private static List<String> urls(RuleDefinition definition) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : definition.needed("urls")) {
      String url = definition.syntax().text(element, "a URL");
      definition.check(element.position(), OwnRuleLimits.url(url));
      definition.room().take(OwnRuleRoom.Of.NAMES, 1, element);
      all.add(url);
    }
    return all;
  }
}
