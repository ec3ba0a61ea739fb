package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Files;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.Trail;
import dev.keepmum.flow.run.Programs;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.ShellFunction;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.FormMatcher;
import dev.keepmum.rule.FormRule;
import dev.keepmum.rule.Role;
import dev.keepmum.shell.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs functions, builtins and programs by what the rule book knows of them. */
public final class ProgramRunner implements Programs {

  private static final List<String> NOT_FOUND =
      List.of("command_not_found_handle", "command_not_found_handler");

  private final CodeRunner code = new CodeRunner(this);

  CodeRunner code() {
    return code;
  }

  @Override
  public void run(ShellInterpreter shell, List<Content> words) {
    Content program = words.get(0);
    if (program.hasSecrets()) {
      shell.streams().printError(program, "a command name");
    }
    List<Content> arguments = words.subList(1, words.size());
    for (String text : likely(program.texts())) {
      if (text.isEmpty() && program.texts().size() > 1 && !arguments.isEmpty()) {
        run(shell, arguments); // A variable that may be empty: the next word is the name then.
        continue;
      }
      Optional<ShellFunction> function = shell.state().function(text);
      if (function.isPresent()) {
        call(shell, text, function.get(), arguments);
      } else {
        runNamed(shell, text, arguments);
      }
    }
  }

  /** Calls a function; a program of its name that is known is run as well where it may be none. */
  private void call(
      ShellInterpreter shell, String name, ShellFunction function, List<Content> arguments) {
    Trail trail = shell.context().trail();
    int start = trail.enter(name.concat("()"), arguments);
    for (Command body : function.bodies()) {
      shell.call(name, body, arguments);
    }
    trail.leave(start);
    if (!function.isCertain() && rule(shell.context(), PathNames.base(name)).isPresent()) {
      runNamed(shell, name, arguments);
    }
  }

  /** Runs a program or builtin, past functions and aliases. */
  void runExternal(ShellInterpreter shell, List<Content> words) {
    Content program = words.get(0);
    if (program.hasSecrets()) {
      shell.streams().printError(program, "a command name");
    }
    for (String text : likely(program.texts())) {
      runNamed(shell, text, words.subList(1, words.size()));
    }
  }

  /** The names a program may have; those that are known in part only where no other is. */
  private static List<String> likely(List<String> names) {
    List<String> whole = new ArrayList<>(names.size());
    for (String name : names) {
      if (!Content.isPartial(name)) {
        whole.add(name);
      }
    }
    return whole.isEmpty() ? names : whole;
  }

  /**
   * Runs a program that code names: to cmd.exe {@code type} is not what it is to a shell, which the
   * rule book says under {@code cmd type}.
   */
  void runFrom(Language language, ShellInterpreter shell, List<Content> words) {
    String own = language == Language.CMD ? "cmd ".concat(words.get(0).textOr("")) : "";
    Optional<CommandRule> builtin = shell.context().rules().command(own);
    if (builtin.isPresent()) {
      shell.context().budget().step();
      runRule(shell, own, builtin.get(), words.subList(1, words.size()), false);
    } else {
      runExternal(shell, words);
    }
  }

  @Override
  public Outcome outcome(List<Content> words) {
    if (words.size() == 1) {
      switch (words.get(0).textOr("")) {
        case "true":
        case ":":
          return Outcome.SUCCEEDS;
        case "false":
          return Outcome.FAILS;
        default:
          break;
      }
    }
    return Outcome.UNKNOWN;
  }

  private void runNamed(ShellInterpreter shell, String program, List<Content> arguments) {
    FlowContext context = shell.context();
    context.budget().step();
    String name = PathNames.base(program);
    if (name.length() > 1 && (name.startsWith("=") || name.startsWith("^"))) {
      runNamed(shell, name.substring(1), arguments); // zsh's path of a program, nu's own one.
      return;
    }
    if (name.equals("-") && !arguments.isEmpty()) {
      runExternal(shell, arguments); // zsh's mark of a login shell before the name.
      return;
    }
    if (name.startsWith("-")) {
      return; // What is left of a command whose name turned out empty; no program is called so.
    }
    if (name.isEmpty() || Content.isPartial(name)) {
      new UnknownProgram().run(unknown(shell, name, arguments));
      return;
    }
    if (new OptionChoice(arguments).isOpen()) {
      for (List<Content> chosen : new OptionChoice(arguments).choices()) {
        runNamed(shell, program, chosen);
      }
      return;
    }
    if (isLinkOfThisCall(shell, program) && runLinked(shell, program, arguments)) {
      return;
    }
    if (isWrittenByThisCall(shell, program) && ScriptFile.run(this, shell, program, arguments)) {
      return; // Whatever a program of that name would do.
    }
    if (context.trace().isListening()) {
      context.trace().command(describe(name, arguments));
    }
    context.trace().enter();
    int start = context.trail().enter(program, arguments);
    Optional<CommandRule> rule = rule(context, name);
    if (rule.isPresent()
        && rule.get().hasSubcommands()
        && runAlternatives(shell, name, arguments)) {
      context.trail().leave(start);
      context.trace().leave();
      return;
    }
    boolean known = rule.isPresent() || !context.rules().forms(name).isEmpty();
    runForms(shell, name, arguments);
    if (rule.isPresent()) {
      runRule(shell, name, rule.get(), arguments, program.indexOf('/') >= 0);
    } else if (!known
        && !runLinked(shell, program, arguments)
        && !ScriptFile.run(this, shell, program, arguments)) {
      if (!runHandler(shell, program, arguments)) {
        new UnknownProgram().run(unknown(shell, name, arguments));
      }
    }
    context.trail().leave(start);
    context.trace().leave();
  }

