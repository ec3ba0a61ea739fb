package dev.keepmum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what becomes of a settings file before it is changed; {@code --dry-run} ends there. */
final class Preview {
  @Mixin private Consent consent;

  @Option(names = "--dry-run", description = "Show what would change; write nothing.")
  private boolean dryRun;

  Preview(Consent consent) {
    this.consent = consent;
  }

  /** What changes the file once somebody wants it. */
  @FunctionalInterface
  interface Change {
    void make() throws BrokenInput, IOException;
  }

  /**
   * Refuses to change anything for an agent, which may have a look.
   *
   * @param command the command's name
   */
  void refuseAgents(String command) throws BrokenInput {
    if (!dryRun) {
      consent.refuseAgents(command);
    }
  }

  /**
   * Shows a change, and makes it if it is wanted.
   *
   * @return the command's exit code: 1 if somebody says no
   * @throws BrokenInput where nobody can be asked, or where the change fails
   */
  int show(Path file, String before, String after, PrintWriter out, Change change)
      throws BrokenInput, IOException {
    out.println(file + ":");
    new TextChanges(before, after).print(out);
    if (dryRun) {
      return 0;
    }
    if (!consent.isGiven("Write it?", out)) {
      return 1;
    }
    change.make();
    return 0;
  }
}
