package dev.keepmum.flow;

import dev.keepmum.host.Host;
import dev.keepmum.rule.RuleBook;

/** What every part of one judgement shares. */
public final class FlowContext {

  private final Host host;
  private final RuleBook rules;
  private final String directory;
  private final Budget budget = new Budget();
  private final Findings findings;
  private final Changes changes = new Changes();
  private final Trace trace;
  private final Trail trail;
  private final Files files;
  private final Sinks sinks;

  /**
   * The context of one judgement.
   *
   * @param directory the folder the call is made in, absolute
   */
  public FlowContext(Host host, RuleBook rules, String directory, Trace trace) {
    this(host, rules, directory, trace, Trail.none());
  }

  /** The same, in which findings know the commands they happen in if the trail is kept. */
  public FlowContext(Host host, RuleBook rules, String directory, Trace trace, Trail trail) {
    this.host = host;
    this.rules = rules;
    this.directory = directory;
    this.trace = trace;
    this.trail = trail;
    this.findings = new Findings(trace, trail);
    this.files = new Files(this);
    this.sinks = new Sinks(this);
  }

  public Host host() {
    return host;
  }

  public RuleBook rules() {
    return rules;
  }

  /** The folder the call is made in, absolute. */
  public String directory() {
    return directory;
  }

  public Budget budget() {
    return budget;
  }

  public Findings findings() {
    return findings;
  }

  public Changes changes() {
    return changes;
  }

  public Trace trace() {
    return trace;
  }

  public Trail trail() {
    return trail;
  }

  public Files files() {
    return files;
  }

  public Sinks sinks() {
    return sinks;
  }
}