  /** The functions that bash and zsh call for a name that is no program's. */
  private static boolean runHandler(
      ShellInterpreter shell, String program, List<Content> arguments) {
    boolean handled = false;
    for (String name : NOT_FOUND) {
      Optional<ShellFunction> handler = shell.state().function(name);
      if (handler.isPresent()) {
        handled = true;
        List<Content> words = new ArrayList<>();
        words.add(Content.text(program));
        words.addAll(arguments);
        for (Command body : handler.get().bodies()) {
          shell.call(name, body, words);
        }
      }
    }
    return handled;
  }

  /** Where the sub-command may be one of several words, each is run. */
  private boolean runAlternatives(ShellInterpreter shell, String name, List<Content> arguments) {
    int open = firstChoice(arguments);
    List<String> texts = open < 0 ? List.of() : arguments.get(open).texts();
    if (texts.size() < 2 || texts.size() > 4) {
      return false;
    }
    for (String text : texts) {
      List<Content> chosen = new ArrayList<>(arguments);
      if (text.isEmpty()) {
        chosen.remove(open);
      } else {
        chosen.set(open, Content.text(text).withSecrets(arguments.get(open).secrets()));
      }
      runNamed(shell, name, chosen);
    }
    return true;
  }

  /** The first of several texts among options, their values and the sub-command; -1 without one. */
  private static int firstChoice(List<Content> arguments) {
    boolean mayBeValue = false;
    for (int i = 0; i < arguments.size(); i++) {
      if (arguments.get(i).texts().size() > 1) {
        return i;
      }
      List<String> texts = arguments.get(i).texts();
      boolean isOption = !texts.isEmpty() && texts.get(0).startsWith("-");
      if (!isOption && !mayBeValue) {
        return -1;
      }
      mayBeValue = isOption;
    }
    return -1;
  }

