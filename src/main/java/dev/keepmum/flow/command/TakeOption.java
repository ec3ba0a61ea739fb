package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/** getopts: the value of an option goes to a variable; which one it is depends on the round. */
final class TakeOption implements Behaviour {
  @Override
  public void run(Invocation call) {
    List<Content> words = call.words();
    if (words.size() < 2) {
      return;
    }
    List<Content> arguments =
        words.size() > 2 ? words.subList(2, words.size()) : call.state().positional();
    Content value = Content.UNKNOWN;
    for (Content argument : arguments) {
      value = value.or(argument);
    }
    call.shell().assign("OPTARG", value);
    call.shell().assign(words.get(1).textOr(""), Content.UNKNOWN);
  }
}
