package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** What a program does that its rule tells in full: read, print, write, send, run. */
final class General implements Behaviour {

  private static final List<String> PLAIN_SHELLS = List.of("sh", "dash", "ash");

  /** What a program prints of whose output nothing is known, not even whether there is any. */
  private static final Content SOMETHING_OR_NOTHING =
      Content.EMPTY.or(Content.text(String.valueOf(Content.UNKNOWN_PART))).opened();

  @Override
  public void run(Invocation call) {
    if (call.arguments().has(Role.SERVE)) {
      new Serve().run(call);
      return;
    }
    prepare(call);
    startShell(call);
    changeFiles(call);
    encryptFiles(call);
    Content gathered = Reading.gather(call);
    deliver(call, gathered);
    publish(call);
    send(call);
    if (takesCode(call)) {
      GivenCode.run(call);
    }
    runProgram(call);
  }

  /** What options do to whatever the program runs: its folder, its environment, its settings. */
  static void prepare(Invocation call) {
    enterDirectory(call);
    loadEnvironment(call);
    for (Content setting : call.arguments().values(Role.GIT_SETTING)) {
      GitSetting.run(call, setting);
    }
    if (call.arguments().isSet(Role.UNCHECKED)) {
      GitSetting.leaveHooks(call);
    }
  }

  private static void enterDirectory(Invocation call) {
    for (Content folder : call.arguments().values(Role.DIRECTORY)) {
      List<String> folders = call.resolve(folder);
      if (!folders.isEmpty()) {
        call.state().directory(Content.oneOf(folders));
      }
    }
  }

