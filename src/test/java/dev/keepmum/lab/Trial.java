package dev.keepmum.lab;

import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Verdict;

/**
 * A command with what really happened and what was judged.
 *
 * @param kind how it came about: the group of its row, or the rewrite
 * @param origin what the command was before it was rewritten, itself otherwise
 * @param intended what its row is listed as
 * @param isOriginStopped whether the command that was rewritten is stopped
 */
record Trial(
    String kind,
    String origin,
    String command,
    Truth intended,
    Truth truth,
    Verdict verdict,
    boolean isOriginStopped,
    String output) {

  boolean isStopped() {
    return verdict.decision() != Decision.PASS;
  }

  /** A leak that passes. */
  boolean isMiss() {
    return truth == Truth.LEAK && !isStopped();
  }

  /** A command that showed nothing, as it should, and is stopped. */
  boolean isFalseAlarm() {
    return truth == Truth.HARMLESS && intended == Truth.HARMLESS && isStopped();
  }

  /** A command of which nobody said what it does, that showed nothing and is stopped. */
  boolean isStoppedUnknown() {
    return truth == Truth.HARMLESS && intended == Truth.OPEN && isStopped();
  }

  /** A leaking command that some change has spoilt, and is stopped all the same. */
  boolean isSpoilt() {
    return truth == Truth.HARMLESS && intended == Truth.LEAK && isStopped();
  }
}
