package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cmdlets that only pass on, shape, count or store what comes down a pipeline. */
final class PowerShellStream {
  private final PowerShellProgram program;

  /** What the jobs put out that were started: which of them is asked is not looked at. */
  private final List<Value> jobs = new ArrayList<>();

  PowerShellStream(PowerShellProgram program) {
    this.program = program;
  }

  /** What the cmdlet makes of its input; empty where it is none of these. */
  Optional<Value> apply(String name, List<Value> words, Value input) {
    switch (name) {
      case "write-output":
      case "write-object":
        return Optional.of(words.isEmpty() ? input : operands(words));
      case "write-host":
      case "write-error":
      case "write-warning":
      case "write-verbose":
      case "write-information":
      case "write-debug":
        program.emit(new Effect.Print(words.isEmpty() ? input : operands(words)));
        return Optional.of(Value.UNKNOWN);
      case "out-host":
      case "out-default":
        program.emit(new Effect.Print(input));
        return Optional.of(Value.UNKNOWN);
      case "foreach-object":
        return Optional.of(forEach(words, input));
      case "where-object":
        return Optional.of(where(words, input));
      case "invoke-command":
      case "trace-command":
        return hasBlock(words) ? Optional.of(blocks(words, input)) : Optional.empty();
      case "measure-command":
        program.drop(blocks(words, input));
        return hasBlock(words) ? Optional.of(Value.UNKNOWN) : Optional.empty();
      case "start-job":
      case "start-threadjob":
        return hasBlock(words) ? Optional.of(start(words, input)) : Optional.empty();
      case "wait-job":
      case "get-job":
        return Optional.of(Value.UNKNOWN);
      case "receive-job":
        return jobs.isEmpty() ? Optional.empty() : Optional.of(Composition.join(jobs));
      case "select-object":
        return Optional.of(select(words, input));
      case "measure-object":
      case "get-member":
        program.drop(input);
        return Optional.of(Value.UNKNOWN);
      case "out-null":
        program.drop(input);
        return Optional.of(Value.UNKNOWN);
      case "out-file":
      case "set-content":
      case "add-content":
      case "tee-object":
        return store(name, words, input);
      default:
        return passes(name) && !reads(words, input)
            ? Optional.of(Composition.derive(input))
            : Optional.empty();
    }
  }

  private static boolean passes(String name) {
    switch (name) {
      case "sort-object":
      case "group-object":
      case "get-unique":
      case "format-table":
      case "format-list":
      case "format-wide":
      case "format-custom":
      case "out-string":
      case "convertto-json":
      case "convertto-csv":
      case "convertto-html":
      case "convertto-xml":
      case "convertfrom-json":
      case "convertfrom-csv":
      case "convertfrom-stringdata":
      case "select-string":
        return true;
      default:
        return false;
    }
  }

  /** Whether there is no value to pass on, so that the rule book must say what is read. */
  private static boolean reads(List<Value> words, Value input) {
    if (input instanceof Value.Output || input instanceof Value.Unknown) {
      return true;
    }
    for (Value word : words) {
      if (word instanceof Value.Text text && text.text().equals("-quiet")) {
        return true;
      }
    }
    return false;
  }

  /** Blocks are run on the input, a name alone is one of its properties. */
  private Value forEach(List<Value> words, Value input) {
    if (hasBlock(words)) {
      return blocks(words, input);
    }
    for (Value word : words) {
      if (word instanceof Value.Text text && !text.text().startsWith("-")) {
        return new PowerShellTypes(program).property(input, text.text());
      }
    }
    return Composition.derive(input);
  }

  /** Of listed files those whose names are compared with a constant; anything else as it is. */
  private Value where(List<Value> words, Value input) {
    program.drop(blocks(words, input));
    Optional<PowerShellListing> listing = PowerShellListing.of(input);
    if (listing.isEmpty()) {
      return input;
    }
    String glob = "";
    for (int i = 0; i < words.size(); i++) {
      PowerShellProgram.Block block = program.blockOf(words.get(i));
      if (block != null) {
        glob = program.comparedWith(block);
      } else if (words.get(i) instanceof Value.Text operator
          && isNameTest(operator.text())
          && i + 1 < words.size()
          && words.get(i + 1) instanceof Value.Text constant) {
        glob = constant.text();
      }
    }
    return glob.isEmpty() ? Value.UNKNOWN : listing.get().selecting(glob);
  }

