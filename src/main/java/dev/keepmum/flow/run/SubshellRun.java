package dev.keepmum.flow.run;

import dev.keepmum.shell.Script;

/** Runs a script as a subshell does: with the traps it has set when it ends. */
record SubshellRun(ShellInterpreter shell, Script script) implements Runnable {
  @Override
  public void run() {
    shell.run(script);
    shell.runExitTraps();
  }
}
