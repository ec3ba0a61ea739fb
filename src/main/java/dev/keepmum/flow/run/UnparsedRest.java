package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.Secret;
import dev.keepmum.shell.ShellParse;
import java.util.Optional;

/**
 * What stands behind a syntax error, where no tree tells what it means: bash does not run it, but
 * another shell may. Its raw words are judged: a protected file together with a program that reads.
 */
final class UnparsedRest {

  /** The rule for text that no shell of ours could parse. */
  private static final String RULE = "flow/unparsed";

  private static final String SEPARATORS = " \t\n\r;&|<>(){}'\"`$=,";

  private final ShellInterpreter shell;
  private final String source;

  UnparsedRest(ShellInterpreter shell, String source) {
    this.shell = shell;
    this.source = source;
  }

  void judge(ShellParse.SyntaxError error) {
    String protectedName = "";
    boolean reads = false;
    int i = Math.min(Math.max(error.offset(), 0), source.length());
    while (i < source.length()) {
      int end = i;
      while (end < source.length() && SEPARATORS.indexOf(source.charAt(end)) < 0) {
        end++;
      }
      if (end > i) {
        String word = source.substring(i, end);
        shell.context().budget().step();
        reads |= reads(word);
        if (protectedName.isEmpty()) {
          protectedName = protectedName(word);
        }
      }
      i = end + 1;
    }
    if (reads && !protectedName.isEmpty()) {
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
  }

  private boolean reads(String word) {
    int slash = word.lastIndexOf('/');
    Optional<dev.keepmum.rule.CommandRule> rule =
        shell.context().rules().command(word.substring(slash + 1));
    return rule.isPresent() && rule.get().output() != dev.keepmum.rule.CommandRule.Output.HARMLESS;
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
