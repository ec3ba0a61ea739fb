package dev.keepmum.policy;

import dev.keepmum.flow.Finding;

/** The words for a finding: what would happen, which rule says so, and the safe way. */
final class Reason {

  private static final int MAX_SOURCE = 80;

  private Reason() {}

  static String of(Finding finding) {
    StringBuilder reason = new StringBuilder(160);
    reason.append("keepmum: ").append(shortened(finding.source())).append(' ');
    reason.append(event(finding));
    reason.append(" [");
    int layer = finding.rule().layer().number();
    if (layer > 0) {
      reason.append("layer ").append(layer).append(' ');
      reason.append(finding.rule().layer().title()).append(", ");
    }
    reason.append(finding.rule().id()).append("].");
    String suggestion = suggestion(finding);
    if (!suggestion.isEmpty()) {
      reason.append(" Instead: ").append(suggestion);
    }
    return reason.toString();
  }

  private static String event(Finding finding) {
    switch (finding.kind()) {
      case SHOWN:
        return "would be shown in the transcript";
      case WRITTEN:
        return "would be written to "
            .concat(shortened(finding.sink()))
            .concat(", which nothing protects");
      case COPIED_UNDER_PROTECTION:
        return "would be copied to ".concat(shortened(finding.sink()));
      case SENT:
        return "would be sent to ".concat(shortened(finding.sink()));
      case PUBLISHED:
        return "would be stored for others by ".concat(shortened(finding.way()));
      case MAY_PUBLISH:
        return "is not ignored and would go into a commit";
      case CLIPBOARD:
        return "would go to the clipboard";
      case ACT:
        return "would be exposed by ".concat(shortened(finding.way()));
      case MAY_SHOW:
        return "may be shown by ".concat(shortened(finding.way()));
      case UNKNOWN_PROGRAM:
        return "goes to ".concat(shortened(finding.way())).concat(", which may show it");
      case HIDDEN_CODE:
        return "would be run without anybody having read it";
      case EDITED:
        return "would be changed";
      case GUARD:
        return finding.sink();
      default:
        return "is more than can be judged (".concat(finding.sink()).concat(")");
    }
  }

  private static String suggestion(Finding finding) {
    String path = finding.source();
    String name = path.startsWith("$") ? path.substring(1) : path;
    return finding.rule().suggestion().replace("{path}", path).replace("{name}", name);
  }

  private static String shortened(String text) {
    return text.length() <= MAX_SOURCE ? text : text.substring(0, MAX_SOURCE).concat("…");
  }
}
