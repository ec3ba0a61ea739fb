package dev.keepmum.scan.redact;

import dev.keepmum.rule.Rule;

/**
 * A place in a text that tells a secret.
 *
 * @param value the secret in clear; never shown, only compared
 * @param start offset of the first character to replace
 * @param end offset after the last one
 */
record FoundSecret(Rule rule, String value, int start, int end) implements Comparable<FoundSecret> {

  FoundSecret at(int newStart, int newEnd) {
    return new FoundSecret(rule, value, newStart, newEnd);
  }

  /** From left to right; what says most comes first: the longer one, one of a known provider. */
  @Override
  public int compareTo(FoundSecret other) {
    if (start != other.start) {
      return Integer.compare(start, other.start);
    }
    if (end != other.end) {
      return Integer.compare(other.end, end);
    }
    return Boolean.compare(other.rule.namesProvider(), rule.namesProvider());
  }
}
