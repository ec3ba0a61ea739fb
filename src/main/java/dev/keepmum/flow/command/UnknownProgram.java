package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.CommandRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program nobody knows: it may use whatever it is given, but a protected file as its plain
 * operand or on its standard input, with its output in sight, is for a person to look at.
 */
final class UnknownProgram implements Behaviour {

  /** The rule for a program the rule book does not have. */
  static final CommandRule RULE =
      new CommandRule(
          "commands/unknown",
          List.of(""),
          "a program nobody knows",
          CommandRule.Syntax.NONE,
          Map.of(),
          Map.of(),
          List.of(),
          List.of(),
          -1,
          CommandRule.Input.NEVER,
          CommandRule.Output.HARMLESS,
          "",
          Optional.empty(),
          false,
          Map.of());

  /** What the names of options say that are given a file to work with. */
  private static final List<String> LOADED =
      List.of("env", "config", "setting", "secret", "cred", "key", "cert", "ident", "auth", "var");

  @Override
  public void run(Invocation call) {
    if (!call.isVisible()) {
      call.print(taken(call).derived());
      return;
    }
    report(call, call.input());
    for (Content word : operands(call)) {
      report(call, call.read(word));
    }
  }

  /** The words that may be files it shows: no options, and not what an option has it load. */
  private static List<Content> operands(Invocation call) {
    List<Content> operands = new ArrayList<>();
    boolean loaded = false;
    for (Content word : call.words()) {
      String text = Arguments.onlyText(word);
      boolean option = text != null && text.startsWith("-");
      if (!option && !loaded && !word.hasSecrets() && mayBePath(word)) {
        operands.add(word);
      }
      loaded = option && loads(text);
    }
    return operands;
  }

  /** Whether an option's name says that its value is a file to work with. */
  private static boolean loads(String option) {
    if (!option.startsWith("--") || option.indexOf('=') >= 0) {
      return false;
    }
    for (String part : LOADED) {
      if (option.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** What it is given and may pass on to whoever reads its output. */
  private static Content taken(Invocation call) {
    Content taken = Content.UNKNOWN.withSecrets(call.input().secrets());
    for (Content word : operands(call)) {
      taken = taken.withSecrets(call.read(word).secrets());
    }
    return taken;
  }

  private static boolean mayBePath(Content word) {
    for (String text : word.texts()) {
      if (text.length() < 512 && text.indexOf('\n') < 0 && text.indexOf(' ') < 0) {
        return true;
      }
    }
    return false;
  }

  private static void report(Invocation call, Content content) {
    for (Secret secret : content.secrets()) {
      if (secret.variable().isEmpty()) {
        call.context()
            .findings()
            .report(Finding.Kind.UNKNOWN_PROGRAM, secret, call.name(), "the transcript");
      }
    }
  }
}
