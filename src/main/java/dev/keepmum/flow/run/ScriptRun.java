package dev.keepmum.flow.run;

import dev.keepmum.shell.Script;

/** Runs a script, where something to run is asked for. */
record ScriptRun(ShellInterpreter shell, Script script) implements Runnable {
  @Override
  public void run() {
    shell.run(script);
  }
}
