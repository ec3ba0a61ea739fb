package dev.keepmum.policy;

import dev.keepmum.event.Position;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Sinks;
import dev.keepmum.host.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the entries of {@code allow} that lift what was found in one call.
 *
 * @param host the machine
 * @param file the configuration they are for
 * @param command the call's command; empty for a tool that takes none
 * @param key the key of this installation
 */
record Exemptions(
    Host host, String file, String tool, String command, String reason, String until, byte[] key) {

  private static final Position START = new Position(1, 1);

  List<Exemption> of(CallAnalysis.Found findings) throws ConfigurationMistake {
    if (Day.of(until) == Day.NONE) {
      throw new ConfigurationMistake("until must be a date, like 2027-01-31");
    }
    if (findings.isFull()) {
      throw impossible("it has more findings than can be looked at");
    }
    boolean holdsValue = false;
    for (Finding finding : findings.all()) {
      holdsValue = holdsValue || !finding.literal().isNone();
    }
    List<Exemption> exemptions = new ArrayList<>();
    for (Finding finding : findings.all()) {
      if (holdsValue && finding.literal().isNone()) {
        throw impossible("it holds a value, which is not to be written down with it");
      }
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
    if (!finding.literal().isNone()) {
      String print = finding.literal().fingerprint(finding.rule(), key).toString();
      return exemption(finding, "Bash", "", "", Sinks.TRANSCRIPT, print);
    }
    if (!Exemption.isPossible(finding, host)) {
      throw impossible("its words or its host are not known before it runs, or its file is a link");
    }
    String resource = finding.resource().startsWith("/") ? finding.resource() : "";
    boolean isEdit = finding.kind() == Finding.Kind.EDITED;
    String sink = isEdit ? Sinks.TRANSCRIPT : finding.sink();
    return exemption(finding, tool, command, resource, sink, "");
  }

  private Exemption exemption(
      Finding finding,
      String ofTool,
      String ofCommand,
      String resource,
      String sink,
      String fingerprint) {
    return new Exemption(
        ConfigurationLayer.USER,
        file,
        START,
        finding.rule().id(),
        ofTool,
        ofCommand,
        resource,
        sink,
        fingerprint,
        reason,
        until);
  }

  private ConfigurationMistake impossible(String why) {
    return new ConfigurationMistake("it cannot be allowed: ".concat(why));
  }
}
