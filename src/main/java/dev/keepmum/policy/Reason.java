package dev.keepmum.policy;

import dev.keepmum.flow.Finding;
import dev.keepmum.rule.Layer;

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
      case MAY_WRITE:
        return "would be written to "
            .concat(shortened(finding.sink()))
            .concat(", which nothing protects");
      case COPIED_UNDER_PROTECTION:
        return "would be copied to ".concat(shortened(finding.sink()));
      case SENT:
      case MAY_SEND:
        return "would be sent to ".concat(shortened(finding.sink()));
      case PUBLISHED:
        return "would be stored for others by ".concat(shortened(finding.way()));
      case MAY_PUBLISH:
        return "would stay for others in what ".concat(shortened(finding.way())).concat(" makes");
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

  /** The safe way: what the rule knows where something would be shown, else what the place asks. */
  private static String suggestion(Finding finding) {
    switch (finding.kind()) {
      case SENT:
      case MAY_SEND:
        return "send it only to the host it belongs to, or let its own program use it";
      case WRITTEN:
      case MAY_WRITE:
        return "keep it where it is protected, or write a reference to it";
      case PUBLISHED:
      case MAY_PUBLISH:
        return "leave it out; a reference to it is enough";
      case COPIED_UNDER_PROTECTION:
      case EDITED:
      case GUARD:
        return "";
      default:
        return fromRule(finding);
    }
  }

  private static String fromRule(Finding finding) {
    String suggestion = finding.rule().suggestion();
    boolean wantsPath = suggestion.contains("{path}");
    if (wantsPath && finding.rule().layer() != Layer.FILE) {
      return "";
    }
    String source = finding.source();
    String name = source.startsWith("$") ? source.substring(1) : source;
    boolean wantsName = suggestion.contains("{name}");
    if (wantsName && !source.startsWith("$")) {
      return "";
    }
    return suggestion.replace("{path}", word(source)).replace("{name}", name);
  }

  /** A path as a word of the shell: quoted where it has to be. */
  private static String word(String path) {
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (!Character.isLetterOrDigit(c) && "/._-~+,=@%".indexOf(c) < 0) {
        return path.startsWith("~/") ? "~/".concat(quoted(path.substring(2))) : quoted(path);
      }
    }
    return path;
  }

  private static String quoted(String path) {
    return "'".concat(path.replace("'", "'\\''")).concat("'");
  }

  private static String shortened(String text) {
    return text.length() <= MAX_SOURCE ? text : text.substring(0, MAX_SOURCE).concat("…");
  }
}
