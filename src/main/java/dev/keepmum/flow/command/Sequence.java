package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;

/** seq: numbers, one a line. */
final class Sequence implements Behaviour {

  private static final int MAX_NUMBERS = 64;

  @Override
  public void run(Invocation call) {
    for (Content format : call.arguments().values(Role.TEXT)) {
      call.print(format.derived());
    }
    List<Integer> bounds = new ArrayList<>();
    for (Content operand : call.arguments().operands()) {
      try {
        bounds.add(Integer.parseInt(operand.textOr("")));
      } catch (NumberFormatException unknown) {
        call.print(Content.UNKNOWN);
        return;
      }
    }
    if (bounds.isEmpty()) {
      return;
    }
    int first = bounds.size() > 1 ? bounds.get(0) : 1;
    int step = bounds.size() > 2 ? Math.max(1, bounds.get(1)) : 1;
    int last = bounds.get(bounds.size() - 1);
    StringBuilder numbers = new StringBuilder();
    int count = 0;
    for (long number = first; number <= last && count < MAX_NUMBERS; number += step) {
      numbers.append(number).append('\n');
      count++;
    }
    call.print(Content.text(numbers.toString()));
  }
}
