package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import java.util.List;

/**
 * test: silent, but for the message that names what should have been a number or an operator (bash
 * and POSIX go by the count of arguments).
 */
final class Compare implements Behaviour {
  @Override
  public void run(Invocation call) {
    General.complain(call, operator(call.words()));
    boolean numbers = false;
    for (Content word : call.words()) {
      switch (word.textOr("")) {
        case "-eq":
        case "-ne":
        case "-lt":
        case "-le":
        case "-gt":
        case "-ge":
          numbers = true;
          break;
        default:
          break;
      }
    }
    if (numbers) {
      for (Content word : call.words()) {
        General.complain(call, word);
      }
    }
  }

  /** The word that stands where an operator should, if it can be no operand there. */
  private static Content operator(List<Content> words) {
    int start = !words.isEmpty() && words.get(0).textOr("").equals("!") ? 1 : 0;
    boolean closed = !words.isEmpty() && words.get(words.size() - 1).textOr("").equals("]");
    switch (words.size() - start - (closed ? 1 : 0)) {
      case 2:
        return words.get(start);
      case 3:
        return words.get(start + 1);
      default:
        return Content.EMPTY;
    }
  }
}
