package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.List;
import java.util.Map;

/**
 * Reads the filters of jq and of both programs called yq. The document a filter is applied to
 * stands as {@link Value.ReadInput}; the caller, who knows the operands, puts the files in its
 * place.
 */
public final class JqReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return read(text, Map.of());
  }

  /**
   * The effects of a filter, the last of which prints its result.
   *
   * @param variables what {@code --arg}, {@code --rawfile} and their kin set, without the dollar
   */
  public List<Effect> read(String filter, Map<String, Value> variables) {
    return JqFilter.effects(filter, variables);
  }

  /** What the filter lets out of the document it is applied to; names are keys and paths. */
  public Shown shown(String filter) {
    return shown(read(filter));
  }

  /** What the filter lets out of the variables that the command line gives it. */
  public Shown shownOfVariables(String filter) {
    return shown(JqFilter.effectsOfVariables(filter));
  }

  private static Shown shown(List<Effect> effects) {
    for (Effect effect : effects) {
      if (Composition.holdsInput(effect)) {
        return Shown.CONTENT;
      }
    }
    return Shown.NAMES;
  }
}
