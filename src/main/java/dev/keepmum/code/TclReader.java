package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.List;

/**
 * Reads Tcl, and expect's commands on top of it: variables, procedures, channels and the programs
 * that are started are followed from command to command.
 *
 * @see <a href="https://www.tcl-lang.org/man/tcl8.6/TclCmd/Tcl.htm">Tcl(n)</a>
 */
public final class TclReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return new TclProgram().effects(text);
  }
}