  static boolean isNameTest(String operator) {
    return operator.equalsIgnoreCase("-eq") || operator.equalsIgnoreCase("-like");
  }

  private boolean hasBlock(List<Value> words) {
    for (Value word : words) {
      if (program.blockOf(word) != null) {
        return true;
      }
    }
    return false;
  }

  /** Starts a job, which puts nothing out until somebody asks for it. */
  private Value start(List<Value> words, Value input) {
    Value output = blocks(words, input);
    program.drop(output);
    jobs.add(output);
    return Value.UNKNOWN;
  }

  private Value blocks(List<Value> words, Value input) {
    List<Value> outputs = new ArrayList<>();
    for (Value word : words) {
      PowerShellProgram.Block block = program.blockOf(word);
      if (block != null) {
        outputs.add(program.run(block, arguments(words), input));
      }
    }
    return outputs.size() == 1 ? outputs.get(0) : Composition.join(outputs);
  }

  /** What stands behind {@code -ArgumentList}, up to the next option. */
  private static List<Value> arguments(List<Value> words) {
    List<Value> arguments = new ArrayList<>();
    boolean inside = false;
    for (Value word : words) {
      String option = word instanceof Value.Text text ? text.text() : "";
      if (option.startsWith("-")) {
        inside = option.equals("-argumentlist") || option.equals("-args");
      } else if (inside) {
        arguments.add(word);
      }
    }
    return arguments;
  }

  private Value select(List<Value> words, Value input) {
    boolean named = false;
    for (int i = 0; i < words.size(); i++) {
      Value word = words.get(i);
      String text = word instanceof Value.Text constant ? constant.text() : "*";
      switch (text.toLowerCase(Locale.ROOT)) {
        case "-first":
        case "-last":
        case "-skip":
        case "-index":
          i++;
          break;
        case "-property":
        case "-expandproperty":
        case "-expand":
        case "-unique":
          break;
        case "name":
        case "key":
        case "length":
          named = true;
          break;
        default:
          return Composition.derive(input);
      }
    }
    if (named) {
      program.drop(input);
    }
    return named ? Value.UNKNOWN : Composition.derive(input);
  }

  private Optional<Value> store(String name, List<Value> words, Value input) {
    Value path = Value.UNKNOWN;
    Value content = input;
    for (int i = 0; i < words.size(); i++) {
      String option = words.get(i) instanceof Value.Text text ? text.text() : "";
      boolean more = i + 1 < words.size();
      switch (option) {
        case "-path":
        case "-filepath":
        case "-literalpath":
          path = more ? words.get(++i) : path;
          break;
        case "-value":
          content = more ? words.get(++i) : content;
          break;
        case "-encoding":
        case "-width":
          i++;
          break;
        default:
          if (option.startsWith("-")) {
            break;
          }
          if (path instanceof Value.Unknown) {
            path = words.get(i);
          } else {
            content = words.get(i);
          }
      }
    }
    program.emit(new Effect.Write(path, content));
    return Optional.of(name.equals("tee-object") ? input : Value.UNKNOWN);
  }

  /** The words of a writing cmdlet without its options. */
  private static Value operands(List<Value> words) {
    List<Value> operands = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String option = words.get(i) instanceof Value.Text text ? text.text() : "";
      if (option.equals("-foregroundcolor")
          || option.equals("-backgroundcolor")
          || option.equals("-separator")) {
        i++;
      } else if (!isOption(option)) {
        operands.add(words.get(i));
      }
    }
    return operands.size() == 1 ? operands.get(0) : Composition.joinSpaced(operands);
  }

  private static boolean isOption(String word) {
    return word.equals("-nonewline")
        || word.equals("-inputobject")
        || word.equals("-object")
        || word.equals("-message")
        || word.equals("-noenumerate");
  }
}
