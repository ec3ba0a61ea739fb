package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParser;
import dev.keepmum.shell.WordPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts what aliases stand for in the place of a command's first word. */
final class Aliases {

  private final ShellInterpreter shell;
  private final Programs programs;
  private final Set<String> open = new HashSet<>();

  Aliases(ShellInterpreter shell, Programs programs) {
    this.shell = shell;
    this.programs = programs;
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
    List<Script.Statement> statements = ShellParser.parse(text).script().statements();
    for (int i = 0; i < statements.size(); i++) {
      Command command = statements.get(i).command();
      if (i == statements.size() - 1 && command instanceof Command.Simple last) {
        runLast(last, behind(text, arguments));
      } else {
        shell.run(command);
      }
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
