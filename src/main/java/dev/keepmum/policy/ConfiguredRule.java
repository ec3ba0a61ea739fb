package dev.keepmum.policy;

import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.Position;
import dev.keepmum.rule.OwnRule;

/**
 * A rule that a configuration brings.
 *
 * @param file where it is written
 * @param position where in it
 * @param definition as it is written there
 */
public record ConfiguredRule(OwnRule rule, String file, Position position, JsonObject definition) {

  /** What decisions, exceptions and findings call the rule. */
  public String id() {
    return rule.rule().id();
  }

  /** Where it is written, as an editor finds it. */
  public String place() {
    return file.concat(":") + position.line() + ':' + position.column();
  }
}
