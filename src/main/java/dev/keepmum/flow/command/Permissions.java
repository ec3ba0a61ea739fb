package dev.keepmum.flow.command;

import dev.keepmum.flow.Changes;
import dev.keepmum.flow.Content;
import java.util.ArrayList;
import java.util.List;

/** chmod: whose owner may not read or run a file any more, it is as good as gone. */
final class Permissions implements Behaviour {

  private static final int READ = 4;
  private static final int RUN = 1;

  @Override
  public void run(Invocation call) {
    List<Content> operands = operands(call);
    for (Content file : operands.subList(Math.min(1, operands.size()), operands.size())) {
      if (file.hasSecrets()) {
        call.printError(file);
      }
    }
    if (operands.size() < 2 || call.arguments().hasOption("--reference")) {
      return;
    }
    for (String mode : operands.get(0).texts()) {
      int taken = takenFromOwner(mode);
      for (Content file : operands.subList(1, operands.size())) {
        for (String path : call.resolve(file)) {
          take(call.context().changes(), call.files().followed(path), taken, call.name());
        }
      }
    }
  }

  /** The mode and the files; a mode such as {@code -x} looks like an option. */
  private static List<Content> operands(Invocation call) {
    List<Content> operands = new ArrayList<>();
    for (Content word : call.words()) {
      String text = word.textOr("");
      boolean option = text.startsWith("--") || operands.size() > 0 && text.startsWith("-");
      if (!option && !isSwitch(text)) {
        operands.add(word);
      }
    }
    return operands;
  }

  private static boolean isSwitch(String text) {
    for (int i = 1; i < text.length(); i++) {
      if ("Rcfvh".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return text.startsWith("-");
  }

  private static void take(Changes changes, String path, int taken, String way) {
    if ((taken & READ) != 0) {
      changes.closed(path, way);
    } else if ((taken & RUN) != 0) {
      changes.stopped(path, way);
    }
  }

  /** The rights that the owner does not have afterwards, as bits of a mode (chmod(1)). */
  static int takenFromOwner(String mode) {
    if (!mode.isEmpty() && mode.charAt(0) >= '0' && mode.charAt(0) <= '7') {
      int owner = mode.length() < 3 ? 0 : mode.charAt(mode.length() - 3) - '0';
      return 7 & ~owner;
    }
    int taken = 0;
    int start = 0;
    while (start <= mode.length()) {
      int comma = mode.indexOf(',', start);
      int end = comma < 0 ? mode.length() : comma;
      taken = afterClause(mode.substring(start, end), taken);
      start = end + 1;
    }
    return taken;
  }

  /** {@code u+rw}, {@code a-x}, {@code =r}: several operators may follow each other. */
  private static int afterClause(String clause, int before) {
    int at = 0;
    while (at < clause.length() && "ugoa".indexOf(clause.charAt(at)) >= 0) {
      at++;
    }
    String who = clause.substring(0, at);
    boolean owner = who.isEmpty() || who.indexOf('u') >= 0 || who.indexOf('a') >= 0;
    int taken = before;
    while (owner && at < clause.length()) {
      char operator = clause.charAt(at++);
      int rights = 0;
      while (at < clause.length() && "+-=".indexOf(clause.charAt(at)) < 0) {
        rights |= right(clause.charAt(at++));
      }
      taken = after(operator, rights, taken);
    }
    return taken;
  }

  private static int after(char operator, int rights, int taken) {
    switch (operator) {
      case '+':
        return taken & ~rights;
      case '-':
        return taken | rights;
      default:
        return 7 & ~rights;
    }
  }

  private static int right(char letter) {
    switch (letter) {
      case 'r':
        return READ;
      case 'w':
        return 2;
      case 'x':
      case 'X':
        return RUN;
      default:
        return 0;
    }
  }
}
