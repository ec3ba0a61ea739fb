package dev.keepmum.policy;

import dev.keepmum.flow.Finding;
import java.util.List;

/** Reduces findings to one verdict. */
final class Verdicts {
  private Verdicts() {}

  /** The verdict of the worst finding; of equally bad ones the first. */
  static Verdict of(List<Finding> findings) {
    Finding worst = null;
    for (Finding finding : findings) {
      if (worst == null || decision(finding.kind()).compareTo(decision(worst.kind())) < 0) {
        worst = finding;
      }
    }
    if (worst == null) {
      return Verdict.PASS;
    }
    return new Verdict(
        decision(worst.kind()),
        worst.rule().id(),
        worst.rule().layer().number(),
        Reason.of(worst),
        flow(worst));
  }

  /**
   * What each kind of finding comes to: certain leaks are denied, what a person may want is asked.
   */
  private static Decision decision(Finding.Kind kind) {
    switch (kind) {
      case COPIED_UNDER_PROTECTION:
      case MAY_SHOW:
      case MAY_PUBLISH:
      case MAY_WRITE:
      case MAY_SEND:
      case UNKNOWN_PROGRAM:
      case HIDDEN_CODE:
      case EDITED:
        return Decision.ASK;
      default:
        return Decision.DENY;
    }
  }

  private static String flow(Finding finding) {
    StringBuilder flow = new StringBuilder(finding.source());
    if (!finding.way().isEmpty()) {
      flow.append(" -> ").append(finding.way());
    }
    if (!finding.sink().isEmpty()) {
      flow.append(" -> ").append(finding.sink());
    }
    return flow.toString();
  }
}
