package dev.keepmum.code;

import dev.keepmum.effect.Language;
import java.util.Optional;

/** Finds the reader for a language. */
public final class CodeReaders {
  private CodeReaders() {}

  /** The reader of a language; empty for those that are not code or are not read any further. */
  public static Optional<CodeReader> of(Language language) {
    switch (language) {
      case AWK:
        return Optional.of(new AwkReader());
      case SED:
        return Optional.of(new SedReader());
      case JQ:
        return Optional.of(new JqReader());
      case YQ:
        return Optional.of(new JqReader());
      case CMD:
        return Optional.of(new CmdReader());
      case SQL:
        return Optional.of(new SqlReader());
      case POWERSHELL:
        return Optional.of(new PowerShellReader());
      default:
        return Optional.empty();
    }
  }
}
