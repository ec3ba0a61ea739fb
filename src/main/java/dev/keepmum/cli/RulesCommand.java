package dev.keepmum.cli;

import dev.keepmum.rule.RuleCatalog;
import dev.keepmum.rule.RuleCatalog.Entry;
import dev.keepmum.rule.RuleStatistics;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the rule book. */
@Command(
    name = "rules",
    description = "Shows the rule book: what is secret, and what programs do with it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show ID | --stats)",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "2:wrong usage, or no such rule"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum rules list",
      "  keepmum rules list layer3/",
      "  keepmum rules show layer3/dotenv",
      "  keepmum rules --stats"
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--stats",
      description = "How many rules there are, and how large the program that they compile to is.")
  private boolean stats;

  @Override
  public void run() {
    if (stats) {
      long start = System.nanoTime();
      print(RuleStatistics.count());
      line("milliseconds to count and compile", (System.nanoTime() - start) / 1_000_000);
      return;
    }
    throw new ParameterException(spec.commandLine(), "Missing command: list, show ID or --stats");
  }

  @Command(
      name = "list",
      description = "Lists the rules, one a line.",
      mixinStandardHelpOptions = true)
  void list(
      @Parameters(
              paramLabel = "PREFIX",
              defaultValue = "",
              description = "Only rules whose id begins so (default: all).")
          String prefix) {
    for (Entry rule : RuleCatalog.load().entries()) {
      if (rule.id().startsWith(prefix)) {
        out().println(rule.id() + "  " + rule.about());
      }
    }
  }

  @Command(
      name = "show",
      description = "Shows one rule with its examples.",
      mixinStandardHelpOptions = true)
  void show(@Parameters(paramLabel = "ID", description = "layer3/dotenv, for example.") String id) {
    Optional<Entry> found = RuleCatalog.load().entry(id);
    if (found.isEmpty()) {
      throw new ParameterException(
          spec.subcommands().get("show"), "There is no rule '" + id + "'; see: keepmum rules list");
    }
    out().println(found.get().id() + "  (" + found.get().file() + ")");
    for (Map.Entry<String, Object> field : found.get().fields().entrySet()) {
      if (!field.getKey().equals("id")) {
        print(field.getKey(), field.getValue());
      }
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
