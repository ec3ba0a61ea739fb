package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParse;
import dev.keepmum.shell.ShellParser;
import dev.keepmum.shell.WordPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what aliases stand for in the place of a command's first word. */
final class Aliases {

  private static final String BOUNDARIES = " \t\n;&|()";

  private final ShellInterpreter shell;
  private final Programs programs;
  private final Set<String> open = new HashSet<>();

  Aliases(ShellInterpreter shell, Programs programs) {
    this.shell = shell;
    this.programs = programs;
  }

  /** A text with what aliases stand for in the place of every word that is one's name. */
  static String replaced(Map<String, Content> aliases, String text) {
    if (aliases.isEmpty()) {
      return text;
    }
    StringBuilder replaced = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || BOUNDARIES.indexOf(text.charAt(i)) >= 0) {
        replaced.append(whatStandsFor(aliases, text.substring(start, i)));
        replaced.append(text, i, Math.min(i + 1, text.length()));
        start = i + 1;
      }
    }
    return replaced.toString();
  }

  private static String whatStandsFor(Map<String, Content> aliases, String word) {
    String text = word;
    Set<String> seen = new HashSet<>();
    Content alias = aliases.get(text);
    while (alias != null && seen.add(text)) {
      text = alias.textOr(text).strip();
      alias = aliases.get(text);
    }
    return text;
  }

  /** Runs a command whose name is an alias; false if it is none. */
  boolean run(Command.Simple command, List<Content> arguments) {
    String name = name(command);
    Content alias = shell.state().aliases().get(name);
    if (alias == null || !open.add(name)) {
      return false;
    }
    shell.context().budget().enter();
    List<Secret> outer = shell.state().sourceSecrets();
    shell.state().sourceSecrets(alias.secrets());
    for (String text : alias.texts()) {
      runText(text, arguments);
    }
    shell.state().sourceSecrets(outer);
    shell.context().budget().leave();
    open.remove(name);
    return true;
  }

  private void runText(String text, List<Content> arguments) {
    ShellParse parse = ShellParser.parse(text);
    if (parse.error().isPresent()) {
      runKeyword(text, arguments);
      return;
    }
    List<Script.Statement> statements = parse.script().statements();
    for (int i = 0; i < statements.size(); i++) {
      Command command = statements.get(i).command();
      if (i == statements.size() - 1 && command instanceof Command.Simple last) {
        runLast(last, behind(text, arguments));
      } else {
        shell.run(command);
      }
    }
  }

  /** An alias that is no command by itself: {@code coproc}, {@code !}. */
  private void runKeyword(String text, List<Content> arguments) {
    StringBuilder line = new StringBuilder(text);
    for (Content argument : arguments) {
      line.append(" '").append(argument.textOr("").replace("'", "'\\''")).append('\'');
    }
    ShellParse parse = ShellParser.parse(line.toString());
    if (parse.error().isEmpty()) {
      shell.run(parse.script());
    }
  }

  private void runLast(Command.Simple last, List<Content> arguments) {
    List<Content> words = new ArrayList<>(shell.expander().fields(last.words()));
    words.addAll(arguments);
    if (!words.isEmpty() && !run(last, words.subList(1, words.size()))) {
      programs.run(shell, words);
    }
  }

  /** Behind a text that ends in a blank the next word may be an alias as well. */
  private List<Content> behind(String text, List<Content> arguments) {
    if (arguments.isEmpty() || !text.endsWith(" ")) {
      return arguments;
    }
    Content alias = shell.state().aliases().get(arguments.get(0).textOr(""));
    List<Script.Statement> statements =
        alias == null ? List.of() : ShellParser.parse(alias.textOr("")).script().statements();
    if (statements.size() != 1 || !(statements.get(0).command() instanceof Command.Simple words)) {
      return arguments;
    }
    List<Content> replaced = new ArrayList<>(shell.expander().fields(words.words()));
    replaced.addAll(arguments.subList(1, arguments.size()));
    return replaced;
  }

  /** The first word, if it stands there as it is: a quoted one is no alias. */
  private static String name(Command.Simple command) {
    List<WordPart> parts = command.words().isEmpty() ? List.of() : command.words().get(0).parts();
    boolean plain =
        parts.size() == 1 && parts.get(0) instanceof WordPart.Literal word && !word.quoted();
    return plain ? ((WordPart.Literal) parts.get(0)).text() : "";
  }
}
