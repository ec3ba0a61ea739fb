package dev.keepmum.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what came of trials and tells it in a few lines. */
final class Tally {
  private final List<Trial> trials;
  private final List<Trial> misses = new ArrayList<>();
  private final List<Trial> knownMisses = new ArrayList<>();
  private final List<Trial> falseAlarms = new ArrayList<>();
  private final List<Trial> spoilt = new ArrayList<>();
  private int unknown;
  private int leaks;
  private int harmless;

  Tally(List<Trial> trials) {
    this.trials = trials;
    List<KnownLimit> limits = KnownLimit.all();
    for (Trial trial : trials) {
      leaks += trial.truth() == Truth.LEAK ? 1 : 0;
      harmless += trial.truth() == Truth.HARMLESS ? 1 : 0;
      if (trial.isMiss()) {
        boolean isKnown = limits.stream().anyMatch(limit -> limit.covers(trial));
        (isKnown ? knownMisses : misses).add(trial);
      } else if (trial.isFalseAlarm()) {
        falseAlarms.add(trial);
      } else if (trial.isSpoilt()) {
        spoilt.add(trial);
      } else if (trial.isStoppedUnknown()) {
        unknown++;
      }
    }
  }

  /** Leaks that passed and are no known limit. */
  List<Trial> misses() {
    return misses;
  }

  /** How many commands leaked. */
  int leaks() {
    return leaks;
  }

  List<Trial> falseAlarms() {
    return falseAlarms;
  }

  /** How many commands showed nothing. */
  int harmless() {
    return harmless;
  }

  /** The numbers, then every miss and false alarm with the rule that decided, and known limits. */
  String report() {
    StringBuilder report = new StringBuilder();
    report.append(
        String.format(
            Locale.ROOT,
            "%d commands: %d leaked (%d passed, %d of them known limits), %d harmless"
                + " (%d stopped; beside them %d spoilt leaks and %d programs nobody listed)%n",
            trials.size(),
            leaks,
            misses.size() + knownMisses.size(),
            knownMisses.size(),
            harmless,
            falseAlarms.size(),
            spoilt.size(),
            unknown));
    append(report, "MISS", misses);
    append(report, "FALSE ALARM", falseAlarms);
    append(report, "KNOWN", knownMisses);
    byKind(report);
    return report.toString();
  }

  private static void append(StringBuilder report, String title, List<Trial> trials) {
    for (Trial trial : trials) {
      report.append(title).append(" [").append(trial.kind()).append("] ");
      report.append(trial.command().replace("\n", "\n    "));
      if (trial.isMiss() && !trial.isOriginStopped() && !trial.command().equals(trial.origin())) {
        report.append("\n    (passes before the rewrite, too)");
      }
      if (trial.isStopped()) {
        report.append("\n    -> ").append(trial.verdict().decision().word()).append(' ');
        report.append(trial.verdict().rule()).append(": ").append(trial.verdict().flow());
      }
      report.append('\n');
    }
  }

  private void byKind(StringBuilder report) {
    Map<String, int[]> kinds = new TreeMap<>();
    for (Trial trial : trials) {
      int[] counts = kinds.computeIfAbsent(trial.kind(), kind -> new int[3]);
      counts[0]++;
      counts[1] += trial.isMiss() ? 1 : 0;
      counts[2] += trial.isFalseAlarm() ? 1 : 0;
    }
    for (Map.Entry<String, int[]> kind : kinds.entrySet()) {
      int[] counts = kind.getValue();
      if (counts[1] + counts[2] > 0) {
        report.append(
            String.format(
                Locale.ROOT,
                "  %-45s %4d commands %4d misses %4d false alarms%n",
                kind.getKey(),
                counts[0],
                counts[1],
                counts[2]));
      }
    }
  }
}
