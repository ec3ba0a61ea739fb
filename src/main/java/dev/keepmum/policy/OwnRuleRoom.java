package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.rule.OwnRuleLimits;

/** How much the rules of one file may hold together, so that they make no call slow. */
final class OwnRuleRoom {

  /** What there is room for. */
  enum Of {
    PATHS(500, "paths"),
    NAMES(500, "variables and URLs"),
    KEYWORDS(OwnRuleLimits.MOST_KEYWORDS, "keywords"),
    INSTRUCTIONS(3000, "instructions of patterns"),
    FORMS(500, "programs, options and forms");

    private final int most;
    private final String what;

    Of(int most, String what) {
      this.most = most;
      this.what = what;
    }
  }

  private final ConfigurationSyntax syntax;
  private final int[] taken = new int[Of.values().length];

  OwnRuleRoom(ConfigurationSyntax syntax) {
    this.syntax = syntax;
  }

  /** Takes room for what a value says, if there is any left. */
  void take(Of kind, int count, JsonValue value) throws ConfigurationMistake {
    taken[kind.ordinal()] += count;
    if (taken[kind.ordinal()] > kind.most) {
      throw syntax.mistake(
          value.position(),
          "a file may have at most " + kind.most + ' ' + kind.what + " of its own");
    }
  }
}
