package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.flow.state.Variables;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an arithmetic expression gives: a number nobody needs. bash shows the value of a variable
 * that is no number in its error message, and that is what matters here.
 */
public final class ArithmeticValue {

  private final Variables variables;
  private final ShellState state;
  private final Substitutions substitutions;

  /** Computes in a shell's state. */
  public ArithmeticValue(Variables variables, ShellState state, Substitutions substitutions) {
    this.variables = variables;
    this.state = state;
    this.substitutions = substitutions;
  }

  /** The value of an expression whose own expansions are already made. */
  public Content of(Content expression) {
    if (expression.hasSecrets()) {
      substitutions.complain(expression);
    }
    for (String text : expression.texts()) {
      complainOfSecrets(text);
      assign(text);
    }
    return number(expression.textOr(""));
  }

  /** {@code name=number}, the assignment that a name made later may depend on. */
  private void assign(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals).strip();
    boolean plain = !name.isEmpty() && equals + 1 < text.length() && text.charAt(equals + 1) != '=';
    for (int i = 0; i < name.length(); i++) {
      plain &= Character.isLetterOrDigit(name.charAt(i)) || name.charAt(i) == '_';
    }
    if (plain) {
      state.variables().put(name, Variable.of(number(text.substring(equals + 1))));
    }
  }

  private void complainOfSecrets(String text) {
    int i = 0;
    while (i < text.length()) {
      if (!Character.isJavaIdentifierStart(text.charAt(i)) || text.charAt(i) == '$') {
        i++;
        continue;
      }
      int start = i;
      boolean written = start > 0 && "${#".indexOf(text.charAt(start - 1)) >= 0;
      while (i < text.length() && Character.isJavaIdentifierPart(text.charAt(i))) {
        i++;
      }
      if (written) {
        continue; // A length, or an expansion that is told as it is written.
      }
      Optional<Content> value = variables.value(state, text.substring(start, i));
      if (value.isPresent() && value.get().hasSecrets()) {
        substitutions.complain(value.get());
      }
    }
  }

  private Content number(String text) {
    Optional<Long> value =
        ArithmeticExpression.value(
            text,
            new Function<String, Optional<Long>>() {
              @Override
              public Optional<Long> apply(String name) {
                Optional<Content> held = variables.value(state, name);
                return held.isPresent() && !held.get().hasSecrets()
                    ? ArithmeticExpression.number(held.get().textOr(""))
                    : Optional.empty();
              }
            });
    return value.isPresent() ? Content.text(value.get().toString()) : Content.UNKNOWN;
  }
}
