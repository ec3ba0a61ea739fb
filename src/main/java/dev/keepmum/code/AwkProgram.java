package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One awk program, parsed and followed at the same time, twice: the first round learns what
 * variables may hold when the next record comes, the second takes down the effects.
 */
final class AwkProgram {
  private final String source;
  private final Value record;
  private final Memory memory = new Memory();
  private final AwkVariables variables = new AwkVariables(memory);
  private final Map<String, List<String>> parameters = new HashMap<>();

  /**
   * A program.
   *
   * @param variables what is set before it starts
   * @param record what it reads
   */
  AwkProgram(String source, Map<String, Value> variables, Value record) {
    this.source = source;
    this.record = record;
    for (Map.Entry<String, Value> variable : variables.entrySet()) {
      memory.set(variable.getKey(), variable.getValue());
    }
  }

  List<Effect> effects() {
    round();
    return round();
  }

  private List<Effect> round() {
    AwkLexer lexer = new AwkLexer(source);
    AwkEffects effects = new AwkEffects();
    memory.set(AwkVariables.RECORD, record);
    new AwkStatements(lexer, memory, variables, effects, parameters).follow();
    if (lexer.isTooDeep()) {
      effects.emit(new Effect.Unfollowed());
    }
    return effects.all();
  }
}
