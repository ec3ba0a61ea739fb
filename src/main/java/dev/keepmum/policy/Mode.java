package dev.keepmum.policy;

/** How much of what is found is acted upon, the strictest first. */
public enum Mode {
  ENFORCE("enforce"),
  /** A person is asked about leaks that would be denied. */
  ASK("ask"),
  /** Everything passes. */
  OBSERVE("observe");

  private final String word;

  Mode(String word) {
    this.word = word;
  }

  /** The mode as configurations write it. */
  public String word() {
    return word;
  }
}
