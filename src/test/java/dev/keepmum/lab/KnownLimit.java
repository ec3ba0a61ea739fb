package dev.keepmum.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Leaks that are known to pass, with the reason why they do.
 *
 * @param reason the heading of the entry
 * @param command what such a command looks like, found anywhere in it
 */
record KnownLimit(String reason, Pattern command) {

  static List<KnownLimit> all() {
    List<KnownLimit> limits = new ArrayList<>();
    for (Row row : Row.read("known-limits.txt")) {
      limits.add(new KnownLimit(row.group(), Pattern.compile(row.command(), Pattern.DOTALL)));
    }
    return limits;
  }

  /** Whether a leak is this one, or was before it was written in another way. */
  boolean covers(Trial trial) {
    return isIn(trial.command()) || !trial.isOriginStopped() && isIn(trial.origin());
  }

  private boolean isIn(String line) {
    return command.matcher(line).find();
  }
}
