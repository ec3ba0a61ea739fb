package dev.keepmum.rule;

import java.util.List;

/**
 * Command lines of a program that print a secret, and those of its siblings that do not: what the
 * rule book knows of vaults, environment dumps and memory dumps.
 *
 * @param rule what is printed
 * @param programs the programs it holds for, by base name
 * @param syntax how their options are written
 * @param valued the options that take a value, every spelling of them; an option that stands
 *     neither here nor in a form may or may not take one
 * @param prints forms that put the secret on standard output (or error)
 * @param keeps forms that look alike and do not; {@link FormMatcher} says when one wins
 * @param assignments forms of which what is printed is known to be lines of {@code NAME=value}, for
 *     a shell to load
 * @param effect what the form does beside, or instead of, printing
 * @param members where in a document that is printed the secret stands: paths of members, their
 *     names separated by dots, elements of arrays not told from the array; empty if it may stand
 *     anywhere
 */
public record FormRule(
    Rule rule,
    List<String> programs,
    Syntax syntax,
    List<String> valued,
    List<Form> prints,
    List<Form> keeps,
    List<Form> assignments,
    Effect effect,
    List<String> members) {

  /** How options are written. */
  public enum Syntax {
    /** {@code -abc -ovalue --long --long=value} (GNU, and what most programs do). */
    GNU("gnu"),
    /** {@code -name value}, {@code -name=value}; {@code --name} is the same (Go, Java, openssl). */
    WORDS("words"),
    /** Words as well, and neither options nor operands know case (PowerShell, Windows). */
    CASELESS("caseless");

    private final String word;

    Syntax(String word) {
      this.word = word;
    }

    /** The word that stands for it in the rule book. */
    public String word() {
      return word;
    }
  }

  /** What happens when a form matches. */
  public enum Effect {
    /** The secret is on standard output: what becomes of it depends on where that goes. */
    PRINTS("prints"),
    /** The act itself is the leak, wherever standard output goes: a core dump, a debugger. */
    IS_LEAK("is-leak"),
    /** The guard itself would be weakened. */
    WEAKENS("weakens"),
    /** The output may hold a secret: a person should look where it is shown, written or sent. */
    MAY_PRINT("may-print"),
    /** The same for standard error, where a tracer writes. */
    MAY_PRINT_ERROR("may-print-error");

    private final String word;

    Effect(String word) {
      this.word = word;
    }

    /** The word that stands for it in the rule book. */
    public String word() {
      return word;
    }
  }

  /**
   * A form of arguments, as {@link FormParser} reads it from {@code item get <x> ... --reveal !-o}.
   *
   * @param operands patterns of the operands in order; {@link FormParser} lists the special ones
   * @param options options that must be there, wherever they stand
   * @param absent patterns of the names of options that must not be there
   */
  public record Form(List<String> operands, List<Option> options, List<String> absent) {}

  /**
   * An option that a form asks for.
   *
   * @param name the pattern of its name, dashes included
   * @param value the pattern of its value; empty if none is asked for
   */
  public record Option(String name, String value) {}
}
