package dev.keepmum.scan.redact;

import dev.keepmum.rule.Entropy;

/**
 * Whether a value is so much of its own that wherever it stands it is that secret. {@code true},
 * {@code 3000}, {@code localhost}, {@code postgres}, a path or a user's name are not: they stand in
 * any output.
 */
final class Distinctive {
  /** As long as the windows of {@link Needles}. */
  static final int SHORTEST = 8;

  private static final int SHORTEST_UNNAMED = 12;
  private static final int SHORTEST_WORDS = 16;
  private static final int SHORTEST_WORD = 20;
  private static final double LEAST_ENTROPY = 2.5;
  private static final double LEAST_ENTROPY_UNNAMED = 3.0;

  private Distinctive() {}

  /** A value under a name that says it is a secret. */
  static boolean isNamed(String value) {
    if (value.length() < SHORTEST || isPlace(value) || Entropy.bits(value) < LEAST_ENTROPY) {
      return false;
    }
    Words words = Words.of(value);
    if (words.areMadeUp()) {
      return true;
    }
    boolean single = words.count < 3 && !words.holdDigits;
    return value.length() >= (single ? SHORTEST_WORD : SHORTEST_WORDS) && !words.areNumbers;
  }

  /** One of some values that nobody named, in a file that holds little else than secrets. */
  static boolean isField(String value) {
    return value.length() >= SHORTEST
        && !isPlace(value)
        && Entropy.bits(value) >= LEAST_ENTROPY
        && Words.of(value).areMadeUp();
  }

  /** A value of a protected file under a name that says nothing. */
  static boolean isUnnamed(String value) {
    return value.length() >= SHORTEST_UNNAMED
        && value.indexOf(' ') < 0
        && !isPlace(value)
        && Entropy.bits(value) >= LEAST_ENTROPY_UNNAMED
        && Words.of(value).longestRandom >= SHORTEST;
  }

  /** A path, an address, a host: where something is, not what opens it. */
  private static boolean isPlace(String value) {
    char first = value.charAt(0);
    if (first == '/' || first == '~' || first == '.' || value.contains("://")) {
      return true;
    }
    int at = value.indexOf('@');
    return at > 0 && isHost(value.substring(at + 1)) || isHost(value);
  }

  /** Names joined by dots, of letters and digits, the last one of letters. */
  private static boolean isHost(String value) {
    int dot = value.lastIndexOf('.');
    if (dot <= 0 || value.length() - dot < 3 || value.length() - dot > 8) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean inName = isLower(c) || isDigit(c) || c == '-' || c == '.';
      if (!inName || i > dot && !isLower(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** The parts of a value between its punctuation. */
  private static final class Words {
    private int count;

    /** The longest part that no language has: digits among letters, capitals in between. */
    private int longestRandom;

    private boolean holdUnusual;

    private boolean holdDigits;
    private boolean areNumbers = true;

    static Words of(String value) {
      Words words = new Words();
      int start = 0;
      for (int i = 0; i <= value.length(); i++) {
        if (i == value.length() || !isWord(value.charAt(i))) {
          if (i > start) {
            words.add(value, start, i);
          }
          start = i + 1;
          words.holdUnusual |= i < value.length() && isUnusual(value.charAt(i));
        }
      }
      return words;
    }

    boolean areMadeUp() {
      return longestRandom > 0 || holdUnusual;
    }

    private static boolean isWord(char c) {
      return isLower(c) || isUpper(c) || isDigit(c);
    }

    /** Punctuation that stands in no name, address or phrase, but in made-up passwords. */
    private static boolean isUnusual(char c) {
      return "!$%^&*#?|\\~=+<>".indexOf(c) >= 0;
    }

    private void add(String value, int start, int end) {
      int changes = 0;
      int humps = 0;
      boolean digits = false;
      boolean letters = false;
      for (int i = start; i < end; i++) {
        char c = value.charAt(i);
        digits |= isDigit(c);
        letters |= !isDigit(c);
        if (i > start) {
          char before = value.charAt(i - 1);
          changes += isDigit(before) != isDigit(c) ? 1 : 0;
          humps += isLower(before) && isUpper(c) ? 1 : 0;
        }
      }
      count++;
      holdDigits |= digits;
      areNumbers &= !letters && end - start < 16;
      boolean number = digits && !letters && end - start >= 16;
      boolean mixed = changes >= 2 || humps > 0 && humps * 3 >= end - start;
      boolean digitsFirst = changes == 1 && isDigit(value.charAt(start)) && end - start >= 6;
      if (number || mixed || digitsFirst) {
        longestRandom = Math.max(longestRandom, end - start);
      }
    }
  }
}
