package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.rule.OwnPattern;
import dev.keepmum.rule.OwnRuleLimits;
import dev.keepmum.rule.TokenDefinition;
import java.util.ArrayList;
import java.util.List;

/** Reads what a rule of a configuration says of a kind of token. */
record OwnTokenReader(RuleDefinition definition) {
  private static final int MAX_LENGTH = 1_000_000;
  private static final String LINE = "line";

  TokenDefinition read() throws ConfigurationMistake {
    String window = window();
    int shortest = definition.number("minLength", 1, MAX_LENGTH, 1);
    int longest = definition.number("maxLength", shortest, MAX_LENGTH, Integer.MAX_VALUE);
    return new TokenDefinition(
        keywords(window),
        window,
        pattern(),
        alphabet(window),
        shortest,
        longest,
        definition.bits("entropy"),
        definition.isTrue("mixed"),
        definition.isTrue("secretName"),
        definition.texts("nameHolds"),
        definition.texts("fakes"));
  }

  private String window() throws ConfigurationMistake {
    String window = definition.text("window");
    switch (window) {
      case "":
        return "word";
      case "word":
      case "long-word":
      case "around":
      case "long-around":
      case "assigned":
      case "near":
      case LINE:
        return window;
      default:
        throw definition.wrong(
            "window",
            "window must be word, long-word, around, long-around, assigned, near or line");
    }
  }

  private List<String> keywords(String window) throws ConfigurationMistake {
    List<String> all = new ArrayList<>();
    for (JsonValue element : definition.needed("keywords")) {
      String keyword = definition.syntax().text(element, "a keyword");
      definition.check(element.position(), OwnRuleLimits.keyword(keyword, window));
      definition.room().take(OwnRuleRoom.Of.KEYWORDS, 1, element);
      all.add(keyword);
    }
    return all;
  }

  private OwnPattern pattern() throws ConfigurationMistake {
    OwnPattern pattern;
    try {
      pattern = OwnPattern.of(definition.text("pattern"));
    } catch (OwnPattern.Fault fault) {
      throw definition.wrong("pattern", fault.getMessage());
    }
    JsonValue value = definition.json().members().get("pattern").value();
    definition.room().take(OwnRuleRoom.Of.INSTRUCTIONS, pattern.instructions(), value);
    return pattern;
  }

  private String alphabet(String window) throws ConfigurationMistake {
    String alphabet = definition.text("alphabet");
    if (alphabet.isEmpty() && window.equals(LINE)) {
      return alphabet;
    }
    if (alphabet.isEmpty()) {
      throw definition
          .syntax()
          .mistake(definition.json().position(), "such a rule needs an alphabet, like A-Za-z0-9_-");
    }
    definition.check(
        definition.json().members().get("alphabet").value().position(),
        OwnRuleLimits.alphabet(alphabet));
    return alphabet;
  }
}
