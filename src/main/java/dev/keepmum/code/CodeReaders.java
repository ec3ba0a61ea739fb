package dev.keepmum.code;

import dev.keepmum.effect.Language;
import java.util.Optional;

/** Finds the reader for a language. */
public final class CodeReaders {
  private CodeReaders() {}

  /** The reader of a language; empty for those that are not code or are not read any further. */
  public static Optional<CodeReader> of(Language language) {
    return Optional.empty();
  }

  /** A reader for which the value of the last expression is printed, as {@code node -p} does. */
  public static Optional<CodeReader> printing(Language language) {
    return of(language);
  }
}
