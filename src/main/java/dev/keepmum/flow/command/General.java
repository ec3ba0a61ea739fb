package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import dev.keepmum.rule.Rule;
import java.util.List;
import java.util.Optional;

/** What a program does that its rule tells in full: read, print, write, send, run. */
final class General implements Behaviour {

  @Override
  public void run(Invocation call) {
    enterDirectory(call);
    loadEnvironment(call);
    nameFiles(call);
    Content gathered = gather(call);
    deliver(call, gathered);
    publish(call);
    send(call);
    runCode(call);
    runProgram(call);
  }

  private static void enterDirectory(Invocation call) {
    for (Content folder : call.arguments().values(Role.DIRECTORY)) {
      List<String> folders = call.resolve(folder);
      if (!folders.isEmpty()) {
        call.state().directory(Content.oneOf(folders));
      }
    }
  }

  private static void loadEnvironment(Invocation call) {
    if (call.arguments().isSet(Role.EMPTY_ENVIRONMENT)) {
      call.state().dropEnvironment();
    }
    for (Content file : call.arguments().values(Role.ENV_FILE)) {
      EnvironmentFile.load(call.shell(), file, call.name());
    }
    for (Content assignment : call.arguments().values(Role.ASSIGNMENT)) {
      String text = Arguments.onlyText(assignment);
      int equals = text == null ? -1 : text.indexOf('=');
      if (equals > 0) {
        Content value = assignment.withTexts(List.of(text.substring(equals + 1)));
        call.state().variables().put(text.substring(0, equals), Variable.of(value));
      }
    }
  }

