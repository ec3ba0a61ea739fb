package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Programs that must not be started in a way that leaves the guard out. */
final class GuardedStart {

  private static final String PACKAGES = "node_modules/";

  private GuardedStart() {}

  /** Reports that starting a program would weaken the guard. */
  static void report(ShellInterpreter shell, Rule rule, String program) {
    shell
        .context()
        .findings()
        .report(Finding.Kind.GUARD, rule, program, program, "would ".concat(rule.about()));
  }

  /**
   * Looks at a program that an interpreter starts: a script, an archive of classes, a main class.
   *
   * @param file what names it; one of the call's words
   */
  static void inspect(Invocation call, Content file) {
    int at = call.words().indexOf(file);
    List<Content> arguments =
        at < 0 ? call.arguments().rest() : call.words().subList(at + 1, call.words().size());
    for (String path : file.texts()) {
      for (String name : names(path)) {
        ProgramRunner.runGuardForms(call.shell(), name, arguments);
        Optional<CommandRule> rule = call.rules().command(name);
        if (rule.isPresent() && rule.get().behaviour().equals("agent")) {
          Agent.inspectEnvironment(call.shell(), name);
        }
      }
    }
  }

  /** The names of programs that a file may be the start of. */
  private static List<String> names(String path) {
    List<String> names = new ArrayList<>();
    int packages = path.lastIndexOf(PACKAGES);
    if (packages >= 0) {
      String inside = path.substring(packages + PACKAGES.length());
      int slash = inside.indexOf('/');
      String first = slash < 0 ? inside : inside.substring(0, slash);
      int next = slash < 0 ? -1 : inside.indexOf('/', slash + 1);
      names.add(first.startsWith("@") && next > 0 ? inside.substring(slash + 1, next) : first);
    }
    String base = PathNames.base(path);
    int start = 0;
    while (start <= base.length()) {
      int dot = base.indexOf('.', start);
      int end = dot < 0 ? base.length() : dot;
      String name = withoutVersion(base.substring(start, end));
      if (!name.isEmpty()) {
        names.add(name);
      }
      start = end + 1;
    }
    return names;
  }

  /** {@code keepmum-0} is how {@code keepmum-0.1.0.jar} begins. */
  private static String withoutVersion(String name) {
    int end = name.length();
    while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
      end--;
    }
    return end > 0 && end < name.length() && name.charAt(end - 1) == '-'
        ? name.substring(0, end - 1)
        : name;
  }
}
