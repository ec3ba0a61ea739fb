package dev.keepmum.cli;

import dev.keepmum.host.TextFile;
import dev.keepmum.settings.DenyRules;
import dev.keepmum.settings.Registration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Registers the hook. */
@Command(
    name = "init",
    description = {
      "Registers the hook in a settings file of Claude Code.",
      "Nothing else in the file changes; the text before is kept beside it, for `uninstall`."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:registered, or it was already",
      "1:not written: you said no",
      "2:wrong usage, or a file that cannot be changed"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum init                   all of your projects",
      "  sudo keepmum init --managed    this machine; no repository can switch it off",
      "  keepmum init --dry-run         what would change",
      "Then prove it: keepmum doctor"
    })
final class InitCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Spec private CommandSpec spec;

  @Mixin private SettingsPlace place;

  @Mixin private Preview preview;

  @Option(
      names = "--program",
      paramLabel = "PATH",
      description = "The launcher or native program to register (default: this one).")
  private Optional<Path> program;

  @Option(
      names = "--deny-rules",
      description =
          "Add permission rules that keep .env and the like from @file mentions as well, which no"
              + " hook sees.")
  private boolean denyRules;

  @Option(names = "--print", description = "Print the entries alone; read and write nothing.")
  private boolean print;

  InitCommand(Consent consent) {
    this.environment = consent.environment();
    this.preview = new Preview(consent);
  }

  @Override
  public Integer call() throws BrokenInput, IOException {
    if (!print) {
      preview.refuseAgents("init");
    }
    String launcher = launcher().toString();
    if (print) {
      out().print(registered("", launcher));
      return 0;
    }
    Path path = place.path(environment);
    SettingsText settings = SettingsText.at(path);
    String after = registered(settings.text(), launcher);
    if (after.equals(settings.text())) {
      out().println(path + ": keepmum is registered already");
      return 0;
    }
    return preview.show(path, settings.text(), after, out(), () -> register(settings, launcher));
  }

  private void register(SettingsText settings, String launcher) throws BrokenInput, IOException {
    settings.register(text -> registered(text, launcher));
    out().println("registered; prove it with: keepmum doctor");
    pin(Path.of(launcher));
    tellMore();
  }

  private String registered(String text, String launcher) {
    String registered = Registration.added(text, launcher);
    return denyRules ? DenyRules.added(registered) : registered;
  }

  private Path launcher() throws BrokenInput {
    Path path =
        program
            .map(Path::toAbsolutePath)
            .or(InstalledLauncher::path)
            .orElseThrow(
                () ->
                    new BrokenInput(
                        "the launcher is not where this program is; name it: --program"))
            .normalize();
    if (!Files.isRegularFile(path) || !Files.isExecutable(path)) {
      throw new BrokenInput(path + ": is no program that can be started");
    }
    return path;
  }

  /**
   * Names the JVM that runs this in the file where the launcher looks first, so that no variable of
   * a repository's settings can name another. A JVM that somebody has pinned stays.
   */
  private void pin(Path launcher) throws IOException {
    Path pin = launcher.resolveSibling("keepmum.jvm");
    Optional<Path> java = InstalledLauncher.virtualMachine();
    if (java.isPresent() && !Files.exists(pin) && Files.isWritable(launcher.getParent())) {
      TextFile.at(pin).change(text -> Optional.of(java.get() + "\n"));
      out().println("pinned the JVM " + java.get() + " in " + pin);
    }
  }

  private void tellMore() {
    if (place.isProject()) {
      out().println("note: who else works on this project needs keepmum at the same path");
    }
    if (!denyRules) {
      out().println("note: @file mentions fire no hook; init --deny-rules adds rules against them");
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
