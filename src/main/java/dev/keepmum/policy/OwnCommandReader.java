package dev.keepmum.policy;

import dev.keepmum.event.JsonValue;
import dev.keepmum.rule.FormParser;
import dev.keepmum.rule.FormRule;
import dev.keepmum.rule.OwnRuleLimits;
import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** Reads what a rule of a configuration says of command lines. */
record OwnCommandReader(RuleDefinition definition) {

  FormRule read(Rule rule) throws ConfigurationMistake {
    List<String> programs = programs();
    definition.needed("prints");
    FormRule.Syntax syntax = syntax();
    List<String> valued = definition.texts("valued");
    FormParser parser = new FormParser(syntax, valued);
    return new FormRule(
        rule,
        programs,
        syntax,
        valued,
        parser.parseAll(definition.texts("prints")),
        parser.parseAll(definition.texts("keeps")),
        parser.parseAll(definition.texts("assignments")),
        effect(),
        definition.texts("members"));
  }

  private List<String> programs() throws ConfigurationMistake {
    List<String> programs = new ArrayList<>();
    for (JsonValue element : definition.needed("programs")) {
      String program = definition.syntax().text(element, "a program");
      definition.check(element.position(), OwnRuleLimits.program(program));
      definition.room().take(OwnRuleRoom.Of.FORMS, 1, element);
      programs.add(program);
    }
    return programs;
  }

  private FormRule.Syntax syntax() throws ConfigurationMistake {
    if (!definition.has("syntax")) {
      return FormRule.Syntax.GNU;
    }
    String word = definition.text("syntax");
    for (FormRule.Syntax candidate : FormRule.Syntax.values()) {
      if (candidate.word().equals(word)) {
        return candidate;
      }
    }
    throw definition.wrong("syntax", "syntax must be \"gnu\", \"words\" or \"caseless\"");
  }

  /** Whether the guard is weakened is not a user's to say. */
  private FormRule.Effect effect() throws ConfigurationMistake {
    if (!definition.has("effect")) {
      return FormRule.Effect.PRINTS;
    }
    String word = definition.text("effect");
    for (FormRule.Effect candidate : FormRule.Effect.values()) {
      if (candidate.word().equals(word) && candidate != FormRule.Effect.WEAKENS) {
        return candidate;
      }
    }
    throw definition.wrong(
        "effect", "effect must be \"prints\", \"is-leak\", \"may-print\" or \"may-print-error\"");
  }
}
