package dev.keepmum.flow.run;

import dev.keepmum.shell.Command;

/** Runs a command, where something to run is asked for. */
record CommandRun(ShellInterpreter shell, Command command) implements Runnable {
  @Override
  public void run() {
    shell.run(command);
  }
}
