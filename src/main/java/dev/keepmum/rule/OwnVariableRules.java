package dev.keepmum.rule;

import java.util.List;
import java.util.Optional;

/** The variables that rules of a user know; a harmless name spares from its own rule alone. */
final class OwnVariableRules {
  private final List<OwnRule.Variables> rules;

  OwnVariableRules(List<OwnRule.Variables> rules) {
    this.rules = rules;
  }

  /** All rules by which a variable of a name is secret, as one. */
  Optional<Rule> secret(String name) {
    if (rules.isEmpty() || name.isEmpty() || name.length() > VariableNames.LONGEST) {
      return Optional.empty();
    }
    String upper = AsciiCase.upper(name);
    String words = VariableNames.words(name);
    Rule found = null;
    for (int i = 0; i < rules.size(); i++) {
      OwnRule.Variables rule = rules.get(i);
      if (fits(rule.names(), upper, words) && !fits(rule.harmless(), upper, words)) {
        found = found == null ? rule.rule() : found.with(rule.rule());
      }
    }
    return Optional.ofNullable(found);
  }

  private static boolean fits(List<String> names, String upper, String words) {
    for (int i = 0; i < names.size(); i++) {
      String pattern = AsciiCase.upper(names.get(i));
      if (Glob.starsMatch(pattern, 0, upper) || Glob.starsMatch(pattern, 0, words)) {
        return true;
      }
    }
    return false;
  }
}
