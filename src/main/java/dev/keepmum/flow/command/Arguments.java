package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The arguments of a program, each with the role its rule gives it. */
public final class Arguments {

  /**
   * An argument and what it is for.
   *
   * @param role what the program does with it
   * @param value the argument, or the value of the option
   * @param option the option's name; empty for an operand
   */
  public record Bound(Role role, Content value, String option) {}

  /** In a rule's options: a plus sign with anything behind it ({@code vim +cmd}). */
  private static final String ANY_PLUS = "+";

  private final List<Bound> bound = new ArrayList<>();
  private final Set<Role> flags = new HashSet<>();
  private final List<String> flagNames = new ArrayList<>();
  private final List<Content> rest = new ArrayList<>();

  private final CommandRule rule;
  private final List<Content> words;
  private final List<Content> operands = new ArrayList<>();
  private int programAt = -1;
  private boolean shellCode;

  private Arguments(CommandRule rule, List<Content> words) {
    this.rule = rule;
    this.words = words;
  }

  /**
   * Gives every argument its role.
   *
   * @param words the arguments without the program's name
   */
  public static Arguments bind(CommandRule rule, List<Content> words) {
    Arguments arguments = new Arguments(rule, words);
    arguments.parse();
    arguments.assignOperands();
    return arguments;
  }

  /** All arguments with their roles: options in order, then operands in order. */
  public List<Bound> all() {
    return bound;
  }

  /** The values that have a role, in order. */
  public List<Content> values(Role role) {
    List<Content> values = new ArrayList<>();
    for (Bound argument : bound) {
      if (argument.role() == role) {
        values.add(argument.value());
      }
    }
    return values;
  }

  /** Whether an argument has a role. */
  public boolean has(Role role) {
    for (Bound argument : bound) {
      if (argument.role() == role) {
        return true;
      }
    }
    return false;
  }

  /** Whether a flag with this meaning was given. */
  public boolean isSet(Role flag) {
    return flags.contains(flag) || has(flag);
  }

  /** Whether a flag with this meaning was given, and no argument has it. */
  boolean isFlag(Role flag) {
    return flags.contains(flag) && !has(flag);
  }

