package dev.keepmum.settings;

import java.util.ArrayList;
import java.util.List;

/**
 * A command in a settings file, looked at from afar: settings hold many commands that never go
 * through the guard, and only a few shapes of them are never meant well.
 */
final class CommandText {
  private CommandText() {}

  /** The words of a command line, whatever quotes and operators stand between them. */
  static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || " \t\r\n;|&()<>`\"'".indexOf(line.charAt(i)) >= 0) {
        if (i > start) {
          words.add(line.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  /** Whether a line is one command that the shell neither expands nor redirects. */
  static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (";|&()<>`\"'$\\*?[{~!#\n\r".indexOf(line.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** A word as a program's name, without its folder. */
  static String program(String word) {
    int slash = Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\'));
    return word.substring(slash + 1);
  }

  /** Whether it fetches or decodes something and runs something in one go. */
  static boolean runsWhatItFetches(String line) {
    boolean fetches = false;
    boolean runs = false;
    for (String word : words(line)) {
      String program = program(word);
      fetches |= isFetcher(program);
      runs |= isRunner(program);
    }
    return fetches && runs;
  }

  private static boolean isFetcher(String program) {
    return switch (program) {
      case "curl",
          "wget",
          "aria2c",
          "base64",
          "nc",
          "ncat",
          "iwr",
          "irm",
          "Invoke-WebRequest",
          "Invoke-RestMethod" ->
          true;
      default -> false;
    };
  }

  private static boolean isRunner(String program) {
    return switch (program) {
      case "sh",
          "bash",
          "zsh",
          "dash",
          "ksh",
          "python",
          "python3",
          "node",
          "perl",
          "ruby",
          "php",
          "osascript",
          "eval",
          "source",
          "chmod",
          "iex",
          "Invoke-Expression",
          "powershell",
          "pwsh" ->
          true;
      default -> false;
    };
  }
}
