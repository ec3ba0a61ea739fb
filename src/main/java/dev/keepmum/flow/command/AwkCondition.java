package dev.keepmum.flow.command;

import java.util.ArrayList;
import java.util.List;

/**
 * What an awk program asks of a line before it does something with it, as far as its constants say:
 * {@code /node/}, {@code $8 == "node"}. A condition without a constant tells nothing of a line.
 */
final class AwkCondition {

  private static final List<String> ACTIONS = List.of("print", "system", "getline");

  private final String text;
  private final List<String> constants;
  private final LinePattern wanted;

  private AwkCondition(String text) {
    this.text = text;
    this.constants = constants(text);
    this.wanted = LinePattern.of(constants, LinePattern.Dialect.EXTENDED, false, false);
  }

  /** What stands before the first action of a program. */
  static AwkCondition of(String program) {
    int end = program.length();
    for (String action : ACTIONS) {
      int at = program.indexOf(action);
      end = at < 0 ? end : Math.min(end, at);
    }
    return new AwkCondition(program.substring(0, end).replace('{', ' ').strip());
  }

  /** Whether a line may be taken. */
  boolean takes(String line) {
    return constants.isEmpty() || wanted.takes(line);
  }

  /** Whether one of some lines is taken for what it holds. */
  boolean takesOneOf(List<String> lines) {
    boolean taken = text.isEmpty();
    for (String line : lines) {
      taken |= !constants.isEmpty() && wanted.takes(line);
    }
    return taken;
  }

  /** The patterns and texts that a line is to hold; not those that it must not. */
  private static List<String> constants(String text) {
    List<String> constants = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char mark = text.charAt(at);
      int close = mark == '/' || mark == '"' ? text.indexOf(mark, at + 1) : -1;
      if (close < 0) {
        at++;
        continue;
      }
      if (close > at + 1 && !isNegated(text, at)) {
        constants.add(text.substring(at + 1, close));
      }
      at = close + 1;
    }
    return constants;
  }

  private static boolean isNegated(String text, int at) {
    int before = at - 1;
    while (before >= 0 && " =~".indexOf(text.charAt(before)) >= 0) {
      before--;
    }
    return before >= 0 && text.charAt(before) == '!';
  }
}