  /** What the call itself linked is not what its name says. */
  private static boolean isWrittenByThisCall(ShellInterpreter shell, String program) {
    if (program.indexOf('/') < 0) {
      return false;
    }
    Files files = shell.context().files();
    for (String file : files.resolve(shell.state().directory(), Content.text(program))) {
      if (files.isWritten(files.followed(file))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLinkOfThisCall(ShellInterpreter shell, String program) {
    if (program.indexOf('/') < 0) {
      return false;
    }
    Content path = Content.text(program);
    for (String file : shell.context().files().resolve(shell.state().directory(), path)) {
      if (!shell.context().files().followed(file).equals(file)) {
        return true;
      }
    }
    return false;
  }

  /** A path that is only another name of a program: {@code ln -s /usr/bin/env tool; ./tool}. */
  private boolean runLinked(ShellInterpreter shell, String program, List<Content> arguments) {
    String own = PathNames.base(program);
    Files files = shell.context().files();
    List<String> paths =
        program.indexOf('/') < 0
            ? files.writtenAs(program)
            : files.resolve(shell.state().directory(), Content.text(program));
    for (String path : paths) {
      String file = files.read(path).file();
      String real = shell.context().host().realPath(file.isEmpty() ? path : file).orElse(file);
      String name = PathNames.base(real);
      boolean known =
          rule(shell.context(), name).isPresent() || !shell.context().rules().forms(name).isEmpty();
      if (!name.isEmpty() && !name.equals(own) && known) {
        shell.inSubshell(
            new Runnable() {
              @Override
              public void run() {
                runNamed(shell, name, arguments);
              }
            });
        return true;
      }
    }
    return false;
  }

  /** A program's rule, also under its name without a version: {@code python3.11}. */
  private static Optional<CommandRule> rule(FlowContext context, String name) {
    Optional<CommandRule> rule = context.rules().command(name);
    String shorter = withoutRelease(name);
    if (rule.isEmpty() && shorter.length() < name.length()) {
      rule = context.rules().command(shorter);
    }
    while (rule.isEmpty()) {
      int end = shorter.length();
      while (end > 0 && isVersion(shorter.charAt(end - 1))) {
        end--;
      }
      if (end == shorter.length() || end == 0) {
        return withoutExtension(context, shorter);
      }
      shorter = shorter.substring(0, end);
      rule = context.rules().command(shorter);
    }
    return rule;
  }

  /** {@code tsx@latest}, as package runners name it. */
  private static String withoutRelease(String name) {
    int at = name.indexOf('@', 1);
    return at < 0 ? name : name.substring(0, at);
  }

  private static boolean isVersion(char c) {
    return c >= '0' && c <= '9' || c == '.' || c == '-';
  }

  private static Optional<CommandRule> withoutExtension(FlowContext context, String name) {
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    if (lower.endsWith(".exe") || lower.endsWith(".cmd")) {
      return context.rules().command(lower.substring(0, lower.length() - 4));
    }
    return Optional.empty();
  }

  /** A builtin that is named by a path is a program, which changes nothing in the shell. */
  private void runRule(
      ShellInterpreter shell,
      String name,
      CommandRule rule,
      List<Content> arguments,
      boolean isPath) {
    Subcommand command = Subcommand.resolve(shell.context().rules(), name, rule, arguments);
    List<Invocation> calls = new ArrayList<>();
    for (Subcommand.Level level : command.levels()) {
      calls.add(new Invocation(this, shell, level.name(), level.words(), level.rule()));
    }
    Invocation last = calls.get(calls.size() - 1);
    if (last.arguments().isSet(Role.NOTHING)) {
      return;
    }
    ProjectFiles.run(calls);
    CallRun run = new CallRun(calls);
    if (isBuiltin(last.rule()) && !isPath) {
      run.run();
    } else {
      StartedLines.run(last);
      shell.inSubshell(run);
    }
  }

  /** Whether it is the shell itself that acts, so that what it changes stays. */
  private static boolean isBuiltin(CommandRule rule) {
    return Behaviours.changesShell(rule.behaviour());
  }

  /** Runs a call behind what its program's own options prepare. */
  private record CallRun(List<Invocation> calls) implements Runnable {
    @Override
    public void run() {
      int last = calls.size() - 1;
      for (Invocation outer : calls.subList(0, last)) {
        General.prepare(outer);
      }
      Behaviours.run(calls.get(last));
    }
  }

  /** Does what forms of the rule book say of the command line: it prints a secret, or is a leak. */
  private static void runForms(ShellInterpreter shell, String name, List<Content> arguments) {
    List<FormRule> forms = shell.context().rules().forms(withoutRelease(name));
    if (forms.isEmpty()) {
      return;
    }
    List<String> texts = texts(arguments);
    for (FormRule form : forms) {
      if (FormMatcher.matches(form, texts)) {
        report(shell, name, form, texts);
      }
    }
  }

  /** Whether a form says that a program of this name would be started without the guard. */
  static void runGuardForms(ShellInterpreter shell, String name, List<Content> arguments) {
    List<String> texts = texts(arguments);
    for (FormRule form : shell.context().rules().forms(name)) {
      if (form.effect() == FormRule.Effect.WEAKENS && FormMatcher.matches(form, texts)) {
        report(shell, name, form, texts);
      }
    }
  }

  private static List<String> texts(List<Content> arguments) {
    List<String> texts = new ArrayList<>(arguments.size());
    for (Content argument : arguments) {
      String text = Arguments.onlyText(argument);
      texts.add(text == null ? FormMatcher.ANY : text);
    }
    return texts;
  }

  private static void report(
      ShellInterpreter shell, String name, FormRule form, List<String> arguments) {
    switch (form.effect()) {
      case PRINTS:
        boolean lines = FormMatcher.printsAssignments(form, arguments);
        Secret secret = Secret.of(form.rule()).within(form.members());
        shell.streams().print(Content.secret(lines ? secret.asAssignments() : secret), name);
        break;
      case IS_LEAK:
        reportAct(shell, name, form);
        break;
      case WEAKENS:
        GuardedStart.report(shell, form.rule(), name);
        break;
      case MAY_PRINT_ERROR:
        shell.streams().printError(Content.secret(Secret.of(form.rule()).possible()), name);
        break;
      default:
        Secret possible = Secret.of(form.rule()).within(form.members()).possible();
        shell.streams().print(Content.secret(possible), name);
        break;
    }
  }

  private static void reportAct(ShellInterpreter shell, String name, FormRule form) {
    shell
        .context()
        .findings()
        .report(
            Finding.Kind.ACT, form.rule(), Secret.of(form.rule()).label(), name, "the transcript");
  }

  private Invocation unknown(ShellInterpreter shell, String name, List<Content> arguments) {
    return new Invocation(this, shell, name, arguments, UnknownProgram.RULE);
  }

  private static String describe(String name, List<Content> arguments) {
    StringBuilder text = new StringBuilder(name);
    for (Content argument : arguments) {
      text.append(' ').append(describe(argument));
      if (text.length() > 200) {
        return text.append(" …").toString();
      }
    }
    return text.toString();
  }

  private static String describe(Content argument) {
    if (argument.hasSecrets()) {
      return "‹".concat(argument.secrets().get(0).label()).concat("›");
    }
    if (argument.texts().isEmpty()) {
      return "‹unknown›";
    }
    return String.join("|", argument.texts()).replace(Content.UNKNOWN_PART, '…');
  }
}
