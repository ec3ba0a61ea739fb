package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * How many secrets are found in the files that people have: twenty made-up ones of each kind, in
 * every place, by the rule that knows the kind.
 */
class TokenRecallTest {
  private static final int EACH = 20;

  private final RuleBook book = RuleBooks.standard();

  /** Where a text stands: around it, and how its quotes and line breaks are written there. */
  private enum Place {
    ENVIRONMENT_FILE("# settings\nPORT=3000\n", "\nLOG_LEVEL=debug\n"),
    YAML("services:\n  web:\n    command: |\n      ", "\n    ports: [80]\n"),
    JSON("{\n  \"name\": \"app\",\n  \"note\": \"", "\",\n  \"port\": 3000\n}\n"),
    SOURCE("package app;\n\n// see also: ", "\nint port = 3000;\n"),
    STRING("const settings = parse('", "');\nrun(settings);\n"),
    SHELL("#!/bin/sh\nset -eu\ncat > config <<EOF\n", "\nEOF\nnpm start\n"),
    LOG(
        "2026-03-04T05:06:07Z INFO  [http] request ",
        " took 12 ms\n2026-03-04T05:06:08Z INFO  ok\n"),
    NOTEBOOK("{\"cells\": [{\"source\": [\"import os\\n\", \"", "\\n\"], \"outputs\": []}]}\n");

    private final String before;
    private final String after;

    Place(String before, String after) {
      this.before = before;
      this.after = after;
    }

    String file(String text) {
      return before + written(text) + after;
    }

    private String written(String text) {
      return switch (this) {
        case JSON, NOTEBOOK ->
            text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        case STRING -> text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
        default -> text;
      };
    }
  }

  @Test
  void atLeastNinetyNineOfAHundredAreFoundByTheirRule() {
    int total = 0;
    List<String> missed = new ArrayList<>();
    TreeMap<String, Integer> byRule = new TreeMap<>();
    for (RuleCatalog.Entry rule : RuleCatalog.load().entries()) {
      if (rule.kind() != RuleCatalog.Kind.TOKEN) {
        continue;
      }
      for (int i = 0; i < EACH; i++) {
        String example = rule.catches().get(i % rule.catches().size());
        for (Place place : Place.values()) {
          total++;
          if (!finds(rule.id(), place.file(MadeUp.text(example, i)))) {
            missed.add(rule.id() + " " + place + " " + example);
            byRule.merge(rule.id(), 1, Integer::sum);
          }
        }
      }
    }
    assertThat(missed).as("of %d, by rule %s", total, byRule).hasSizeLessThan(total / 100);
  }

  private boolean finds(String id, String text) {
    return book.tokens(text).stream().anyMatch(match -> match.rule().id().equals(id));
  }
}
