package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/** shift: the positional parameters move down. */
final class Shift implements Behaviour {
  @Override
  public void run(Invocation call) {
    for (Content word : call.words()) {
      General.complain(call, word);
    }
    int count = 1;
    if (!call.words().isEmpty()) {
      try {
        count = Math.max(0, Integer.parseInt(call.words().get(0).textOr("1")));
      } catch (NumberFormatException unknown) {
        count = 1;
      }
    }
    List<Content> positional = call.state().positional();
    call.state()
        .positional(positional.subList(Math.min(count, positional.size()), positional.size()));
  }
}
