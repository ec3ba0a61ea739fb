package dev.keepmum.cli;

import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.host.FixtureHost;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a policy's own tests. */
@Command(
    name = "test",
    description = {
      "Judges cases and tells which come out otherwise than expected.",
      "A case is a line of JSON: tool, input, expect (deny, ask or pass); optional id, why, and"
          + " accept, a list of answers that are right too. For another event than a call it has"
          + " event instead of tool, the event's own fields as input, and redact as one more answer."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every case came out as expected",
      "1:at least one did not",
      "2:wrong usage or broken input"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum test --fixture fixture.json cases/*.jsonl",
      "A case: {\"tool\": \"Bash\", \"input\": {\"command\": \"cat .env\"}, \"expect\": \"deny\"}"
    })
final class TestCommand implements Callable<Integer> {
  private static final String EMPTY_MACHINE =
      "{\"home\":\"/home/user\",\"cwd\":\"/home/user/project\",\"env\":{},\"files\":{}}";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Cases, one a line.")
  private List<Path> files;

  @Option(
      names = "--fixture",
      paramLabel = "FILE",
      description =
          "The machine the cases are judged on, as JSON: home, cwd, env and files (default: an empty"
              + " one).")
  private Optional<Path> fixture;

  private int passed;
  private int failed;

  @Override
  public Integer call() throws BrokenInput, IOException {
    FixtureHost host = machine();
    Judge judge = Judges.on(host);
    EventAnswers events = new EventAnswers(RuleBooks.standard(), host);
    for (Path file : files) {
      for (PolicyCase policyCase : PolicyCase.read(file)) {
        count(
            policyCase,
            policyCase.isCall()
                ? judge.judge(policyCase.tool(), policyCase.input(), host.cwd())
                : events.answer(policyCase.hookEvent(host.cwd())).verdict());
      }
    }
    out().println(passed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  private FixtureHost machine() throws BrokenInput, IOException {
    if (fixture.isEmpty()) {
      return FixtureHost.read(
          new ByteArrayInputStream(EMPTY_MACHINE.getBytes(StandardCharsets.UTF_8)));
    }
    try (InputStream json = Files.newInputStream(fixture.get())) {
      return FixtureHost.read(json);
    } catch (IOException e) {
      throw new BrokenInput(fixture.get() + ": is no machine that can be read");
    }
  }

  private void count(PolicyCase policyCase, Verdict verdict) {
    if (policyCase.accepts(verdict)) {
      passed++;
    } else {
      failed++;
      report(policyCase, verdict);
    }
  }

  private void report(PolicyCase policyCase, Verdict verdict) {
    PrintWriter out = out();
    out.println("FAILED " + policyCase.id() + " (" + policyCase.place() + ")");
    out.println("  " + subject(policyCase) + " " + shown(policyCase.input()));
    out.println(
        "  expected "
            + String.join(" or ", policyCase.accepted())
            + ", but it is "
            + verdict.decision().word()
            + (verdict.reason().isEmpty() ? "" : ": " + verdict.reason()));
    if (!policyCase.why().isEmpty()) {
      out.println("  why: " + policyCase.why());
    }
  }

  private static String subject(PolicyCase policyCase) {
    return policyCase.isCall() ? policyCase.tool() : policyCase.event();
  }

  /** What the call is about, as one reads it: the command, the path, else all there is. */
  private static String shown(JsonObject input) {
    return input
        .text("command")
        .or(() -> input.text("file_path"))
        .or(() -> input.text("tool_name"))
        .orElse("");
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
