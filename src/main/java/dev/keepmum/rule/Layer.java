package dev.keepmum.rule;

/** The trust layer in which a secret lives; see the README. */
public enum Layer {
  VAULT(1, "vault"),
  ENVIRONMENT(2, "environment"),
  FILE(3, "file"),
  MEMORY(4, "memory"),
  /** No layer any more: the secret stands in the text of the call itself. */
  TEXT(0, "text");

  private final int number;
  private final String title;

  Layer(int number, String title) {
    this.number = number;
    this.title = title;
  }

  /** 1 to 4, or 0 for a secret that lies open in a text. */
  public int number() {
    return number;
  }

  /** Where such a secret lives, in a word. */
  public String title() {
    return title;
  }
}
