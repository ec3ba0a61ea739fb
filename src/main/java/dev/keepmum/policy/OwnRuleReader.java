package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.rule.FormParser;
import dev.keepmum.rule.FormRule;
import dev.keepmum.rule.Layer;
import dev.keepmum.rule.OwnPattern;
import dev.keepmum.rule.OwnRule;
import dev.keepmum.rule.OwnRuleLimits;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.Severity;
import dev.keepmum.rule.TokenDefinition;
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
  private static final int MAX_GLOBS = 500;
  private static final int MAX_NAMES = 500;
  private static final int MAX_INSTRUCTIONS = 3000;
  private static final int MAX_FORMS = 500;
  private static final int MAX_LENGTH = 1_000_000;
  private static final int MAX_TEXT = 300;
  private static final int MAX_EXAMPLE = 2_000;

  private final ConfigurationSyntax syntax;
  private final boolean isTrusted;
  private final Map<String, ConfiguredRule> rules = new LinkedHashMap<>();
  private int globs;
  private int names;
  private int keywords;
  private int instructions;
  private int forms;

  /**
   * @param isTrusted whether a person has read the file: nobody else's words become those of a
   *     refusal, which an agent takes for ours
   */
  OwnRuleReader(ConfigurationSyntax syntax, boolean isTrusted) {
    this.syntax = syntax;
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
  void read(JsonMember member, JsonObject definition) throws ConfigurationMistake {
    check(member.position(), OwnRuleLimits.id(member.name()));
    if (rules.size() == MAX_RULES) {
      throw syntax.mistake(member.position(), "a file may have at most 200 rules of its own");
    }
    Kind kind = kind(member, definition);
    syntax.checkKeys(definition, kind.keys, "rules.");
    Rule rule = rule(member.name(), kind, definition);
    checkExamples(definition, "catches");
    checkExamples(definition, "spares");
    rules.put(
        rule.id(),
        new ConfiguredRule(
            own(rule, kind, definition), syntax.file(), member.position(), definition));
  }

  private Kind kind(JsonMember member, JsonObject definition) throws ConfigurationMistake {
    Kind found = null;
    for (Kind kind : Kind.values()) {
      if (definition.members().containsKey(kind.key)) {
        if (found != null) {
          throw syntax.mistake(
              definition.members().get(kind.key).position(),
              "a rule with "
                  .concat(found.key)
                  .concat(" takes no ")
                  .concat(kind.key)
                  .concat("; make two of it"));
        }
        found = kind;
      }
    }
    if (found == null) {
      throw syntax.mistake(
          member.position(), "a rule needs paths, variables, a pattern, programs or urls");
    }
    return found;
  }

  private Rule rule(String id, Kind kind, JsonObject definition) throws ConfigurationMistake {
    String about = line(definition, "about");
    if (about.isBlank()) {
      throw syntax.mistake(definition.position(), "a rule needs about, a sentence on the secret");
    }
    String suggestion = line(definition, "suggestion");
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

  /** A text that a refusal may hold. */
  private String line(JsonObject definition, String key) throws ConfigurationMistake {
    String text = syntax.text(definition, key);
    boolean isLine = text.length() <= MAX_TEXT;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isLine &= !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT;
    }
    if (!isLine) {
      throw syntax.mistake(
          definition.members().get(key).value().position(),
          key.concat(" must be one line of at most 300 characters"));
    }
    return text;
  }

  private Layer layer(JsonObject definition, Layer otherwise) throws ConfigurationMistake {
    if (!definition.members().containsKey("layer")) {
      return otherwise;
    }
    int number = number(definition, "layer", 0, 4, 0);
    for (Layer layer : Layer.values()) {
      if (layer.number() == number) {
        return layer;
      }
    }
    return otherwise;
  }

  private Severity severity(JsonObject definition) throws ConfigurationMistake {
    String word = syntax.text(definition, "severity");
    switch (word) {
      case "critical":
        return Severity.CRITICAL;
      case "":
      case "high":
        return Severity.HIGH;
      case "medium":
        return Severity.MEDIUM;
      case "low":
        return Severity.LOW;
      default:
        throw syntax.mistake(
            definition.members().get("severity").value().position(),
            "severity must be \"critical\", \"high\", \"medium\" or \"low\"");
    }
  }

  private void checkExamples(JsonObject definition, String key) throws ConfigurationMistake {
    for (JsonValue element : syntax.elements(definition, key)) {
      if (syntax.text(element, "an example").length() > MAX_EXAMPLE) {
        throw syntax.mistake(element.position(), "an example may have at most 2000 characters");
      }
    }
  }

  private OwnRule own(Rule rule, Kind kind, JsonObject definition) throws ConfigurationMistake {
    switch (kind) {
      case FILES:
        return new OwnRule.Files(
            rule, globs(needed(definition, "paths")), globs(list(definition, "lookalikes")));
      case VARIABLES:
        return new OwnRule.Variables(
            rule,
            variables(needed(definition, "variables")),
            variables(list(definition, "harmless")));
      case TOKEN:
        return new OwnRule.Token(rule, token(definition));
      case COMMAND:
        return new OwnRule.Command(command(rule, definition));
      default:
        return new OwnRule.Urls(rule, urls(needed(definition, "urls")));
    }
  }

  private List<JsonValue> list(JsonObject definition, String key) throws ConfigurationMistake {
    return syntax.elements(definition, key);
  }

  private List<JsonValue> needed(JsonObject definition, String key) throws ConfigurationMistake {
    List<JsonValue> elements = list(definition, key);
    if (elements.isEmpty()) {
      throw syntax.mistake(definition.position(), "such a rule needs ".concat(key));
    }
    return elements;
  }

  private List<String> globs(List<JsonValue> elements) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : elements) {
      String glob = syntax.text(element, "a path");
      check(element, OwnRuleLimits.glob(glob));
      List<String> choices = OwnRuleLimits.choices(glob);
      globs += choices.size();
      checkCount(element, globs, MAX_GLOBS, "paths");
      all.addAll(choices);
    }
    return all;
  }

  private List<String> variables(List<JsonValue> elements) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : elements) {
      String name = syntax.text(element, "a variable");
      check(element, OwnRuleLimits.variable(name));
      names++;
      checkCount(element, names, MAX_NAMES, "variables and URLs");
      all.add(name);
    }
    return all;
  }

  private List<String> urls(List<JsonValue> elements) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : elements) {
      String url = syntax.text(element, "a URL");
      check(element, OwnRuleLimits.url(url));
      names++;
      checkCount(element, names, MAX_NAMES, "variables and URLs");
      all.add(url);
    }
    return all;
  }

  private TokenDefinition token(JsonObject definition) throws ConfigurationMistake {
    String window = window(definition);
    int shortest = number(definition, "minLength", 1, MAX_LENGTH, 1);
    int longest = number(definition, "maxLength", shortest, MAX_LENGTH, Integer.MAX_VALUE);
    return new TokenDefinition(
        keywords(needed(definition, "keywords"), window),
        window,
        pattern(definition),
        alphabet(definition, window),
        shortest,
        longest,
        entropy(definition),
        truth(definition, "mixed"),
        truth(definition, "secretName"),
        texts(definition, "nameHolds"),
        texts(definition, "fakes"));
  }

  private String window(JsonObject definition) throws ConfigurationMistake {
    String window = syntax.text(definition, "window");
    switch (window) {
      case "":
        return "word";
      case "word":
      case "long-word":
      case "around":
      case "long-around":
      case "assigned":
      case "near":
      case "line":
        return window;
      default:
        throw syntax.mistake(
            definition.members().get("window").value().position(),
            "window must be word, long-word, around, long-around, assigned, near or line");
    }
  }

  private List<String> keywords(List<JsonValue> elements, String window)
      throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : elements) {
      String keyword = syntax.text(element, "a keyword");
      check(element, OwnRuleLimits.keyword(keyword, window));
      keywords++;
      checkCount(element, keywords, OwnRuleLimits.MOST_KEYWORDS, "keywords");
      all.add(keyword);
    }
    return all;
  }

  private OwnPattern pattern(JsonObject definition) throws ConfigurationMistake {
    JsonValue value = definition.members().get("pattern").value();
    OwnPattern pattern;
    try {
      pattern = OwnPattern.of(syntax.text(value, "pattern"));
    } catch (OwnPattern.Fault fault) {
      throw syntax.mistake(value.position(), fault.getMessage());
    }
    instructions += pattern.instructions();
    checkCount(value, instructions, MAX_INSTRUCTIONS, "instructions of patterns");
    return pattern;
  }

  private String alphabet(JsonObject definition, String window) throws ConfigurationMistake {
    String alphabet = syntax.text(definition, "alphabet");
    if (alphabet.isEmpty() && window.equals("line")) {
      return alphabet;
    }
    if (alphabet.isEmpty()) {
      throw syntax.mistake(
          definition.position(), "such a rule needs an alphabet, like A-Za-z0-9_-");
    }
    check(definition.members().get("alphabet").value(), OwnRuleLimits.alphabet(alphabet));
    return alphabet;
  }

  private FormRule command(Rule rule, JsonObject definition) throws ConfigurationMistake {
    List<String> programs = new ArrayList<>();
    for (JsonValue element : needed(definition, "programs")) {
      String program = syntax.text(element, "a program");
      check(element, OwnRuleLimits.program(program));
      forms++;
      checkCount(element, forms, MAX_FORMS, "programs, options and forms");
      programs.add(program);
    }
    needed(definition, "prints");
    FormRule.Syntax options = options(definition);
    List<String> valued = texts(definition, "valued");
    FormParser parser = new FormParser(options, valued);
    return new FormRule(
        rule,
        programs,
        options,
        valued,
        parser.parseAll(texts(definition, "prints")),
        parser.parseAll(texts(definition, "keeps")),
        parser.parseAll(texts(definition, "assignments")),
        effect(definition),
        texts(definition, "members"));
  }

  private FormRule.Syntax options(JsonObject definition) throws ConfigurationMistake {
    String word = syntax.text(definition, "syntax");
    for (FormRule.Syntax candidate : FormRule.Syntax.values()) {
      if (candidate.word().equals(word)) {
        return candidate;
      }
    }
    if (word.isEmpty()) {
      return FormRule.Syntax.GNU;
    }
    throw syntax.mistake(
        definition.members().get("syntax").value().position(),
        "syntax must be \"gnu\", \"words\" or \"caseless\"");
  }

  private FormRule.Effect effect(JsonObject definition) throws ConfigurationMistake {
    String word = syntax.text(definition, "effect");
    for (FormRule.Effect candidate : FormRule.Effect.values()) {
      if (candidate.word().equals(word) && candidate != FormRule.Effect.WEAKENS) {
        return candidate;
      }
    }
    if (word.isEmpty()) {
      return FormRule.Effect.PRINTS;
    }
    throw syntax.mistake(
        definition.members().get("effect").value().position(),
        "effect must be \"prints\", \"is-leak\", \"may-print\" or \"may-print-error\"");
  }

  private List<String> texts(JsonObject definition, String key) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : list(definition, key)) {
      String text = syntax.text(element, "an item of ".concat(key));
      if (text.isBlank() || text.length() > MAX_TEXT) {
        throw syntax.mistake(
            element.position(), "an item of ".concat(key).concat(" has 1 to 300 characters"));
      }
      forms++;
      checkCount(element, forms, MAX_FORMS, "programs, options and forms");
      all.add(text);
    }
    return all;
  }

  private boolean truth(JsonObject definition, String key) throws ConfigurationMistake {
    JsonMember member = definition.members().get(key);
    if (member != null && !(member.value() instanceof JsonBoolean)) {
      throw syntax.mistake(member.value().position(), key.concat(" must be true or false"));
    }
    return member != null && member.value().isTrue();
  }

  private int number(JsonObject definition, String key, int least, int most, int otherwise)
      throws ConfigurationMistake {
    JsonMember member = definition.members().get(key);
    if (member == null) {
      return otherwise;
    }
    int number = syntax.number(member.value(), most);
    if (number < least || number > most) {
      throw syntax.mistake(
          member.value().position(),
          key.concat(" must be a whole number from ") + least + " to " + most);
    }
    return number;
  }

  /** Bits per character. */
  private double entropy(JsonObject definition) throws ConfigurationMistake {
    JsonMember member = definition.members().get("entropy");
    if (member == null) {
      return 0;
    }
    String digits = member.value() instanceof JsonNumber number ? number.digits() : "";
    double bits = digits.length() > 0 && digits.length() < 10 ? Double.parseDouble(digits) : -1;
    if (!(bits >= 0 && bits <= 8)) {
      throw syntax.mistake(member.value().position(), "entropy must be a number from 0 to 8");
    }
    return bits;
  }

  private void check(JsonValue value, Optional<String> fault) throws ConfigurationMistake {
    check(value.position(), fault);
  }

  private void check(Position at, Optional<String> fault) throws ConfigurationMistake {
    if (fault.isPresent()) {
      throw syntax.mistake(at, fault.get());
    }
  }

  private void checkCount(JsonValue value, int count, int most, String what)
      throws ConfigurationMistake {
    if (count > most) {
      throw syntax.mistake(
          value.position(), "a file may have at most " + most + ' ' + what + " of its own");
    }
  }
}
