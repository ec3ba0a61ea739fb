package dev.keepmum.cli;

import dev.keepmum.event.JsonText;
import dev.keepmum.host.Host;
import dev.keepmum.policy.Configuration;
import dev.keepmum.policy.ConfigurationFiles;
import dev.keepmum.policy.ConfigurationLayer;
import dev.keepmum.policy.ConfigurationMistake;
import dev.keepmum.policy.ConfigurationPart;
import dev.keepmum.rule.RuleBooks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the configuration as it counts. */
@Command(
    name = "config",
    description = "Shows the configuration that counts in a folder, and which file says what.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:shown", "2:wrong usage, or a file with a mistake"},
    footerHeading = "%nExamples:%n",
    footer = {"  keepmum config", "  keepmum config --json | jq .settings"})
final class ConfigCommand implements Callable<Integer> {
  private final Host host;

  @Spec private CommandSpec spec;

  @Option(
      names = "--cwd",
      paramLabel = "FOLDER",
      description = "The project's folder (default: this one).")
  private Path cwd = Path.of("");

  @Option(names = "--json", description = "Answer with one JSON object.")
  private boolean json;

  ConfigCommand(Host host) {
    this.host = host;
  }

  @Override
  public Integer call() throws BrokenInput {
    String folder = cwd.toAbsolutePath().normalize().toString();
    Configuration configuration;
    try {
      configuration = Configuration.read(host, RuleBooks.standard(), folder);
    } catch (ConfigurationMistake mistake) {
      throw new BrokenInput(mistake.getMessage());
    }
    ConfigurationFiles files = new ConfigurationFiles(host, folder);
    List<EffectiveSetting> settings = EffectiveSetting.of(configuration, host.now());
    if (json) {
      printJson(configuration, files, settings);
    } else {
      print(configuration, files, settings);
    }
    return 0;
  }

  private void print(
      Configuration configuration, ConfigurationFiles files, List<EffectiveSetting> settings) {
    PrintWriter out = spec.commandLine().getOut();
    for (ConfigurationLayer layer : ConfigurationLayer.values()) {
      out.printf(
          "%-8s %s (%s)%n",
          layer.word(), PathText.shown(files.path(layer)), state(configuration, layer));
    }
    out.println();
    for (EffectiveSetting setting : settings) {
      out.printf(
          "%-12s %s  (%s)%n",
          setting.key(), ConfigurationText.visible(setting.value()), setting.source());
    }
  }

  private static String state(Configuration configuration, ConfigurationLayer layer) {
    for (ConfigurationPart part : configuration.parts()) {
      if (part.layer() == layer) {
        return part.mayLoosen() ? "counts" : "not trusted: only what tightens counts";
      }
    }
    return "not there";
  }

  private void printJson(
      Configuration configuration, ConfigurationFiles files, List<EffectiveSetting> settings) {
    String layers =
        List.of(ConfigurationLayer.values()).stream()
            .map(
                layer ->
                    "{\"layer\":"
                        + JsonText.quoted(layer.word())
                        + ",\"file\":"
                        + JsonText.quoted(files.path(layer))
                        + ",\"state\":"
                        + JsonText.quoted(state(configuration, layer))
                        + "}")
            .collect(Collectors.joining(","));
    String values = settings.stream().map(EffectiveSetting::json).collect(Collectors.joining(","));
    spec.commandLine()
        .getOut()
        .println("{\"version\":1,\"files\":[" + layers + "],\"settings\":[" + values + "]}");
  }
}
