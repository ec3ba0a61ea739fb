package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonArray;
import dev.keepmum.event.JsonValue.JsonBoolean;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.JsonValue.JsonNumber;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Sinks;
import dev.keepmum.rule.Fingerprint;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.settings.Spelling;
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

  private static final List<String> KEYS =
      List.of("mode", "rules", "allow", "hosts", "log", "deadlineMs", "lint");
  private static final List<String> EXEMPTION_KEYS =
      List.of("rule", "tool", "command", "resource", "to", "fingerprint", "reason", "until");
  private static final List<String> NOT_WITH_FINGERPRINT =
      List.of("tool", "command", "resource", "to");
  private static final int LEAST_DEADLINE = 100;
  private static final int MOST_DEADLINE = 15_000;
  private static final int MAX_EXEMPTIONS = 1_000;
  private static final int MAX_SHOWN = 40;

  private final RuleBook rules;
  private final ConfigurationLayer layer;
  private final String file;
  private final String home;
  private final boolean mayLoosen;

  private Optional<Mode> mode = Optional.empty();
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final List<Exemption> exemptions = new ArrayList<>();
  private final Map<String, List<String>> hosts = new LinkedHashMap<>();
  private Optional<Boolean> log = Optional.empty();
  private int deadline;

  /**
   * @param home what {@code ~} stands for in it
   */
  ConfigurationReader(
      RuleBook rules, ConfigurationLayer layer, String file, String home, boolean mayLoosen) {
    this.rules = rules;
    this.layer = layer;
    this.file = file;
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
    JsonObject object = object(root, "the configuration");
    checkKeys(object, KEYS, "");
    for (JsonMember member : object.members().values()) {
      read(member);
    }
    return new ConfigurationPart(
        layer, file, mayLoosen, mode, decisions, exemptions, hosts, log, deadline);
  }

  private void read(JsonMember member) throws ConfigurationMistake {
    JsonValue value = member.value();
    switch (member.name()) {
      case "mode":
        mode = Optional.of(mode(value));
        break;
      case "rules":
        readDecisions(object(value, "rules"));
        break;
      case "allow":
        readExemptions(value);
        break;
      case "hosts":
        readHosts(object(value, "hosts"));
        break;
      case "log":
        log = Optional.of(truth(value));
        break;
      case "deadlineMs":
        deadline = deadline(value);
        break;
      default:
        object(value, "lint");
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

  private void readDecisions(JsonObject object) throws ConfigurationMistake {
    checkUnique(object);
    for (JsonMember member : object.members().values()) {
      checkRule(member.name(), member.position());
      Decision decision = decision(member.value());
      boolean loosensGuard = decision != Decision.DENY && isGuard(member.name());
      if (loosensGuard && layer == ConfigurationLayer.PROJECT) {
        throw mistake(
            member.position(), "a project cannot loosen what guards the guard; take it out");
      }
      decisions.put(member.name(), decision);
    }
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

  private void checkRule(String id, Position position) throws ConfigurationMistake {
    if (!rules.hasRule(id)) {
      throw mistake(
          position, "there is no rule ".concat(quoted(id)).concat("; see: keepmum rules list"));
    }
  }

  private void readExemptions(JsonValue value) throws ConfigurationMistake {
    if (!(value instanceof JsonArray list)) {
      throw mistake(value.position(), "allow must be a list");
    }
    if (list.elements().size() > MAX_EXEMPTIONS) {
      throw mistake(value.position(), "allow may have at most 1000 entries");
    }
    for (JsonValue element : list.elements()) {
      exemptions.add(exemption(object(element, "an entry of allow")));
    }
  }

  private Exemption exemption(JsonObject entry) throws ConfigurationMistake {
    checkKeys(entry, EXEMPTION_KEYS, "allow.");
    String rule = needed(entry, "rule");
    Position ruleAt = entry.members().get("rule").value().position();
    checkRule(rule, ruleAt);
    if (isGuard(rule)) {
      throw mistake(ruleAt, "there are no exceptions from what guards the guard; take it out");
    }
    String command = text(entry, "command");
    String tool = text(entry, "tool");
    String fingerprint = fingerprint(entry);
    if (command.isEmpty() && tool.isEmpty() && fingerprint.isEmpty()) {
      throw mistake(entry.position(), "an entry of allow needs a command, a tool or a fingerprint");
    }
    String resource = resource(entry);
    if (command.isEmpty() && resource.isEmpty() && fingerprint.isEmpty()) {
      throw mistake(entry.position(), "an entry of allow for a tool needs a resource");
    }
    String sink = text(entry, "to");
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
    String resource = text(entry, "resource");
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
    String fingerprint = text(entry, "fingerprint");
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
    String text = text(entry, key);
    if (text.isBlank()) {
      throw mistake(entry.position(), "an entry of allow needs a ".concat(key));
    }
    return text;
  }

  private String text(JsonObject entry, String key) throws ConfigurationMistake {
    JsonMember member = entry.members().get(key);
    if (member == null) {
      return "";
    }
    Optional<String> text = member.value().text();
    if (text.isEmpty()) {
      throw mistake(member.value().position(), key.concat(" must be a string"));
    }
    return text.get();
  }

  private void readHosts(JsonObject object) throws ConfigurationMistake {
    checkUnique(object);
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
    String digits = value instanceof JsonNumber number ? number.digits() : "";
    int milliseconds = 0;
    for (int i = 0; i < digits.length() && milliseconds <= MOST_DEADLINE; i++) {
      char c = digits.charAt(i);
      milliseconds = c < '0' || c > '9' ? MOST_DEADLINE + 1 : 10 * milliseconds + c - '0';
    }
    if (milliseconds < LEAST_DEADLINE || milliseconds > MOST_DEADLINE) {
      throw mistake(value.position(), "deadlineMs must be a whole number from 100 to 15000");
    }
    return milliseconds;
  }

  private JsonObject object(JsonValue value, String what) throws ConfigurationMistake {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw mistake(value.position(), what.concat(" must be an object"));
  }

  private void checkKeys(JsonObject object, List<String> known, String prefix)
      throws ConfigurationMistake {
    checkUnique(object);
    for (JsonMember member : object.members().values()) {
      if (!known.contains(member.name())) {
        String message = "there is no key ".concat(prefix).concat(quoted(member.name()));
        Optional<String> nearest = Spelling.nearest(member.name(), known);
        throw mistake(
            member.position(),
            nearest.isPresent()
                ? message.concat("; did you mean ").concat(quoted(nearest.get())).concat("?")
                : message.concat("; there are ").concat(String.join(", ", known)));
      }
    }
  }

  /** What stands twice may be read as one or the other. */
  private void checkUnique(JsonObject object) throws ConfigurationMistake {
    if (!object.overridden().isEmpty()) {
      JsonMember twice = object.members().get(object.overridden().get(0).name());
      throw mistake(twice.position(), quoted(twice.name()).concat(" stands here twice"));
    }
  }

  private static String quoted(String name) {
    return "'"
        .concat(name.length() <= MAX_SHOWN ? name : name.substring(0, MAX_SHOWN) + "…")
        .concat("'");
  }

  private ConfigurationMistake mistake(Position at, String message) {
    return new ConfigurationMistake(file, at, message);
  }
}
