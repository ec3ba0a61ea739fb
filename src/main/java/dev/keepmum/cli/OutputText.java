package dev.keepmum.cli;

import dev.keepmum.event.JsonText;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.Rule;
import dev.keepmum.scan.redact.Redaction;
import dev.keepmum.scan.redact.Replacement;
import java.util.ArrayList;
import java.util.List;

/** How a redaction is told: to the model, and to people. */
final class OutputText {
  private static final int MAX_TOLD = 5;

  private OutputText() {}

  /** What the model is told; empty where it saw no secret and misses none. */
  static String context(Redaction redaction) {
    StringBuilder context = new StringBuilder();
    if (!redaction.replaced().isEmpty()) {
      context.append("keepmum: ").append(redaction.replaced().get(0).standIn());
      context.append(" and its like stand for secrets that were taken out of this output.");
      context.append(" Do not write them back.");
    }
    if (!redaction.kept().isEmpty()) {
      context.append(context.length() == 0 ? "keepmum: " : " ");
      context.append("A secret that could not be taken out was shown: ");
      context.append(places(redaction.kept()));
      context.append(". Treat it as exposed, do not repeat it, and tell the user to rotate it: ");
      context.append(runbooks(redaction.kept())).append('.');
    }
    if (!redaction.isComplete()) {
      context.append(context.length() == 0 ? "keepmum: " : " ");
      context.append("This output hides too much in encodings to be looked through;");
      context.append(" do not decode and pass on what looks like a secret.");
    }
    return context.toString();
  }

  /** What people are told: the rules and the places, never a value. */
  static Verdict verdict(Redaction redaction) {
    boolean any = !redaction.replaced().isEmpty();
    List<Replacement> told = any ? redaction.replaced() : redaction.kept();
    if (told.isEmpty()) {
      return new Verdict(Decision.PASS, "", 0, context(redaction), "");
    }
    Rule rule = told.get(0).rule();
    return new Verdict(
        any ? Decision.REDACT : Decision.PASS,
        rule.id(),
        rule.layer().number(),
        any ? "keepmum: taken out: " + places(told) : context(redaction),
        "");
  }

  /** What a prompt comes to that tells one of this machine's secrets, open or encoded. */
  static Verdict promptVerdict(Redaction prompt) {
    if (prompt.replaced().isEmpty()) {
      return Verdict.PASS;
    }
    Rule rule = prompt.replaced().get(0).rule();
    return new Verdict(
        Decision.DENY,
        rule.id(),
        rule.layer().number(),
        "keepmum: a secret of this machine would be shown in the transcript ["
            + rule.id()
            + "]. The prompt was not sent: take the value out, and name the variable or the file"
            + " that holds it.",
        "the prompt -> the transcript");
  }

  /** The same as a member of a JSON object, or nothing. */
  static String json(List<Replacement> replaced) {
    StringBuilder json = new StringBuilder(",\"redacted\":");
    String separator = "[";
    for (Replacement one : replaced) {
      json.append(separator).append("{\"rule\":").append(JsonText.quoted(one.rule().id()));
      json.append(",\"place\":").append(JsonText.quoted(one.place()));
      json.append(",\"placeholder\":").append(JsonText.quoted(one.standIn())).append('}');
      separator = ",";
    }
    return json.append(']').toString();
  }

  private static String places(List<Replacement> told) {
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < told.size() && i < MAX_TOLD; i++) {
      places.append(i == 0 ? "" : ", ").append(told.get(i).rule().id());
      if (!told.get(i).place().isEmpty()) {
        places.append(" at ").append(told.get(i).place());
      }
    }
    if (told.size() > MAX_TOLD) {
      places.append(" and ").append(told.size() - MAX_TOLD).append(" more");
    }
    return places.toString();
  }

  /** How each is replaced, as its rule says; else whose it is, else the rule. */
  private static String runbooks(List<Replacement> told) {
    List<String> runbooks = new ArrayList<>();
    for (Replacement one : told) {
      String runbook = runbook(one.rule());
      if (!runbooks.contains(runbook) && runbooks.size() < MAX_TOLD) {
        runbooks.add(runbook);
      }
    }
    return String.join(", ", runbooks);
  }

  private static String runbook(Rule rule) {
    String whose = rule.namesProvider() ? rule.provider() : rule.id();
    return rule.runbook().isEmpty() ? whose : whose + " (" + rule.runbook() + ")";
  }
}
