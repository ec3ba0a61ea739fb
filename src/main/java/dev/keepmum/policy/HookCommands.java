package dev.keepmum.policy;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import dev.keepmum.flow.Finding;
import dev.keepmum.flow.FlowAnalysis;
import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.Trace;
import dev.keepmum.settings.RegisteredHook;
import java.util.ArrayList;
import java.util.List;

/**
 * What hooks would do that a change adds to settings. The client starts them without asking
 * anybody, and what they print goes to the model: they are judged when they are written, since
 * nobody judges them later.
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
        follow(hook);
      }
    }
  }

  private static boolean isAmong(RegisteredHook hook, List<RegisteredHook> others) {
    for (RegisteredHook other : others) {
      if (other.event().equals(hook.event()) && other.words("").equals(hook.words(""))) {
        return true;
      }
    }
    return false;
  }

  /** In a context of its own: what the hook changes is no change of this call. */
  private void follow(RegisteredHook hook) {
    FlowContext own =
        new FlowContext(context.host(), context.rules(), context.directory(), Trace.NONE);
    new FlowAnalysis(own).follow("Bash", List.of(run(hook)));
    String way = "the hook on ".concat(hook.event());
    for (Finding finding : own.findings().all()) {
      context
          .findings()
          .report(finding.kind(), finding.rule(), finding.source(), way, finding.sink());
    }
  }

  private Effect run(RegisteredHook hook) {
    if (hook.arguments().isEmpty()) {
      return new Effect.Run(Language.SHELL, List.of(new Value.Text(hook.command())), Value.UNKNOWN);
    }
    List<Value> words = new ArrayList<>();
    for (String word : hook.words(context.directory())) {
      words.add(new Value.Text(word));
    }
    return new Effect.Run(Language.ARGUMENTS, words, Value.UNKNOWN);
  }
}
