package dev.keepmum.policy;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.flow.Trail;
import dev.keepmum.host.Host;
import dev.keepmum.host.InstallKey;
import dev.keepmum.rule.OwnRules;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges as the configuration wants it. An exception is held against a call by judging its own
 * command in the same place: what both find alike, by the same commands from the same resource to
 * the same end, is lifted, and nothing beside it.
 */
final class ConfiguredJudge implements Ruling {

  private final Configuration configuration;
  private final List<RuleBook> books = new ArrayList<>();
  private final CallAnalysis calls;
  private final Host host;
  private final String directory;
  private final Trace trace;

  ConfiguredJudge(
      Configuration configuration, RuleBook rules, Host host, String directory, Trace trace) {
    Map<String, List<String>> hosts = configuration.hosts();
    this.configuration = configuration;
    List<OwnRules> own = configuration.own();
    for (RuleBook book : Configuration.books(rules, own)) {
      books.add(hosts.isEmpty() ? book : new ConfiguredHosts(book, hosts));
    }
    this.calls = new CallAnalysis(host, books, own, directory);
    this.host = host;
    this.directory = directory;
    this.trace = trace;
  }

  Verdict judge(String tool, JsonObject input) {
    List<Exemption> exemptions = configuration.exemptions(host.now());
    CallAnalysis.Trails trails =
        exemptions.isEmpty() ? CallAnalysis.Trails.NONE : CallAnalysis.Trails.KEPT;
    CallAnalysis.Found found = calls.of(tool, input, trace, trails);
    // Of more findings than are kept, nobody knows what the others were.
    return verdict(found.all(), found.isFull() ? List.of() : exemptions);
  }

  /** The verdict on findings, each as its rule and the mode have it. */
  @Override
  public Verdict verdict(List<Finding> findings) {
    return verdict(findings, List.of());
  }

  private Verdict verdict(List<Finding> findings, List<Exemption> exemptions) {
    Verdict verdict = Verdict.PASS;
    for (Finding finding : findings) {
      Verdict own = verdict(finding, exemptions);
      boolean isFirst = verdict.rule().isEmpty();
      if (isFirst || own.decision().compareTo(verdict.decision()) < 0) {
        verdict = own;
      }
    }
    return verdict;
  }

  private Verdict verdict(Finding finding, List<Exemption> exemptions) {
    Optional<Exemption> lifting = lifting(finding, exemptions);
    if (lifting.isPresent()) {
      String place = "allowed by " + lifting.get().place() + ": " + lifting.get().reason();
      return explained(Verdicts.of(finding, Decision.PASS).because(place));
    }
    Decision decision = configuration.decision(finding.rule(), finding.kind());
    Verdict verdict = Verdicts.of(finding, decision);
    if (decision == Verdicts.decision(finding.kind())) {
      return verdict;
    }
    String source = configuration.source(finding.rule(), finding.kind());
    return explained(
        decision == Decision.PASS
            ? verdict.because("passes, as " + source + " has it")
            : verdict.because(verdict.reason() + " (" + decision.word() + ": " + source + ")"));
  }

  private Verdict explained(Verdict verdict) {
    if (trace.isListening()) {
      trace.note(verdict.rule() + " " + verdict.decision().word() + ": " + verdict.reason());
    }
    return verdict;
  }

  Verdict judgePrompt(String prompt) {
    Verdict worst = Verdict.PASS;
    for (RuleBook book : books) {
      FlowContext context = new FlowContext(host, book, directory, trace);
      Verdict verdict = new PromptCheck(context, new OfPrompts()).inspect(prompt);
      if (verdict.decision().compareTo(worst.decision()) < 0) {
        worst = verdict;
      }
    }
    return worst;
  }

  /** What a verdict on the guard's settings comes to. */
  Verdict judged(Verdict verdict) {
    return verdict.decision() == Decision.DENY
            && configuration.decision(books.get(0).rule(verdict.rule()), Finding.Kind.GUARD)
                == Decision.PASS
        ? Verdict.PASS
        : verdict;
  }

  /** Nobody can be asked about a prompt, so what would be asked by the mode stays refused. */
  private final class OfPrompts implements Ruling {
    @Override
    public Verdict verdict(List<Finding> findings) {
      Verdict verdict = ConfiguredJudge.this.verdict(findings);
      boolean byMode = configuration.mode() == Mode.ASK && verdict.decision() == Decision.ASK;
      if (!byMode) {
        return verdict;
      }
      List<Finding> refused = new ArrayList<>();
      for (Finding finding : findings) {
        Decision own = Verdicts.decision(finding.kind());
        if (configuration.decision(finding.rule().id(), own) == Decision.DENY) {
          refused.add(finding);
        }
      }
      return refused.isEmpty() ? verdict : Verdicts.of(refused.get(0), Decision.DENY);
    }
  }

  private Optional<Exemption> lifting(Finding finding, List<Exemption> exemptions) {
    if (!finding.literal().isNone()) {
      Optional<byte[]> key = host.readPrefix(InstallKey.path(host), InstallKey.LENGTH);
      for (Exemption exemption : exemptions) {
        if (key.isPresent() && exemption.isOfValue(finding, key.get())) {
          return Optional.of(exemption);
        }
      }
    }
    if (Exemption.isPossible(finding, host)) {
      for (Exemption exemption : exemptions) {
        if (exemption.isAbout(finding) && isSameCall(exemption, finding)) {
          return Optional.of(exemption);
        }
      }
    }
    return Optional.empty();
  }

  private boolean isSameCall(Exemption exemption, Finding finding) {
    if (exemption.command().isEmpty()) {
      return Trail.isOfTool(finding.trail(), exemption.tool());
    }
    CallAnalysis.Found allowed =
        calls.of(
            exemption.tool(), command(exemption.command()), Trace.NONE, CallAnalysis.Trails.KEPT);
    for (Finding own : allowed.all()) {
      if (own.isSame(finding)) {
        return true;
      }
    }
    return false;
  }

  private static JsonObject command(String command) {
    try {
      return (JsonObject) JsonReader.read("{\"command\":" + JsonText.quoted(command) + "}");
    } catch (MalformedJson e) {
      throw new IllegalStateException("written a moment ago", e);
    }
  }
}
