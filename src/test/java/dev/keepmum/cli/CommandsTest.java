package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.rule.RuleCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as people call them: words in, text and an exit code out. */
class CommandsTest {
  private static final String CAT_DOTENV =
      "{\"hook_event_name\":\"PreToolUse\",\"cwd\":\"/\",\"tool_name\":\"Bash\","
          + "\"tool_input\":{\"command\":\"cat .env\"}}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"git status, 0, pass", "cat .env, 1, deny"})
  void checkJudgesACommand(String command, int status, String decision) {
    Outcome outcome = run("check", command);

    assertThat(outcome.out()).startsWith(decision);
    assertThat(outcome.status()).isEqualTo(status);
  }

  @Test
  void checkJudgesAnyTool() {
    Outcome outcome =
        run(
            "check",
            "--json",
            "--cwd",
            "/p",
            "--tool",
            "Read",
            "--input",
            "{\"file_path\":\".env\"}");

    assertThat(outcome.out())
        .startsWith("{\"decision\":\"deny\",\"rule\":\"layer3/dotenv\",\"layer\":3,\"reason\":\"")
        .contains("keepmum: .env would be shown");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void checkExplainsTheWayOfTheSecret() {
    assertThat(run("check", "--explain", "cat .env").out()).contains("flow:", "-> cat", "3 file");
  }

  @Test
  void checkAnswersLineByLineAndRefusesWhatItCannotRead() {
    Outcome outcome = runWith(CAT_DOTENV + "\nnonsense\n" + CAT_DOTENV + "\n", "check", "--jsonl");

    assertThat(outcome.out().lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("{\"decision\":\"deny\""));
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void checkJudgesTheEventsAroundCallsToo() {
    Outcome outcome =
        runWith(
            "{\"hook_event_name\":\"UserPromptSubmit\",\"cwd\":\"/\",\"prompt\":\"see @.env\"}\n"
                + "{\"hook_event_name\":\"PostToolUse\",\"cwd\":\"/\",\"tool_name\":\"Bash\","
                + "\"tool_response\":{\"stdout\":\"key AKIA"
                + "Q3EGRZT7XKPL5MNB\"}}\n"
                + "{\"hook_event_name\":\"Stop\",\"cwd\":\"/\"}\n",
            "check",
            "--jsonl");

    assertThat(outcome.out().lines().toList())
        .satisfiesExactly(
            prompt ->
                assertThat(prompt).startsWith("{\"decision\":\"deny\",\"rule\":\"layer3/dotenv\""),
            output ->
                assertThat(output)
                    .startsWith("{\"decision\":\"redact\",\"rule\":\"tokens/aws-access-key\"")
                    .contains("\"place\":\"stdout:1:5\"")
                    .doesNotContain("Q3EG"),
            stop -> assertThat(stop).startsWith("{\"decision\":\"pass\""));
    assertThat(outcome.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "chekc",
        "check",
        "check a b",
        "check --tool Read",
        "check --tool Read --input []",
        "check --tool Read --input {",
        "check ls --jsonl",
        "hook --on-pass=maybe",
        "test",
        "test /nowhere/cases.jsonl",
        "rules",
        "rules show layer9/nothing",
        "scan /nowhere/at-all",
        "scan --staged src",
        "scan --staged --all-history",
        "scan --range HEAD",
        "scan --format yaml",
        "scan - src",
        "scan --baseline /nowhere/baseline.json"
      })
  void wrongUseIsOneLineOrTwoAndStatus2(String words) {
    Outcome outcome = run(words.isEmpty() ? new String[0] : words.split(" "));

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("keepmum: ").doesNotContain("Exception", "\tat ");
    assertThat(outcome.err().lines()).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hook", "check", "test", "rules", "scan"})
  void everyCommandHelpsWithAnExample(String command) {
    Outcome outcome = run(command, "--help");

    assertThat(outcome.out())
        .contains("Usage: keepmum " + command, "Exit codes:", "keepmum " + command);
    assertThat(outcome.status()).isZero();
  }

  @Test
  void testTellsWhatCameOutOtherwise() throws IOException {
    Path cases =
        file(
            "cases.jsonl",
            "{\"id\":\"a/1\",\"tool\":\"Bash\",\"input\":{\"command\":\"cat .env\"},"
                + "\"expect\":\"deny\"}",
            "{\"id\":\"a/2\",\"tool\":\"Bash\",\"input\":{\"command\":\"cat .env\"},"
                + "\"expect\":\"pass\",\"why\":\"for the sake of it\"}",
            "",
            "{\"id\":\"a/3\",\"tool\":\"Bash\",\"input\":{\"command\":\"cat .env\"},"
                + "\"expect\":\"ask\",\"accept\":[\"deny\"]}",
            "{\"id\":\"a/4\",\"event\":\"UserPromptSubmit\",\"input\":{\"prompt\":\"see @.env\"},"
                + "\"expect\":\"deny\"}",
            "{\"id\":\"a/5\",\"event\":\"PostToolUse\",\"input\":{\"tool_response\":\"ok\"},"
                + "\"expect\":\"redact\"}");

    Outcome outcome = run("test", cases.toString());

    assertThat(outcome.out())
        .contains("a/2 (" + cases + ":2)", "expected pass, but it is deny", "for the sake of it")
        .contains("a/5 (" + cases + ":6)", "expected redact, but it is pass")
        .doesNotContain("a/1", "a/3", "a/4")
        .endsWith("3 passed, 2 failed\n");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void testJudgesOnTheDescribedMachine() throws IOException {
    Path machine =
        file(
            "fixture.json",
            "{\"home\":\"/home/dev\",\"cwd\":\"/home/dev/app\",\"env\":{},"
                + "\"files\":{\"/home/dev/app/notes.txt\":{\"link\":\".env\"},"
                + "\"/home/dev/app/.env\":\"KEY=CANARY\"}}");
    Path cases =
        file(
            "cases.jsonl",
            "{\"tool\":\"Read\",\"input\":{\"file_path\":\"notes.txt\"},\"expect\":\"deny\"}");

    assertThat(run("test", "--fixture", machine.toString(), cases.toString()).out())
        .isEqualTo("1 passed, 0 failed\n");
    assertThat(run("test", cases.toString()).out()).endsWith("0 passed, 1 failed\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense                      | :1:3: not valid JSON",
        "[]                            | :1: is not a JSON object",
        "{\"tool\":\"Bash\",\"input\":{}} | :1: \"expect\" is missing",
        "{\"expect\":\"deny\",\"input\":{}} | :1: \"tool\" is missing"
      })
  void testTellsWhereACaseIsBroken(String line, String message) throws IOException {
    Path cases = file("cases.jsonl", line);

    Outcome outcome = run("test", cases.toString());

    assertThat(outcome.err()).contains(cases + message);
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void rulesAreListedAndShown() {
    assertThat(run("rules", "list", "layer3/").out().lines())
        .contains("layer3/dotenv  " + about("layer3/dotenv"))
        .allMatch(line -> line.startsWith("layer3/"));
    assertThat(run("rules", "show", "layer3/dotenv").out())
        .startsWith("layer3/dotenv  (layer3.json)\n")
        .contains("  catches:\n    ");
  }

  @Test
  void rulesAreCounted() {
    assertThat(run("rules", "--stats").out().lines())
        .anyMatch(line -> line.matches("of them token types +[0-9]{3}"))
        .anyMatch(line -> line.matches("RE2J instructions, all +[0-9]{5}"));
  }

  private static String about(String id) {
    return RuleCatalog.load().entry(id).orElseThrow().about();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static Outcome run(String... arguments) {
    return runWith("", arguments);
  }

  private static Outcome runWith(String input, String... arguments) {
    return Outcome.of(input, arguments);
  }
}