  /** {@code bash -x} shows what it runs; sh may be another shell than bash. */
  private static void startShell(Invocation call) {
    if (call.rule().language().orElse(Language.OTHER) == Language.SHELL) {
      call.state().plain(PLAIN_SHELLS.contains(call.name()));
      call.state().tracing(call.arguments().isSet(Role.VERBOSE));
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

  private static void changeFiles(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      if (argument.role() == Role.REMOVE || argument.role() == Role.EDIT) {
        change(call, argument);
      }
    }
  }

  /** Takes note of what is encrypted where it stands: nobody sees any more what was in it. */
  private static void encryptFiles(Invocation call) {
    boolean mayBeAsked = call.rule().flags().containsValue(Role.IN_PLACE);
    if (call.arguments().isSet(Role.SHOWS)
        || mayBeAsked && !call.arguments().isSet(Role.IN_PLACE)) {
      return;
    }
    for (Content file : call.arguments().values(Role.ENCRYPT)) {
      for (String path : call.resolve(file)) {
        call.context().changes().filled(call.files().followed(path), call.name());
        if (!call.shell().isConditional()) {
          call.files().mark(call.files().followed(path), Content.UNKNOWN);
        }
      }
    }
  }

  /** What a program's messages quote, whatever else it shows: what it could not find or take. */
  static void complain(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case NAME:
        case REMOVE:
        case EDIT:
          complain(call, argument.value());
          break;
        case QUOTE:
        case FILE_LIST:
          complain(call, call.read(argument.value()).derived());
          break;
        default:
          break;
      }
    }
    boolean quotes =
        call.rule().input() == CommandRule.Input.QUOTED
            || call.arguments().isFlag(Role.QUOTE)
            || call.arguments().isFlag(Role.FILE_LIST);
    if (quotes) {
      complain(call, call.input().derived());
    }
  }

  /** Programs name what they could not find: a secret as a name is shown. */
  static void complain(Invocation call, Content name) {
    if (name.hasSecrets()) {
      call.printError(name);
    }
  }

  private static void change(Invocation call, Arguments.Bound argument) {
    if (argument.value().texts().contains("")) {
      return; // No file is called so; it is a variable that nobody has set.
    }
    for (String path : call.resolve(argument.value())) {
      if (argument.role() == Role.REMOVE) {
        call.context().changes().removed(path, call.name());
        call.files().unlink(path);
        if (!call.shell().isConditional()) {
          call.files().forget(path);
        }
      } else {
        call.context().changes().filled(call.files().followed(path), call.name());
      }
    }
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
    if (!toFile && !call.arguments().isSet(Role.IN_PLACE) && speaks(call, output)) {
      call.print(output == Content.UNKNOWN ? SOMETHING_OR_NOTHING : output);
    } else if (call.rule().output() == CommandRule.Output.NOTHING) {
      call.print(Content.EMPTY); // A file that its output goes to is emptied.
    }
  }

  /** What starts something else, and what says nothing, adds nothing of its own but a secret. */
  private static boolean speaks(Invocation call, Content output) {
    boolean hasOwn =
        call.rule().language().isEmpty()
            && !call.arguments().has(Role.PROGRAM)
            && call.rule().output() != CommandRule.Output.NOTHING;
    return hasOwn || output.hasSecrets();
  }

  private static Content shown(Invocation call, Content gathered) {
    if (call.arguments().isSet(Role.SHOWS)) {
      return gathered.derived();
    }
    if (call.arguments().isSet(Role.HARMLESS)) {
      return Content.UNKNOWN;
    }
    switch (call.rule().output()) {
      case CONTENT:
        return gathered.derived();
      case LINES:
        return gathered;
      case EXCERPT:
        return excerpt(call, gathered);
      default:
        return Content.UNKNOWN;
    }
  }

  /** Some of the lines: each of them, or all. */
  private static Content excerpt(Invocation call, Content gathered) {
    Content known = gathered.hasSecrets() ? gathered : call.files().known(gathered);
    List<String> lines =
        known.isSingleText() ? Assignments.lines(known.textOr("")) : List.<String>of();
    if (lines.size() < 2) {
      return gathered.excerpt();
    }
    List<String> texts = new ArrayList<>();
    texts.add(known.textOr(""));
    for (String line : lines) {
      texts.add(line.concat("\n"));
    }
    return Content.oneOf(texts).withSecrets(gathered.excerpt().secrets()).opened();
  }

  private static void publish(Invocation call) {
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case PUBLISH:
        case SCRIPT_SETTING:
          call.context().sinks().publish(argument.value(), call.name());
          break;
        case PUBLISH_FILE:
          call.context().sinks().publish(call.read(file(argument.value())), call.name());
          break;
        case COMMIT_FILE:
          call.context().sinks().publish(call.read(argument.value()), call.name());
          break;
        case STORED:
          call.context().sinks().store(argument.value(), call.name());
          break;
        default:
          break;
      }
    }
  }

  /** {@code path}, {@code key=path}, or {@code path#label} as gh names what it uploads. */
  private static Content file(Content named) {
    String text = Arguments.onlyText(named);
    if (text == null) {
      return named;
    }
    int label = text.indexOf('#');
    String path = text.substring(text.indexOf('=') + 1, label < 0 ? text.length() : label);
    return named.withTexts(List.of(path));
  }

  /** {@code curl -v} tells the address and the headers of a request on standard error. */
  private static void tell(Invocation call, Content part) {
    if (call.arguments().isSet(Role.VERBOSE) && part.hasSecrets()) {
      call.printError(part.derived());
    }
  }

  private static void send(Invocation call) {
    Content sent = Content.EMPTY;
    for (Arguments.Bound argument : call.arguments().all()) {
      switch (argument.role()) {
        case SEND:
          sent = sent.beside(argument.value());
          break;
        case SEND_FILE:
          sent = sent.beside(call.read(argument.value()));
          if (argument.value().hasSecrets()) {
            sent = sent.beside(argument.value()); // wall takes what names no file for the message.
          }
          break;
        case SEND_FORM:
          sent = sent.beside(FormField.content(call, argument.value()));
          break;
        case SEND_VARIABLE:
          sent = sent.beside(FormField.variable(call, argument.value()));
          break;
        case REQUEST_OPTIONS:
          sent = sent.beside(RequestOptions.made(call, argument.value()));
          break;
        case HEADER:
          Content header = FormField.content(call, argument.value());
          sent = sent.beside(header);
          tell(call, header);
          break;
        case URL:
          tell(call, argument.value());
          break;
        default:
          break;
      }
    }
    if (call.rule().input() == CommandRule.Input.SENT || Destination.isTerminal(call)) {
      sent = sent.beside(call.input());
    }
    Destination.of(call).send(call, sent);
    if (call.arguments().has(Role.REMOTE_OR_FILE)) {
      RemoteCopy.run(call);
    }
  }

  /** Whether there may be code to run; most programs take none, and need none of it loaded. */
  private static boolean takesCode(Invocation call) {
    Arguments arguments = call.arguments();
    return call.rule().language().isPresent()
        || arguments.has(Role.SHELL)
        || arguments.has(Role.SCRIPT_SETTING)
        || arguments.has(Role.MODULE)
        || arguments.has(Role.SCRIPT)
        || arguments.has(Role.LOAD);
  }

  private static void runProgram(Invocation call) {
    List<Content> programs = call.arguments().values(Role.PROGRAM);
    if (programs.isEmpty()) {
      return;
    }
    List<Content> command = new ArrayList<>();
    command.add(programs.get(0));
    command.addAll(call.arguments().values(Role.ARGUMENT));
    command.addAll(call.arguments().rest());
    call.runProgram(command);
  }
}
