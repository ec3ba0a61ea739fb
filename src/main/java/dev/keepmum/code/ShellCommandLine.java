package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the program text in the arguments of cmd.exe and of PowerShell itself.
 *
 * @see <a
 *     href="https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_pwsh">about_pwsh</a>
 */
final class ShellCommandLine {
  private ShellCommandLine() {}

  /** What {@code cmd /c TEXT} runs; empty without {@code /c}, {@code /k} or {@code /r}. */
  static Optional<Effect.Run> cmd(List<Value> arguments, Value input) {
    for (int i = 0; i < arguments.size(); i++) {
      String option = lower(arguments.get(i));
      if (option.startsWith("/c") || option.startsWith("/k") || option.startsWith("/r")) {
        List<Value> words = new ArrayList<>(arguments.subList(i + 1, arguments.size()));
        String attached = ((Value.Text) arguments.get(i)).text().substring(2);
        if (!attached.isEmpty()) {
          words.add(0, new Value.Text(attached));
        }
        return Optional.of(run(Language.CMD, words, input));
      }
    }
    return Optional.empty();
  }

  /** What PowerShell's options, or its operand, say to run; empty without any. */
  static Optional<Effect.Run> powerShell(List<Value> arguments, Value input) {
    for (int i = 0; i < arguments.size(); i++) {
      List<Value> rest = arguments.subList(i + 1, arguments.size());
      String option = lower(arguments.get(i));
      if (!option.startsWith("-") && !option.startsWith("/")) {
        return Optional.of(run(Language.POWERSHELL, arguments.subList(i, arguments.size()), input));
      }
      String name = option.substring(1);
      if (isPrefix(name, "command", 1) || isPrefix(name, "commandwithargs", 8)) {
        return Optional.of(run(Language.POWERSHELL, rest, input));
      }
      if (isPrefix(name, "encodedcommand", 1) || name.equals("ec")) {
        return Optional.of(run(Language.POWERSHELL, List.of(decoded(rest)), input));
      }
      if (isPrefix(name, "file", 1)) {
        return Optional.of(run(Language.POWERSHELL, file(rest), input));
      }
      if (takesValue(name)) {
        i++;
      }
    }
    return Optional.empty();
  }

  private static List<Value> file(List<Value> rest) {
    boolean standardInput = !rest.isEmpty() && lower(rest.get(0)).equals("-");
    if (rest.isEmpty() || standardInput) {
      return List.of(new Value.ReadInput());
    }
    return List.of(new Value.ReadFile(rest.get(0)));
  }

  private static Value decoded(List<Value> rest) {
    if (rest.isEmpty() || !(rest.get(0) instanceof Value.Text)) {
      return rest.isEmpty() ? Value.UNKNOWN : Composition.derive(rest.get(0));
    }
    Optional<String> text = PowerShellReader.decode(((Value.Text) rest.get(0)).text());
    return text.isPresent() ? Composition.text(text.get()) : Value.UNKNOWN;
  }

  private static boolean takesValue(String name) {
    return isPrefix(name, "executionpolicy", 2)
        || name.equals("ep")
        || isPrefix(name, "workingdirectory", 2)
        || isPrefix(name, "windowstyle", 1)
        || isPrefix(name, "inputformat", 2)
        || isPrefix(name, "outputformat", 1)
        || isPrefix(name, "version", 1)
        || isPrefix(name, "configurationname", 3)
        || isPrefix(name, "settingsfile", 2)
        || isPrefix(name, "custompipename", 2);
  }

  private static boolean isPrefix(String name, String option, int shortest) {
    return name.length() >= shortest && option.startsWith(name);
  }

  private static String lower(Value word) {
    return word instanceof Value.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
  }

  /** The words make one text, with blanks between them. */
  private static Effect.Run run(Language language, List<Value> words, Value input) {
    return new Effect.Run(language, List.of(Composition.joinSpaced(words)), input);
  }
}
