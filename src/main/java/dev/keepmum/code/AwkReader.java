package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.List;
import java.util.Map;

/**
 * Reads awk programs (POSIX awk and the gawk forms in common use). The lines of the files that awk
 * is given stand as {@link Value.ReadInput}; the caller, who knows the operands, puts the files in
 * its place.
 */
public final class AwkReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return read(text, Map.of(), new Value.ReadInput());
  }

  /**
   * The effects of a program that is started with some variables set.
   *
   * @param variables what {@code -v} sets; {@code FS} is what {@code -F} sets
   * @param record the line that it works on
   */
  public List<Effect> read(String program, Map<String, Value> variables, Value record) {
    return new AwkProgram(program, variables, record).effects();
  }

  /**
   * Whether of {@code NAME=value} lines the program gives away nothing but names, numbers of lines
   * and its own constants.
   *
   * @param fieldSeparator what {@code -F} says, empty where it is not given
   */
  public boolean namesOnly(String program, String fieldSeparator) {
    Map<String, Value> variables =
        fieldSeparator.isEmpty() ? Map.of() : Map.of("FS", new Value.Text(fieldSeparator));
    for (Effect effect : read(program, variables, new Value.ReadInput())) {
      if (Composition.holdsInput(effect)) {
        return false;
      }
    }
    return true;
  }
}
