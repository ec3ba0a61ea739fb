package dev.keepmum.flow;

import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;

/** The findings of one judgement, each source and sink once. */
public final class Findings {

  private static final int MAX = 64;

  private final List<Finding> found = new ArrayList<>();
  private final Trace trace;

  Findings(Trace trace) {
    this.trace = trace;
  }

  /** What was found so far, in order. */
  public List<Finding> all() {
    return found;
  }

  /** Reports every secret of a content. */
  public void report(Finding.Kind kind, Content content, String way, String sink) {
    for (Secret secret : content.secrets()) {
      report(kind, secret.rule(), secret.label(), way, sink);
    }
  }

  /** Reports one flow or act. */
  public void report(Finding.Kind kind, Rule rule, String source, String way, String sink) {
    for (Finding present : found) {
      if (present.kind() == kind
          && present.rule().id().equals(rule.id())
          && present.source().equals(source)
          && present.sink().equals(sink)) {
        return;
      }
    }
    if (trace.isListening()) {
      trace.note(String.join(" -> ", source, sink) + " [" + rule.id() + "]");
    }
    if (found.size() < MAX) {
      found.add(new Finding(kind, rule, source, way, sink));
    }
  }
}
