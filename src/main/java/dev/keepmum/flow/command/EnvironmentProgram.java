package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.rule.Role;
import dev.keepmum.shell.Assignment;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParser;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** env: runs a program in a changed environment, or prints that environment. */
final class EnvironmentProgram implements Behaviour {

  private static final String FUNCTION = "BASH_FUNC_";
  private static final String FUNCTION_END = "%%";

  @Override
  public void run(Invocation call) {
    if (call.arguments().isSet(Role.EMPTY_ENVIRONMENT)) {
      call.state().dropEnvironment();
    }
    for (Content folder : call.arguments().values(Role.DIRECTORY)) {
      List<String> folders = call.resolve(folder);
      call.state().directory(folders.isEmpty() ? folder : Content.oneOf(folders));
    }
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.option().equals("-u") || argument.option().equals("--unset")) {
        call.state().variables().put(argument.value().textOr(""), Variable.of(Content.EMPTY));
      }
    }
    List<Content> command = new ArrayList<>();
    for (Content line : call.arguments().values(Role.SHELL)) {
      command.addAll(words(call, line));
    }
    command.addAll(call.arguments().operands());
    command.addAll(call.arguments().rest());
    int start = 0;
    while (start < command.size() && assign(call, command.get(start))) {
      start++;
    }
    if (start < command.size()) {
      call.runProgram(command.subList(start, command.size()));
    } else {
      call.print(call.shell().variables().environment(call.state()));
    }
  }

  private static boolean assign(Invocation call, Content word) {
    if (word.isWhollyUnknown() && word.hasSecrets()) {
      EvaluatedAssignments.assign(call, word);
      return true;
    }
    List<String> values = new ArrayList<>();
    String name = "";
    for (String text : word.texts()) {
      int equals = text.indexOf('=');
      if (equals <= 0) {
        return text.equals("-");
      }
      name = text.substring(0, equals);
      values.add(text.substring(equals + 1));
    }
    if (values.isEmpty()) {
      return false;
    }
    if (name.startsWith(FUNCTION) && name.endsWith(FUNCTION_END)) {
      defineFunction(call, name.substring(FUNCTION.length(), name.length() - 2), values);
      return true;
    }
    call.state().variables().put(name, Variable.of(word.withTexts(values)));
    return true;
  }

  /** A function that bash takes from its environment: {@code BASH_FUNC_name%%=() { … }}. */
  private static void defineFunction(Invocation call, String name, List<String> bodies) {
    for (String body : bodies) {
      if (body.startsWith("()")) {
        call.shell().runText(name.concat(body));
      }
    }
  }

  /** {@code env -S}: the words of a string, with its quotes; a shell's operators are none here. */
  private static List<Content> words(Invocation call, Content line) {
    String plain = withoutOperators(line.textOr(""));
    List<Script.Statement> statements = ShellParser.parse(plain).script().statements();
    if (!statements.isEmpty() && statements.get(0).command() instanceof Command.Simple simple) {
      List<Content> words = new ArrayList<>();
      for (Assignment assignment : simple.assignments()) {
        call.shell().assign(assignment, call.shell().expander());
      }
      words.addAll(call.shell().expander().fields(simple.words()));
      return words;
    }
    return split(line);
  }

  /** A string in which what a shell would take for an operator or a pattern stands for itself. */
  private static String withoutOperators(String line) {
    StringBuilder plain = new StringBuilder(line.length());
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        plain.append(c).append(line.charAt(++i));
        continue;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && "<>|&;()`*?[".indexOf(c) >= 0) {
        plain.append('\\');
      }
      plain.append(quote == 0 && c == '\n' ? ' ' : c);
    }
    return plain.toString();
  }

  /** What no shell would read as a command is split at its blanks. */
  private static List<Content> split(Content line) {
    List<Content> words = new ArrayList<>();
    StringTokenizer blanks = new StringTokenizer(line.textOr(""), " \t\n");
    while (blanks.hasMoreTokens()) {
      words.add(Content.text(blanks.nextToken()));
    }
    return words;
  }
}
