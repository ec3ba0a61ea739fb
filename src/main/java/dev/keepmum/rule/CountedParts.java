package dev.keepmum.rule;

import java.util.Optional;

/**
 * Looks whether a pattern counts more than it may, before it is compiled: RE2J writes a counted
 * part out as often as it is counted, and parts that count within each other so often again.
 */
final class CountedParts {
  private static final Alphabet DIGIT = Alphabet.of("0-9");

  private final String pattern;
  private int at;

  /** Whether the group just closed, or one within it, holds a count; and those still open. */
  private boolean closedCounts;

  private final StringBuilder open = new StringBuilder();

  private CountedParts(String pattern) {
    this.pattern = pattern;
  }

  /** What is wrong with how a pattern counts. */
  static Optional<String> fault(String pattern) {
    return new CountedParts(pattern).fault();
  }

  private Optional<String> fault() {
    boolean counts = false;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '\\' && pattern.startsWith("Q", at + 1)) {
        return Optional.of("a pattern takes no \\Q; write a \\ before each character");
      }
      if (c == '[' && !skipClass()) {
        return Optional.of("a class in a pattern ends with ], and a [ in it is written \\[");
      }
      if (c == ')' && open.length() == 0) {
        return Optional.of("a ) in a pattern needs a (, or is written \\)");
      }
      if (c == '(') {
        open.append(counts ? 'c' : ' ');
        counts = false;
      } else if (c == ')') {
        closedCounts = counts;
        counts |= open.charAt(open.length() - 1) == 'c';
        open.setLength(open.length() - 1);
      } else if (c == '{' && isCount()) {
        if (mostCounted() > OwnPattern.MOST_COUNTED) {
          return Optional.of("a pattern counts to at most 32; for more there is minLength");
        }
        if (at > 0 && pattern.charAt(at - 1) == ')' && closedCounts) {
          return Optional.of("a pattern cannot count what counts itself");
        }
        counts = true;
      }
      at += c == '\\' ? 2 : 1;
    }
    return Optional.empty();
  }

  /** Goes to the end of a class; without it, or with a class in it, there is none. */
  private boolean skipClass() {
    int i = at + 1;
    i += pattern.startsWith("^", i) ? 1 : 0;
    int first = i;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      if (c == ']' && i > first) {
        at = i;
        return true;
      }
      if (c == '[') {
        return false;
      }
      i += c == '\\' ? 2 : 1;
    }
    return false;
  }

  /** Whether a brace begins {@code {2}}, {@code {2,}} or {@code {2,5}}; any other is a brace. */
  private boolean isCount() {
    int end = DIGIT.runEnd(pattern, at + 1, pattern.length());
    if (end == at + 1) {
      return false;
    }
    if (pattern.startsWith(",", end)) {
      end = DIGIT.runEnd(pattern, end + 1, pattern.length());
    }
    return pattern.startsWith("}", end);
  }

  private int mostCounted() {
    int most = 0;
    int number = 0;
    for (int i = at + 1; pattern.charAt(i) != '}'; i++) {
      number = pattern.charAt(i) == ',' ? 0 : Math.min(1000, 10 * number + pattern.charAt(i) - '0');
      most = Math.max(most, number);
    }
    return most;
  }
}
