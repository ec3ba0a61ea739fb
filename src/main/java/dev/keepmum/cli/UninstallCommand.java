package dev.keepmum.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Mixin private SettingsPlace place;

  @Mixin private Preview preview;

  UninstallCommand(Consent consent) {
    this.environment = consent.environment();
    this.preview = new Preview(consent);
  }

  @Override
  public Integer call() throws BrokenInput, IOException {
    preview.refuseAgents("uninstall");
    Path path = place.path(environment);
    SettingsText settings = SettingsText.at(path);
    String after = settings.unregistered();
    if (after.equals(settings.text())) {
      out().println(path + ": keepmum is not registered there");
      return 0;
    }
    return preview.show(path, settings.text(), after, out(), () -> unregister(settings));
  }

  private void unregister(SettingsText settings) throws BrokenInput, IOException {
    settings.unregister();
    out().println("taken out; tool calls are no longer guarded by this file");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
