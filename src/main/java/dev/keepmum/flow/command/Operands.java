package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;

/** Programs that print where their operands are or lead to: which, realpath, {@code command -v}. */
final class Operands implements Behaviour {
  @Override
  public void run(Invocation call) {
    Content paths = Content.EMPTY;
    for (Content operand : call.arguments().operands()) {
      paths = paths.then(operand).then(Content.text("\n"));
    }
    call.print(paths);
  }
}
