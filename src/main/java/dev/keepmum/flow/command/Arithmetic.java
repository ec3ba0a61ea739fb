package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.expand.ArithmeticValue;

/** let: computes its words as arithmetic expressions. */
final class Arithmetic implements Behaviour {
  @Override
  public void run(Invocation call) {
    for (Content word : call.words()) {
      new ArithmeticValue(call.shell().variables(), call.state(), call.shell().substitutions())
          .of(word);
    }
  }
}
