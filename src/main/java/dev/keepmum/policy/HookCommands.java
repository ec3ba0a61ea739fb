package dev.keepmum.policy;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowAnalysis;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.settings.HelperCommand;
import dev.keepmum.settings.RegisteredHook;
import java.util.ArrayList;
import java.util.List;

/**
 * What hooks and helpers would do that a change adds to settings. The client starts them without
 * asking anybody, and what they print goes to the model or to the screen: they are judged when they
 * are written, since nobody judges them later.
 */
final class HookCommands {

  private final FlowContext context;

  HookCommands(FlowContext context) {
    this.context = context;
  }

  /** Reports what the added hooks would leak. */
  void inspect(List<RegisteredHook> before, List<RegisteredHook> after) {
    for (RegisteredHook hook : after) {
      if (hook.type().equals("command") && !hook.isGuard() && !isAmong(hook, before)) {
        follow(run(hook), "the hook on ".concat(hook.event()));
      }
    }
  }

  /** Reports what the added helpers would leak. */
  void inspectHelpers(List<HelperCommand> before, List<HelperCommand> after) {
    for (HelperCommand helper : after) {
      if (!isAmong(helper, before)) {
        follow(shell(line(helper)), helper.key());
      }
    }
  }

  /** A credential that the client takes is shown to nobody. */
  private static String line(HelperCommand helper) {
    return helper.display() == HelperCommand.Display.TAKEN
        ? "{ ".concat(helper.command()).concat("\n} >/dev/null")
        : helper.command();
  }

  private static boolean isAmong(HelperCommand helper, List<HelperCommand> others) {
    for (HelperCommand other : others) {
      if (other.key().equals(helper.key()) && other.command().equals(helper.command())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(RegisteredHook hook, List<RegisteredHook> others) {
    for (RegisteredHook other : others) {
      if (other.event().equals(hook.event()) && other.words("").equals(hook.words(""))) {
        return true;
      }
    }
    return false;
  }

  /** In a context of its own: what the command changes is no change of this call. */
  private void follow(Effect run, String way) {
    FlowContext own =
        new FlowContext(context.host(), context.rules(), context.directory(), Trace.NONE);
    new FlowAnalysis(own).follow("Bash", List.of(run));
    for (Finding finding : own.findings().all()) {
      context
          .findings()
          .report(finding.kind(), finding.rule(), finding.source(), way, finding.sink());
    }
  }

  private Effect run(RegisteredHook hook) {
    if (hook.arguments().isEmpty()) {
      return shell(hook.command());
    }
    List<Value> words = new ArrayList<>();
    for (String word : hook.words(context.directory())) {
      words.add(new Value.Text(word));
    }
    return new Effect.Run(Language.ARGUMENTS, words, Value.UNKNOWN);
  }

  private static Effect shell(String line) {
    return new Effect.Run(Language.SHELL, List.of(new Value.Text(line)), Value.UNKNOWN);
  }
}
