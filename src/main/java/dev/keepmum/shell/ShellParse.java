package dev.keepmum.shell;

import java.util.Optional;

/**
 * What came of parsing a text.
 *
 * @param script the complete commands, which bash would run; all of them if there is no error
 * @param error the first syntax error, after which bash runs nothing
 * @param limited true if the text was nested deeper than the parser goes; nothing is known of it
 */
public record ShellParse(Script script, Optional<SyntaxError> error, boolean limited) {

  /**
   * A syntax error.
   *
   * @param offset where in the source the text begins that bash would not run: the start of the
   *     line or command that does not parse
   * @param message what was expected, without any text of the source
   */
  public record SyntaxError(int offset, String message) {}
}
