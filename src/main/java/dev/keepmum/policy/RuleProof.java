package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.event.Position;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Trace;
import dev.keepmum.host.Host;
import dev.keepmum.rule.MadeUp;
import dev.keepmum.rule.OwnRule;
import dev.keepmum.rule.OwnRules;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds rules of a configuration against their own examples: each has to find what it {@code
 * catches} and nothing of what it {@code spares}, whatever it comes to. A command line is judged as
 * a whole call on the machine; nothing is run.
 */
public final class RuleProof {

  /**
   * Something that does not hold; it names no example, which may look like a secret.
   *
   * @param place where it is written
   */
  public record Failure(String place, String rule, String what) {}

  private final RuleBook book;
  private final Host host;
  private final String directory;
  private final List<Failure> failures = new ArrayList<>();
  private int examples;

  /**
   * @param directory the folder that calls are made in, absolute
   */
  public RuleProof(RuleBook book, Host host, String directory) {
    this.book = book;
    this.host = host;
    this.directory = directory;
  }

  /** Tries all examples of a rule. */
  public void add(ConfiguredRule rule) {
    RuleBook alone = OwnRules.of(List.of(rule.rule())).before(book);
    if (rule.definition().elements("catches").isEmpty()) {
      fail(rule, rule.position(), "has nothing that it catches, so nothing proves it");
    }
    for (JsonValue example : rule.definition().elements("catches")) {
      examples++;
      if (!isFound(rule, alone, example)) {
        fail(rule, example.position(), "does not find this example");
      }
    }
    for (JsonValue example : rule.definition().elements("spares")) {
      examples++;
      if (isFound(rule, alone, example)) {
        fail(rule, example.position(), "finds this example, which it is to spare");
      }
    }
  }

  private void fail(ConfiguredRule rule, Position at, String what) {
    String place = rule.file().concat(":") + at.line() + ':' + at.column();
    failures.add(new Failure(place, rule.id(), what));
  }

  /** How many examples were tried. */
  public int examples() {
    return examples;
  }

  /** What did not hold, in the order in which it was tried. */
  public List<Failure> failures() {
    return failures;
  }

  private boolean isFound(ConfiguredRule rule, RuleBook alone, JsonValue example) {
    String text = MadeUp.text(example.text().orElse(""));
    if (!(rule.rule() instanceof OwnRule.Command)) {
      return OwnRules.of(List.of(rule.rule())).find(text);
    }
    CallAnalysis.Found found =
        new CallAnalysis(host, List.of(alone), List.of(), directory)
            .of("Bash", call(text), Trace.NONE, CallAnalysis.Trails.NONE);
    for (Finding finding : found.all()) {
      if (finding.rule().id().equals(rule.id())) {
        return true;
      }
    }
    return false;
  }

  private static JsonObject call(String command) {
    try {
      return (JsonObject) JsonReader.read("{\"command\":" + JsonText.quoted(command) + "}");
    } catch (MalformedJson e) {
      throw new IllegalStateException("written a moment ago", e);
    }
  }
}
