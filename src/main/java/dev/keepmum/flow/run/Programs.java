package dev.keepmum.flow.run;

import dev.keepmum.flow.Content;
import java.util.List;

/** Runs programs, builtins and functions: the seam between the syntax tree and what programs do. */
public interface Programs {

  /**
   * Runs a command with its arguments in the shell's current state, with the state's descriptors.
   *
   * @param words the program and its arguments; at least one
   */
  void run(ShellInterpreter shell, List<Content> words);

  /** Whether a program is known to succeed or to fail whatever it is given. */
  Outcome outcome(List<Content> words);

  /** What is known of an exit status. */
  enum Outcome {
    SUCCEEDS,
    FAILS,
    UNKNOWN
  }
}
