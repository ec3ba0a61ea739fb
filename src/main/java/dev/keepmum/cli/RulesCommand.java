package dev.keepmum.cli;

import dev.keepmum.rule.RuleCatalog;
import dev.keepmum.rule.RuleCatalog.Entry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows the rule book. */
@Command(
    name = "rules",
    description = "Shows the rule book: what is secret, and what programs do with it.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show ID)",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "2:wrong usage, or no such rule"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum rules list",
      "  keepmum rules list layer3/",
      "  keepmum rules show layer3/dotenv"
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command: list or show ID");
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
