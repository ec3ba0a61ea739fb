package dev.keepmum.lab;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a command that holds letters, digits, dots, slashes and dashes only and stands outside
 * all quotes.
 *
 * @param isProgram whether it is where the name of a program is expected
 */
record PlainWord(String command, int start, int end, boolean isProgram) {

  /** The plain words of a command; none where here-documents make that hard to tell. */
  static List<PlainWord> in(String command) {
    List<PlainWord> words = new ArrayList<>();
    if (command.contains("<<")) {
      return words;
    }
    boolean isProgram = true;
    int depth = 0;
    int i = 0;
    while (i < command.length()) {
      char c = command.charAt(i);
      if (c == '\'' || c == '"') {
        int close = command.indexOf(c, i + 1);
        i = close < 0 ? command.length() : close + 1;
        isProgram = false;
      } else if (c == '\\') {
        i += 2;
        isProgram = false;
      } else if (c == '{' && i > 0 && command.charAt(i - 1) == '$') {
        depth++;
        i++;
      } else if (c == '}' && depth > 0) {
        depth--;
        i++;
      } else if (isPlain(c) && depth == 0) {
        int end = i;
        while (end < command.length() && isPlain(command.charAt(end))) {
          end++;
        }
        if (isBoundary(command, i - 1) && isBoundary(command, end)) {
          words.add(new PlainWord(command, i, end, isProgram));
        }
        isProgram = false;
        i = end;
      } else {
        isProgram = ";|&(\n".indexOf(c) >= 0 || c == ' ' && isProgram;
        i++;
      }
    }
    return words;
  }

  private static boolean isPlain(char c) {
    return c < 128 && Character.isLetterOrDigit(c) || c == '.' || c == '/' || c == '_' || c == '-';
  }

  private static boolean isBoundary(String command, int at) {
    return at < 0 || at >= command.length() || " \t\n;|&()<>".indexOf(command.charAt(at)) >= 0;
  }

  String text() {
    return command.substring(start, end);
  }

  /** Whether it looks like the name of a file that is found from where one is. */
  boolean isFile() {
    return !isProgram
        && !text().startsWith("-")
        && !text().startsWith("/")
        && text().matches(".*[./].*[a-z].*|.*[a-z][./].*");
  }

  /** The command with another text in the place of this word. */
  String replaced(String other) {
    return command.substring(0, start) + other + command.substring(end);
  }
}
