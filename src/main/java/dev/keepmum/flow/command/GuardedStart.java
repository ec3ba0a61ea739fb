package dev.keepmum.flow.command;

import dev.keepmum.flow.Finding;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.rule.Rule;

/** Programs that must not be started in a way that leaves the guard out. */
final class GuardedStart {
  private GuardedStart() {}

  /** Reports that starting a program would weaken the guard. */
  static void report(ShellInterpreter shell, Rule rule, String program) {
    shell
        .context()
        .findings()
        .report(Finding.Kind.GUARD, rule, program, program, "would ".concat(rule.about()));
  }
}
