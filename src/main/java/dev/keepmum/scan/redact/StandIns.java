package dev.keepmum.scan.redact;

import dev.keepmum.rule.Rule;
import java.util.HashMap;
import java.util.Map;

/**
 * What is written in the place of a secret: {@code \u2039keepmum:stripe-secret-key:1\u203a}, the
 * rule's short name and a number. The same secret has the same stand-in all through an output. One
 * of this machine's own has it across outputs too, as long as the machine's secrets stay as they
 * are: those are numbered first and in a fixed order. Nothing is stored for that.
 */
final class StandIns {
  private final Map<String, String> byValue = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  StandIns(Needles needles) {
    for (FoundSecret secret : needles.secrets()) {
      of(secret);
    }
  }

  String of(FoundSecret secret) {
    String known = byValue.get(secret.value());
    if (known != null) {
      return known;
    }
    String name = shortName(secret.rule());
    int number = numbers.getOrDefault(name, 0) + 1;
    numbers.put(name, number);
    String standIn = "\u2039keepmum:" + name + ":" + number + "\u203a";
    byValue.put(secret.value(), standIn);
    return standIn;
  }

  private static String shortName(Rule rule) {
    return rule.id().substring(rule.id().indexOf('/') + 1);
  }
}
