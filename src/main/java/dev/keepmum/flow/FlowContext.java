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

  /** The machine that the call would be made on. */
  public Host host() {
    return host;
  }

  /** What is secret, and what programs do. */
  public RuleBook rules() {
    return rules;
  }

  /** The folder the call is made in, absolute. */
  public String directory() {
    return directory;
  }

  /** How much of the call may still be followed. */
  public Budget budget() {
    return budget;
  }

  /** What has been found so far. */
  public Findings findings() {
    return findings;
  }

  /** What the call has done to files so far. */
  public Changes changes() {
    return changes;
  }

  /** What has been understood, for an explanation; keeps nothing if none is wanted. */
  public Trace trace() {
    return trace;
  }

  /** The commands around what is followed now. */
  public Trail trail() {
    return trail;
  }

  /** Reads and changes files as the call has left them. */
  public Files files() {
    return files;
  }

  /** Where content ends up. */
  public Sinks sinks() {
    return sinks;
  }
}
