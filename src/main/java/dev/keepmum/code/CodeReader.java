package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import java.util.List;

/** Tells what a piece of code in one language would do, without running it. */
public interface CodeReader {

  /**
   * The effects of a program's text, in its order. Text that is no program of the language gives
   * what could be made of it; nothing is ever thrown.
   *
   * @param text the program, at most 1 MiB
   */
  List<Effect> read(String text);

  /**
   * The same for a program that may load modules of its own.
   *
   * @param modules their texts
   */
  default List<Effect> read(String text, Modules modules) {
    return read(text);
  }
}
