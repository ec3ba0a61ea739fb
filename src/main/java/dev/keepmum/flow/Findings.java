package dev.keepmum.flow;

import dev.keepmum.rule.Rule;
import dev.keepmum.rule.TokenMatch;
import java.util.ArrayList;
import java.util.List;

/** The findings of one judgement, each source and sink once, or once for each command. */
public final class Findings {

  private static final int MAX = 64;

  private final List<Finding> found = new ArrayList<>();
  private final Trace trace;
  private final Trail trail;

  Findings(Trace trace, Trail trail) {
    this.trace = trace;
    this.trail = trail;
  }

  /** What was found so far, in order. */
  public List<Finding> all() {
    return found;
  }

  /** Whether there may have been more than are kept. */
  public boolean isFull() {
    return found.size() == MAX;
  }

  /** Reports every secret of a content. */
  public void report(Finding.Kind kind, Content content, String way, String sink) {
    for (Secret secret : content.secrets()) {
      report(kind, secret, way, sink);
    }
  }

  /** Reports where a secret goes. */
  public void report(Finding.Kind kind, Secret secret, String way, String sink) {
    report(kind, secret, Literal.NONE, way, sink);
  }

  /** Reports where a secret goes that stands in a text. */
  public void report(
      Finding.Kind kind, Secret secret, TokenMatch token, String text, String way, String sink) {
    report(kind, secret, Literal.of(token, text), way, sink);
  }

  private void report(Finding.Kind kind, Secret secret, Literal literal, String way, String sink) {
    String resource = secret.file().isEmpty() ? secret.label() : secret.file();
    boolean certain = secret.certainty() == Secret.Certainty.CERTAIN;
    Finding.Kind known = certain ? kind : kind.possible();
    String commands = trail.toString();
    report(
        new Finding(known, secret.rule(), secret.label(), way, sink, resource, literal, commands));
  }

  /** Reports one flow or act. */
  public void report(Finding.Kind kind, Rule rule, String source, String way, String sink) {
    report(new Finding(kind, rule, source, way, sink, source, Literal.NONE, trail.toString()));
  }

  private void report(Finding finding) {
    add(finding);
    for (Rule other : finding.rule().others()) {
      add(finding.by(other));
    }
  }

  private void add(Finding finding) {
    for (Finding present : found) {
      if (present.kind() == finding.kind()
          && present.rule().id().equals(finding.rule().id())
          && present.source().equals(finding.source())
          && present.sink().equals(finding.sink())
          && present.trail().equals(finding.trail())
          && (!trail.isKept() || present.literal().isSame(finding.literal()))) {
        return;
      }
    }
    if (trace.isListening()) {
      trace.note(
          String.join(" -> ", finding.source(), finding.sink()) + " [" + finding.rule().id() + "]");
    }
    if (found.size() < MAX) {
      found.add(finding);
    }
  }
}
