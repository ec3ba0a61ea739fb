package dev.keepmum.code;

import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What names stand for that a PowerShell program defines itself: aliases, functions, variables. */
final class PowerShellDefinitions {
  /** An alias may stand for an alias; more of them in a row than this are a circle. */
  private static final int MAX_ALIASES = 8;

  private final PowerShellProgram program;
  private final Map<String, Value> aliases = new HashMap<>();
  private final Map<String, PowerShellProgram.Block> functions = new HashMap<>();

  PowerShellDefinitions(PowerShellProgram program) {
    this.program = program;
  }

  void function(String name, PowerShellProgram.Block body) {
    functions.put(name.toLowerCase(Locale.ROOT), body);
  }

  /** The body of a function; null without one of this name. */
  PowerShellProgram.Block functionNamed(String name) {
    return functions.get(name.toLowerCase(Locale.ROOT));
  }

  void alias(String name, Value command) {
    aliases.put(name.toLowerCase(Locale.ROOT), command);
  }

  /** The command that a name means: what it is an alias of, or what {@code Get-Command} found. */
  Value meant(Value name) {
    Value command = name;
    for (int i = 0; i < MAX_ALIASES; i++) {
      Value next = found(command);
      if (next instanceof Value.Text text) {
        next = aliases.getOrDefault(text.text().toLowerCase(Locale.ROOT), next);
      }
      if (next == command) {
        break;
      }
      command = next;
    }
    return command;
  }

  private static Value found(Value command) {
    if (!(command instanceof Value.Output output)
        || output.run().language() != Language.ARGUMENTS
        || !output.run().words().get(0).equals(new Value.Text("get-command"))) {
      return command;
    }
    for (Value word : output.run().words().subList(1, output.run().words().size())) {
      if (!PowerShellCommand.isOption(word)) {
        return word;
      }
    }
    return command;
  }

  /** What a cmdlet does that defines a name or tells what one stands for; empty for others. */
  Optional<Value> apply(String cmdlet, List<Value> words, Value input) {
    switch (cmdlet) {
      case "set-alias":
      case "new-alias":
        Named alias = Named.of(words, input);
        alias(alias.name(), alias.value());
        return Optional.of(Value.UNKNOWN);
      case "set-variable":
      case "new-variable":
        Named variable = Named.of(words, input);
        program.variables().store(PowerShellVariables.target(variable.name()), variable.value());
        return Optional.of(Value.UNKNOWN);
      case "get-variable":
        String name = PowerShellVariables.target(Named.of(words, input).name());
        return program.memory.knows(name)
            ? Optional.of(program.memory.get(name))
            : Optional.empty();
      default:
        return Optional.empty();
    }
  }

  /** Keeps what a command puts out in the variable of {@code -OutVariable}, if it names one. */
  void keepOutput(List<Value> words, Value output) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.get(i) instanceof Value.Text option
          && (option.text().equals("-outvariable") || option.text().equals("-ov"))
          && words.get(i + 1) instanceof Value.Text name) {
        String variable = name.text().startsWith("+") ? name.text().substring(1) : name.text();
        program.memory.set(variable.toLowerCase(Locale.ROOT), output);
      }
    }
  }

  /** A name and what it is given, by position or as {@code -Name} and {@code -Value}. */
  private record Named(String name, Value value) {

    static Named of(List<Value> words, Value input) {
      List<Value> operands = new ArrayList<>();
      Value name = Value.EMPTY;
      Value value = input;
      for (int i = 0; i < words.size(); i++) {
        String option = words.get(i) instanceof Value.Text text ? text.text() : "";
        boolean more = i + 1 < words.size();
        switch (option) {
          case "-name":
            name = more ? words.get(++i) : name;
            break;
          case "-value":
            value = more ? words.get(++i) : value;
            break;
          case "-scope":
          case "-option":
          case "-description":
          case "-visibility":
            i++;
            break;
          default:
            if (!PowerShellCommand.isOption(words.get(i))) {
              operands.add(words.get(i));
            }
            break;
        }
      }
      boolean named = name != Value.EMPTY;
      if (!named && !operands.isEmpty()) {
        name = operands.remove(0);
      }
      if (!operands.isEmpty()) {
        value = operands.size() == 1 ? operands.get(0) : new Value.Joined(operands);
      }
      return new Named(name instanceof Value.Text text ? text.text() : "", value);
    }
  }
}