  /** Programs name the files they could not find: a secret as a file's name is shown. */
  private static void nameFiles(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      boolean named = argument.role() == Role.NAME || argument.role() == Role.REMOVE;
      if (named && argument.value().hasSecrets()) {
        call.printError(argument.value());
      }
      if (argument.role() == Role.REMOVE || argument.role() == Role.EDIT) {
        change(call, argument);
      }
    }
  }

  private static void change(Invocation call, Arguments.Bound argument) {
    for (String path : call.resolve(argument.value())) {
      if (argument.role() == Role.REMOVE) {
        call.context().changes().removed(path, call.name());
      } else {
        call.context().changes().changed(path, call.name());
      }
    }
  }

  /** Everything the program reads that its output is made of. */
  private static Content gather(Invocation call) {
    Arguments arguments = call.arguments();
    Content gathered = null;
    for (Arguments.Bound argument : arguments.all()) {
      Content part = read(call, argument);
      if (part != null) {
        gathered = gathered == null ? part : gathered.then(part);
      }
    }
    boolean wantsInput =
        call.rule().input() == CommandRule.Input.ALWAYS
            || arguments.isSet(Role.FROM_STDIN)
            || call.rule().input() == CommandRule.Input.WITHOUT_OPERANDS
                && !arguments.has(Role.READ);
    if (wantsInput) {
      gathered = gathered == null ? call.input() : gathered.then(call.input());
    }
    return gathered == null ? Content.EMPTY : gathered;
  }

  private static Content read(Invocation call, Arguments.Bound argument) {
    switch (argument.role()) {
      case READ:
        return call.arguments().isSet(Role.RECURSIVE)
            ? new FileTree(call.shell())
                .read(
                    argument.value(),
                    new FileTree.Selection(
                        texts(call, Role.INCLUDE), texts(call, Role.EXCLUDE), null, true))
            : call.read(argument.value());
      case TEXT:
        return argument.value();
      case VARIABLE:
        return call.shell().variables().indirect(call.state(), argument.value());
      case URL:
        return response(call, argument.value());
      default:
        return null;
    }
  }

  private static List<String> texts(Invocation call, Role role) {
    List<String> texts = new java.util.ArrayList<>();
    for (Content value : call.arguments().values(role)) {
      texts.addAll(value.texts());
    }
    return texts;
  }

  /** What a request answers, where the rule book knows that it is a secret. */
  private static Content response(Invocation call, Content url) {
    for (String text : url.texts()) {
      if (text.startsWith("file:")) {
        return call.read(Content.text(FileUrl.path(text)));
      }
      Optional<Rule> rule = call.rules().url(text);
      if (rule.isPresent()) {
        return Content.secret(new Secret(rule.get(), rule.get().about(), "", Secret.Shape.OPAQUE));
      }
    }
    return Content.UNKNOWN;
  }

  /** Gives what was gathered to standard output, or to the files that get it instead. */
  private static void deliver(Invocation call, Content gathered) {
    Content output = shown(call, gathered);
    List<Content> targets = call.arguments().values(Role.WRITE);
    boolean toFile = !targets.isEmpty() && !call.arguments().isSet(Role.TO_STDOUT);
    for (Content target : targets) {
      if (toFile) {
        call.write(target, output);
      }
    }
    for (Content target : call.arguments().values(Role.WRITE_TOO)) {
      call.write(target, output);
    }
    if (!toFile && !call.arguments().isSet(Role.IN_PLACE)) {
      call.print(output);
    }
  }

  private static Content shown(Invocation call, Content gathered) {
    if (call.arguments().isSet(Role.HARMLESS)) {
      return Content.UNKNOWN;
    }
    switch (call.rule().output()) {
      case CONTENT:
        return gathered.hasSecrets() || gathered.isOpen() ? gathered.derived() : gathered.opened();
      case LINES:
        return gathered;
      default:
        return Content.UNKNOWN;
    }
  }

  private static void publish(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case PUBLISH:
          call.context().sinks().publish(argument.value(), call.name());
          break;
        case PUBLISH_FILE:
        case COMMIT_FILE:
          call.context().sinks().publish(call.read(argument.value()), call.name());
          break;
        default:
          break;
      }
    }
  }

  private static void send(Invocation call) {
    Content sent = Content.EMPTY;
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case SEND:
          sent = sent.then(argument.value());
          break;
        case SEND_FILE:
          sent = sent.then(call.read(argument.value()));
          break;
        case SEND_FORM:
          sent = sent.then(FormField.content(call, argument.value()));
          break;
        default:
          break;
      }
    }
    if (call.rule().input() == CommandRule.Input.SENT) {
      sent = sent.then(call.input());
    }
    Destination.of(call).send(call, sent);
  }

  private static void runCode(Invocation call) {
    if (call.rule().language().isEmpty()) {
      for (Content line : call.arguments().values(Role.SHELL)) {
        run(call, Language.SHELL, line, CodeRun.Origin.CALL);
      }
      return;
    }
    Language language = call.rule().language().get();
    boolean ran = false;
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case CODE:
        case PRINT_CODE:
          boolean printsLast = argument.role() == Role.PRINT_CODE;
          run(call, language, argument.value(), CodeRun.Origin.CALL, printsLast);
          ran = true;
          break;
        case SHELL:
          run(call, Language.SHELL, argument.value(), CodeRun.Origin.CALL);
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
    boolean fromInput =
        call.rule().input() == CommandRule.Input.CODE
            && (!ran || call.arguments().isSet(Role.FROM_STDIN));
    if (fromInput) {
      run(call, language, call.input(), CodeRun.Origin.CALL);
    }
  }

  private static void runFile(Invocation call, Language language, Content path) {
    if (path.textOr("").equals("-")) {
      run(call, language, call.input(), CodeRun.Origin.CALL);
      return;
    }
    Content text = call.read(path);
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

  private static void run(Invocation call, Language language, Content text, CodeRun.Origin origin) {
    run(call, language, text, origin, false);
  }

  private static void run(
      Invocation call, Language language, Content text, CodeRun.Origin origin, boolean printsLast) {
    List<Content> arguments = new java.util.ArrayList<>();
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.option().isEmpty() && argument.role() == Role.VALUE) {
        arguments.add(argument.value());
      }
    }
    arguments.addAll(call.arguments().rest());
    call.runCode(new CodeRun(language, text, arguments, call.input(), origin, printsLast));
  }

  private static void runProgram(Invocation call) {
    List<Content> programs = call.arguments().values(Role.PROGRAM);
    if (programs.isEmpty()) {
      return;
    }
    List<Content> command = new java.util.ArrayList<>();
    command.add(programs.get(0));
    command.addAll(call.arguments().rest());
    call.runProgram(command);
  }
}
