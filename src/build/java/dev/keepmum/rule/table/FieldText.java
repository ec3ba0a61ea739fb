package dev.keepmum.rule.table;

import java.util.List;

/**
 * The compact text that a table holds for a rule, as {@code dev.keepmum.rule.Fields} reads it: a
 * field a line, a list's items parted by tabs.
 */
final class FieldText {
  private final RuleEntry rule;
  private final StringBuilder text = new StringBuilder();

  FieldText(RuleEntry rule) {
    this.rule = rule;
  }

  FieldText add(String value) {
    if (value.indexOf('\n') >= 0) {
      rule.mistake("a line break in: " + value);
    }
    if (text.length() > 0) {
      text.append('\n');
    }
    text.append(value);
    return this;
  }

  FieldText add(int number) {
    return add(Integer.toString(number));
  }

  FieldText add(List<String> items) {
    return add(String.join("\t", items));
  }

  /** Adds the key itself if the rule says yes to it, and nothing if not. */
  FieldText addIfSaid(String key) {
    return add(rule.says(key) ? key : "");
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
