package dev.keepmum.flow.command;

import dev.keepmum.code.DataUrl;
import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import dev.keepmum.shell.ShellParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the code that a program is given: in options, lines, scripts, modules or its input. */
final class GivenCode {

  private GivenCode() {}

  static void run(Invocation call) {
    inspectStarted(call);
    runLines(call);
    for (Content setting : call.arguments().values(Role.SCRIPT_SETTING)) {
      runScript(call, setting);
    }
    for (Content module : call.arguments().values(Role.MODULE)) {
      runModule(call, module);
    }
    if (call.rule().language().isEmpty() || call.arguments().has(Role.MODULE)) {
      return;
    }
    Language language = call.rule().language().get();
    boolean ran = false;
    if (call.arguments().isSet(Role.EACH_LINE)) {
      LineLoop.run(call, language);
      return;
    }
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case CODE:
        case CODE_LINE:
        case PRINT_CODE:
          boolean printed =
              argument.role() == Role.PRINT_CODE || call.arguments().isSet(Role.PRINT_CODE);
          CodeRun.Display display = printed ? CodeRun.Display.LAST : CodeRun.Display.NOTHING;
          run(call, language, argument.value(), CodeRun.Origin.CALL, display);
          ran = true;
          break;
        case ENCODED_CODE:
          run(call, language, EncodedCode.decode(argument.value()), CodeRun.Origin.CALL);
          ran = true;
          break;
        case PRELOAD:
          preload(call, language, argument.value());
          break;
        case SHELL:
          ran = true;
          break;
        case SCRIPT:
          runFile(call, language, argument.value());
          ran = true;
          break;
        default:
          break;
      }
    }
    boolean prompt =
        call.rule().input() == CommandRule.Input.PROMPT || call.arguments().isSet(Role.PROMPT);
    boolean takesCode = prompt || call.rule().input() == CommandRule.Input.CODE;
    boolean asked = call.arguments().isSet(Role.FROM_STDIN) || call.arguments().isSet(Role.PROMPT);
    if (takesCode && (!ran || asked)) {
      CodeRun.Display display = prompt ? CodeRun.Display.EVERY : CodeRun.Display.NOTHING;
      run(call, language, call.input(), CodeRun.Origin.CALL, display);
    }
  }

  /** What is started may be the guard, or an agent without it. */
  private static void inspectStarted(Invocation call) {
    for (Content script : call.arguments().values(Role.SCRIPT)) {
      GuardedStart.inspect(call, script);
    }
    for (Content classes : call.arguments().values(Role.MODULE)) {
      if (isArchive(call, classes)) {
        GuardedStart.inspect(call, classes);
      }
    }
  }

  /** Command lines: each option's value is one, the operands together are another. */
  static void runLines(Invocation call) {
    Content operands = Content.EMPTY;
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.role() != Role.SHELL) {
        continue;
      }
      if (!argument.option().isEmpty()) {
        run(call, Language.SHELL, argument.value(), CodeRun.Origin.CALL);
      } else if (operands.isEmptyText()) {
        operands = argument.value();
      } else {
        operands = operands.then(Content.text(" ")).then(argument.value());
      }
    }
    if (!operands.isEmptyText()) {
      run(call, Language.SHELL, operands, CodeRun.Origin.CALL);
    }
  }

  /** A script that a project gets is run sooner or later. */
  private static void runScript(Invocation call, Content setting) {
    List<String> lines = new ArrayList<>();
    for (String text : setting.texts()) {
      int equals = text.indexOf('=');
      if (equals > 0 && text.startsWith("scripts")) {
        lines.add(text.substring(equals + 1));
      }
    }
    run(call, Language.SHELL, setting.withTexts(lines), CodeRun.Origin.CALL);
  }

  /** {@code python -m NAME} does what the rule of that name says. */
  private static void runModule(Invocation call, Content module) {
    if (isArchive(call, module)) {
      runOther(call, PathNames.base(module.textOr("")), call.arguments().operands());
      return;
    }
    String option = call.arguments().optionOf(module);
    for (String text : module.texts()) {
      String name = String.join(" ", call.rule().names().get(0), option, text);
      call.runRule(name, call.arguments().rest());
      ProgramRunner.runGuardForms(call.shell(), text, call.arguments().rest());
    }
  }

  /** {@code java -jar}: a program that the machine does not start by itself. */
  private static boolean isArchive(Invocation call, Content module) {
    return call.arguments().optionOf(module).equals("-jar");
  }

  private static void runOther(Invocation call, String program, List<Content> arguments) {
    List<Content> words = new ArrayList<>();
    words.add(Content.text(program));
    words.addAll(arguments);
    call.runProgram(words);
  }

  private static void preload(Invocation call, Language language, Content module) {
    String name = module.textOr("");
    runCommandOf(call, module);
    String code = DataUrl.text(name);
    if (!code.isEmpty()) {
      run(call, language, Content.text(code), CodeRun.Origin.CALL);
      return;
    }
    boolean own = name.equals("/dev/stdin");
    for (String file : call.resolve(module)) {
      own |= call.files().isWritten(file);
    }
    if (own) {
      runFile(call, language, module);
    }
  }

  /**
   * A module of commands for a command line, {@code ruby -run -e httpd}, is as good as a program.
   */
  private static void runCommandOf(Invocation call, Content module) {
    String option = call.arguments().optionOf(module);
    for (Content command : call.arguments().values(Role.CODE)) {
      String name =
          String.join(
              " ", call.rule().names().get(0), option, module.textOr(""), command.textOr(""));
      call.runRule(name, arguments(call));
    }
  }

  private static void runFile(Invocation call, Language language, Content path) {
    if (path.textOr("").equals("-")) {
      run(call, language, call.input(), CodeRun.Origin.CALL);
      return;
    }
    runNamed(call, path.textOr(""));
    Content text = call.read(path);
    if (call.arguments().isSet(Role.CHECK)) {
      check(call, path, text);
      return;
    }
    boolean own = false;
    for (String file : call.resolve(path)) {
      own |= call.files().isWritten(file);
    }
    if (text.hasSecrets()) {
      call.printError(text.derived());
      return;
    }
    run(call, language, text, own ? CodeRun.Origin.CALL : CodeRun.Origin.FILE);
  }

  /** A script that many projects have does what the rule of its name says: {@code manage.py}. */
  private static void runNamed(Invocation call, String script) {
    String name = PathNames.base(script);
    boolean named = name.indexOf('.') > 0 || isPackage(script);
    if (named && call.context().rules().command(name).isPresent()) {
      runOther(call, name, arguments(call));
    }
  }

  /** Whether a script comes from a registry: {@code jsr:@std/http/file-server}. */
  private static boolean isPackage(String script) {
    return script.startsWith("jsr:") || script.startsWith("npm:");
  }

  /** {@code bash -n}: shows the line that it cannot read, and all of them with {@code -v}. */
  private static void check(Invocation call, Content path, Content script) {
    boolean readable = !call.arguments().isSet(Role.VERBOSE);
    for (String file : call.resolve(path)) {
      Optional<String> text =
          call.files().isWritten(file) ? Optional.empty() : call.files().text(file);
      readable &= text.isPresent() && ShellParser.parse(text.get()).error().isEmpty();
    }
    if (!readable) {
      call.printError(script.derived());
    }
  }

  private static void run(Invocation call, Language language, Content text, CodeRun.Origin origin) {
    run(call, language, text, origin, CodeRun.Display.NOTHING);
  }

  private static void run(
      Invocation call,
      Language language,
      Content text,
      CodeRun.Origin origin,
      CodeRun.Display display) {
    List<Content> arguments = arguments(call);
    if (language == Language.SHELL && call.arguments().has(Role.CODE) && !arguments.isEmpty()) {
      call.state().programName(arguments.get(0));
      arguments = arguments.subList(1, arguments.size());
    }
    call.runCode(new CodeRun(language, text, arguments, call.input(), origin, display));
  }

  /** The arguments of code or a script; behind a shell's code the first is its name. */
  private static List<Content> arguments(Invocation call) {
    List<Content> arguments = new ArrayList<>();
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.option().isEmpty() && argument.role() == Role.VALUE) {
        arguments.add(argument.value());
      }
    }
    arguments.addAll(call.arguments().rest());
    return arguments;
  }
}
