package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.List;

/** Reads programs of one language with its parser and its library. */
final class ProgramReader implements CodeReader {

  /** What the interpreter shows by itself. */
  enum Display {
    /** Only what the program prints. */
    NOTHING,
    /** The value of the last statement, as {@code node -p} does. */
    LAST,
    /** The value of every statement, as a prompt does. */
    EVERY
  }

  private static final int MAX_TEXT = 1 << 20;

  private final Library library;
  private final Display display;

  ProgramReader(Library library, Display display) {
    this.library = library;
    this.display = display;
  }

  @Override
  public List<Effect> read(String text) {
    return read(text, Modules.NONE);
  }

  @Override
  public List<Effect> read(String text, Modules modules) {
    if (text.length() > MAX_TEXT) {
      return List.of(new Effect.Unfollowed());
    }
    try {
      return follow(text, modules);
    } catch (StackOverflowError e) {
      // Nesting is limited, but data that holds itself may still run deep on a small stack.
      return List.of(new Effect.Unfollowed());
    }
  }

  private List<Effect> follow(String text, Modules modules) {
    Evaluator evaluator = new Evaluator(library, modules);
    Parser parser = library.parser(text);
    List<Node> statements = parser.program().statements();
    Thing last = Thing.UNKNOWN;
    for (int i = 0; i < statements.size(); i++) {
      Node statement = statements.get(i);
      Thing value = evaluator.evaluate(statement);
      if (statement instanceof Node.Assignment && !library.showsAssignments()) {
        value = Thing.UNKNOWN;
      }
      if (display == Display.EVERY) {
        show(evaluator, value);
      }
      last = value;
    }
    if (display == Display.LAST) {
      show(evaluator, last);
    }
    if (parser.incomplete()) {
      evaluator.emit(new Effect.Unfollowed());
    }
    return List.copyOf(evaluator.effects());
  }

  private static void show(Evaluator evaluator, Thing thing) {
    Value value = evaluator.things().shown(thing);
    if (!(value instanceof Value.Unknown)) {
      evaluator.emit(new Effect.Print(value));
    }
  }
}
