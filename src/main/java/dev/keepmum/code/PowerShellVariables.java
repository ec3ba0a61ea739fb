package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.Locale;

/**
 * The variables of a PowerShell program. What can be assigned to is a <em>target</em>: a variable's
 * name in lower case, {@code env:NAME} for one of the environment, {@code alias:NAME} and {@code
 * function:NAME} for those, and {@code name()} for an element or a member of what a variable holds.
 */
final class PowerShellVariables {
  private final PowerShellProgram program;

  PowerShellVariables(PowerShellProgram program) {
    this.program = program;
  }

  /** The target that a name is, as it is written: with its drive or scope. */
  static String target(String written) {
    String name = written.toLowerCase(Locale.ROOT);
    if (name.startsWith("env:")) {
      int start = 4;
      while (start < name.length() && "\\/".indexOf(name.charAt(start)) >= 0) {
        start++;
      }
      return "env:" + written.substring(start);
    }
    return name.startsWith("alias:") || name.startsWith("function:")
        ? name
        : name.substring(name.indexOf(':') + 1);
  }

  /** What a variable holds; some have their values from the shell. */
  Value get(String target) {
    switch (target) {
      case "psitem":
        return program.memory.get("_");
      case "home":
        return new Value.ReadVariable(new Value.Text("HOME"));
      case "input":
        return new Value.ReadInput();
      case "args":
        return program.memory.knows("args") ? program.memory.get("args") : new Value.Arguments();
      default:
        return read(target);
    }
  }

  /** What was assigned to a target. */
  Value read(String name) {
    return name.startsWith("env:")
        ? new Value.ReadVariable(Composition.text(name.substring(4)))
        : program.memory.get(name);
  }

  /** Assigns to a target. */
  void store(String name, Value value) {
    if (name.startsWith("env:")) {
      program.emit(new Effect.SetVariable(name.substring(4), value));
      return;
    }
    if (name.startsWith("alias:")) {
      program.definitions().alias(name.substring("alias:".length()), value);
      return;
    }
    PowerShellProgram.Block body = program.blockOf(value);
    if (name.startsWith("function:") && body != null) {
      program.definitions().function(name.substring("function:".length()), body);
      return;
    }
    if (value instanceof Value.Output || name.equals("null")) {
      program.drop(value);
    }
    if (name.endsWith("()")) {
      program.memory.add(name.substring(0, name.length() - 2), value);
    } else if (!name.equals("null")) {
      program.memory.set(name, value);
    }
  }
}
