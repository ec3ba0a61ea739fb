package dev.keepmum.shell;

import java.util.List;

/**
 * Commands one after the other: a whole input, or the inside of a compound command.
 *
 * @param statements in order
 */
public record Script(List<Statement> statements) {

  /**
   * A command with what follows it.
   *
   * @param command what is run
   * @param background true if it ends with {@code &}
   */
  public record Statement(Command command, boolean background) {}
}
