package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.RuleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A command line taken apart into its program and sub-commands, each with its own options: {@code
 * git -C dir} and {@code show HEAD}.
 *
 * @param levels the program first; the last one is what is run, those before it prepare it
 */
record Subcommand(List<Level> levels) {

  /** Sub-commands have at most so many words: {@code docker compose exec}. */
  private static final int MAX_WORDS = 4;

  /**
   * A program or sub-command.
   *
   * @param name with the program: {@code git show}
   * @param words its own arguments
   */
  record Level(String name, CommandRule rule, List<Content> words) {}

  /** Takes a command line apart as far as the rule book knows sub-commands. */
  static Subcommand resolve(
      RuleBook rules, String program, CommandRule rule, List<Content> arguments) {
    List<Level> levels = new ArrayList<>();
    Level level = new Level(program, rule, arguments);
    while (level.rule().hasSubcommands() && levels.size() < MAX_WORDS) {
      List<Integer> operands = operandIndexes(level.rule(), level.words());
      Level next = find(rules, level.name(), operands, level.words());
      if (next == null) {
        next = find(rules, level.rule().names().get(0), operands, level.words());
      }
      if (next == null) {
        break;
      }
      levels.add(new Level(level.name(), level.rule(), level.words().subList(0, operands.get(0))));
      level = next;
    }
    levels.add(level);
    return new Subcommand(levels);
  }

  /** The longest sub-command that has a rule, or null. */
  private static Level find(
      RuleBook rules, String program, List<Integer> operands, List<Content> words) {
    for (int count = operands.size(); count > 0; count--) {
      StringBuilder name = new StringBuilder(program);
      for (int i = 0; i < count; i++) {
        name.append(' ').append(Arguments.onlyText(words.get(operands.get(i))));
      }
      Optional<CommandRule> found = rules.command(name.toString());
      if (found.isPresent()) {
        List<Integer> taken = operands.subList(0, count);
        return new Level(name.toString(), found.get(), behind(words, taken));
      }
    }
    return null;
  }

  /** What stands behind the first of the sub-command's words, without the others. */
  private static List<Content> behind(List<Content> words, List<Integer> taken) {
    List<Content> kept = new ArrayList<>(words.size());
    for (int i = taken.get(0); i < words.size(); i++) {
      if (!taken.contains(i)) {
        kept.add(words.get(i));
      }
    }
    return kept;
  }

  /** Where the operands stand, options of the program and their values stepped over. */
  private static List<Integer> operandIndexes(CommandRule rule, List<Content> words) {
    List<Integer> indexes = new ArrayList<>();
    for (int i = 0; i < words.size() && indexes.size() < MAX_WORDS; i++) {
      String text = Arguments.onlyText(words.get(i));
      if (text == null) {
        break;
      }
      if (!text.startsWith("-")) {
        indexes.add(i);
      } else if (indexes.isEmpty()
          && rule.options().containsKey(text)
          && !rule.optionalValues().contains(text)) {
        i++;
      }
    }
    return indexes;
  }
}
