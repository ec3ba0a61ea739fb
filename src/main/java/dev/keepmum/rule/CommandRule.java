package dev.keepmum.rule;

import dev.keepmum.effect.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a program does with its arguments, its input and its output, as the rule book has it.
 *
 * @param id {@code commands/cat}
 * @param names the programs it holds for; a sub-command is named with its program: {@code git show}
 * @param about what it does, in a few words
 * @param syntax how its arguments are written
 * @param options what its options mean; a role of an option with a value ({@link Role#VALUE} and
 *     its kin) also says that it takes one
 * @param flags what its options without a value mean; options in neither map take no value and mean
 *     nothing here
 * @param optionalValues those of {@code options} that take a value only when it is attached ({@code
 *     --color=auto}, {@code -i.bak})
 * @param operands the roles of the operands, by position
 * @param repeated the index in {@code operands} of the role that takes as many operands as there
 *     are; -1 if none does
 * @param input when standard input is read
 * @param output what standard output shows of what was read
 * @param behaviour the name of the behaviour in {@code flow.command} that knows more than this rule
 *     can say; empty for the general one
 * @param language the language of its code, scripts and standard input
 * @param hasSubcommands true if the first operand may name a sub-command with a rule of its own
 * @param project files that it runs without being told to, by name or glob: {@link Role#SCRIPT} is
 *     code in the rule's language, {@link Role#SHELL} a file with command lines in it
 */
public record CommandRule(
    String id,
    List<String> names,
    String about,
    Syntax syntax,
    Map<String, Role> options,
    Map<String, Role> flags,
    List<String> optionalValues,
    List<Role> operands,
    int repeated,
    Input input,
    Output output,
    String behaviour,
    Optional<Language> language,
    boolean hasSubcommands,
    Map<String, Role> project) {

  /** How arguments are written. */
  public enum Syntax {
    /**
     * {@code -abc -o value -ovalue --long --long=value --}, options anywhere (GNU). An option that
     * the rule lists as one dash and a word ({@code -pe}) is taken whole before it is read as a
     * cluster; one listed as a plus sign ({@code +cmd}) takes the rest of its word as its value.
     */
    GNU("gnu"),
    /** The same, but options end at the first operand: wrappers, {@code env}, shells. */
    LEADING("leading"),
    /**
     * {@code -name value}, one dash, whole words: find, java, openssl, PowerShell. Options listed
     * with a slash ({@code /c}) are those of Windows programs, and one that ends in a colon ({@code
     * /c:}) has its value attached.
     */
    WORDS("words"),
    /** {@code key=value}: dd. */
    KEYS("keys"),
    /** No options at all: every argument is an operand. */
    NONE("none");

    private final String word;

    Syntax(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** When a program reads its standard input. */
  public enum Input {
    NEVER("never"),
    /** When no operand is a file to read, or one is {@code -}. */
    WITHOUT_OPERANDS("without-operands"),
    ALWAYS("always"),
    /** It takes it and shows nothing of it: a password, a file for an image. */
    USED("used"),
    /** It runs it: code in the rule's language, when there is no script operand. */
    CODE("code"),
    /** The same, and the value of every expression is shown, as at a prompt. */
    PROMPT("prompt"),
    /** It reads it, and tells of each line that it cannot take. */
    QUOTED("quoted"),
    /** It sends it to where its operands say. */
    SENT("sent");

    private final String word;

    Input(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /** What standard output shows of what was read. */
  public enum Output {
    /** All or some of it, in whatever form: encoded, formatted, sorted by column. */
    CONTENT("content"),
    /** Its lines, all and unchanged: what was NAME=value still is. */
    LINES("lines"),
    /** Some of its lines, or all in another order. */
    EXCERPT("excerpt"),
    /** Names, counts, sizes, hashes, a result that does not tell the content. */
    HARMLESS("harmless"),
    /** Not a byte on standard output, whatever it is given. */
    NOTHING("nothing");

    private final String word;

    Output(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
