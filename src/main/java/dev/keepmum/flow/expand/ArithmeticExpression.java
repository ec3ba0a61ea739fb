package dev.keepmum.flow.expand;

import java.util.Optional;
import java.util.function.Function;

/** Sums, products and names of numbers in an arithmetic expression of the shell, worked out. */
final class ArithmeticExpression {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_DEPTH = 16;

  private final String text;
  private final Function<String, Optional<Long>> variables;
  private int at;
  private int depth;
  private boolean failed;

  private ArithmeticExpression(String text, Function<String, Optional<Long>> variables) {
    this.text = text;
    this.variables = variables;
  }

  /**
   * The value of an expression; empty where it has other operators, or a name that is no number.
   *
   * @param variables the numbers that names stand for
   */
  static Optional<Long> value(String text, Function<String, Optional<Long>> variables) {
    if (text.isBlank() || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    ArithmeticExpression expression = new ArithmeticExpression(text, variables);
    long value = expression.sum();
    expression.blanks();
    boolean whole = !expression.failed && expression.at == text.length();
    return whole ? Optional.of(value) : Optional.empty();
  }

  private long sum() {
    long value = product();
    while (!failed && (next('+') || next('-'))) {
      boolean minus = text.charAt(at) == '-';
      at++;
      long other = product();
      value = minus ? value - other : value + other;
    }
    return value;
  }

  private long product() {
    long value = factor();
    while (!failed && (next('*') || next('/') || next('%'))) {
      char operator = text.charAt(at);
      at++;
      long other = factor();
      if (operator == '*') {
        value *= other;
      } else if (other == 0) {
        failed = true;
      } else {
        value = operator == '/' ? value / other : value % other;
      }
    }
    return value;
  }

  private long factor() {
    depth++;
    blanks();
    failed |= depth > MAX_DEPTH || at >= text.length();
    long value = failed ? 0 : operand();
    depth--;
    return value;
  }

  private long operand() {
    char first = text.charAt(at);
    if (first == '(') {
      at++;
      long value = sum();
      failed |= !next(')');
      at++;
      return value;
    }
    if (first == '-' || first == '+') {
      at++;
      failed |= at < text.length() && text.charAt(at) == first; // It counts up or down.
      long value = factor();
      return first == '-' ? -value : value;
    }
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    Optional<Long> value = word(text.substring(start, at));
    failed |= value.isEmpty();
    return value.orElse(0L);
  }

  private Optional<Long> word(String word) {
    if (word.isEmpty() || word.length() > 1 && word.charAt(0) == '0') {
      return Optional.empty(); // Nothing, or a number in another base.
    }
    return Character.isDigit(word.charAt(0)) ? number(word) : variables.apply(word);
  }

  /** A decimal number of up to nine digits. */
  static Optional<Long> number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 10;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private boolean next(char operator) {
    blanks();
    boolean is = at < text.length() && text.charAt(at) == operator;
    boolean twice = is && operator != ')' && at + 1 < text.length() && isDoubled(operator);
    failed |= twice;
    return is && !twice;
  }

  private boolean isDoubled(char operator) {
    char second = text.charAt(at + 1);
    return second == '='
        || second == operator && operator != '-' && operator != '+'
        || second == operator && at + 2 >= text.length();
  }

  private void blanks() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private static boolean isWordPart(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '_';
  }
}
