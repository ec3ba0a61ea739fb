package dev.keepmum.code;

import java.util.Optional;

/** The modules of a program's own that it may load, beside those that a library knows. */
public interface Modules {

  /** No modules at all. */
  Modules NONE =
      new Modules() {
        @Override
        public Optional<String> text(String name) {
          return Optional.empty();
        }
      };

  /**
   * The text of a module; empty where there is none, or nothing is to be known of it.
   *
   * @param name as the program has it: {@code util}, {@code app.util}, {@code ./util.js}
   */
  Optional<String> text(String name);
}
