package dev.keepmum.flow.command;

import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * head, tail, sort, uniq, fold and nl: worked out on a short text that the call itself holds, since
 * what is left of it may name a file or a program; of anything else they print what their rule
 * says.
 */
final class LineFilter implements Behaviour {

  private static final int MAX_LENGTH = 4_096;

  private static final int DEFAULT_LINES = 10;
  private static final int DEFAULT_WIDTH = 80;

  @Override
  public void run(Invocation call) {
    if (takesNothing(call)) {
      call.print(Content.EMPTY);
      return;
    }
    Content text = Reading.gather(call);
    String result = isShort(call, text) ? filtered(call, text.textOr("")) : null;
    if (result == null) {
      new General().run(call);
    } else {
      call.print(Content.text(result));
    }
  }

  /** {@code head -c 0}, {@code tail -n 0}. */
  private static boolean takesNothing(Invocation call) {
    boolean counts = call.name().endsWith("head") || call.name().endsWith("tail");
    for (String option : List.of("-n", "--lines", "-c", "--bytes")) {
      if (counts && call.arguments().option(option).textOr("").equals("0")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShort(Invocation call, Content text) {
    String known = text.textOr("");
    return text.file().isEmpty()
        && text.isSingleText()
        && !text.hasSecrets()
        && !known.isEmpty()
        && known.length() <= MAX_LENGTH
        && !Content.isPartial(known)
        && !call.arguments().has(Role.WRITE)
        && call.arguments().values(Role.READ).size() < 2;
  }

  /** What the program makes of a text; null where its options say more than is followed. */
  private static String filtered(Invocation call, String text) {
    List<String> lines = Assignments.lines(text);
    switch (call.rule().names().get(0)) {
      case "head":
      case "tail":
        return ended(text, part(call, text, lines, call.rule().names().get(0).equals("head")));
      case "sort":
        return sorted(call, lines);
      case "uniq":
        return call.words().isEmpty() ? joined(unique(lines)) : null;
      case "fold":
        return call.name().endsWith("fold") ? ended(text, folded(call, lines)) : null;
      case "nl":
        return numbered(call, lines);
      default:
        return null;
    }
  }

  private static String part(Invocation call, String text, List<String> lines, boolean head) {
    Arguments given = call.arguments();
    String bytes = given.option("-c").textOr("").concat(given.option("--bytes").textOr(""));
    String number = given.option("-n").textOr("").concat(given.option("--lines").textOr(""));
    for (Content word : call.words()) {
      String plain = word.textOr("");
      boolean old = plain.length() > 1 && plain.charAt(0) == '-' && isNumber(plain.substring(1));
      number = old ? plain.substring(1) : number;
    }
    if (!bytes.isEmpty()) {
      boolean simple = isNumber(bytes);
      int count = simple ? Math.min(text.length(), Integer.parseInt(bytes)) : 0;
      return !simple
          ? null
          : head ? text.substring(0, count) : text.substring(text.length() - count);
    }
    boolean fromStart = !head && number.startsWith("+");
    boolean allBut = head && number.startsWith("-");
    String digits = fromStart || allBut ? number.substring(1) : number;
    if (!number.isEmpty() && !isNumber(digits)) {
      return null;
    }
    int count = number.isEmpty() ? DEFAULT_LINES : Math.min(lines.size() + 1, parse(digits));
    int size = lines.size();
    if (head) {
      return joined(lines.subList(0, Math.min(size, allBut ? Math.max(0, size - count) : count)));
    }
    int start = fromStart ? Math.max(0, count - 1) : Math.max(0, size - count);
    return joined(lines.subList(Math.min(size, start), size));
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() < 7;
  }

  private static int parse(String digits) {
    return Integer.parseInt(digits);
  }

  private static String sorted(Invocation call, List<String> lines) {
    List<String> sorted = new ArrayList<>(lines);
    Collections.sort(sorted);
    for (Content word : call.words()) {
      switch (word.textOr("")) {
        case "-u":
          sorted = unique(sorted);
          break;
        case "-r":
          Collections.reverse(sorted);
          break;
        default:
          return null;
      }
    }
    return joined(sorted);
  }

  private static List<String> unique(List<String> lines) {
    List<String> unique = new ArrayList<>();
    for (String line : lines) {
      if (unique.isEmpty() || !unique.get(unique.size() - 1).equals(line)) {
        unique.add(line);
      }
    }
    return unique;
  }

  private static String folded(Invocation call, List<String> lines) {
    Arguments given = call.arguments();
    String width = given.option("-w").textOr("").concat(given.option("--width").textOr(""));
    if (!width.isEmpty() && (!isNumber(width) || parse(width) == 0) || given.hasOption("-s")) {
      return null;
    }
    int columns = width.isEmpty() ? DEFAULT_WIDTH : parse(width);
    StringBuilder folded = new StringBuilder();
    for (String line : lines) {
      for (int start = 0; start == 0 || start < line.length(); start += columns) {
        folded.append(line, start, Math.min(line.length(), start + columns)).append('\n');
      }
    }
    return folded.toString();
  }

  private static String numbered(Invocation call, List<String> lines) {
    StringBuilder numbered = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String number = Integer.toString(i + 1);
      numbered.append(" ".repeat(Math.max(0, 6 - number.length()))).append(number);
      numbered.append('\t').append(lines.get(i)).append('\n');
    }
    boolean all = call.words().isEmpty() || call.arguments().option("-b").textOr("").equals("a");
    return all ? numbered.toString() : null;
  }

  /** A last line that no newline ends stays such a line. */
  private static String ended(String text, String result) {
    String last = text.substring(text.lastIndexOf('\n') + 1);
    boolean unended = result != null && !last.isEmpty() && result.endsWith(last.concat("\n"));
    return unended ? result.substring(0, result.length() - 1) : result;
  }

  private static String joined(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines).concat("\n");
  }
}
