package dev.keepmum.flow.run;

import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.shell.Redirection;
import dev.keepmum.shell.Script;
import java.util.List;

/** Runs a script with redirections around it. */
record RedirectedRun(ShellInterpreter shell, List<Redirection> redirections, Script script)
    implements Runnable {
  @Override
  public void run() {
    Descriptors outer = shell.state().descriptors();
    shell.state().descriptors(shell.redirect(redirections, shell.expander()));
    shell.run(script);
    shell.state().descriptors(outer);
  }
}
