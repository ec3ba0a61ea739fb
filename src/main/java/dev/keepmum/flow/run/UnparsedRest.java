package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Secret;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.shell.ShellParse;
import dev.keepmum.shell.ShellParser;
import java.util.Optional;

/**
 * What stands behind a syntax error, where no tree tells what it means: bash does not run it, but
 * another shell may. The commands in it that parse by themselves are judged as usual; of the others
 * the raw words are: a protected file together with a program that reads.
 */
final class UnparsedRest {

  /** The rule for text that no shell of ours could parse. */
  private static final String RULE = "flow/unparsed";

  private static final String SEPARATORS = " \t\n\r;&|<>(){}'\"`$=,";

  /** Where one command ends and the next begins, whatever stands around them. */
  private static final String ENDS = ";\n&";

  private final ShellInterpreter shell;
  private final String source;
  private final int start;

  UnparsedRest(ShellInterpreter shell, String source, ShellParse.SyntaxError error) {
    this.shell = shell;
    this.source = source;
    this.start = Math.min(Math.max(error.offset(), 0), source.length());
  }

  /** bash's message quotes the line. */
  void quote() {
    if (Content.isPartial(source.substring(start))) {
      Content line = Content.UNKNOWN.withSecrets(shell.state().sourceSecrets());
      shell.streams().printError(line, "a message about code that is none");
    }
  }

  void judge() {
    if (runWithAliases(source.substring(start))) {
      return;
    }
    int from = start;
    for (int i = from; i <= source.length(); i++) {
      if (i == source.length() || ENDS.indexOf(source.charAt(i)) >= 0) {
        judge(source.substring(from, i));
        from = i + 1;
      }
    }
  }

  /** Runs it with aliases in their places, which may stand for keywords; false if it is none. */
  private boolean runWithAliases(String rest) {
    String replaced = Aliases.replaced(shell.state().aliases(), rest);
    if (replaced.equals(rest)) {
      return false;
    }
    ShellParse parse = ShellParser.parse(replaced);
    if (parse.error().isPresent() || parse.limited()) {
      return false;
    }
    shell.run(parse.script());
    return true;
  }

  private void judge(String command) {
    if (command.isBlank()) {
      return;
    }
    shell.context().budget().step();
    if (command.length() == source.length()) {
      judgeWords(command);
      return;
    }
    ShellParse parse = ShellParser.parse(command);
    if (parse.error().isPresent() || parse.limited()) {
      judgeWords(command);
    } else {
      shell.inSubshell(new ScriptRun(shell, parse.script()));
    }
  }

  private void judgeWords(String command) {
    String protectedName = "";
    boolean reads = false;
    int i = 0;
    while (i < command.length()) {
      int end = i;
      while (end < command.length() && SEPARATORS.indexOf(command.charAt(end)) < 0) {
        end++;
      }
      if (end > i) {
        String word = command.substring(i, end);
        shell.context().budget().step();
        reads |= reads(word);
        if (protectedName.isEmpty()) {
          protectedName = protectedName(word);
        }
      }
      i = end + 1;
    }
    if (reads && !protectedName.isEmpty()) {
      report(protectedName);
    }
  }

  private void report(String protectedName) {
    shell
        .context()
        .findings()
        .report(
            Finding.Kind.SHOWN,
            shell.context().rules().rule(RULE),
            protectedName,
            "a command that does not parse",
            "the transcript");
  }

  private boolean reads(String word) {
    int slash = word.lastIndexOf('/');
    Optional<dev.keepmum.rule.CommandRule> rule =
        shell.context().rules().command(word.substring(slash + 1));
    return rule.isPresent()
        && rule.get().output() != CommandRule.Output.HARMLESS
        && rule.get().output() != CommandRule.Output.NOTHING;
  }

  private String protectedName(String word) {
    for (String path :
        shell.context().files().resolve(shell.state().directory(), Content.text(word))) {
      Optional<Secret> secret = shell.context().files().secret(path);
      if (secret.isPresent()) {
        return secret.get().label();
      }
    }
    return "";
  }
}
