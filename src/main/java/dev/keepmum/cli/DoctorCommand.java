package dev.keepmum.cli;

import dev.keepmum.doctor.CheckResult;
import dev.keepmum.doctor.CheckResult.Outcome;
import dev.keepmum.doctor.Doctor;
import dev.keepmum.event.JsonText;
import dev.keepmum.host.SystemHost;
import dev.keepmum.rule.RuleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that the guard stands. */
@Command(
    name = "doctor",
    description = {
      "Proves that the hook is registered, starts, refuses and lets through, and how fast.",
      "Looks at the settings that the client would load in this folder, and starts the program they"
          + " name."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:calls are guarded here",
      "1:they are not, or may not be",
      "2:wrong usage, or nothing could be tried"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum doctor",
      "  keepmum doctor --live           run Claude Code itself; its model is a stand-in",
      "  keepmum doctor --json | jq .guarded"
    })
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--live",
      description =
          "Also run the client, headless, and look whether a canary reaches the model: nothing"
              + " leaves this machine.")
  private boolean live;

  @Option(
      names = "--client",
      paramLabel = "PATH",
      description = "The client for --live (default: claude on the PATH).")
  private Optional<Path> client;

  @Option(
      names = "--cwd",
      paramLabel = "FOLDER",
      description = "The folder the client would be started in (default: this one).")
  private Path cwd = Path.of("");

  @Option(names = "--json", description = "Answer with one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws BrokenInput {
    String folder = cwd.toAbsolutePath().normalize().toString();
    List<CheckResult> results = examine(folder);
    boolean guarded = results.stream().noneMatch(r -> r.outcome() == Outcome.FAILED);
    if (json) {
      printJson(folder, guarded, results);
    } else {
      print(folder, guarded, results);
    }
    return guarded ? 0 : 1;
  }

  private List<CheckResult> examine(String folder) throws BrokenInput {
    try {
      Path scratch = Files.createTempDirectory("keepmum-doctor");
      try {
        return new Doctor(RuleBooks.standard(), new SystemHost(), folder)
            .examine(scratch, live ? Doctor.Depth.CLIENT : Doctor.Depth.HOOK, client);
      } finally {
        remove(scratch);
      }
    } catch (IOException e) {
      throw new BrokenInput("nothing could be tried: " + e.getMessage());
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void print(String folder, boolean guarded, List<CheckResult> results) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        guarded
            ? "keepmum guards the calls that are made in " + folder
            : "keepmum does NOT guard the calls that are made in "
                + folder
                + ", or not all of them");
    out.println();
    for (CheckResult result : results) {
      out.printf("%-4s  %-12s %s%n", word(result.outcome()), result.id(), result.message());
    }
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case OK -> "ok";
      case WARNING -> "warn";
      case FAILED -> "FAIL";
    };
  }

  private void printJson(String folder, boolean guarded, List<CheckResult> results) {
    StringBuilder out = new StringBuilder("{\"version\":1,\"folder\":");
    out.append(JsonText.quoted(folder)).append(",\"guarded\":").append(guarded);
    out.append(",\"checks\":[");
    for (CheckResult result : results) {
      out.append(out.charAt(out.length() - 1) == '[' ? "" : ",")
          .append("{\"id\":")
          .append(JsonText.quoted(result.id()))
          .append(",\"outcome\":\"")
          .append(result.outcome().name().toLowerCase(Locale.ROOT))
          .append("\",\"message\":")
          .append(JsonText.quoted(result.message()))
          .append('}');
    }
    spec.commandLine().getOut().println(out.append("]}"));
  }
}
