package dev.keepmum.cli;

import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import dev.keepmum.policy.ConfigurationFiles;
import dev.keepmum.policy.ConfigurationLayer;
import dev.keepmum.rule.RuleBooks;
import dev.keepmum.settings.LintCatalog;
import dev.keepmum.settings.LintSettings;
import dev.keepmum.settings.SecretMask;
import dev.keepmum.settings.SettingsFile;
import dev.keepmum.settings.SettingsFinding.Severity;
import dev.keepmum.settings.SettingsLint;
import dev.keepmum.settings.SettingsSearch;
import dev.keepmum.settings.SettingsSearch.Found;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks the settings that decide whether and how an agent is guarded. */
@Command(
    name = "lint",
    description = {
      "Checks Claude Code's settings, MCP servers, plugin hooks, agents and skills: what the client"
          + " would skip, a guard that is missing or lets calls through, what a cloned repository"
          + " must not do, permissions, secrets. Nothing is run, and no secret is shown.",
      "Without FILE or DIR it checks what the client would load here; with a DIR all files of"
          + " settings in that tree."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found that is as bad as --fail-on",
      "1:findings",
      "2:wrong usage, or a file that cannot be read"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum lint                           what the client would load here",
      "  keepmum lint .                         all settings of this repository",
      "  keepmum lint ~/.claude/settings.json --fix",
      "  keepmum lint . --format sarif > lint.sarif",
      "  keepmum lint --explain guard/matcher"
    })
final class LintCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "0..*",
      description = "Files of settings, and folders to look for them in.")
  private List<Path> named = List.of();

  @Mixin private ReportOptions options;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      description = "error, warning or note: from which on findings count (default: error).",
      defaultValue = "error")
  private Severity failOn;

  @Option(
      names = "--fix",
      description = "Show as a diff what can be mended safely; nothing is changed.")
  private boolean fix;

  @Option(names = "--write", description = "Mend in the files what can be mended safely.")
  private boolean write;

  @Option(
      names = "--explain",
      paramLabel = "ID",
      description = "Say what a check is about; 'all' lists the checks.")
  private Optional<String> explained = Optional.empty();

  private final Host host = new SystemHost();
  private final SettingsSearch search = new SettingsSearch(host);
  private boolean unread;

  @Override
  public Integer call() throws BrokenInput {
    if (explained.isPresent()) {
      return explain(explained.get());
    }
    Path here = options.folder();
    List<SettingsFile> files = files(here);
    SettingsLint lint = new SettingsLint(RuleBooks.standard(), host, here.toString());
    if (fix || write) {
      return mend(files, lint);
    }
    LintSettings configuration = configuration(here);
    LintReport report = new LintReport(here.toString(), files.size());
    LocalDate today = LocalDate.now();
    for (SettingsFile file : files) {
      report.add(lint.lint(file), configuration, today);
    }
    if (named.isEmpty()) {
      report.add(SettingsLint.lintTogether(files, search.userSettings()), configuration, today);
    }
    options.print(report, out());
    if (unread) {
      return 2;
    }
    return report.isFailed(failOn) ? 1 : 0;
  }

  private int explain(String id) {
    if (id.equals("all")) {
      for (LintCatalog.Check check : LintCatalog.checks()) {
        out().println(check.id() + "  " + check.title());
      }
      return 0;
    }
    Optional<LintCatalog.Check> check = LintCatalog.check(id);
    if (check.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "There is no check '" + id + "'; see: keepmum lint --explain all");
    }
    out().print(LintText.page(check.get()));
    return 0;
  }

  private List<SettingsFile> files(Path here) {
    List<SettingsFile> files = new ArrayList<>();
    if (named.isEmpty()) {
      for (Found found : search.loadedIn(here.toString())) {
        read(found, files);
      }
      return files;
    }
    for (Path name : named) {
      Path path = here.resolve(name).normalize();
      if (Files.isDirectory(path)) {
        for (Found found : search.below(path.toString())) {
          read(found, files);
        }
      } else {
        Optional<String> text = search.text(path.toString());
        if (text.isEmpty()) {
          complain(name.toString());
        } else {
          Found found = search.named(path.toString(), text.get());
          files.add(new SettingsFile(found.path(), found.kind(), found.scope(), text.get()));
        }
      }
    }
    return files;
  }

  private void read(Found found, List<SettingsFile> files) {
    Optional<String> text = search.text(found.path());
    if (text.isEmpty()) {
      complain(found.path());
    } else {
      files.add(new SettingsFile(found.path(), found.kind(), found.scope(), text.get()));
    }
  }

  private void complain(String path) {
    unread = true;
    spec.commandLine()
        .getErr()
        .println("keepmum: " + PathText.shown(path) + ": cannot be read, or is larger than 1 MiB");
  }

  private int mend(List<SettingsFile> files, SettingsLint lint) throws BrokenInput {
    for (SettingsFile file : files) {
      String mended = LintFixes.mended(file, lint);
      if (mended.equals(file.text())) {
        continue;
      }
      SecretMask mask = lint.mask(file);
      out()
          .print(
              UnifiedDiff.of(
                  PathText.shown(file.path()), mask.text(file.text()), mask.text(mended)));
      if (write) {
        try {
          LintFixes.write(Path.of(file.path()), file.text(), mended);
        } catch (IOException e) {
          throw new BrokenInput(PathText.shown(file.path()) + ": cannot be written");
        }
      }
    }
    return unread ? 2 : 0;
  }

  /** The layers in the order in which they bind. */
  private LintSettings configuration(Path here) throws BrokenInput {
    LintSettings settings = new LintSettings();
    ConfigurationFiles files = new ConfigurationFiles(host, here.toString());
    for (ConfigurationLayer layer : ConfigurationLayer.values()) {
      Optional<String> text = search.text(files.path(layer));
      if (text.isPresent()) {
        try {
          settings.add(files.path(layer), text.get());
        } catch (LintSettings.Mistake e) {
          throw new BrokenInput(e.getMessage());
        }
      }
    }
    return settings;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
