package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keepmum.rule.MadeUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code keepmum scan} prints, and what it never does. */
class ScanCommandTest {
  private static final String BODY = MadeUp.text("{A-Za-z0-9*95}");
  private static final String SOURCE = "grüße\nKEY = \"sk-ant-api03-" + BODY + "\"\n";

  private final String home = System.getProperty("user.home");

  @TempDir Path folder;

  @AfterEach
  void returnHome() {
    System.setProperty("user.home", home);
  }

  @BeforeEach
  void makeFiles(@TempDir Path homeForNow) throws IOException {
    System.setProperty("user.home", homeForNow.toString());
    Files.writeString(folder.resolve("clean.txt"), "nothing here\n");
    Files.writeString(folder.resolve("a, 100%.py"), SOURCE);
  }

  @Test
  void textTellsThePlaceTheRuleAndWhatStandsThere() {
    Outcome outcome = scan();

    assertThat(outcome.out().lines())
        .hasSize(3)
        .contains("a, 100%.py:2:8  tokens/anthropic-api-key  An API key of Anthropic.")
        .anyMatch(line -> line.startsWith("  KEY = sk-a… (108 characters)"))
        .contains("1 secret in 2 files");
    assertThat(outcome.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "github"})
  void rulesOfTheProjectCountInEveryFormat(String format) throws IOException {
    String token = MadeUp.text("acme_live_{A-Za-z0-9*30}");
    Files.writeString(folder.resolve("notes.txt"), "x " + token + "\n");
    Files.writeString(
        folder.resolve(".keepmum.json"),
        "{\"rules\": {\"acme/token\": {\"about\": \"A token of Acme.\", \"keywords\":"
            + " [\"acme_live_\"], \"pattern\": \"acme_live_[A-Za-z0-9]+\", \"alphabet\":"
            + " \"A-Za-z0-9_\", \"minLength\": 30}}}");

    assertThat(scan("--format", format).out()).contains("acme/token").doesNotContain(token);
  }

  @Test
  void aMistakeInTheConfigurationIsNoCleanScan() throws IOException {
    Files.writeString(folder.resolve(".keepmum.json"), "{\"rules\": {\"acme/token\": {}}}");

    assertThat(scan().err()).contains(".keepmum.json:1:12: a rule needs paths");
    assertThat(scan().status()).isEqualTo(2);
  }

  @Test
  void jsonIsOneObjectOfVersionOne() throws IOException {
    JsonNode root = new ObjectMapper().readTree(scan("--format", "json").out());

    assertThat(root.path("version").asInt()).isEqualTo(1);
    assertThat(root.at("/summary/findings").asInt()).isEqualTo(1);
    JsonNode finding = root.at("/findings/0");
    assertThat(finding.path("path").asText()).isEqualTo("a, 100%.py");
    assertThat(finding.path("line").asInt()).isEqualTo(2);
    assertThat(finding.path("endColumn").asInt()).isEqualTo(8 + 108);
    assertThat(finding.at("/rules/0").asText()).isEqualTo("tokens/anthropic-api-key");
  }

  @Test
  void sarifRefersToItsRulesAndStaysTheSame() throws IOException {
    JsonNode root = new ObjectMapper().readTree(scan("--format", "sarif").out());
    JsonNode run = root.at("/runs/0");
    JsonNode result = run.at("/results/0");

    assertThat(root.path("version").asText()).isEqualTo("2.1.0");
    assertThat(run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt()).path("id"))
        .isEqualTo(result.path("ruleId"));
    assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
        .isEqualTo("a,%20100%25.py");
    assertThat(result.at("/locations/0/physicalLocation/region/startLine").asInt()).isEqualTo(2);

    String identity = result.at("/partialFingerprints/keepmum~1v1").asText();
    assertThat(identity).matches("[0-9a-f]{32}");
    write("a, 100%.py", "moved\n" + SOURCE.replace(BODY, MadeUp.text("{a-z0-9*95}")));
    assertThat(scan("--format", "sarif").out()).as("neither line nor value").contains(identity);
  }

  @Test
  void githubGetsAnAnnotationALine() {
    assertThat(scan("--format", "github").out())
        .startsWith(
            "::error file=a%2C 100%25.py,line=2,endLine=2,col=8,endColumn=116,"
                + "title=tokens/anthropic-api-key::An API key of Anthropic. KEY = sk-a…")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "github"})
  void noFormatTellsAValue(String format) {
    Outcome outcome = scan("--format", format);

    assertThat(outcome.status()).isEqualTo(1);
    for (int i = 0; i + 8 <= BODY.length(); i++) {
      assertThat(outcome.out() + outcome.err()).doesNotContain(BODY.substring(i, i + 8));
    }
  }

  @Test
  void nothingFoundIsStatusZeroAndQuietSaysNothing() {
    assertThat(scan("clean.txt").out()).isEqualTo("No secrets in 1 file\n");
    assertThat(scan("clean.txt").status()).isZero();
    assertThat(scan("--quiet", "clean.txt").out()).isEmpty();
    assertThat(scan("--quiet").out()).isNotEmpty();
  }

  @Test
  void standardInputIsScanned() {
    Outcome outcome = scanOf(SOURCE, "-");

    assertThat(outcome.out()).startsWith("-:2:8  tokens/anthropic-api-key");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(scanOf("nothing\n", "-").status()).isZero();
  }

  @Test
  void aBaselineAcceptsWhatItWasMadeOf() throws IOException {
    Outcome made = scan("--write-baseline", "baseline.json");
    assertThat(made.out()).isEqualTo("1 findings accepted in baseline.json\n");
    assertThat(made.status()).isZero();
    assertThat(Files.readString(folder.resolve("baseline.json"))).doesNotContain(BODY);

    assertThat(scan("--baseline", "baseline.json").status()).isZero();
    write("b.py", SOURCE);
    assertThat(scan("--baseline", "baseline.json").out())
        .contains("b.py:2:8")
        .doesNotContain("a, ");
  }

  @Test
  void aNameCannotWriteToTheTerminal() throws IOException {
    write("\u001b[31mred\nline", SOURCE);

    assertThat(scan().out())
        .contains("\"\\u001b[31mred\\nline\":2:8")
        .doesNotContain("\u001b[31mred", "\nline:");
  }

  @Test
  void whatCannotBeReadIsToldOnTheOtherStream() throws IOException {
    Files.write(folder.resolve("broken.zip"), new byte[] {'P', 'K', 3, 4, 20, 0, 0, 0, 8, 0});

    Outcome outcome = scan("--archives", "broken.zip");

    assertThat(outcome.err()).isEqualTo("keepmum: broken.zip: is a broken archive\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void gitThatSaysNoIsStatusTwo() {
    Outcome outcome = scan("--staged");

    assertThat(outcome.err()).startsWith("keepmum: git says: fatal: not a git repository");
    assertThat(outcome.status()).isEqualTo(2);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Outcome scan(String... arguments) {
    return scanOf("", arguments);
  }

  private Outcome scanOf(String input, String... arguments) {
    List<String> all = new ArrayList<>(List.of("scan", "-C", folder.toString()));
    all.addAll(List.of(arguments));
    return Outcome.of(input, all.toArray(String[]::new));
  }
}
