package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads expressions of small languages that are alike enough: quoted texts, numbers, names, calls,
 * brackets, and operators, all of which are taken to join what stands beside them.
 */
abstract class ExpressionReader {
  private static final int MAX_NESTING = 32;

  final SourceCursor text;
  private int nesting;

  ExpressionReader(SourceCursor text) {
    this.text = text;
  }

  /** What a call gives. */
  abstract Value call(String name, List<Value> arguments);

  /** What a name without brackets stands for. */
  abstract Value named(String name);

  /** The quoted text that begins here. */
  abstract Value quoted();

  /** An expression up to one of some characters, which stays. */
  final Value expression(String stops) {
    if (++nesting > MAX_NESTING) {
      text.stop();
    }
    List<Value> parts = new ArrayList<>();
    skipBlanks(stops);
    while (!text.done() && stops.indexOf(text.peek()) < 0) {
      int before = text.position();
      operand(parts);
      if (text.position() == before) {
        text.skip(1);
      }
      skipBlanks(stops);
    }
    nesting--;
    return Composition.join(parts);
  }

  /** White space that is not itself a stop. */
  private void skipBlanks(String stops) {
    if (stops.indexOf(' ') >= 0) {
      return;
    }
    if (stops.indexOf('\n') >= 0) {
      text.blanks();
    } else {
      text.space();
    }
  }

  private void operand(List<Value> parts) {
    char c = text.peek();
    if (c == '"' || c == '\'') {
      parts.add(quoted());
    } else if (SourceCursor.isNamePart(c) || c == '$' || c == '@') {
      parts.add(nameOrCall());
    } else if (c == '(' || c == '[' || c == '{') {
      text.skip(1);
      String closing = c == '(' ? ")" : c == '[' ? "]" : "}";
      parts.add(expression(closing));
      text.take(closing);
    }
  }

  private Value nameOrCall() {
    int start = text.position();
    if (text.peek() == '$' || text.peek() == '@') {
      text.skip(1);
    }
    text.name();
    while (text.peek() == ':' && SourceCursor.isNamePart(text.peek(1))) {
      text.skip(1);
      text.name();
    }
    String name = text.since(start);
    if (text.peek() != '(') {
      return !name.isEmpty() && Character.isDigit(name.charAt(0))
          ? Composition.text(name)
          : named(name);
    }
    return call(name, arguments());
  }

  private List<Value> arguments() {
    List<Value> arguments = new ArrayList<>();
    text.skip(1);
    text.space();
    while (!text.done() && text.peek() != ')') {
      arguments.add(expression(",)"));
      text.take(",");
      text.space();
    }
    text.take(")");
    return arguments;
  }

  static Value argument(List<Value> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : Value.UNKNOWN;
  }
}
