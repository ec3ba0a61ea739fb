package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * What a rule says about the secret it knows: everything a verdict needs, without the patterns.
 *
 * @param id {@code layer3/dotenv}
 * @param about what it protects, in one sentence
 * @param layer where such a secret lives
 * @param severity how bad a leak is
 * @param suggestion the safe way to get on with the work: a command that itself passes, or a
 *     sentence; may hold {@code {path}} and {@code {name}}
 * @param provider whose secret it is, as the host table names it; {@code *} for a credential that
 *     stands where a request carries its receiver's; empty if nobody's in particular
 * @param runbook which way of replacing it applies once it has leaked; empty if none does
 * @param others further rules that know the same thing: what is found is a finding of each of them,
 *     so that an exception from one hides nothing that another one says
 */
public record Rule(
    String id,
    String about,
    Layer layer,
    Severity severity,
    String suggestion,
    String provider,
    String runbook,
    List<Rule> others) {

  /** A rule that alone knows something. */
  public Rule(
      String id,
      String about,
      Layer layer,
      Severity severity,
      String suggestion,
      String provider,
      String runbook) {
    this(id, about, layer, severity, suggestion, provider, runbook, List.of());
  }

  /** A rule without a runbook. */
  public Rule(
      String id, String about, Layer layer, Severity severity, String suggestion, String provider) {
    this(id, about, layer, severity, suggestion, provider, "");
  }

  /** This rule where another one, and those beside that, know the same thing. */
  public Rule with(Rule other) {
    List<Rule> more = new ArrayList<>(others);
    more.add(other);
    more.addAll(other.others);
    return new Rule(id, about, layer, severity, suggestion, provider, runbook, more);
  }

  /** Whether such a secret is one provider's in particular. */
  public boolean hasProvider() {
    return !provider.isEmpty() && !provider.equals("*");
  }

  /** Whether it says whose the secret is, and not only that it is one. */
  public boolean namesProvider() {
    return !provider.isEmpty() && !provider.equals("*");
  }
}
