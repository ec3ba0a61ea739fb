package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls about variables of the environment: they read, set or load them. */
final class VariableCalls {
  /** Where a dotenv file lies that is not named. */
  static final Value.Text DOTENV = new Value.Text(".env");

  private final Evaluator evaluator;
  private final Calls calls;
  private final Values values;
  private final Things things;

  VariableCalls(Evaluator evaluator, Calls calls, Values values, Things things) {
    this.evaluator = evaluator;
    this.calls = calls;
    this.values = values;
    this.things = things;
  }

  /** All variables, as a thing to look into. */
  Thing environment() {
    return new Thing.Named("environment");
  }

  /** The variable that the first argument names; where it is not set, the second argument. */
  Thing variable(CallArguments arguments) {
    Thing variable = calls.members().variable(arguments.at(0));
    Thing otherwise = arguments.either(1, "default");
    return otherwise == Thing.UNKNOWN || calls.isFunction(otherwise)
        ? variable
        : things.either(variable, otherwise);
  }

  /** Sets the variable that the first argument names to the second. */
  void set(CallArguments arguments) {
    if (Things.isText(arguments.at(0))) {
      set(Things.text(arguments.at(0)), things.told(arguments.at(1)));
    }
  }

  /** Each argument given by name is a variable. */
  void setNamed(CallArguments arguments) {
    for (Map.Entry<String, Thing> variable : arguments.named().entrySet()) {
      set(variable.getKey(), things.told(variable.getValue()));
    }
  }

  /** An assignment, {@code NAME=value}. */
  void put(Thing assignment) {
    String text = Things.text(assignment);
    int equals = text.indexOf('=');
    if (equals > 0) {
      set(text.substring(0, equals), values.text(text.substring(equals + 1)));
    }
  }

  private void set(String name, Value value) {
    evaluator.emit(new Effect.SetVariable(name, value));
  }

  /** A text in which {@code $NAME} and <code>${NAME}</code> stand for variables. */
  Thing expanded(Thing thing) {
    if (!Things.isText(thing)) {
      return thing;
    }
    String text = Things.text(thing);
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', from)) {
      boolean braced = text.startsWith("{", dollar + 1);
      int start = dollar + (braced ? 2 : 1);
      int end = start;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      parts.add(values.text(text.substring(from, dollar)));
      parts.add(values.readVariable(values.text(text.substring(start, end))));
      from = Math.max(dollar + 1, braced && end < text.length() ? end + 1 : end);
    }
    parts.add(values.text(text.substring(from)));
    return new Thing.Of(values.joined(parts));
  }

  /** Takes the variables of a dotenv file into the environment. */
  void load(CallArguments arguments) {
    evaluator.emit(new Effect.Load(dotenvPath(arguments)));
  }

  /** What a dotenv file holds. */
  Thing dotenv(CallArguments arguments) {
    return new Thing.Dictionary(values.readFile(dotenvPath(arguments)));
  }

  /** The dotenv file that the arguments name, or else the one in the current folder. */
  private Value dotenvPath(CallArguments arguments) {
    Thing path = arguments.option("path");
    if (path == Thing.UNKNOWN) {
      path = arguments.either(0, "dotenv_path");
    }
    Value told = things.told(path);
    return told instanceof Value.Unknown ? DOTENV : told;
  }
}
