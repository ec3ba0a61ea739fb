package dev.keepmum.cli;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.host.Host;
import dev.keepmum.host.InstallKey;
import dev.keepmum.host.TextFile;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationFiles;
import dev.keepmum.policy.ConfigurationLayer;
import dev.keepmum.policy.ConfigurationMistake;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Exemption;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds exceptions to the user's configuration. */
@Command(
    name = "allow",
    description = {
      "Lets one command pass that is refused, or one file be changed without a question: adds what"
          + " is found in it to the exceptions in your configuration.",
      "Another command, another file or another end is refused as before."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it passes now, or did before",
      "1:not written: you said no",
      "2:wrong usage, or a command that no exception can let pass"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum allow 'cat .env.test' --reason 'made-up values' --until 2027-01-31",
      "  keepmum allow --tool Edit .env.test --reason 'made up' --until 2027-01-31"
    })
final class AllowCommand implements Callable<Integer> {
  private final Host host;
  private final RuleBook rules = RuleBooks.standard();

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      description = "The command, as one argument; with --tool the file.")
  private String command;

  @Option(
      names = "--tool",
      paramLabel = "NAME",
      description = "The tool that takes a file: Read, Edit, Write (default: the shell).")
  private Optional<String> tool;

  @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why.")
  private String reason;

  @Option(
      names = "--until",
      paramLabel = "DATE",
      required = true,
      description = "The last day on which it counts, like 2027-01-31.")
  private String until;

  @Option(
      names = "--cwd",
      paramLabel = "FOLDER",
      description = "The folder the call is made in (default: this one).")
  private Path cwd = Path.of("");

  @Mixin private Consent consent;

  AllowCommand(Consent consent, Host host) {
    this.consent = consent;
    this.host = host;
  }

  @Override
  public Integer call() throws BrokenInput, IOException {
    consent.refuseAgents("allow");
    String folder = cwd.toAbsolutePath().normalize().toString();
    if (verdict(folder).decision() == Decision.PASS) {
      out().println("it passes already");
      return 0;
    }
    Path file = file(folder);
    List<Exemption> exemptions = exemptions(folder);
    out().println(PathText.shown(file.toString()) + ":");
    for (Exemption exemption : exemptions) {
      out().println("+ " + ConfigurationText.visible(ConfigurationText.entry(exemption)));
    }
    if (!consent.isGiven("Write it?", out())) {
      return 1;
    }
    write(file, exemptions);
    Verdict verdict = verdict(folder);
    VerdictText.print(verdict, out());
    return verdict.decision() == Decision.PASS ? 0 : 2;
  }

  private Verdict verdict(String folder) throws BrokenInput {
    return new Judge(rules, host).judge(toolName(), input(), folder);
  }

  private Path file(String folder) throws BrokenInput {
    String path = new ConfigurationFiles(host, folder).path(ConfigurationLayer.USER);
    if (path.isEmpty()) {
      throw new BrokenInput("the account has no home folder to keep this in");
    }
    return Path.of(path);
  }

  private List<Exemption> exemptions(String folder) throws BrokenInput {
    try {
      return new Judge(rules, host)
          .exemptions(toolName(), input(), folder, reason, until, InstallKey.read(host));
    } catch (ConfigurationMistake mistake) {
      throw new BrokenInput(mistake.getMessage());
    }
  }

  private void write(Path file, List<Exemption> exemptions) throws BrokenInput {
    try {
      TextFile.at(file).change(text -> Optional.of(allowing(file, text.orElse(""), exemptions)));
    } catch (IOException e) {
      throw new BrokenInput(
          PathText.shown(file.toString()) + ": cannot be changed: " + e.getMessage());
    }
  }

  private String allowing(Path file, String text, List<Exemption> exemptions) throws IOException {
    try {
      if (!text.isBlank()) {
        check(file, text);
      }
      String allowing = ConfigurationText.allowing(text, exemptions);
      check(file, allowing);
      return allowing;
    } catch (ConfigurationMistake | MalformedJson e) {
      throw new IOException(e.getMessage());
    }
  }

  private void check(Path file, String text) throws ConfigurationMistake {
    Configuration.part(host, rules, ConfigurationLayer.USER, file.toString(), text);
  }

  private String toolName() {
    return tool.orElse("Bash");
  }

  /** The input of the call; of a tool for files whatever it could ask for. */
  private JsonObject input() throws BrokenInput {
    String text = JsonText.quoted(command);
    String json =
        tool.isEmpty()
            ? "{\"command\":" + text + "}"
            : "{\"file_path\":"
                + text
                + ",\"content\":\"\",\"old_string\":\"\",\"new_string\":\"\"}";
    try {
      return (JsonObject) JsonReader.read(json);
    } catch (MalformedJson e) {
      throw new BrokenInput("the command cannot be read");
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
