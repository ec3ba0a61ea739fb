package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.flow.state.Endpoint;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Assignment;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Word;
import dev.keepmum.shell.WordPart;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs simple commands: words first, then redirections, then assignments, then the program, as the
 * shell does ("Simple Commands" of POSIX, 2.9.1).
 */
final class SimpleCommands {

  private final ShellInterpreter shell;
  private final Programs programs;

  SimpleCommands(ShellInterpreter shell, Programs programs) {
    this.shell = shell;
    this.programs = programs;
  }

  Programs.Outcome run(Command.Simple command) {
    shell.context().budget().step();
    Expander expander = shell.expander();
    List<Content> words = expander.fields(command.words());
    if (words.isEmpty()) {
      runWithoutProgram(command, expander);
      return Programs.Outcome.SUCCEEDS;
    }
    RedirectionScope scope = RedirectionScope.open(shell, command.redirections(), expander);
    Map<String, Variable> before = assign(command.assignments(), expander);
    trace(words);
    quoteLine(command, words);
    scope.enter();
    if (!runAlias(command, words)) {
      for (Assignment declaration : command.declarations()) {
        shell.assign(declaration, expander);
      }
      if (command.declarations().isEmpty() || namesMore(words)) {
        programs.run(shell, words);
      }
    }
    scope.leave();
    shell.state().restore(before);
    shell.state().lastArgument(words.get(words.size() - 1));
    return programs.outcome(words);
  }

  /** A parenthesis within a word is zsh's: bash shows the line that it cannot read. */
  private void quoteLine(Command.Simple command, List<Content> words) {
    List<Secret> secrets = shell.state().sourceSecrets();
    if (secrets.isEmpty() || !hasSecrets(words) || !hasParenthesis(command)) {
      return;
    }
    Content line = Content.UNKNOWN.withSecrets(secrets);
    shell.streams().printError(line, "a message about code that is none");
  }

  private static boolean hasSecrets(List<Content> words) {
    for (Content word : words) {
      if (word.hasSecrets()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasParenthesis(Command.Simple command) {
    for (Word word : command.words()) {
      for (WordPart part : word.parts()) {
        String text = part instanceof WordPart.Literal plain && !plain.quoted() ? plain.text() : "";
        int open = text.indexOf('(');
        if (open == 0 || open > 0 && "?*+@!".indexOf(text.charAt(open - 1)) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a declaration of arrays names anything beside them and its options. */
  private static boolean namesMore(List<Content> words) {
    for (Content word : words.subList(1, words.size())) {
      if (!word.textOr("").startsWith("-")) {
        return true;
      }
    }
    return false;
  }

  private boolean runAlias(Command.Simple command, List<Content> words) {
    return !shell.state().aliases().isEmpty()
        && new Aliases(shell, programs).run(command, words.subList(1, words.size()));
  }

  private void trace(List<Content> words) {
    if (!shell.state().isTracing()) {
      return;
    }
    for (Content word : words) {
      shell.streams().printError(word, "set -x");
    }
    Variable prefix = shell.state().variables().get("PS4");
    if (prefix != null) {
      shell.state().tracing(false); // What the prompt itself runs is not traced.
      shell.streams().printError(shell.substitutions().expandAgain(prefix.value()), "PS4");
      shell.state().tracing(true);
    }
  }

  /** Assignments and redirections without a command; zsh prints what is redirected to nobody. */
  private void runWithoutProgram(Command.Simple command, Expander expander) {
    for (Assignment assignment : command.assignments()) {
      shell.assign(assignment, expander);
    }
    if (command.redirections().isEmpty()) {
      return;
    }
    Descriptors before = shell.state().descriptors();
    Descriptors redirected = shell.streams().redirect(command.redirections(), expander);
    if (command.assignments().isEmpty()
        && redirected.get(0) != before.get(0)
        && redirected.get(0) instanceof Endpoint.Source source) {
      shell.streams().put(redirected.get(1), source.content(), "zsh");
    } else {
      shell.streams().touch(redirected);
    }
  }

  /** Assigns for one command; what the variables were before. */
  private Map<String, Variable> assign(List<Assignment> assignments, Expander expander) {
    if (assignments.isEmpty()) {
      return Map.of();
    }
    Map<String, Variable> before = new LinkedHashMap<>();
    for (Assignment assignment : assignments) {
      if (!before.containsKey(assignment.name())) {
        before.put(assignment.name(), shell.state().variables().get(assignment.name()));
      }
      shell.assign(assignment, expander);
    }
    return before;
  }
}
