package dev.keepmum.cli;

import dev.keepmum.event.JsonText;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationPart;
import dev.keepmum.policy.ConfiguredRule;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Exemption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * One thing that the configuration comes to.
 *
 * @param key what it is about
 * @param value what holds
 * @param source the layer that made it so, or {@code default}; of an exception its place, and why
 *     it does not count if it does not
 */
record EffectiveSetting(String key, String value, String source) {
  private static final int DEADLINE = 2000;

  /** Everything that a configuration comes to at a moment. */
  static List<EffectiveSetting> of(Configuration configuration, long now) {
    List<EffectiveSetting> settings = new ArrayList<>();
    settings.add(of("mode", configuration, c -> c.mode().word()));
    settings.add(of("log", configuration, c -> Boolean.toString(c.isLogged())));
    settings.add(of("deadlineMs", configuration, c -> Integer.toString(c.deadline(DEADLINE))));
    Set<String> rules = new TreeSet<>();
    Set<String> hosts = new TreeSet<>();
    for (ConfigurationPart part : configuration.parts()) {
      rules.addAll(part.decisions().keySet());
      hosts.addAll(part.hosts().keySet());
    }
    for (ConfiguredRule rule : configuration.rules()) {
      rules.remove(rule.id());
      String decision = configuration.decision(rule.id(), Decision.DENY).word();
      settings.add(new EffectiveSetting("own rule", rule.id() + ": " + decision, rule.place()));
    }
    for (String rule : rules) {
      settings.add(
          of("rule", configuration, c -> rule + ": " + c.decision(rule, Decision.DENY).word()));
    }
    for (String host : hosts) {
      settings.add(
          of(
              "host",
              configuration,
              c -> host + ": " + String.join(", ", c.hosts().getOrDefault(host, List.of()))));
    }
    for (ConfigurationPart part : configuration.parts()) {
      for (Exemption exemption : part.exemptions()) {
        settings.add(of(exemption, part, configuration, now));
      }
    }
    return settings;
  }

  private static EffectiveSetting of(
      String key, Configuration configuration, Function<Configuration, String> value) {
    String source = "default";
    for (int i = 0; i < configuration.parts().size(); i++) {
      String before = value.apply(configuration.upTo(i));
      if (!before.equals(value.apply(configuration.upTo(i + 1)))) {
        source = configuration.parts().get(i).layer().word();
      }
    }
    return new EffectiveSetting(key, value.apply(configuration), source);
  }

  private static EffectiveSetting of(
      Exemption exemption, ConfigurationPart part, Configuration configuration, long now) {
    String state = "";
    if (!part.mayLoosen()) {
      state = ", does not count: not trusted";
    } else if (exemption.isExpired(now)) {
      state = ", does not count: expired";
    } else if (configuration.isDecidedBefore(exemption)) {
      state = ", does not count: an earlier file has decided the rule";
    }
    return new EffectiveSetting(
        "allow", ConfigurationText.entry(exemption), exemption.place() + state);
  }

  /** One JSON object. */
  String json() {
    return "{\"key\":"
        + JsonText.quoted(key)
        + ",\"value\":"
        + JsonText.quoted(value)
        + ",\"source\":"
        + JsonText.quoted(source)
        + "}";
  }
}
