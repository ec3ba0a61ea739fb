package dev.keepmum.flow;

import dev.keepmum.rule.Fingerprint;
import dev.keepmum.rule.Rule;
import dev.keepmum.rule.TokenMatch;

/** The value of a secret that stands open in a call. It is compared, and never told. */
public final class Literal {

  /** What stands in no call as a text. */
  public static final Literal NONE = new Literal("");

  private final String value;

  private Literal(String value) {
    this.value = value;
  }

  static Literal of(TokenMatch token, String text) {
    return new Literal(text.substring(token.start(), token.end()));
  }

  /** Whether there is none. */
  public boolean isNone() {
    return value.isEmpty();
  }

  boolean isSame(Literal other) {
    return value.equals(other.value);
  }

  /**
   * Its fingerprint.
   *
   * @param rule what it is
   * @param key the key of this installation
   */
  public Fingerprint fingerprint(Rule rule, byte[] key) {
    return Fingerprint.of(rule, "", value, key);
  }

  @Override
  public String toString() {
    return isNone() ? "none" : "a literal";
  }
}
