package dev.keepmum.cli;

import dev.keepmum.host.InstallKey;
import dev.keepmum.host.SystemHost;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationMistake;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.RuleBooks;
import dev.keepmum.scan.Baseline;
import dev.keepmum.scan.GitChanges;
import dev.keepmum.scan.PathSource;
import dev.keepmum.scan.ScanFailure;
import dev.keepmum.scan.ScanProgress;
import dev.keepmum.scan.ScanReport;
import dev.keepmum.scan.Scanner;
import dev.keepmum.scan.Source;
import dev.keepmum.scan.StreamSource;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for secrets in files, in what git would commit or has committed, and in a stream. */
@Command(
    name = "scan",
    description = {
      "Finds secrets in files and folders, in what git would commit or has committed, and in"
          + " standard input. A protected file (.env, a private key) that git would take is a"
          + " finding by itself. Values are never shown.",
      "A finding is accepted by a baseline, or by a comment on its line, or alone on the line"
          + " above, with a reason: `keepmum:ignore made up for the test`.",
      "For one rule alone: `keepmum:ignore(tokens/x): reason`."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no secrets",
      "1:secrets were found",
      "2:wrong usage, or what was named cannot be scanned"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum scan                           this folder, without what git ignores",
      "  keepmum scan --staged                  what `git commit` would commit",
      "  keepmum scan --range origin/main..     what each commit of a branch adds",
      "  keepmum scan --all-history --format sarif > keepmum.sarif",
      "  kubectl logs api | keepmum scan -",
      "  keepmum scan --write-baseline .keepmum-baseline.json",
      "  keepmum scan --baseline .keepmum-baseline.json"
    })
final class ScanCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final InputStream in;

  @Spec private CommandSpec spec;

  @ArgGroup private Subject subject = new Subject();

  @Option(names = "--no-ignore", description = "Also scan files that git ignores.")
  private boolean ignoredToo;

  @Option(
      names = "--archives",
      description = "Look into zip, jar, tar and gzip files, within limits.")
  private boolean archives;

  @Mixin private ReportOptions options;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Accept the findings of this file, which --write-baseline has made.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Accept all that is found: write it to this file.")
  private Optional<Path> newBaseline = Optional.empty();

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing where nothing is found.")
  private boolean quiet;

  ScanCommand(InputStream in) {
    this.in = in;
  }

  /** What is scanned: one of four. */
  private static final class Subject {
    @Parameters(
        paramLabel = "PATH",
        arity = "0..*",
        description = "Files and folders (default: this folder); - is standard input.")
    private List<String> paths = List.of();

    @Option(names = "--staged", description = "What a commit made now would add, from git's index.")
    private boolean staged;

    @Option(
        names = "--range",
        paramLabel = "A..B",
        description = "What each commit that B has and A has not adds.")
    private String range = "";

    @Option(
        names = "--all-history",
        description = "What each commit that a branch, a tag or the stash leads to adds.")
    private boolean history;
  }

  @Override
  public Integer call() throws BrokenInput {
    try {
      return scan(options.folder());
    } catch (ScanFailure e) {
      throw new BrokenInput(e.getMessage());
    }
  }

  private int scan(Path here) throws BrokenInput, ScanFailure {
    Baseline accepted = accepted(here);
    Scanner scanner =
        Scanner.of(rules(here), new SystemHost().home(), InstallKey.read(), accepted.salt());
    if (archives) {
      scanner = scanner.openingArchives();
    }
    Source source = source(here);
    ScanReport report = scan(scanner, source);
    for (ScanReport.Unread unread : report.unread()) {
      err().println("keepmum: " + PathText.shown(unread.path()) + ": " + unread.why());
    }
    if (newBaseline.isPresent()) {
      accepted.write(here.resolve(newBaseline.get()), report.findings());
      out().println(report.findings().size() + " findings accepted in " + newBaseline.get());
      return 0;
    }
    ScanReport remaining = report.without(accepted);
    if (quiet && remaining.findings().isEmpty()) {
      return 0;
    }
    options.print(new ScanOutput(remaining), out());
    if (options.isText() && source instanceof GitChanges changes && subject.staged) {
      StagedAdvice.print(remaining, here, changes.hasHead(), out());
    }
    return remaining.findings().isEmpty() ? 0 : 1;
  }

  /** The rule book, with the rules that the configuration brings. */
  private static RuleBook rules(Path here) throws BrokenInput {
    try {
      List<RuleBook> books =
          Configuration.read(new SystemHost(), RuleBooks.standard(), here.toString())
              .books(RuleBooks.standard());
      return books.get(books.size() - 1);
    } catch (ConfigurationMistake mistake) {
      throw new BrokenInput(mistake.getMessage());
    }
  }

  private Baseline accepted(Path here) throws ScanFailure {
    if (baseline.isPresent()) {
      return Baseline.read(here.resolve(baseline.get()));
    }
    if (newBaseline.isPresent()) {
      Path file = here.resolve(newBaseline.get());
      return Files.exists(file) ? Baseline.read(file) : Baseline.empty(file);
    }
    return Baseline.empty(here.resolve("baseline"));
  }

  private Source source(Path here) throws ScanFailure {
    if (subject.staged) {
      return GitChanges.staged(here);
    }
    if (!subject.range.isEmpty()) {
      if (!subject.range.contains("..")) {
        throw new ParameterException(
            spec.commandLine(), "--range takes two revisions, A..B, not '" + subject.range + "'");
      }
      return GitChanges.range(here, subject.range);
    }
    if (subject.history) {
      return GitChanges.history(here);
    }
    if (subject.paths.equals(List.of(STANDARD_INPUT))) {
      return new StreamSource(STANDARD_INPUT, here, in);
    }
    if (subject.paths.contains(STANDARD_INPUT)) {
      throw new ParameterException(spec.commandLine(), "- is standard input, and stands alone");
    }
    List<String> named = subject.paths.isEmpty() ? List.of("") : subject.paths;
    return new PathSource(
        new SystemHost(),
        here,
        named.stream().map(Path::of).toList(),
        ignoredToo ? PathSource.Ignored.SCANNED : PathSource.Ignored.SKIPPED);
  }

  private ScanReport scan(Scanner scanner, Source source) throws ScanFailure {
    ScanProgress progress = new ScanProgress();
    try (ProgressLine line = ProgressLine.on(err(), progress)) {
      line.start();
      return scanner.scan(source, progress);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
