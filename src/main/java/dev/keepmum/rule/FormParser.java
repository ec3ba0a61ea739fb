package dev.keepmum.rule;

import dev.keepmum.rule.FormRule.Form;
import dev.keepmum.rule.FormRule.Option;
import dev.keepmum.rule.FormRule.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the notation of forms: words separated by blanks.
 *
 * <ul>
 *   <li>{@code item} — an operand, in this place of the order
 *   <li>{@code <x>} — any one operand
 *   <li>{@code <entry>} — an operand that begins no other form of the rule: not a sub-command
 *   <li>{@code <n>} — an operand that is a number: a process
 *   <li>{@code ...} — any operands, also none
 *   <li>{@code --} — this very word; what follows in the form are operands
 *   <li>{@code --reveal} — an option that must be there, with or without a value, wherever it
 *       stands
 *   <li>{@code -o yaml}, {@code -o=yaml} — an option with this value, in either spelling; the first
 *       only if the rule lists the option as valued
 *   <li>{@code !--clip} — an option that must not be there
 * </ul>
 *
 * Within a word {@code *} stands for any text, {@code |} for alternatives and {@code \} for the
 * next character, also a blank, as it is; {@code <x>} as a value is {@code *}. {@code
 * <shows:items.[].data>}, behind literal text or alone, stands for every template of Go that may
 * show that member of its document, {@code []} being an element of a list.
 */
public final class FormParser {
  static final String ANY_WORD = "<x>";
  static final String ENTRY = "<entry>";
  static final String NUMBER = "<n>";
  static final String ANY_WORDS = "...";
  static final String SEPARATOR = "--";

  private final Syntax syntax;
  private final List<String> valued;

  /**
   * @param syntax how the rule's programs write options
   * @param valued the options of the rule that take a value
   */
  public FormParser(Syntax syntax, List<String> valued) {
    this.syntax = syntax;
    this.valued = valued;
  }

  /** Reads several forms, in order. */
  public List<Form> parseAll(List<String> texts) {
    List<Form> forms = new ArrayList<>(texts.size());
    for (String text : texts) {
      forms.add(parse(text));
    }
    return forms;
  }

  /** Reads one form; any text is one, if not always one that can match. */
  public Form parse(String text) {
    List<String> words = words(syntax == Syntax.CASELESS ? text.toLowerCase(Locale.ROOT) : text);
    List<String> operands = new ArrayList<>();
    List<Option> options = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    boolean onlyOperands = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (onlyOperands || !isOption(word) && !word.startsWith("!-")) {
        operands.add(word);
        onlyOperands |= word.equals(SEPARATOR);
      } else if (word.startsWith("!")) {
        absent.add(word.substring(1));
      } else if (word.indexOf('=') > 0) {
        int equals = word.indexOf('=');
        options.add(new Option(word.substring(0, equals), value(word.substring(equals + 1))));
      } else if (i + 1 < words.size() && isValued(word)) {
        options.add(new Option(word, value(words.get(++i))));
      } else {
        options.add(new Option(word, ""));
      }
    }
    return new Form(operands, options, absent);
  }

  /** Whether a word is written like an option; {@code -} and {@code --} are not. */
  static boolean isOption(String word) {
    return word.length() > 1 && word.charAt(0) == '-' && !word.equals(SEPARATOR);
  }

  private boolean isValued(String name) {
    for (String option : valued) {
      if (WordPattern.matches(name, option)) {
        return true;
      }
    }
    return false;
  }

  private static String value(String word) {
    return word.equals(ANY_WORD) ? "*" : word;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == ' ') {
        if (i > start) {
          words.add(text.substring(start, i));
        }
        start = i + 1;
      } else if (text.charAt(i) == '\\') {
        i++;
      }
    }
    return words;
  }
}
