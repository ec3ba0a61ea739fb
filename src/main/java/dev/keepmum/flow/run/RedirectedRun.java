package dev.keepmum.flow.run;

import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.shell.Redirection;
import java.util.List;

/** Runs something with redirections around it. */
record RedirectedRun(ShellInterpreter shell, List<Redirection> redirections, Runnable body)
    implements Runnable {
  @Override
  public void run() {
    Descriptors outer = shell.state().descriptors();
    shell.state().descriptors(shell.redirect(redirections, shell.expander()));
    body.run();
    if (!redirections.isEmpty()) {
      shell.state().descriptors(outer); // Else what exec has opened stays.
    }
  }
}
