package dev.keepmum.flow.command;

/**
 * A coding agent that is started by another: with variables that point it to other settings it runs
 * without the hooks that guard this one.
 */
final class Agent implements Behaviour {

  private static final String RULE = "guard/agent-elsewhere";

  /** Variables of Claude Code that take its settings or hooks away. */
  private static final String[] REDIRECTING = {
    "CLAUDE_CONFIG_DIR",
    "CLAUDE_CODE_SIMPLE",
    "CLAUDE_CODE_SAFE_MODE",
    "CLAUDE_CODE_SHELL_PREFIX",
    "ANTHROPIC_BASE_URL",
    "LD_PRELOAD",
    "HOME"
  };

  @Override
  public void run(Invocation call) {
    for (String variable : REDIRECTING) {
      if (call.state().variables().containsKey(variable)) {
        GuardedStart.report(call.shell(), call.rules().rule(RULE), call.name());
      }
    }
    new General().run(call);
  }
}
