package dev.keepmum.rule;

import java.util.List;

/**
 * Command lines of a program that print a secret, and those of its siblings that do not: what the
 * rule book knows of vaults, environment dumps and memory dumps.
 *
 * @param rule what is printed
 * @param programs the programs it holds for, by base name
 * @param prints forms that put the secret on standard output (or error)
 * @param keeps forms that look alike and do not; one of these wins over {@code prints}
 * @param effect what the form does beside, or instead of, printing
 */
public record FormRule(
    Rule rule, List<String> programs, List<Form> prints, List<Form> keeps, Effect effect) {

  /** What happens when a form matches. */
  public enum Effect {
    /** The secret is on standard output: what becomes of it depends on where that goes. */
    PRINTS,
    /** The act itself is the leak, wherever standard output goes: a core dump, a debugger. */
    IS_LEAK,
    /** The output may hold a secret; a person should look. */
    MAY_PRINT
  }

  /**
   * A form of arguments, read from {@code item get <x> ... --reveal !-o}.
   *
   * @param words literal words and {@code <x>} in order; each must be found as an operand or option
   *     in that order, options anywhere; {@code *} inside a word stands for any text
   * @param absent options that must not be there
   * @param open true if more operands may follow or stand between ({@code ...})
   */
  public record Form(List<String> words, List<String> absent, boolean open) {}
}
