package dev.keepmum.policy;

import dev.keepmum.event.Position;

/**
 * What makes a configuration unusable. The message names file, line and column, what is wrong and
 * what to do; of the file it holds at most the name of a key.
 */
public final class ConfigurationMistake extends Exception {
  private static final long serialVersionUID = 1L;

  /** A mistake in what is to become part of a configuration. */
  ConfigurationMistake(String message) {
    super(message, null, false, false);
  }

  ConfigurationMistake(String file, Position at, String message) {
    super(
        file.concat(":") + at.line() + ':' + at.column() + ": ".concat(message),
        null,
        false,
        false);
  }
}
