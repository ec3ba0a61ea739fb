package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Sinks;
import dev.keepmum.rule.Fingerprint;
import dev.keepmum.rule.OwnRuleLimits;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one file of the configuration; whatever it cannot take at its word is a mistake. What
 * stands under {@code lint} is that command's own to read.
 */
final class ConfigurationReader {

  private static final String RULES = "rules";
  private static final List<String> KEYS =
      List.of("mode", RULES, "allow", "hosts", "log", "deadlineMs", "lint");
  private static final List<String> EXEMPTION_KEYS =
      List.of("rule", "tool", "command", "resource", "to", "fingerprint", "reason", "until");
  private static final List<String> NOT_WITH_FINGERPRINT =
      List.of("tool", "command", "resource", "to");
  private static final int LEAST_DEADLINE = 100;
  private static final int MOST_DEADLINE = 15_000;
  private static final int MAX_EXEMPTIONS = 1_000;

  private final RuleBook rules;
  private final List<ConfigurationPart> earlier;
  private final ConfigurationLayer layer;
  private final String file;
  private final ConfigurationSyntax syntax;
  private final String home;
  private final boolean mayLoosen;

  private Optional<Mode> mode = Optional.empty();
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private Map<String, ConfiguredRule> ownRules = Map.of();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final Map<String, List<String>> hosts = new LinkedHashMap<>();
  private Optional<Boolean> log = Optional.empty();
  private int deadline;

  /**
   * @param earlier what the layers before it say
   * @param home what {@code ~} stands for in it
   */
  ConfigurationReader(
      RuleBook rules,
      List<ConfigurationPart> earlier,
      ConfigurationLayer layer,
      String file,
      String home,
      boolean mayLoosen) {
    this.rules = rules;
    this.earlier = earlier;
    this.layer = layer;
    this.file = file;
    this.syntax = new ConfigurationSyntax(file);
    this.home = home;
    this.mayLoosen = mayLoosen;
  }

  ConfigurationPart read(String text) throws ConfigurationMistake {
    JsonValue root;
    try {
      root = JsonReader.readCommented(text);
    } catch (MalformedJson e) {
      throw mistake(e.position(), e.getMessage());
    }
    JsonObject object = syntax.object(root, "the configuration");
    syntax.checkKeys(object, KEYS, "");
    JsonMember ofRules = object.members().get(RULES);
    if (ofRules != null) {
      readRules(syntax.object(ofRules.value(), RULES)); // What follows may be about them.
    }
    for (JsonMember member : object.members().values()) {
      read(member);
    }
    return new ConfigurationPart(
        layer, file, mayLoosen, mode, decisions, ownRules, exemptions, hosts, log, deadline);
  }

  private void read(JsonMember member) throws ConfigurationMistake {
    JsonValue value = member.value();
    switch (member.name()) {
      case "mode":
        mode = Optional.of(mode(value));
        break;
      case RULES:
        break;
      case "allow":
        readExemptions(value);
        break;
      case "hosts":
        readHosts(syntax.object(value, "hosts"));
        break;
      case "log":
        log = Optional.of(truth(value));
        break;
      case "deadlineMs":
        deadline = deadline(value);
        break;
      default:
        syntax.object(value, "lint");
    }
  }

  private Mode mode(JsonValue value) throws ConfigurationMistake {
    String word = value.text().orElse("");
    for (Mode candidate : Mode.values()) {
      if (candidate.word().equals(word)) {
        return candidate;
      }
    }
    throw mistake(value.position(), "mode must be \"enforce\", \"ask\" or \"observe\"");
  }

  /** A decision about a rule there is, or a rule of one's own. */
  private void readRules(JsonObject object) throws ConfigurationMistake {
    syntax.checkUnique(object);
    OwnRuleReader reader = null;
    for (JsonMember member : object.members().values()) {
      if (member.value() instanceof JsonObject definition) {
        if (reader == null) {
          reader = new OwnRuleReader(syntax, mayLoosen);
          ownRules = reader.rules();
        }
        checkNew(member);
        reader.read(member, definition);
        readOwnDecision(member.name(), definition);
      } else {
        readDecision(member);
      }
    }
  }

