package dev.keepmum.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds what a misspelt name was to be. */
public final class Spelling {
  private static final int LONGEST = 64;

  private Spelling() {}

  /**
   * The nearest of some names: one that differs in case, or in at most a third of its letters and
   * no more than two.
   */
  public static Optional<String> nearest(String name, Collection<String> names) {
    if (name.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    String best = "";
    int least = Math.min(2, name.length() / 3) + 1;
    for (String other : names) {
      int distance = distance(wanted, other.toLowerCase(Locale.ROOT), least);
      boolean isNearer = distance < least || distance == least && other.compareTo(best) < 0;
      if (isNearer && distance <= Math.min(2, name.length() / 3)) {
        best = other;
        least = distance;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Letters to put in, take out, change or swap; no less than the limit where there are more. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
