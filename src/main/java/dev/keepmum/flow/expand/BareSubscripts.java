package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.ShellState;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.ParameterOperator;
import dev.keepmum.shell.Word;
import dev.keepmum.shell.WordPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code $name[index]}: an element to zsh, the first element and a glob to bash. Which one it is
 * depends on the shell.
 */
final class BareSubscripts {
  private BareSubscripts() {}

  /** The parts with the subscripts in them read; the same ones where there are none. */
  static List<WordPart> read(List<WordPart> parts, ShellState state) {
    for (int i = 0; i + 1 < parts.size(); i++) {
      if (isBare(parts.get(i), parts.get(i + 1), state)) {
        return withSubscript(parts, i, state);
      }
    }
    return parts;
  }

  private static boolean isBare(WordPart name, WordPart behind, ShellState state) {
    if (!(name instanceof WordPart.Parameter parameter)
        || !(behind instanceof WordPart.Literal literal)
        || parameter.operator() != ParameterOperator.NONE
        || parameter.subscript().isPresent()
        || !literal.text().startsWith("[")
        || literal.text().indexOf(']') < 0) {
      return false;
    }
    Variable variable = state.variables().get(parameter.name());
    return variable == null ? Expander.isFiles(parameter.name()) : variable.isArray();
  }

  /** The element that zsh takes; any of them where bash would show a secret. */
  private static String index(String name, String written, ShellState state) {
    Variable variable = state.variables().get(name);
    if (variable == null || written.startsWith("-")) {
      return written;
    }
    boolean number = written.length() < 4 && !written.isEmpty();
    for (int i = 0; i < written.length(); i++) {
      number &= written.charAt(i) >= '0' && written.charAt(i) <= '9';
    }
    if (variable.hasElement(Content.text(written)) && !number) {
      return written;
    }
    return number && !variable.value().hasSecrets()
        ? Integer.toString(Integer.parseInt(written) - 1)
        : "?";
  }

  private static List<WordPart> withSubscript(List<WordPart> parts, int at, ShellState state) {
    WordPart.Parameter name = (WordPart.Parameter) parts.get(at);
    String literal = ((WordPart.Literal) parts.get(at + 1)).text();
    int close = literal.indexOf(']');
    String index = index(name.name(), literal.substring(1, close), state);
    Word subscript = new Word(List.of(new WordPart.Literal(index, true)), 0, 0);
    List<WordPart> read = new ArrayList<>(parts.subList(0, at));
    read.add(
        new WordPart.Parameter(
            name.name(),
            name.indirect(),
            Optional.of(subscript),
            ParameterOperator.NONE,
            List.of()));
    if (close + 1 < literal.length()) {
      read.add(new WordPart.Literal(literal.substring(close + 1), false));
    }
    read.addAll(read(parts.subList(at + 2, parts.size()), state));
    return read;
  }
}
