package dev.keepmum.cli;

import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program as people call it: everything but the hook's straight way. */
@Command(
    name = "keepmum",
    description = "Keeps secrets from leaking through coding agents.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing found",
      "1:findings, or a call that would not pass",
      "2:wrong usage or broken input (hook: the call is refused)"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum check 'cat .env'        what the hook would say to a command",
      "  keepmum test cases/*.jsonl      run a policy's own tests",
      "  keepmum scan --staged           secrets in what git would commit",
      "  keepmum help check              more about one of them"
    })
public final class Keepmum implements Runnable {
  @Spec private CommandSpec spec;

  private Keepmum() {}

  /**
   * Runs one command.
   *
   * @return its exit code
   */
  public static int run(String[] arguments, InputStream in, OutputStream out, OutputStream err) {
    return run(arguments, in, out, err, new Consent(System.getenv(), System.console() != null, in));
  }

  /** Runs one command for a person, or an agent, as {@code consent} has it. */
  static int run(
      String[] arguments, InputStream in, OutputStream out, OutputStream err, Consent consent) {
    return run(arguments, in, out, err, consent, new SystemHost());
  }

  /** The same on a given machine, for what judges by keepmum's configuration or changes it. */
  static int run(
      String[] arguments,
      InputStream in,
      OutputStream out,
      OutputStream err,
      Consent consent,
      Host host) {
    PrintWriter results = writer(out);
    PrintWriter complaints = writer(err);
    Faults faults = new Faults();
    CommandLine line =
        new CommandLine(new Keepmum())
            .addSubcommand(new HookCommand(in, out, err))
            .addSubcommand(new CheckCommand(in, host))
            .addSubcommand(new TestCommand())
            .addSubcommand(new ScanCommand(in))
            .addSubcommand(new RulesCommand(host))
            .addSubcommand(new InitCommand(consent))
            .addSubcommand(new UninstallCommand(consent))
            .addSubcommand(new TrustCommand(consent, host))
            .addSubcommand(new AllowCommand(consent, host))
            .addSubcommand(new ConfigCommand(host))
            .addSubcommand(new LintCommand())
            .addSubcommand(new DoctorCommand())
            .addSubcommand(new CommandLine.HelpCommand())
            .setOut(results)
            .setErr(complaints)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(faults)
            .setExecutionExceptionHandler(faults);
    int status = line.execute(arguments);
    results.flush();
    complaints.flush();
    return status;
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