  private void checkNew(JsonMember member) throws ConfigurationMistake {
    for (ConfigurationPart part : earlier) {
      ConfiguredRule other = part.rules().get(member.name());
      if (other != null) {
        String id = ConfigurationSyntax.quoted(member.name());
        throw mistake(
            member.position(), "there is a rule ".concat(id).concat(" in ").concat(other.place()));
      }
    }
  }

  private void readOwnDecision(String id, JsonObject definition) throws ConfigurationMistake {
    JsonMember own = definition.members().get(OwnRuleReader.DECISION);
    if (own != null) {
      decisions.put(id, decision(own.value()));
    }
  }

  private void readDecision(JsonMember member) throws ConfigurationMistake {
    Decision decision = decision(member.value());
    if (!isKnown(member.name())) {
      throw noRule(member.name(), member.position());
    }
    boolean loosensGuard = decision != Decision.DENY && isGuard(member.name());
    if (loosensGuard && layer == ConfigurationLayer.PROJECT) {
      throw mistake(
          member.position(), "a project cannot loosen what guards the guard; take it out");
    }
    decisions.put(member.name(), decision);
  }

  private Decision decision(JsonValue value) throws ConfigurationMistake {
    switch (value.text().orElse("")) {
      case "deny":
        return Decision.DENY;
      case "ask":
        return Decision.ASK;
      case "pass":
        return Decision.PASS;
      default:
        throw mistake(value.position(), "a rule's decision must be \"deny\", \"ask\" or \"pass\"");
    }
  }

  /** Whether a rule is about the guard itself, or about what could not be judged. */
  static boolean isGuard(String rule) {
    return rule.startsWith("guard/") || rule.equals("flow/limit") || rule.equals("flow/unparsed");
  }

  /**
   * An exception, or a host, may be for a rule that only some project brings: what is said of it is
   * said beside its own file, so that the project need not be trusted.
   */
  private void checkRule(String id, Position position) throws ConfigurationMistake {
    boolean mayCome = layer != ConfigurationLayer.PROJECT && OwnRuleLimits.id(id).isEmpty();
    if (!isKnown(id) && !mayCome) {
      throw noRule(id, position);
    }
  }

  private boolean isKnown(String id) {
    if (rules.hasRule(id) || ownRules.containsKey(id)) {
      return true;
    }
    for (ConfigurationPart part : earlier) {
      if (part.rules().containsKey(id)) {
        return true;
      }
    }
    return false;
  }

  private ConfigurationMistake noRule(String id, Position position) {
    String shown = ConfigurationSyntax.quoted(id);
    return mistake(position, "there is no rule ".concat(shown).concat("; see: keepmum rules list"));
  }

  private void readExemptions(JsonValue value) throws ConfigurationMistake {
    if (!(value instanceof JsonArray list)) {
      throw mistake(value.position(), "allow must be a list");
    }
    if (list.elements().size() > MAX_EXEMPTIONS) {
      throw mistake(value.position(), "allow may have at most 1000 entries");
    }
    for (JsonValue element : list.elements()) {
      exemptions.add(exemption(syntax.object(element, "an entry of allow")));
    }
  }

  private Exemption exemption(JsonObject entry) throws ConfigurationMistake {
    syntax.checkKeys(entry, EXEMPTION_KEYS, "allow.");
    String rule = needed(entry, "rule");
    Position ruleAt = entry.members().get("rule").value().position();
    checkRule(rule, ruleAt);
    if (isGuard(rule)) {
      throw mistake(ruleAt, "there are no exceptions from what guards the guard; take it out");
    }
    String command = syntax.text(entry, "command");
    String tool = syntax.text(entry, "tool");
    String fingerprint = fingerprint(entry);
    if (command.isEmpty() && tool.isEmpty() && fingerprint.isEmpty()) {
      throw mistake(entry.position(), "an entry of allow needs a command, a tool or a fingerprint");
    }
    String resource = resource(entry);
    if (command.isEmpty() && resource.isEmpty() && fingerprint.isEmpty()) {
      throw mistake(entry.position(), "an entry of allow for a tool needs a resource");
    }
    String sink = syntax.text(entry, "to");
    return new Exemption(
        layer,
        file,
        entry.position(),
        rule,
        tool.isEmpty() ? "Bash" : tool,
        command,
        resource,
        sink.isEmpty() ? Sinks.TRANSCRIPT : sink,
        fingerprint,
        needed(entry, "reason"),
        until(entry));
  }

