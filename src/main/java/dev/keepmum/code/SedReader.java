package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.List;

/**
 * Reads sed scripts. The effects are those beside the stream: files read and written, commands
 * started, texts inserted. What becomes of the stream itself is told by {@link #shown}; in the
 * effects it stands as {@link dev.keepmum.effect.Value.ReadInput}.
 */
public final class SedReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return read(text, SedMode.PLAIN);
  }

  /** The effects of a script under the options that change its meaning. */
  public List<Effect> read(String script, SedMode mode) {
    return new SedStream(script, mode).effects();
  }

  /**
   * What the script prints of its input. Several {@code -e} are one script, joined by newlines.
   * {@link Shown#NAMES} means that each printed line has lost everything from its equals sign on.
   */
  public Shown shown(String script, SedMode mode) {
    return new SedStream(script, mode).shown();
  }
}
