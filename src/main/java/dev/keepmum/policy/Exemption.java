package dev.keepmum.policy;

import dev.keepmum.event.Position;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Sinks;
import dev.keepmum.flow.Trail;
import dev.keepmum.host.Host;

/**
 * An entry of {@code allow}: the one finding that somebody has looked at and accepts, until a day.
 *
 * @param layer who allows it
 * @param file where it is written
 * @param position where in it
 * @param rule the id of the rule whose finding it lifts
 * @param tool the tool that is called
 * @param command the command as it may be run; empty for a tool that takes none
 * @param resource what may be read or changed by it: an absolute path, or the source as a refusal
 *     names it; empty if the command says it all
 * @param sink where it may go, as a refusal names it
 * @param fingerprint of the one value that it is about, whatever is done with that; empty if it is
 *     about a call
 * @param reason why
 * @param until the last day on which it counts
 */
public record Exemption(
    ConfigurationLayer layer,
    String file,
    Position position,
    String rule,
    String tool,
    String command,
    String resource,
    String sink,
    String fingerprint,
    String reason,
    String until) {

  /** Whether its last day has passed. */
  public boolean isExpired(long now) {
    return Day.of(now) > Day.of(until);
  }

  /** Whether a finding can be lifted at all: it has to be known what is called, and for whom. */
  static boolean isPossible(Finding finding, Host host) {
    return finding.literal().isNone()
        && Trail.isExact(finding.trail())
        && !finding.sink().equals(Sinks.UNKNOWN_HOST)
        && isNoLink(finding.resource(), host);
  }

  /** A link leads to another file tomorrow, and then nobody has looked at that. */
  private static boolean isNoLink(String resource, Host host) {
    return !resource.startsWith("/")
        || !host.status(resource).exists()
        || host.status(resource).links() == 1
            && ConfigurationFiles.place(host, resource).isPresent();
  }

  /** Whether it could be about a finding; the command is still to be compared. */
  boolean isAbout(Finding finding) {
    if (!fingerprint.isEmpty()) {
      return false;
    }
    boolean isFile = finding.resource().startsWith("/");
    boolean isResource = resource.isEmpty() ? !isFile : resource.equals(finding.resource());
    boolean isSink =
        sink.equals(finding.sink())
            || sink.equals(Sinks.TRANSCRIPT) && finding.kind() == Finding.Kind.EDITED;
    return rule.equals(finding.rule().id()) && isResource && isSink;
  }

  /**
   * Whether it is about the value that a finding is about.
   *
   * @param key the key of this installation
   */
  boolean isOfValue(Finding finding, byte[] key) {
    return !fingerprint.isEmpty()
        && !finding.literal().isNone()
        && rule.equals(finding.rule().id())
        && finding.literal().fingerprint(finding.rule(), key).isWrittenAs(fingerprint);
  }

  /** Where it is written, as an editor finds it. */
  public String place() {
    return file.concat(":") + position.line() + ':' + position.column();
  }
}
