package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import java.util.Optional;

/** rev: every line backwards. */
final class Reverse extends TextTransform {
  @Override
  Optional<String> transform(Invocation call, String text) {
    StringBuilder reversed = new StringBuilder(text.length() + 1);
    for (String line : Assignments.lines(text)) {
      reversed.append(new StringBuilder(line).reverse()).append('\n');
    }
    return Optional.of(reversed.toString());
  }
}
