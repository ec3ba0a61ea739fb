package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.List;

/**
 * Reads the command language of cmd.exe: lines of commands, batch files. Programs and built-in
 * commands come out as runs with lower-case names; {@code echo}, {@code set} and redirections are
 * followed here.
 */
public final class CmdReader implements CodeReader {

  @Override
  public List<Effect> read(String text) {
    return new CmdProgram(text, 0).effects();
  }
}
