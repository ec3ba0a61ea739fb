package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.CommandRule;
import dev.keepmum.rule.Role;
import java.util.List;

/** git config and git remote: settings of a file that is named, or of the repository. */
final class GitConfig implements Behaviour {
  @Override
  public void run(Invocation call) {
    if (call.arguments().isSet(Role.HARMLESS)) {
      return;
    }
    List<Content> files = call.arguments().values(Role.READ);
    if (!files.isEmpty()) {
      Content content = Content.UNKNOWN;
      for (Content file : files) {
        content = content.withSecrets(call.read(file).secrets());
      }
      call.print(content.derived());
      return;
    }
    if (!call.rule().flags().containsKey("--get-url")) { // What is only asked is not stored.
      store(call);
    }
    if (printsUrls(call)) {
      call.print(call.read(Content.text(".git/config")).derived());
    }
  }

  /** A value that is set stays in the configuration, where others read it. */
  private static void store(Invocation call) {
    List<Content> operands = call.arguments().operands();
    for (Content operand : operands) {
      call.context().sinks().publish(operand, call.name());
    }
    if (operands.size() > 1) {
      String name = operands.get(operands.size() - 2).textOr("");
      GitSetting.run(call, name, operands.get(operands.size() - 1));
    }
  }

  private static boolean printsUrls(Invocation call) {
    if (call.arguments().isSet(Role.SHOWS) || call.rule().output() == CommandRule.Output.CONTENT) {
      return true;
    }
    List<Content> operands = call.arguments().operands();
    for (Content operand : operands) {
      String key = operand.textOr("");
      if (key.endsWith(".url") || key.endsWith(".pushurl") || key.endsWith("extraheader")) {
        return operands.size() == 1 || call.arguments().hasOption("--get-all");
      }
    }
    return false;
  }
}
