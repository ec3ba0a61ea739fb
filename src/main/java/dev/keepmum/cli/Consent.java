package dev.keepmum.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * Whether a person wants what a command is about to do to the guard: asked, or told beforehand by
 * {@code --yes}.
 */
final class Consent {
  private final Map<String, String> environment;
  private final boolean isTerminal;
  private final InputStream in;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it without a question.")
  private boolean yes;

  /**
   * @param isTerminal whether somebody can be asked
   */
  Consent(Map<String, String> environment, boolean isTerminal, InputStream in) {
    this.environment = environment;
    this.isTerminal = isTerminal;
    this.in = in;
  }

  /** The environment of this process, which tells where settings lie. */
  Map<String, String> environment() {
    return environment;
  }

  /**
   * Refuses a command that an agent has started: the guard is for people to change.
   *
   * @param what the command's name
   */
  void refuseAgents(String what) throws BrokenInput {
    if (environment.containsKey("CLAUDECODE")) {
      throw new BrokenInput(
          what
              + " is for a person to run; it was started from inside an agent's call (CLAUDECODE)");
    }
  }

  /**
   * Asks for a yes, unless it has been said.
   *
   * @throws BrokenInput where nobody can be asked
   */
  boolean isGiven(String question, PrintWriter out) throws BrokenInput, IOException {
    if (yes) {
      return true;
    }
    if (!isTerminal) {
      throw new BrokenInput("nobody can be asked here; say --yes to write without a question");
    }
    out.print(question + " [y/N] ");
    out.flush();
    String answer =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
    return answer != null && (answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes"));
  }
}
