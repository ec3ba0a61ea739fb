package dev.keepmum.flow;

import dev.keepmum.host.Host;
import dev.keepmum.rule.RuleBook;

/** What every part of one judgement shares. */
public final class FlowContext {

  private final Host host;
  private final RuleBook rules;
  private final Budget budget = new Budget();
  private final Findings findings = new Findings();
  private final Changes changes = new Changes();
  private final Trace trace;
  private final Files files;
  private final Sinks sinks;

  public FlowContext(Host host, RuleBook rules, Trace trace) {
    this.host = host;
    this.rules = rules;
    this.trace = trace;
    this.files = new Files(this);
    this.sinks = new Sinks(this);
  }

  public Host host() {
    return host;
  }

  public RuleBook rules() {
    return rules;
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

  public Files files() {
    return files;
  }

  public Sinks sinks() {
    return sinks;
  }
}
