package dev.keepmum.flow;

import dev.keepmum.effect.Effect;
import dev.keepmum.flow.command.EffectInterpreter;
import dev.keepmum.flow.command.ProgramRunner;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.ShellState;
import java.util.List;

/** Follows what the effects of a tool call do with secrets. */
public final class FlowAnalysis {

  /** The rule for a call that is larger or deeper than the analysis goes. */
  public static final String LIMIT = "flow/limit";

  private final FlowContext context;

  /** Follows effects within an analysis. */
  public FlowAnalysis(FlowContext context) {
    this.context = context;
  }

  /**
   * Follows the effects; what is found and what is changed is in the context afterwards.
   *
   * @param tool the tool that is called
   * @param effects what the call does
   */
  public void follow(String tool, List<Effect> effects) {
    ProgramRunner programs = new ProgramRunner();
    ShellState state = ShellState.initial(Content.text(context.directory()));
    ShellInterpreter shell = new ShellInterpreter(context, programs, state);
    EffectInterpreter interpreter = EffectInterpreter.ofTool(shell, programs, tool);
    int start = context.trail().enter(tool, List.of());
    try {
      for (Effect effect : effects) {
        interpreter.perform(effect);
      }
      shell.runExitTraps();
      context.trail().leave(start);
    } catch (LimitReached reached) {
      context
          .findings()
          .report(
              Finding.Kind.LIMIT,
              context.rules().rule(LIMIT),
              "the call",
              "",
              reached.getMessage());
    }
  }
}
