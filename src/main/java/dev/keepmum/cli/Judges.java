package dev.keepmum.cli;

import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import dev.keepmum.policy.Judge;
import dev.keepmum.rule.RuleBooks;

/** Puts judges together: the one place that knows what they are made of. */
interface Judges {

  /** A judge; made when it is asked for, since making one is most of what a hook call costs. */
  Judge judge();

  /** Who answers events that are no tool calls. */
  default EventAnswers events() {
    return new EventAnswers(RuleBooks.standard(), new SystemHost());
  }

  /** Judges by the files and the environment of this machine. */
  final class OfThisMachine implements Judges {
    @Override
    public Judge judge() {
      return on(new SystemHost());
    }
  }

  /** A judge by the files and the environment of a given machine. */
  static Judge on(Host host) {
    return new Judge(RuleBooks.standard(), host);
  }
}