  /** Whether an option of this name was given, with or without a value. */
  public boolean hasOption(String name) {
    if (flagNames.contains(name)) {
      return true;
    }
    for (Bound argument : bound) {
      if (argument.option().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** How often a flag was given. */
  int count(String flag) {
    int count = 0;
    for (String name : flagNames) {
      count += name.equals(flag) ? 1 : 0;
    }
    return count;
  }

  /** The value of an option; {@link Content#EMPTY} if it was not given. */
  public Content option(String name) {
    for (Bound argument : bound) {
      if (argument.option().equals(name)) {
        return argument.value();
      }
    }
    return Content.EMPTY;
  }

  /** The option that has a value; empty if it is none's. */
  public String optionOf(Content value) {
    for (Bound argument : bound) {
      if (argument.value() == value) {
        return argument.option();
      }
    }
    return "";
  }

  /** The operands, whatever their roles. */
  public List<Content> operands() {
    return operands;
  }

  /** What follows a program or a script: its own arguments. */
  public List<Content> rest() {
    return rest;
  }

  /** The text of a word that is one text, known or in part; null if it could be several. */
  static String onlyText(Content word) {
    return word.texts().size() == 1 ? word.texts().get(0) : null;
  }

  private void parse() {
    boolean options = rule.syntax() != CommandRule.Syntax.NONE;
    boolean ended = false;
    for (int i = 0; i < words.size(); i++) {
      String text = onlyText(words.get(i));
      if (!ended && text != null && text.equals("--")) {
        ended = true;
        options = false;
        if (takeProgram(i + 1)) {
          return;
        }
      } else if (options && isShell() && "-".equals(text) && i + 1 < words.size()) {
        options = false; // A shell takes it for the end of its options.
      } else if (options && rule.syntax() == CommandRule.Syntax.KEYS) {
        key(words.get(i), text);
      } else if (options && text != null && isOption(text)) {
        i = option(text, i);
        if (i >= words.size()) {
          return;
        }
      } else {
        operands.add(words.get(i));
        if (roleOfLast() == Role.CODE_LINE) {
          operands.set(operands.size() - 1, line(i));
          return;
        }
        if (endsHere()) {
          rest.addAll(words.subList(i + 1, words.size()));
          return;
        }
        options &= rule.syntax() != CommandRule.Syntax.LEADING;
      }
    }
  }

  /** Where values stand in front of a program, the program begins behind {@code --}. */
  private boolean takeProgram(int from) {
    List<Role> roles = expectedRoles();
    int index = roles.indexOf(Role.PROGRAM);
    boolean assigns = !roles.isEmpty() && roles.get(0) == Role.ASSIGNMENT;
    if (assigns || index < 0 || index != roles.size() - 1 || from >= words.size()) {
      return false;
    }
    while (operands.size() < index) {
      operands.add(Content.EMPTY);
    }
    operands.add(words.get(from));
    programAt = operands.size() - 1;
    rest.addAll(words.subList(from + 1, words.size()));
    return true;
  }

  private boolean isOption(String text) {
    if (text.length() < 2) {
      return rule.flags().containsKey(text);
    }
    switch (text.charAt(0)) {
      case '-':
        return true;
      case '+':
        return rule.options().containsKey(ANY_PLUS)
            || rule.options().containsKey(text)
            || rule.flags().containsKey(text);
      case '/':
        return isWindowsOption(text);
      default:
        return false;
    }
  }

  private boolean isWindowsOption(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon + 1);
    String lower = name.toLowerCase(Locale.ROOT);
    return rule.options().containsKey(lower) || rule.flags().containsKey(lower);
  }

  /** Whether the operand just seen is a program or script, to which all that follows belongs. */
  private boolean endsHere() {
    Role role = roleOfLast();
    return role == Role.PROGRAM
        || role == Role.CODE && shellCode
        || role == Role.SCRIPT && rule.syntax() == CommandRule.Syntax.LEADING;
  }

  /** The role of the operand just seen, as far as the operands before it tell. */
  private Role roleOfLast() {
    List<Role> roles = expectedRoles();
    int index = operands.size() - 1;
    if (!roles.isEmpty() && roles.get(0) == Role.ASSIGNMENT && rule.repeated() == 0) {
      return isAssignment(operands.get(index)) || roles.size() < 2 ? Role.ASSIGNMENT : roles.get(1);
    }
    return index < roles.size() ? roles.get(index) : null;
  }

  private static boolean isAssignment(Content word) {
    String text = onlyText(word);
    return text != null && text.indexOf('=') > 0;
  }

  private void key(Content word, String text) {
    int equals = text == null ? -1 : text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals + 1);
    Role role = rule.options().get(name);
    if (role == null) {
      operands.add(word);
    } else {
      bound.add(new Bound(role, tail(word, equals + 1), name));
    }
  }

  /** Takes an option at an index; returns the index of the last word it took. */
  private int option(String text, int index) {
    if (text.charAt(0) == '+' && rule.options().containsKey(ANY_PLUS)) {
      bound.add(new Bound(rule.options().get(ANY_PLUS), tail(words.get(index), 1), ANY_PLUS));
      return index;
    }
    if (text.charAt(0) == '/') {
      return windowsOption(text, index);
    }
    int equals = text.indexOf('=');
    String name = equals > 0 ? text.substring(0, equals) : text;
    boolean isLong = text.startsWith("--") || rule.syntax() == CommandRule.Syntax.WORDS;
    boolean cOfShell = isShell() && text.equals("-c");
    if (isLong
        || !cOfShell && (rule.options().containsKey(text) || rule.flags().containsKey(text))) {
      return wholeOption(text, name, equals, index);
    }
    return cluster(text, index);
  }

  private int windowsOption(String text, int index) {
    int colon = text.indexOf(':');
    if (colon >= 0) {
      String name = text.substring(0, colon + 1).toLowerCase(Locale.ROOT);
      bound.add(new Bound(rule.options().get(name), tail(words.get(index), colon + 1), name));
      return index;
    }
    String name = text.toLowerCase(Locale.ROOT);
    return wholeOption(name, name, -1, index);
  }

  private int wholeOption(String text, String name, int equals, int index) {
    String known = known(name);
    Role role = rule.options().get(known);
    if (role == null) {
      String attached = rule.flags().containsKey(text) ? "" : attached(text);
      if (attached.isEmpty()) {
        flag(equals > 0 && rule.flags().containsKey(text) ? text : known);
      } else {
        Content value = tail(words.get(index), attached.length());
        bound.add(new Bound(rule.options().get(attached), value, attached));
      }
      return index;
    }
    if (equals > 0) {
      bound.add(new Bound(role, tail(words.get(index), equals + 1), known));
      return index;
    }
    boolean alone =
        index + 1 >= words.size() || role == Role.PRINT_CODE && startsOption(words.get(index + 1));
    if (alone || rule.optionalValues().contains(known)) {
      flagNames.add(known);
      flags.add(role);
      return index;
    }
    return takeValue(role, known, index);
  }

  private static boolean startsOption(Content word) {
    String text = onlyText(word);
    return text != null && text.startsWith("-");
  }

  /** The option of one letter that a word begins with, its value behind it: {@code 7z -ofolder}. */
  private String attached(String text) {
    if (rule.syntax() != CommandRule.Syntax.WORDS || text.length() < 3) {
      return "";
    }
    String letter = text.substring(0, 2);
    return rule.optionalValues().contains(letter) ? letter : "";
  }

  /** Takes the word behind an option, or the second one where the first is only a name. */
  private int takeValue(Role role, String name, int index) {
    if (role == Role.CODE_LINE) {
      bound.add(new Bound(role, line(index + 1), name));
      return words.size();
    }
    if (role == Role.MODULE) {
      bound.add(new Bound(role, words.get(index + 1), name));
      rest.addAll(words.subList(index + 2, words.size()));
      return words.size();
    }
    boolean two = role == Role.NAMED_TEXT || role == Role.NAMED_FILE || role == Role.PAIR;
    int last = Math.min(words.size() - 1, two ? index + 2 : index + 1);
    bound.add(new Bound(role, words.get(last), name));
    return last;
  }

  /** All words from an index on, as one line. */
  private Content line(int from) {
    Content line = words.get(from);
    for (int i = from + 1; i < words.size(); i++) {
      line = line.then(Content.text(" ")).then(words.get(i));
    }
    return line;
  }

  /** A long option may be shortened as long as it stays unique. */
  private String known(String name) {
    if (!name.startsWith("--")
        || rule.options().containsKey(name)
        || rule.flags().containsKey(name)) {
      return name;
    }
    String found = null;
    for (String option : rule.options().keySet()) {
      if (option.startsWith(name)) {
        if (found != null) {
          return name;
        }
        found = option;
      }
    }
    for (String option : rule.flags().keySet()) {
      if (option.startsWith(name)) {
        if (found != null) {
          return name;
        }
        found = option;
      }
    }
    return found == null ? name : found;
  }

  private int cluster(String text, int index) {
    char dash = text.charAt(0);
    for (int c = 1; c < text.length(); c++) {
      String name = new String(new char[] {dash, text.charAt(c)});
      Role role = rule.options().get(name);
      if (role == null) {
        flag(name);
        continue;
      }
      if (role == Role.DIGITS) {
        flagNames.add(name);
        c = endOfNumber(text, c + 1) - 1;
        continue;
      }
      if (role == Role.CODE && isShell()) {
        shellCode = true;
        continue;
      }
      boolean attached = c + 1 < text.length();
      if (attached) {
        bound.add(new Bound(role, tail(words.get(index), c + 1), name));
        return index;
      }
      if (rule.optionalValues().contains(name) || index + 1 >= words.size()) {
        flagNames.add(name);
        flags.add(role);
        return index;
      }
      return takeValue(role, name, index);
    }
    return index;
  }

  private static int endOfNumber(String text, int from) {
    int end = from;
    while (end < text.length() && Character.digit(text.charAt(end), 10) >= 0) {
      end++;
    }
    return end;
  }

  /** Shells take code from their first operand, wherever the {@code -c} stands. */
  private boolean isShell() {
    return rule.language().isPresent() && rule.language().get() == Language.SHELL;
  }

  private void flag(String name) {
    flagNames.add(name);
    Role role = rule.flags().get(name);
    if (role != null) {
      flags.add(role);
    }
  }

  private static Content tail(Content word, int from) {
    List<String> tails = new ArrayList<>(1);
    for (String text : word.texts()) {
      tails.add(text.substring(Math.min(from, text.length())));
    }
    return word.withTexts(tails);
  }

  /** The roles of operands, without those that an option has already filled. */
  private List<Role> expectedRoles() {
    List<Role> roles = new ArrayList<>(rule.operands().size());
    for (int i = 0; i < rule.operands().size(); i++) {
      Role role = rule.operands().get(i);
      boolean goesOn = role == Role.CODE && i == rule.repeated();
      if (role == Role.SCRIPT && shellCode) {
        roles.add(Role.CODE);
      } else if (role == Role.SCRIPT && flags.contains(Role.FROM_STDIN)) {
        continue;
      } else if (goesOn || !(isFilledOnce(role) && isFilledByOption(role))) {
        roles.add(role);
      }
    }
    return roles;
  }

  private static boolean isFilledOnce(Role role) {
    switch (role) {
      case CODE:
      case SCRIPT:
      case SHELL:
      case PATTERN:
      case PROGRAM:
      case COPY_TO:
      case CODE_LINE:
        return true;
      default:
        return false;
    }
  }

  private boolean isFilledByOption(Role role) {
    for (Bound argument : bound) {
      Role given = argument.role();
      boolean searches = role == Role.PATTERN && given == Role.PATTERN_FILE;
      boolean codes = role == Role.SCRIPT && (isCode(given) || given == Role.MODULE);
      boolean scripts =
          (role == Role.CODE || role == Role.CODE_LINE) && (given == Role.SCRIPT || isCode(given));
      if (!argument.option().isEmpty() && (given == role || searches || codes || scripts)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCode(Role role) {
    switch (role) {
      case CODE:
      case CODE_LINE:
      case PRINT_CODE:
      case ENCODED_CODE:
      case SHELL:
        return true;
      default:
        return false;
    }
  }

  private void assignOperands() {
    List<Role> roles = expectedRoles();
    Role repeated = rule.repeated() < 0 ? null : rule.operands().get(rule.repeated());
    int repeatedAt = repeated == null ? -1 : roles.lastIndexOf(repeated);
    int behind = repeatedAt < 0 ? 0 : roles.size() - 1 - repeatedAt;
    for (int i = 0; i < operands.size(); i++) {
      Role role = i == programAt ? Role.PROGRAM : roleAt(i, roles, repeatedAt, behind);
      bound.add(new Bound(role, operands.get(i), ""));
    }
  }

  private Role roleAt(int index, List<Role> roles, int repeatedAt, int behind) {
    if (repeatedAt == 0 && roles.get(0) == Role.ASSIGNMENT) {
      return isAssignment(operands.get(index)) || roles.size() < 2 ? Role.ASSIGNMENT : roles.get(1);
    }
    if (repeatedAt < 0 || index < repeatedAt) {
      return index < roles.size() ? roles.get(index) : Role.VALUE;
    }
    int fromEnd = operands.size() - 1 - index;
    return fromEnd < behind ? roles.get(roles.size() - 1 - fromEnd) : roles.get(repeatedAt);
  }
}
