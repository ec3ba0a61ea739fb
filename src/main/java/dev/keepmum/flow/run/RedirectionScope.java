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
    return new RedirectionScope(shell, withNamed(shell, redirections, outer, inner), inner);
  }

  /** What {@code {name}>file} opens stays open behind the command (bash manual, 3.6). */
  private static Descriptors withNamed(
      ShellInterpreter shell,
      List<Redirection> redirections,
      Descriptors outer,
      Descriptors inner) {
    Descriptors kept = outer;
    for (Redirection redirection : redirections) {
      if (redirection.variable().isPresent()) {
        int descriptor = shell.streams().named(redirection.variable().get());
        kept = kept.with(descriptor, inner.get(descriptor));
      }
    }
    return kept;
  }

  void enter() {
    shell.state().descriptors(inner);
  }

  void leave() {
    shell.state().descriptors(shell.state().descriptors().restored(inner, outer));
  }
}
