package dev.keepmum.cli;

import dev.keepmum.host.Host;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationMistake;
import dev.keepmum.policy.ConfiguredRule;
import dev.keepmum.policy.RuleProof;
import dev.keepmum.rule.RuleBooks;
import dev.keepmum.rule.RuleCatalog;
import dev.keepmum.rule.RuleCatalog.Entry;
import dev.keepmum.rule.RuleStatistics;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Shows the rule book and the rules beside it, and proves those. */
@Command(
    name = "rules",
    description = {
      "Shows the rule book: what is secret, and what programs do with it.",
      "Rules of your own stand in the configuration, under rules; test proves that each finds what"
          + " it catches and nothing of what it spares."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show ID | test | --stats)",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown, or every example of a rule of your own holds",
      "1:test: an example does not hold, or a rule has none",
      "2:wrong usage, no such rule, or a configuration with a mistake"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum rules list",
      "  keepmum rules list layer3/",
      "  keepmum rules show layer3/dotenv",
      "  keepmum rules test",
      "  keepmum rules --stats",
      "A rule of your own, in .keepmum.json:",
      "  {\"rules\": {\"acme/license\": {",
      "    \"about\": \"The license of Acme.\", \"paths\": [\"**/acme.lic\"],",
      "    \"catches\": [\"conf/acme.lic\"], \"spares\": [\"acme.txt\"]}}}"
    })
final class RulesCommand implements Runnable {
  private final Host host;

  @Spec private CommandSpec spec;

  @Option(
      names = "--stats",
      description = "How many rules there are, and how large the program that they compile to is.")
  private boolean stats;

  @Option(
      names = "--cwd",
      paramLabel = "FOLDER",
      scope = ScopeType.INHERIT,
      description = "The project's folder (default: this one).")
  private Path cwd = Path.of("");

  RulesCommand(Host host) {
    this.host = host;
  }

  @Override
  public void run() {
    if (stats) {
      long start = System.nanoTime();
      print(RuleStatistics.count());
      line("milliseconds to count and compile", (System.nanoTime() - start) / 1_000_000);
      return;
    }
    throw new ParameterException(
        spec.commandLine(), "Missing command: list, show ID, test or --stats");
  }

  @Command(
      name = "list",
      description = "Lists the rules, one a line; those of the configuration come last.",
      mixinStandardHelpOptions = true)
  void list(
      @Parameters(
              paramLabel = "PREFIX",
              defaultValue = "",
              description = "Only rules whose id begins so (default: all).")
          String prefix)
      throws BrokenInput {
    for (Entry rule : RuleCatalog.load().entries()) {
      list(rule.id(), rule.about(), prefix);
    }
    out().flush(); // Somebody may look here for what is wrong with the configuration.
    for (ConfiguredRule rule : configuration().rules()) {
      list(rule.id(), String.valueOf(RuleFields.of(rule).get("about")), prefix);
    }
  }

  private void list(String id, String about, String prefix) {
    if (id.startsWith(prefix)) {
      out().println(id + "  " + about);
    }
  }

  @Command(
      name = "show",
      description = "Shows one rule with its examples, and where it stands.",
      mixinStandardHelpOptions = true)
  void show(@Parameters(paramLabel = "ID", description = "layer3/dotenv, for example.") String id)
      throws BrokenInput {
    Optional<Entry> found = RuleCatalog.load().entry(id);
    if (found.isPresent()) {
      show(id, found.get().file(), found.get().fields());
      return;
    }
    for (ConfiguredRule rule : configuration().rules()) {
      if (rule.id().equals(id)) {
        show(id, PathText.shown(rule.place()), RuleFields.of(rule));
        return;
      }
    }
    throw new ParameterException(
        spec.subcommands().get("show"), "There is no rule '" + id + "'; see: keepmum rules list");
  }

  private void show(String id, String place, Map<String, Object> fields) {
    out().println(id + "  (" + place + ")");
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      if (!field.getKey().equals("id")) {
        print(field.getKey(), field.getValue());
      }
    }
  }

  @Command(
      name = "test",
      description = {
        "Holds the rules that the configuration brings against their own examples.",
        "Command lines are judged as calls in the project's folder; nothing is run. In an example"
            + " {A-Za-z0-9*20} stands for twenty such characters, so that it needs no real token."
      },
      mixinStandardHelpOptions = true,
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:every example holds",
        "1:one does not, or a rule has none",
        "2:a configuration with a mistake"
      },
      footerHeading = "%nExample:%n",
      footer = "  keepmum rules test --cwd ~/app")
  int test() throws BrokenInput {
    List<ConfiguredRule> rules = configuration().rules();
    RuleProof proof = new RuleProof(RuleBooks.standard(), host, folder());
    rules.forEach(proof::add);
    for (RuleProof.Failure failure : proof.failures()) {
      out().println(PathText.shown(failure.place()) + ": " + failure.rule() + " " + failure.what());
    }
    int failed = proof.failures().size();
    out()
        .println(rules.size() + " rules, " + proof.examples() + " examples, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  private String folder() {
    return cwd.toAbsolutePath().normalize().toString();
  }

  private Configuration configuration() throws BrokenInput {
    try {
      return Configuration.read(host, RuleBooks.standard(), folder());
    } catch (ConfigurationMistake mistake) {
      throw new BrokenInput(mistake.getMessage());
    }
  }

  private void print(RuleStatistics statistics) {
    line("rules", statistics.rules());
    line("of them programs and sub-commands", statistics.commands());
    line("of them token types", statistics.tokens());
    line("keywords of tokens", statistics.keywords());
    line("globs of files", statistics.fileNames());
    line("of them with an open pattern", statistics.openFileNames());
    line("RE2J instructions, all", statistics.instructions());
    line("of them for paths", statistics.pathInstructions());
    line("of them for variables", statistics.variableInstructions());
    line("of them for tokens", statistics.tokenInstructions());
  }

  private void line(String what, long number) {
    out().printf("%-34s %7d%n", what, number);
  }

  private void print(String key, Object value) {
    PrintWriter out = out();
    if (value instanceof List<?> items) {
      out.println("  " + key + ":");
      for (Object item : items) {
        out.println("    " + item);
      }
    } else {
      out.println("  " + key + ": " + value);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
