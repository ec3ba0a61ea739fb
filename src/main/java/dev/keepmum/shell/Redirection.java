package dev.keepmum.shell;

import java.util.Optional;

/**
 * A redirection.
 *
 * @param descriptor the number in front, if there is one
 * @param variable the name in {@code {name}>file}, if there is one
 * @param operator what it does
 * @param target the word behind it; for a here-document its body: one literal if the delimiter was
 *     quoted, else a word that is expanded like a double-quoted one
 */
public record Redirection(
    Optional<Integer> descriptor, Optional<String> variable, Operator operator, Word target) {

  /** The redirection operators. */
  public enum Operator {
    /** {@code <} */
    INPUT,
    /** {@code >} and {@code >|} */
    OUTPUT,
    /** {@code >>} */
    APPEND,
    /** {@code <>} */
    READ_WRITE,
    /** {@code &>} and the form {@code >&word} of it */
    OUTPUT_BOTH,
    /** {@code &>>} */
    APPEND_BOTH,
    /** {@code <&} with a number, {@code -} or a word that makes one */
    DUPLICATE_INPUT,
    /** {@code >&} with a number, {@code -} or a word that makes one */
    DUPLICATE_OUTPUT,
    /** {@code <<} and {@code <<-} (tabs already stripped) */
    HERE_DOCUMENT,
    /** {@code <<<} */
    HERE_STRING
  }
}
