package dev.keepmum.rule;

import dev.keepmum.rule.FormRule.Form;
import dev.keepmum.rule.FormRule.Option;
import java.util.List;

/**
 * Says whether a call is one of the command lines that a {@link FormRule} knows.
 *
 * <p>A form that prints matches if the call <em>may</em> mean it: the call's operands are the
 * form's, in order, the options asked for stand anywhere before {@code --}, those that must be
 * absent do not. More options may be there, more operands only where the form says so. Where the
 * rule does not know whether an option takes the next word as its value, either reading counts.
 *
 * <p>A form that keeps wins over it if the call <em>certainly</em> means it and if it names every
 * option that the printing form asks for: {@code item get X} says nothing of {@code item get X
 * --reveal}, {@code config --list --name-only} does of {@code config --list}. It too matches the
 * whole list of operands.
 *
 * <p>A call that asks for help or a version prints that and matches nothing.
 */
public final class FormMatcher {
  /**
   * An argument that nobody knows: it is a {@code <x>} or one of {@code ...}, and no literal. No
   * real argument can hold this character.
   */
  public static final String ANY = "\0";

  private FormMatcher() {}

  /**
   * Whether a call is one of the rule's printing forms and none of those that keep.
   *
   * @param rule a rule of the program that is called
   * @param arguments what follows the program's name; an unknown one is {@link #ANY}
   */
  public static boolean matches(FormRule rule, List<String> arguments) {
    FormArguments given = new FormArguments(rule, arguments);
    if (given.asksForHelp()) {
      return false;
    }
    for (Form form : rule.prints()) {
      if (mayMean(rule, given, form) && !isKept(rule, given, form)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call that prints a secret certainly prints it in lines of {@code NAME=value}. */
  public static boolean printsAssignments(FormRule rule, List<String> arguments) {
    if (rule.assignments().isEmpty()) {
      return false;
    }
    FormArguments given = new FormArguments(rule, arguments);
    for (Form form : rule.assignments()) {
      if (certainlyMeans(rule, given, form)) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayMean(FormRule rule, FormArguments given, Form form) {
    for (Option option : form.options()) {
      if (!given.hasOnce(option)) {
        return false;
      }
    }
    return lacks(given, form.absent()) && matchOperands(rule, given, form, Doubt.EITHER_WAY);
  }

  private static boolean isKept(FormRule rule, FormArguments given, Form form) {
    for (Form kept : rule.keeps()) {
      if (namesOptionsOf(kept, form) && certainlyMeans(rule, given, kept)) {
        return true;
      }
    }
    return false;
  }

  private static boolean certainlyMeans(FormRule rule, FormArguments given, Form form) {
    for (Option option : form.options()) {
      if (!given.hasAlways(option)) {
        return false;
      }
    }
    return lacks(given, form.absent()) && matchOperands(rule, given, form, Doubt.OPERAND);
  }

  private static boolean lacks(FormArguments given, List<String> absent) {
    for (String name : absent) {
      if (given.has(name)) {
        return false;
      }
    }
    return true;
  }

  private static boolean namesOptionsOf(Form kept, Form form) {
    for (Option asked : form.options()) {
      if (!namesOption(kept, asked)) {
        return false;
      }
    }
    return true;
  }

  private static boolean namesOption(Form kept, Option asked) {
    for (Option option : kept.options()) {
      if (option.name().equals(asked.name()) || WordPattern.matches(asked.name(), option.name())) {
        return true;
      }
    }
    return false;
  }

  /** How a word counts that may be the value of an unknown option. */
  private enum Doubt {
    OPERAND,
    EITHER_WAY
  }

  /**
   * Runs all ways through the form's operands at once: {@code reached[i]} if the first {@code i} of
   * them can stand for the words so far. Takes time in proportion to their product.
   */
  private static boolean matchOperands(FormRule rule, FormArguments given, Form form, Doubt doubt) {
    List<String> patterns = form.operands();
    boolean separated = patterns.contains(FormParser.SEPARATOR);
    boolean[] reached = new boolean[patterns.size() + 1];
    reached[0] = true;
    skipAnyWords(patterns, reached);
    List<String> words = given.operands();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals(FormParser.SEPARATOR) && !separated) {
        continue;
      }
      boolean[] next =
          doubt == Doubt.EITHER_WAY && given.isDoubtful(i)
              ? reached.clone()
              : new boolean[reached.length];
      for (int at = 0; at < patterns.size(); at++) {
        if (reached[at] && patterns.get(at).equals(FormParser.ANY_WORDS)) {
          next[at] = true;
        } else if (reached[at] && matchesWord(rule, patterns.get(at), word)) {
          next[at + 1] = true;
        }
      }
      skipAnyWords(patterns, next);
      reached = next;
    }
    return reached[patterns.size()];
  }

  private static void skipAnyWords(List<String> patterns, boolean[] reached) {
    for (int at = 0; at < patterns.size(); at++) {
      if (reached[at] && patterns.get(at).equals(FormParser.ANY_WORDS)) {
        reached[at + 1] = true;
      }
    }
  }

  private static boolean matchesWord(FormRule rule, String pattern, String word) {
    switch (pattern) {
      case FormParser.ANY_WORD:
        return true;
      case FormParser.NUMBER:
        return isNumber(word);
      case FormParser.ENTRY:
        return !beginsAForm(rule.prints(), word) && !beginsAForm(rule.keeps(), word);
      default:
        return WordPattern.matches(pattern, word);
    }
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return word.equals(ANY);
      }
    }
    return !word.isEmpty();
  }

  private static boolean beginsAForm(List<Form> forms, String word) {
    for (Form form : forms) {
      if (!form.operands().isEmpty()
          && isLiteral(form.operands().get(0))
          && WordPattern.matches(form.operands().get(0), word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLiteral(String pattern) {
    switch (pattern) {
      case FormParser.ANY_WORD:
      case FormParser.ANY_WORDS:
      case FormParser.ENTRY:
      case FormParser.NUMBER:
        return false;
      default:
        return true;
    }
  }
}
