package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.expand.Expander;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Assignment;
import dev.keepmum.shell.Command;
import dev.keepmum.shell.Script;
import dev.keepmum.shell.ShellParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an assignment makes of a variable: a text, a list, one more piece, one element. */
final class VariableAssignment {
  private final ShellInterpreter shell;

  VariableAssignment(ShellInterpreter shell) {
    this.shell = shell;
  }

  /** Assigns as the shell does; also for the arguments of declaration builtins. */
  void assign(Assignment assignment, Expander expander) {
    Variable variable;
    if (assignment.array()) {
      variable = array(assignment, expander);
    } else {
      variable = scalar(assignment, expander);
    }
    defineElements(assignment.name(), variable);
    shell.state().variables().put(target(assignment.name()), variable);
    if (assignment.name().equals("GLOBIGNORE")) {
      shell.state().matchingDots(!variable.value().isEmptyText());
    }
    if (shell.state().isTracing()) {
      shell.streams().printError(variable.value(), "set -x");
    }
  }

  /** zsh's arrays of its own functions and aliases, from its module {@code zsh/parameter}. */
  private void defineElements(String name, Variable variable) {
    if (!variable.isArray() || !name.equals("functions") && !name.equals("aliases")) {
      return;
    }
    for (String key : variable.indices()) {
      Content text = variable.element(Content.text(key));
      if (name.equals("aliases")) {
        shell.state().aliases().put(key, text);
      } else {
        Script body = ShellParser.parse(text.textOr("")).script();
        shell.state().define(key, new Command.Group(body, List.of(), 0, 0));
      }
    }
  }

  /**
   * The variable that an assignment to a name reaches: another one where the name is a reference.
   */
  private String target(String name) {
    Variable present = shell.state().variables().get(name);
    return present != null && present.isReference() ? present.value().textOr(name) : name;
  }

  /**
   * Assigns as builtins do that are told a name: {@code printf -v}, {@code read}.
   *
   * @param place a variable's name, or {@code name[index]}
   */
  void assign(String place, Content value) {
    int bracket = place.endsWith("]") ? place.indexOf('[') : -1;
    String name = target(bracket > 0 ? place.substring(0, bracket) : place);
    Variable before = shell.state().variables().get(name);
    if (bracket <= 0) {
      shell.state().variables().put(name, Variable.of(value));
      return;
    }
    String index = place.substring(bracket + 1, place.length() - 1);
    Variable base = before == null ? Variable.of(Content.EMPTY) : before;
    shell.state().variables().put(name, base.with(index, value));
  }

  private Variable scalar(Assignment assignment, Expander expander) {
    Content value = shell.context().files().known(expander.value(assignment.value()));
    Variable before = shell.state().variables().get(assignment.name());
    if (assignment.subscript().isPresent()) {
      Variable base = before == null ? Variable.of(Content.EMPTY) : before;
      Content index = expander.value(assignment.subscript().get());
      String key = index.textOr("?");
      return base.with(key, assignment.append() ? base.element(index).then(value) : value);
    }
    if (assignment.append() && before != null) {
      return Variable.of(before.value().then(value));
    }
    if (assignment.append()) {
      Content inherited =
          shell.variables().value(shell.state(), assignment.name()).orElse(Content.EMPTY);
      return Variable.of(inherited.then(value));
    }
    return before != null && before.isArray() ? before.with("0", value) : Variable.of(value);
  }

  private Variable array(Assignment assignment, Expander expander) {
    Map<String, Content> elements = new LinkedHashMap<>();
    Variable before = shell.state().variables().get(assignment.name());
    int next = 0;
    if (assignment.append() && before != null) {
      for (Content element : before.all()) {
        elements.put(Integer.toString(next++), element);
      }
    }
    for (Assignment.Element element : assignment.elements()) {
      if (element.subscript().isPresent()) {
        String key = expander.value(element.subscript().get()).textOr("?");
        Content value = expander.value(element.value());
        Content present = elements.get(key);
        elements.put(key, element.append() && present != null ? present.then(value) : value);
      } else {
        for (Content field : expander.fields(List.of(element.value()))) {
          elements.put(Integer.toString(next++), field);
        }
      }
    }
    return Variable.array(elements);
  }
}
