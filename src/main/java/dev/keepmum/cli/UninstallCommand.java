package dev.keepmum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes the hook out again. */
@Command(
    name = "uninstall",
    description = "Takes the hook out of a settings file of Claude Code: what init has put in.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:taken out, or it was not there",
      "1:not written: you said no",
      "2:wrong usage, or a file that cannot be changed"
    },
    footerHeading = "%nExamples:%n",
    footer = {"  keepmum uninstall", "  keepmum uninstall --project --dry-run"})
final class UninstallCommand implements Callable<Integer> {
  private final Consent consent;

  @Spec private CommandSpec spec;

  @Mixin private SettingsPlace place;

  @Option(names = "--dry-run", description = "Show what would change; write nothing.")
  private boolean dryRun;

  @Option(
      names = {"-y", "--yes"},
      description = "Write without a question.")
  private boolean yes;

  UninstallCommand(Consent consent) {
    this.consent = consent;
  }

  @Override
  public Integer call() throws BrokenInput, IOException {
    if (!dryRun) {
      consent.refuseAgents("uninstall");
    }
    Path path = place.path(consent.environment());
    SettingsText settings = SettingsText.at(path);
    String after = settings.unregistered();
    if (after.equals(settings.text())) {
      out().println(path + ": keepmum is not registered there");
      return 0;
    }
    out().println(path + ":");
    new TextChanges(settings.text(), after).print(out());
    if (dryRun) {
      return 0;
    }
    if (!yes && !consent.asks("Write it?", out())) {
      return 1;
    }
    settings.unregister();
    out().println("taken out; tool calls are no longer guarded by this file");
    return 0;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
