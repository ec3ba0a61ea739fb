package dev.keepmum.shell;

/** Which shell's grammar a text is read by. */
public enum Dialect {
  /** bash, and so sh. */
  BASH,
  /**
   * zsh, as far as its grammar takes what bash's rejects: short loops and branches, {@code repeat},
   * {@code always}, functions without a name, a closing brace behind a word, groups in globs (zsh
   * manual, "Complex Commands" and "Alternate Forms For Complex Commands").
   */
  ZSH,
  /** fish, whose grammar is its own ("The fish language" of its documentation). */
  FISH
}
