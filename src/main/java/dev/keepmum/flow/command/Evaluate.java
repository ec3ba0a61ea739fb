package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.Secret;
import java.util.List;

/** eval: runs its words, joined by spaces, in the shell itself. */
final class Evaluate implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content text = Content.EMPTY;
    for (Content word : call.words()) {
      text = text.isEmptyText() ? word : text.then(Content.text(" ")).then(word);
    }
    run(call, call.files().known(text));
  }

  /** Runs text in the shell; where it is made of a secret, that may assign variables, too. */
  static void run(Invocation call, Content known) {
    if (known.isWhollyUnknown() && known.isAssignments()) {
      EvaluatedAssignments.assign(call, known);
      if (call.state().isTracing()) {
        call.printError(known);
      }
      return;
    }
    if (known.isWhollyUnknown()) {
      EvaluatedAssignments.complain(call, known);
    }
    call.context().budget().enter();
    List<Secret> outer = call.state().sourceSecrets();
    call.state().sourceSecrets(known.secrets());
    for (String candidate : known.texts()) {
      call.shell().runText(candidate);
    }
    call.state().sourceSecrets(outer);
    call.context().budget().leave();
    if (known.hasSecrets()) {
      EvaluatedAssignments.assign(call, known);
    }
  }
}
