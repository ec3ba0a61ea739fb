package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an awk program's variables, fields and arrays may hold, by their names: an array's elements
 * under {@code name[]}, its subscripts under {@code name[#]}, the record under {@code $0}.
 */
final class AwkVariables {
  static final String RECORD = "$0";

  private static final Value ONE = new Value.Text("1");

  private final Memory memory;
  private final Set<String> splitOnEquals = new HashSet<>();
  private boolean beforeInput;

  AwkVariables(Memory memory) {
    this.memory = memory;
  }

  /** Until {@link #input}, no record is there yet. */
  void beforeInput() {
    beforeInput = true;
  }

  void input() {
    beforeInput = false;
  }

  Value record() {
    return memory.get(RECORD);
  }

  Value get(String name) {
    if (name.equals("ENVIRON")) {
      return new Value.ReadEnvironment();
    }
    if (isPredefined(name)) {
      return Value.UNKNOWN;
    }
    return memory.knows(name + "[]") ? memory.get(name + "[]") : memory.get(name);
  }

  /** What to assign to where a name stands; empty where awk itself says what it holds. */
  static String target(String name) {
    return isPredefined(name) ? "" : name;
  }

  private static boolean isPredefined(String name) {
    switch (name) {
      case "ENVIRON":
      case "length":
      case "NR":
      case "FNR":
      case "FILENAME":
        return true;
      default:
        return false;
    }
  }

  /** The field with a number. */
  Value field(Value index) {
    if (record() instanceof Value.Text line && index instanceof Value.Text number) {
      return AwkFields.of(line.text(), memory.get("FS")).field(number.text());
    }
    return Composition.same(index, ONE) && separatorEndsName() ? Value.UNKNOWN : record();
  }

  static String fieldTarget(Value index) {
    return index instanceof Value.Text text ? "$" + text.text() : "$?";
  }

  Value element(String array, Value subscript) {
    switch (array) {
      case "ENVIRON":
        return subscript instanceof Value.Unknown
            ? new Value.ReadEnvironment()
            : new Value.ReadVariable(subscript);
      case "ARGV":
        return argument(subscript);
      default:
        memory.add(array + "[#]", subscript);
        return Composition.same(subscript, ONE) && splitOnEquals.contains(array + "[]")
            ? Value.UNKNOWN
            : memory.get(array + "[]");
    }
  }

  /** What a loop over an array gives its variable. */
  Value subscripts(String array) {
    return array.equals("ENVIRON") ? Value.UNKNOWN : memory.get(array + "[#]");
  }

  private static Value argument(Value subscript) {
    if (subscript instanceof Value.Text text
        && text.text().length() == 1
        && Character.isDigit(text.text().charAt(0))) {
      return new Value.Argument(text.text().charAt(0) - '0');
    }
    return new Value.Arguments();
  }

  /** Assigns to a variable, a field or an element of an array. */
  void store(String assigned, Value value) {
    if (assigned.endsWith("[]")) {
      memory.add(assigned, value);
      splitOnEquals.remove(assigned);
    } else if (assigned.equals("NF")) {
      boolean name = Composition.same(value, ONE) && separatorEndsName();
      memory.set(RECORD, name ? Value.UNKNOWN : record());
    } else if (assigned.startsWith("$") && !assigned.equals(RECORD)) {
      if (Composition.holds(value)) {
        memory.set(RECORD, Composition.join(List.of(record(), value)));
      }
    } else {
      // A separator that is set while reading counts from the next record on.
      boolean late = assigned.equals("FS") && !beforeInput;
      memory.set(assigned, late ? Value.UNKNOWN : value);
    }
  }

  /** Fills an array with the pieces of a text. */
  void split(String array, Value text) {
    memory.add(array, text);
    splitOnEquals.remove(array);
  }

  /** Fills an array with the pieces of an assignment: the first is its name, if all others were. */
  void splitAssignment(String array, Value text) {
    boolean known = memory.knows(array) && !splitOnEquals.contains(array);
    split(array, text);
    if (!known) {
      splitOnEquals.add(array);
    }
  }

  /** Whether of {@code NAME=value} lines the first field is the name. */
  boolean separatorEndsName() {
    return memory.get("FS") instanceof Value.Text text && AssignmentPattern.endsName(text.text());
  }
}
