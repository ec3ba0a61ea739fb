package dev.keepmum.cli;

import dev.keepmum.host.Host;
import dev.keepmum.host.TextFile;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationFiles;
import dev.keepmum.policy.ConfigurationLayer;
import dev.keepmum.policy.ConfigurationMistake;
import dev.keepmum.policy.ConfigurationPart;
import dev.keepmum.policy.TrustedFiles;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a project's configuration loosen. */
@Command(
    name = "trust",
    description = {
      "Lets what a project's configuration loosens count, as the file is now.",
      "When the file changes, only what tightens counts again until it is trusted anew."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:trusted",
      "1:not trusted: you said no",
      "2:wrong usage, or a file that is no configuration"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum trust                   the project in this folder",
      "  keepmum trust ~/app/.keepmum.json"
    })
final class TrustCommand implements Callable<Integer> {
  private static final int MAX_FILE = 1 << 20;

  private final Host host;

  @Spec private CommandSpec spec;

  @Mixin private Consent consent;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The project's configuration (default: .keepmum.json of this project).")
  private Optional<Path> file;

  TrustCommand(Consent consent, Host host) {
    this.consent = consent;
    this.host = host;
  }

  @Override
  public Integer call() throws BrokenInput, IOException {
    consent.refuseAgents("trust");
    Path path = path();
    byte[] content = content(path);
    ConfigurationPart part = read(path, content);
    PrintWriter out = spec.commandLine().getOut();
    out.println(PathText.shown(path.toString()) + ":");
    ConfigurationText.lines(part).forEach(line -> out.println("  " + line));
    if (!consent.isGiven("Trust it as it is now?", out)) {
      return 1;
    }
    record(path, content);
    out.println("trusted until it changes");
    return 0;
  }

  private Path path() throws BrokenInput {
    String folder = Path.of("").toAbsolutePath().toString();
    Path named =
        file.orElseGet(
            () -> Path.of(new ConfigurationFiles(host, folder).path(ConfigurationLayer.PROJECT)));
    try {
      Path real = named.toRealPath();
      if (!real.endsWith(".keepmum.json")) {
        throw new BrokenInput(
            PathText.shown(named.toString()) + ": a project's configuration is .keepmum.json");
      }
      return real;
    } catch (IOException e) {
      throw new BrokenInput(PathText.shown(named.toString()) + ": there is no such file");
    }
  }

  private static byte[] content(Path path) throws BrokenInput, IOException {
    if (!Files.isRegularFile(path) || Files.size(path) >= MAX_FILE) {
      throw new BrokenInput(PathText.shown(path.toString()) + ": is no file below 1 MiB");
    }
    return Files.readAllBytes(path);
  }

  private ConfigurationPart read(Path path, byte[] content) throws BrokenInput {
    try {
      return Configuration.part(
          host,
          RuleBooks.standard(),
          ConfigurationLayer.PROJECT,
          path.toString(),
          new String(content, StandardCharsets.UTF_8));
    } catch (ConfigurationMistake mistake) {
      throw new BrokenInput(mistake.getMessage());
    }
  }

  /** What was shown is what is trusted, whatever the file has become in the meantime. */
  private void record(Path path, byte[] content) throws BrokenInput, IOException {
    String record = TrustedFiles.recordPath(host);
    if (record.isEmpty()) {
      throw new BrokenInput("the account has no home folder to keep this in");
    }
    TextFile.ownAt(Path.of(record))
        .change(
            before ->
                Optional.of(
                    TrustedFiles.in(before.orElse("")).with(path.toString(), content).text()));
  }
}
