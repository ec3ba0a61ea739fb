package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads makefiles: recipes become shell runs, whichever target is asked for, and the functions that
 * print, read or start something are followed. Conditionals are read as if every branch held.
 *
 * @see <a href="https://www.gnu.org/software/make/manual/html_node/Quick-Reference.html">GNU make,
 *     quick reference</a>
 */
public final class MakeReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    List<Effect> effects = new ArrayList<>();
    MakeVariables variables = new MakeVariables(effects);
    new Makefile(text, variables, effects).follow();
    if (variables.exhausted()) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }
}
