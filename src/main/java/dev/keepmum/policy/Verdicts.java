package dev.keepmum.policy;

import dev.keepmum.flow.Finding;
import java.util.List;

/** Reduces findings to one verdict. */
final class Verdicts {
  private static final String CONFIGURATION = "guard/configuration";

  private Verdicts() {}

  /** The verdict of the worst finding; of equally bad ones the first. */
  static Verdict of(List<Finding> findings) {
    Finding worst = null;
    for (Finding finding : findings) {
      if (worst == null || decision(finding.kind()).compareTo(decision(worst.kind())) < 0) {
        worst = finding;
      }
    }
    return worst == null ? Verdict.PASS : of(worst, decision(worst.kind()));
  }

  /** The verdict of one finding. */
  static Verdict of(Finding finding, Decision decision) {
    return new Verdict(
        decision,
        finding.rule().id(),
        finding.rule().layer().number(),
        Reason.of(finding),
        flow(finding));
  }

  /** The refusal of everything while the configuration cannot be used. */
  static Verdict of(ConfigurationMistake mistake) {
    return new Verdict(
        Decision.DENY,
        CONFIGURATION,
        0,
        "keepmum: "
            .concat(mistake.getMessage())
            .concat(". Until a person mends that file, every call is refused [")
            .concat(CONFIGURATION)
            .concat("]."),
        "");
  }

  /**
   * What each kind of finding comes to: certain leaks are denied, what a person may want is asked.
   */
  static Decision decision(Finding.Kind kind) {
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
