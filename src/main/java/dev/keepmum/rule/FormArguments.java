package dev.keepmum.rule;

import dev.keepmum.rule.FormRule.Form;
import dev.keepmum.rule.FormRule.Option;
import dev.keepmum.rule.FormRule.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The arguments of a call, told apart into operands and options as a rule knows them.
 *
 * <p>An option that the rule does not know may take the next word as its value or not. That word is
 * then a <em>doubtful</em> operand: one reading has it, another has not.
 */
final class FormArguments {
  private static final String NO_VALUE = "";

  private final FormRule rule;
  private final List<String> operands = new ArrayList<>();
  private final List<Boolean> doubtful = new ArrayList<>();
  private final List<Option> options = new ArrayList<>();
  private final boolean endsInHelp;

  FormArguments(FormRule rule, List<String> arguments) {
    this.rule = rule;
    this.endsInHelp = !arguments.isEmpty() && arguments.get(arguments.size() - 1).equals("-h");
    int i = 0;
    while (i < arguments.size() && !arguments.get(i).equals(FormParser.SEPARATOR)) {
      String word = fold(arguments.get(i++));
      if (!FormParser.isOption(word)) {
        addOperand(word, false);
        continue;
      }
      String unfilled = addOption(word);
      if (unfilled.isEmpty() || i == arguments.size()) {
        continue;
      }
      String next = fold(arguments.get(i));
      if (isValued(unfilled)) {
        options.set(options.size() - 1, new Option(unfilled, next));
        i++;
      } else if (!isNamed(unfilled) && !next.startsWith("-")) {
        addOperand(next, true);
        i++;
      }
    }
    while (i < arguments.size()) {
      addOperand(fold(arguments.get(i++)), false);
    }
  }

  /** Operands in order; {@code --} and all that follows it are among them. */
  List<String> operands() {
    return operands;
  }

  /** Whether the operand at this index may as well be the value of the option before it. */
  boolean isDoubtful(int index) {
    return doubtful.get(index);
  }

  /** Whether an option of this name is there and not turned off with {@code =false}. */
  boolean has(String name) {
    return hasOnce(new Option(name, NO_VALUE));
  }

  /** Whether the option is there at least once as it is asked for. */
  boolean hasOnce(Option asked) {
    for (Option option : options) {
      if (WordPattern.matches(asked.name(), option.name()) && hasValue(option, asked)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the option is there, and each time as it is asked for. */
  boolean hasAlways(Option asked) {
    for (Option option : options) {
      if (WordPattern.matches(asked.name(), option.name()) && !hasValue(option, asked)) {
        return false;
      }
    }
    return hasOnce(asked);
  }

  /**
   * Whether the call only asks how the program is used, or for its version. {@code -version} is no
   * such question: java takes other options with it.
   */
  boolean asksForHelp() {
    return endsInHelp || has("--help|-help|-?") || operands.isEmpty() && has("--version|-V");
  }

  private static boolean hasValue(Option option, Option asked) {
    return asked.value().isEmpty()
        ? !option.value().equals("false")
        : !option.value().isEmpty() && WordPattern.matches(asked.value(), option.value());
  }

  private void addOperand(String word, boolean inDoubt) {
    operands.add(word);
    doubtful.add(inDoubt);
  }

  /** Adds what a word holds of options; returns the name of the last one if it has no value yet. */
  private String addOption(String word) {
    if (rule.syntax() != Syntax.GNU) {
      return addNamed(word.startsWith("--") ? word.substring(1) : word);
    }
    if (word.startsWith("--") || word.length() == 2 || isKnown(name(word))) {
      return addNamed(word);
    }
    return addLetters(word);
  }

  private String addNamed(String word) {
    String name = name(word);
    if (name.length() < word.length()) {
      options.add(new Option(name, word.substring(name.length() + 1)));
      return NO_VALUE;
    }
    options.add(new Option(name, NO_VALUE));
    return name;
  }

  /** A cluster: {@code -gw} is two flags, {@code -Aoyaml} a flag and an option with its value. */
  private String addLetters(String word) {
    for (int i = 1; i < word.length() && word.charAt(i) != '='; i++) {
      String name = "-" + word.charAt(i);
      if (isValued(name) && i + 1 < word.length()) {
        int value = word.charAt(i + 1) == '=' ? i + 2 : i + 1;
        options.add(new Option(name, word.substring(value)));
        return NO_VALUE;
      }
      options.add(new Option(name, NO_VALUE));
    }
    return options.get(options.size() - 1).name();
  }

  private String name(String word) {
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '=' || c == ':' && rule.syntax() == Syntax.CASELESS) {
        return word.substring(0, i);
      }
    }
    return word;
  }

  private boolean isKnown(String name) {
    return rule.valued().contains(name) || isNamed(name);
  }

  private boolean isNamed(String name) {
    return isNamed(rule.prints(), name) || isNamed(rule.keeps(), name);
  }

  private boolean isValued(String name) {
    return rule.valued().contains(name)
        || isGivenAValue(rule.prints(), name)
        || isGivenAValue(rule.keeps(), name);
  }

  private static boolean isGivenAValue(List<Form> forms, String name) {
    for (Form form : forms) {
      for (Option option : form.options()) {
        if (!option.value().isEmpty() && WordPattern.matches(option.name(), name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNamed(List<Form> forms, String name) {
    for (Form form : forms) {
      for (Option option : form.options()) {
        if (WordPattern.matches(option.name(), name)) {
          return true;
        }
      }
      for (String absent : form.absent()) {
        if (WordPattern.matches(absent, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private String fold(String word) {
    return rule.syntax() == Syntax.CASELESS ? word.toLowerCase(Locale.ROOT) : word;
  }
}
