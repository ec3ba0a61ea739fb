package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.state.Variable;
import dev.keepmum.shell.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls functions: with arguments and variables of their own. */
final class FunctionCalls {

  /** How often a function may stand within itself before the call adds nothing. */
  private static final int MAX_RECURSION = 3;

  /** bash's array of the functions that are running, the innermost first. */
  private static final String NAME = "FUNCNAME";

  private final ShellInterpreter shell;
  private final Map<String, Integer> open = new LinkedHashMap<>();
  private Map<String, Variable> locals = new LinkedHashMap<>();

  FunctionCalls(ShellInterpreter shell) {
    this.shell = shell;
  }

  void call(String name, Command body, List<Content> arguments) {
    int depth = open.getOrDefault(name, 0) + 1;
    open.put(name, depth);
    if (depth <= MAX_RECURSION) {
      List<Content> outer = shell.state().positional();
      Map<String, Variable> outerLocals = locals;
      locals = new LinkedHashMap<>();
      Variable outerName = shell.state().variables().get(NAME);
      shell.state().positional(arguments);
      shell.state().variables().put(NAME, Variable.array(Map.of("0", Content.text(name))));
      shell.run(body);
      shell.state().positional(outer);
      restore(outerName);
      shell.state().restore(locals);
      locals = outerLocals;
    }
    open.put(name, depth - 1);
  }

  private void restore(Variable outerName) {
    if (outerName == null) {
      shell.state().variables().remove(NAME);
    } else {
      shell.state().variables().put(NAME, outerName);
    }
  }

  /** Keeps what a variable is outside of the function that makes one of its own. */
  void local(String name) {
    if (!locals.containsKey(name)) {
      locals.put(name, shell.state().variables().get(name));
    }
  }
}
