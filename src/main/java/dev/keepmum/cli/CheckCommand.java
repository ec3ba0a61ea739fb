package dev.keepmum.cli;

import dev.keepmum.event.HookEvent;
import dev.keepmum.event.HookReply;
import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.event.MalformedEvent;
import dev.keepmum.event.MalformedJson;
import dev.keepmum.flow.Trace;
import dev.keepmum.host.Host;
import dev.keepmum.policy.Decision;
import dev.keepmum.policy.Judge;
import dev.keepmum.policy.Verdict;
import dev.keepmum.rule.RuleBooks;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges calls by hand. */
@Command(
    name = "check",
    description = "Says what the hook would say to a call. Nothing is run.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:pass",
      "1:deny or ask (with --jsonl: at least one, or a redaction)",
      "2:wrong usage or broken input"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  keepmum check 'cat .env'",
      "  keepmum check --explain 'grep -r password . | head'",
      "  keepmum check --tool Read --input '{\"file_path\": \".env\"}' --json",
      "  keepmum check --jsonl < events.jsonl"
    })
final class CheckCommand implements Callable<Integer> {
  private final InputStream in;
  private final Host host;

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  @Option(names = "--json", description = "Answer with one JSON object.")
  private boolean json;

  @Option(
      names = "--explain",
      description = "Show what was understood: commands, what they read, where it goes.")
  private boolean explain;

  @Option(
      names = "--cwd",
      paramLabel = "FOLDER",
      description = "The folder the call would run in (default: this one).")
  private Path cwd = Path.of("");

  CheckCommand(InputStream in, Host host) {
    this.in = in;
    this.host = host;
  }

  /** What is judged: one of three. */
  private static final class Subject {
    @Parameters(paramLabel = "COMMAND", description = "A shell command, as one argument.")
    private String command;

    @ArgGroup(exclusive = false)
    private Call call;

    @Option(
        names = "--jsonl",
        required = true,
        description =
            "Judge the hook events on standard input, one a line; answer with one JSON object a"
                + " line.")
    private boolean lines;
  }

  /** A call of any tool. */
  private static final class Call {
    @Option(
        names = "--tool",
        paramLabel = "NAME",
        required = true,
        description = "The tool that would be called: Read, Write, mcp__server__tool, ...")
    private String tool;

    @Option(
        names = "--input",
        paramLabel = "JSON",
        required = true,
        description = "Its input, a JSON object.")
    private String input;
  }

  @Override
  public Integer call() throws BrokenInput, IOException {
    Judge judge = Judges.on(host);
    if (subject.lines) {
      return judgeLines(judge);
    }
    String folder = cwd.toAbsolutePath().normalize().toString();
    Trace trace = explain && !json ? new ExplanationTree(out()) : Trace.NONE;
    Verdict verdict = judge.judge(tool(), input(), folder, trace);
    if (json) {
      out().println(VerdictText.json(verdict));
    } else if (explain) {
      VerdictText.explain(verdict, out());
    } else {
      VerdictText.print(verdict, out());
    }
    return exitCode(verdict);
  }

  private String tool() {
    return subject.call == null ? "Bash" : subject.call.tool;
  }

  private JsonObject input() throws BrokenInput, IOException {
    String text =
        subject.call == null
            ? "{\"command\":" + JsonText.quoted(subject.command) + "}"
            : subject.call.input;
    JsonValue value;
    try {
      value = JsonReader.read(text);
    } catch (MalformedJson e) {
      throw new BrokenInput("--input, column " + e.position().column() + ": " + e.getMessage());
    }
    if (value instanceof JsonObject input) {
      return input;
    }
    throw new BrokenInput("--input is not a JSON object");
  }

  private int judgeLines(Judge judge) throws IOException {
    int status = 0;
    EventAnswers events = new EventAnswers(RuleBooks.standard(), host);
    // One character a byte, so that an event is judged by the very bytes the hook would get.
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      EventAnswer answer = judgeLine(judge, events, line);
      out().println(VerdictText.json(answer));
      out().flush();
      status = Math.max(status, exitCode(answer.verdict()));
    }
    return status;
  }

  private static EventAnswer judgeLine(Judge judge, EventAnswers events, String line) {
    try {
      HookEvent event =
          HookEvent.read(new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1)));
      return event.name().equals(HookEvent.PRE_TOOL_USE)
          ? told(judge.judge(event.toolName(), event.toolInput(), event.cwd()))
          : events.answer(event);
    } catch (MalformedEvent e) {
      return told(new Verdict(Decision.DENY, "", 0, e.getMessage(), ""));
    }
  }

  /** A verdict for people: no client waits for a reply. */
  private static EventAnswer told(Verdict verdict) {
    return new EventAnswer(HookReply.pass("", OnPass.NOTHING), verdict);
  }

  private static int exitCode(Verdict verdict) {
    return verdict.decision() == Decision.PASS ? 0 : 1;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
