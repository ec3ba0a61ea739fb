package dev.keepmum.rule;

import java.util.Optional;

/**
 * Whether a variable's name says that its value is a secret.
 *
 * <p>A name is taken apart into words ({@code dbPassword} is {@code DB_PASSWORD}), so that neither
 * {@code MONKEY} nor {@code TOKENIZER} hides a key or a token. The longer of two that fit is right:
 * {@code *_TOKEN_URL} is harmless although a token is in it, {@code *_WEBHOOK_URL} is not although
 * a URL is.
 */
final class VariableNames {
  /** Longer names are nobody's variable; looking at their parts would only cost. */
  static final int LONGEST = 200;

  private VariableNames() {}

  static Optional<Rule> secret(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return Optional.empty();
    }
    String words = words(name);
    String entry = entry(name, words);
    if (entry.isEmpty() || entry.charAt(1) == '-') {
      return Optional.empty();
    }
    return Optional.of(RuleReader.rule(entry.charAt(0)));
  }

  /** The rule's index and {@code +} for a secret, {@code -} for none; empty if nothing is known. */
  private static String entry(String name, String words) {
    String entry = VariableTable.named(AsciiCase.upper(name));
    if (entry.isEmpty()) {
      entry = VariableTable.named(words);
    }
    if (entry.isEmpty()) {
      entry = wildcard(words);
    }
    if (entry.isEmpty()) {
      entry = part(words);
    }
    return entry.isEmpty() ? word(words) : entry;
  }

  private static String wildcard(String words) {
    String ids = VariableTable.firstWord(words.substring(0, words.indexOf('_') + 1));
    for (int i = 0; i < ids.length(); i++) {
      String pattern = VariableTable.pattern(ids.charAt(i));
      if (Glob.starsMatch(pattern, 2, words)) {
        return pattern.substring(0, 2);
      }
    }
    return "";
  }

  /** The longest beginning or end at a word's bound that the book knows. */
  private static String part(String words) {
    String best = "";
    int length = 0;
    for (int i = words.indexOf('_'); i >= 0; i = words.indexOf('_', i + 1)) {
      String prefix = VariableTable.prefix(words.substring(0, i + 1));
      if (!prefix.isEmpty() && i + 1 > length) {
        best = prefix;
        length = i + 1;
      }
      String suffix = VariableTable.suffix(words.substring(i));
      if (!suffix.isEmpty() && words.length() - i > length) {
        best = suffix;
        length = words.length() - i;
      }
    }
    return best;
  }

  private static String word(String words) {
    int start = 0;
    while (start < words.length()) {
      int end = words.indexOf('_', start);
      if (end < 0) {
        end = words.length();
      }
      String rule = VariableTable.word(words.substring(start, end));
      if (!rule.isEmpty()) {
        return rule + "+";
      }
      start = end + 1;
    }
    return "";
  }

  /**
   * {@code dbPassword}, {@code db-password} and {@code DB_PASSWORD} are all {@code DB_PASSWORD}.
   */
  static String words(String name) {
    StringBuilder words = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '-' || c == '.' || c == '_') {
        words.append('_');
        continue;
      }
      if (i > 0 && startsWord(name, i)) {
        words.append('_');
      }
      words.append(AsciiCase.upper(c));
    }
    return words.toString();
  }

  /** A capital after a small letter, or one before a small letter after anything else. */
  private static boolean startsWord(String name, int i) {
    char before = name.charAt(i - 1);
    if (!isUpper(name.charAt(i)) || before == '_' || before == '-' || before == '.') {
      return false;
    }
    if (isLower(before)) {
      return true;
    }
    return !isLower(before) && i + 1 < name.length() && isLower(name.charAt(i + 1));
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }
}
