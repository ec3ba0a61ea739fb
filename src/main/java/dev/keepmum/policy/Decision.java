package dev.keepmum.policy;

/** What a verdict comes to. */
public enum Decision {
  DENY("deny"),
  /** A person is asked; other hooks can answer for them, so nothing certain hangs on it. */
  ASK("ask"),
  /** No opinion: the client goes on with its own permission rules. */
  PASS("pass"),
  /** A tool's output goes on with other words in the place of its secrets. */
  REDACT("redact");

  private final String word;

  Decision(String word) {
    this.word = word;
  }

  /** The decision as configurations and cases write it. */
  public String word() {
    return word;
  }
}
