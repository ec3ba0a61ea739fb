package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.host.FileStatus;

/**
 * A coding agent that is started by another: with variables or options that point it to other
 * settings it runs without the hooks that guard this one.
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
    "LD_AUDIT",
    "DYLD_INSERT_LIBRARIES",
    "HOME"
  };

  @Override
  public void run(Invocation call) {
    inspectEnvironment(call.shell(), call.name());
    inspectSources(call);
    giveSettings(call);
    new General().run(call);
  }

  /** Reports variables of the call that lead an agent away from its settings. */
  static void inspectEnvironment(ShellInterpreter shell, String program) {
    for (String variable : REDIRECTING) {
      if (shell.state().variables().containsKey(variable)) {
        GuardedStart.report(shell, shell.context().rules().rule(RULE), program);
      }
    }
    Variable options = shell.state().variables().get("NODE_OPTIONS");
    if (options != null && loadsCode(options.value())) {
      GuardedStart.report(shell, shell.context().rules().rule(RULE), program);
    }
  }

  /** Whether options of Node.js make it run other code first (node(1)). */
  private static boolean loadsCode(Content options) {
    for (String text : options.texts()) {
      if (text.contains("-r ")
          || text.contains("--require")
          || text.contains("--import")
          || text.contains("loader")) {
        return true;
      }
    }
    return false;
  }

  /** Without the user's settings there are none of the user's hooks. */
  private static void inspectSources(Invocation call) {
    if (!call.arguments().hasOption("--setting-sources")) {
      return;
    }
    for (String sources : call.arguments().option("--setting-sources").texts()) {
      if (!Content.isPartial(sources) && !hasUser(sources)) {
        GuardedStart.report(call.shell(), call.rules().rule(RULE), call.name());
      }
    }
  }

  private static boolean hasUser(String sources) {
    return ",".concat(sources.replace(" ", "")).concat(",").contains(",user,");
  }

  /** {@code --settings} takes a file, or the settings themselves. */
  private static void giveSettings(Invocation call) {
    Content given = call.arguments().option("--settings");
    if (given.isEmptyText()) {
      return;
    }
    if (given.textOr("").stripLeading().startsWith("{")) {
      call.context().changes().given(given, call.name());
      return;
    }
    for (String path : call.resolve(given)) {
      FileStatus status = call.context().host().status(path);
      if (status.exists() || call.files().isWritten(call.files().followed(path))) {
        call.context().changes().given(call.files().known(call.files().read(path)), call.name());
      }
    }
  }
}
