package dev.keepmum.flow.run;

import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.state.Descriptors;
import dev.keepmum.shell.Redirection;
import java.util.List;

/**
 * The redirections of one command. Behind it the descriptors that they changed lead where they did
 * before; others stay as {@code exec} within the command has left them.
 */
final class RedirectionScope {

  private final ShellInterpreter shell;
  private final Descriptors outer;
  private final Descriptors inner;

  private RedirectionScope(ShellInterpreter shell, Descriptors outer, Descriptors inner) {
    this.shell = shell;
    this.outer = outer;
    this.inner = inner;
  }

  /** Opens redirections and lets what follows use them. */
  static RedirectionScope enter(ShellInterpreter shell, List<Redirection> redirections) {
    RedirectionScope scope = open(shell, redirections, shell.expander());
    scope.enter();
    return scope;
  }

  /** Opens redirections, which nothing uses yet. */
  static RedirectionScope open(
      ShellInterpreter shell, List<Redirection> redirections, Expander expander) {
    Descriptors outer = shell.state().descriptors();
    Descriptors inner =
        redirections.isEmpty() ? outer : shell.streams().redirect(redirections, expander);
    return new RedirectionScope(shell, outer, inner);
  }

  void enter() {
    shell.state().descriptors(inner);
  }

  void leave() {
    shell.state().descriptors(shell.state().descriptors().restored(inner, outer));
  }
}