  /** A path is made absolute: below the project in its own file, or as it is written. */
  private String resource(JsonObject entry) throws ConfigurationMistake {
    String resource = syntax.text(entry, "resource");
    boolean isPath = resource.indexOf('/') >= 0 || resource.startsWith(".");
    if (!isPath) {
      return resource;
    }
    boolean isAbsolute = resource.startsWith("/") || resource.startsWith("~/");
    if (!isAbsolute && layer != ConfigurationLayer.PROJECT) {
      throw mistake(
          entry.members().get("resource").value().position(),
          "resource must be an absolute path, or begin with ~/");
    }
    return PathNames.resolve(PathNames.parent(file), resource, home);
  }

  /** As {@code keepmum scan} prints it; it says it all. */
  private String fingerprint(JsonObject entry) throws ConfigurationMistake {
    String fingerprint = syntax.text(entry, "fingerprint");
    if (fingerprint.isEmpty()) {
      return "";
    }
    if (Fingerprint.hash(fingerprint).isEmpty()) {
      throw mistake(
          entry.members().get("fingerprint").value().position(),
          "a fingerprint is provider:prefix:length:hash, as keepmum scan prints it");
    }
    for (String other : NOT_WITH_FINGERPRINT) {
      if (entry.members().containsKey(other)) {
        throw mistake(
            entry.members().get(other).position(),
            "an entry with a fingerprint takes no ".concat(other));
      }
    }
    return fingerprint;
  }

  private String until(JsonObject entry) throws ConfigurationMistake {
    String until = needed(entry, "until");
    if (Day.of(until) == Day.NONE) {
      throw mistake(
          entry.members().get("until").value().position(), "until must be a date, like 2027-01-31");
    }
    return until;
  }

  private String needed(JsonObject entry, String key) throws ConfigurationMistake {
    String text = syntax.text(entry, key);
    if (text.isBlank()) {
      throw mistake(entry.position(), "an entry of allow needs a ".concat(key));
    }
    return text;
  }

  private void readHosts(JsonObject object) throws ConfigurationMistake {
    syntax.checkUnique(object);
    for (JsonMember member : object.members().values()) {
      if (!ConfiguredHosts.isHost(member.name())) {
        throw mistake(member.position(), "a host is a name like api.example.com or *.example.com");
      }
      if (!(member.value() instanceof JsonArray list)) {
        throw mistake(
            member.value().position(), "a host needs a list of variables, providers or rules");
      }
      List<String> secrets = new ArrayList<>();
      for (JsonValue element : list.elements()) {
        secrets.add(secret(element));
      }
      hosts.put(member.name(), secrets);
    }
  }

  private String secret(JsonValue element) throws ConfigurationMistake {
    String text = element.text().orElse("");
    if (text.isBlank()) {
      throw mistake(element.position(), "this must be a variable, a provider or a rule");
    }
    if (text.indexOf('/') >= 0) {
      checkRule(text, element.position());
    }
    return text;
  }

  private boolean truth(JsonValue value) throws ConfigurationMistake {
    if (!(value instanceof JsonBoolean)) {
      throw mistake(value.position(), "log must be true or false");
    }
    return value.isTrue();
  }

  private int deadline(JsonValue value) throws ConfigurationMistake {
    int milliseconds = syntax.number(value, MOST_DEADLINE);
    if (milliseconds < LEAST_DEADLINE || milliseconds > MOST_DEADLINE) {
      throw mistake(value.position(), "deadlineMs must be a whole number from 100 to 15000");
    }
    return milliseconds;
  }

  private ConfigurationMistake mistake(Position at, String message) {
    return syntax.mistake(at, message);
  }
}
