package dev.keepmum.policy;

import dev.keepmum.event.Position;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Findings;
import dev.keepmum.flow.Sinks;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the entries of {@code allow} that lift what was found in one call.
 *
 * @param file the configuration they are for
 * @param command the call's command; empty for a tool that takes none
 */
record Exemptions(String file, String tool, String command, String reason, String until) {

  private static final Position START = new Position(1, 1);

  List<Exemption> of(Findings findings) throws ConfigurationMistake {
    if (Day.of(until) == Day.NONE) {
      throw new ConfigurationMistake("until must be a date, like 2027-01-31");
    }
    if (findings.isFull()) {
      throw impossible("it has more findings than can be looked at");
    }
    List<Exemption> exemptions = new ArrayList<>();
    for (Finding finding : findings.all()) {
      Exemption exemption = of(finding);
      if (!exemptions.contains(exemption)) {
        exemptions.add(exemption);
      }
    }
    return exemptions;
  }

  private Exemption of(Finding finding) throws ConfigurationMistake {
    if (finding.kind() == Finding.Kind.GUARD || ConfigurationReader.isGuard(finding.rule().id())) {
      throw impossible("there are no exceptions from ".concat(finding.rule().id()));
    }
    if (!Exemption.isPossible(finding)) {
      throw impossible("its words, or its host, are not all known before it runs");
    }
    boolean isEdit = finding.kind() == Finding.Kind.EDITED;
    return new Exemption(
        ConfigurationLayer.USER,
        file,
        START,
        finding.rule().id(),
        tool,
        command,
        finding.resource().startsWith("/") ? finding.resource() : "",
        isEdit ? Sinks.TRANSCRIPT : finding.sink(),
        reason,
        until);
  }

  private ConfigurationMistake impossible(String why) {
    return new ConfigurationMistake("it cannot be allowed: ".concat(why));
  }
}
