package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Follows what the pattern space and the hold space contain of a line, command by command; again
 * and again, because what one line leaves in the hold space the next one may print, until a line
 * leaves there what the line before it left.
 */
final class SedStream {
  private final List<SedCommand> commands;
  private final boolean quiet;
  private final AssignmentPattern.Dialect dialect;
  private List<Effect> effects = new ArrayList<>();

  private Shown space = Shown.CONTENT;
  private Shown held = Shown.NOTHING;
  private Shown printed = Shown.NOTHING;

  /** What the pattern space held where each open brace was entered. */
  private final Deque<Shown> entered = new ArrayDeque<>();

  private final Deque<SedCommand.Lines> blocks = new ArrayDeque<>();

  SedStream(String script, SedMode mode) {
    commands = SedParser.parse(script);
    quiet = mode.quiet() || script.startsWith("#n\n");
    dialect =
        mode.extended() ? AssignmentPattern.Dialect.EXTENDED : AssignmentPattern.Dialect.BASIC;
    Shown before;
    do {
      before = held;
      effects = new ArrayList<>();
      cycle();
    } while (held != before);
  }

  List<Effect> effects() {
    return effects;
  }

  Shown shown() {
    return printed;
  }

  private void cycle() {
    space = Shown.CONTENT;
    entered.clear();
    blocks.clear();
    for (SedCommand command : commands) {
      follow(command);
    }
    printBySelf();
  }

  private void follow(SedCommand command) {
    if (command.name() == '{') {
      entered.push(space);
      blocks.push(command.lines());
      return;
    }
    if (command.name() == '}') {
      if (!entered.isEmpty()) {
        leave(entered.pop(), blocks.pop());
      }
      return;
    }
    Shown before = space;
    perform(command);
    leave(before, command.lines());
  }

  /** After commands that were for some lines only, the others are as they were. */
  private void leave(Shown before, SedCommand.Lines lines) {
    if (lines == SedCommand.Lines.SOME) {
      space = most(space, before);
    } else if (lines == SedCommand.Lines.ASSIGNMENTS) {
      space = most(space, Shown.NAMES);
    }
  }

  private void perform(SedCommand command) {
    switch (command.name()) {
      case 's':
        substitute(command);
        break;
      case 'p':
      case 'P':
      case 'l':
        print(space);
        break;
      case 'd':
      case 'D':
      case 'Q':
      case 'z':
        space = Shown.NOTHING;
        break;
      case 'q':
      case 'b':
        end(command);
        break;
      case 't':
      case 'T':
        if (command.text().isEmpty()) {
          printBySelf();
        }
        break;
      case ':':
        space = Shown.CONTENT;
        break;
      case 'n':
      case 'N':
        printBySelf();
        space = Shown.CONTENT;
        break;
      case 'h':
      case 'H':
        held = most(held, space);
        break;
      case 'g':
        space = held;
        break;
      case 'G':
        space = most(space, held);
        break;
      case 'x':
        Shown exchanged = space;
        space = held;
        held = most(held, exchanged);
        break;
      case 'c':
        effects.add(new Effect.Print(Composition.text(command.text())));
        space = Shown.NOTHING;
        break;
      default:
        beside(command);
    }
  }

  /** The commands whose effect lies beside the stream. */
  private void beside(SedCommand command) {
    Value text = Composition.text(command.text());
    switch (command.name()) {
      case 'a':
      case 'i':
        effects.add(new Effect.Print(text));
        break;
      case 'r':
      case 'R':
        boolean input = command.text().equals("/dev/stdin") || command.text().equals("-");
        effects.add(new Effect.Print(input ? new Value.ReadInput() : new Value.ReadFile(text)));
        break;
      case 'w':
      case 'W':
        write(command.text());
        break;
      case 'e':
        run(command.text().isEmpty() ? content() : text);
        break;
      default:
        break;
    }
  }

  private void end(SedCommand command) {
    if (command.text().isEmpty()) {
      printBySelf();
    }
    space = Shown.NOTHING;
  }

  private void substitute(SedCommand command) {
    Shown after = space;
    if (takesLineOut(command)) {
      after = Shown.NOTHING;
    } else if (takesValueOut(command)) {
      after = space == Shown.CONTENT ? Shown.NAMES : space;
    }
    if (command.has('e')) {
      run(line(command));
    }
    space = matched(command, after);
    if (command.has('p')) {
      print(space);
    }
    if (!command.file().isEmpty()) {
      write(command.file());
    }
    space = after;
  }

  /** What the pattern space holds of a line in which something was replaced. */
  private Shown matched(SedCommand command, Shown after) {
    boolean names =
        AssignmentPattern.takesValueOutOfMatches(command.pattern(), dialect, command.text());
    return names && after == Shown.CONTENT && !countsMatches(command) ? Shown.NAMES : after;
  }

  /** Whether a line becomes a constant, or as many constants as it has characters. */
  private static boolean takesLineOut(SedCommand command) {
    boolean all =
        switch (command.pattern()) {
          case ".*", "^.*$", "^.*", ".*$" -> command.flags().isEmpty() || command.has('g');
          case "." -> command.has('g');
          default -> false;
        };
    return all && AssignmentPattern.keepsNothing(command.text());
  }

  /** Whether flags pick a later match, or let a line end inside the pattern space. */
  private static boolean countsMatches(SedCommand command) {
    for (int i = 0; i < command.flags().length(); i++) {
      char flag = command.flags().charAt(i);
      if (flag == 'm' || flag == 'M' || flag >= '0' && flag <= '9') {
        return true;
      }
    }
    return false;
  }

  private boolean takesValueOut(SedCommand command) {
    return !countsMatches(command)
        && AssignmentPattern.takesValueOut(command.pattern(), dialect, command.text());
  }

  /** The line that {@code s///e} hands to the shell. */
  private Value line(SedCommand command) {
    Value replacement = replacement(command.text());
    switch (command.pattern()) {
      case ".*":
      case "^.*$":
      case "^.*":
      case ".*$":
        return replacement;
      case "^":
        return Composition.join(List.of(replacement, content()));
      case "$":
        return Composition.join(List.of(content(), replacement));
      default:
        return Composition.choice(replacement, content());
    }
  }

  private Value replacement(String text) {
    List<Value> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean escaped = c == '\\' && i + 1 < text.length();
      if (escaped) {
        c = text.charAt(++i);
      }
      if (escaped ? c >= '0' && c <= '9' : c == '&') {
        parts.add(Composition.text(constant.toString()));
        constant.setLength(0);
        parts.add(content());
      } else {
        constant.append(escaped && c == 'n' ? '\n' : c);
      }
    }
    parts.add(Composition.text(constant.toString()));
    return Composition.join(parts);
  }

  private void write(String file) {
    if (file.equals("/dev/stdout") || file.equals("/dev/stderr")) {
      print(space);
    } else {
      effects.add(new Effect.Write(Composition.text(file), content()));
    }
  }

  private void run(Value command) {
    effects.add(new Effect.Run(Language.SHELL, List.of(command), Value.UNKNOWN));
  }

  private Value content() {
    return space == Shown.CONTENT ? new Value.ReadInput() : Value.UNKNOWN;
  }

  private void printBySelf() {
    if (!quiet) {
      print(space);
    }
  }

  private void print(Shown content) {
    printed = most(printed, content);
  }

  private static Shown most(Shown one, Shown other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
