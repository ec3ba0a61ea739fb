package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keepmum.rule.MadeUp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code keepmum lint} as people call it. */
class LintCommandTest {
  private static final String SECRET = MadeUp.text("{A-Za-z0-9*24}");

  private static final String SETTINGS =
      """
      {
        "disableAllHooks": true,
        "env": {"STRIPE_SECRET_KEY": "%s"},
        "permissions": {
          "deny": ["Write(.env)"]
        }
      }
      """
          .formatted(SECRET);

  @TempDir Path folder;

  @BeforeEach
  void writeSettings() throws IOException {
    write(".claude/settings.json", SETTINGS);
  }

  @Test
  void showsTheLineWithACaretAndWithoutTheSecret() {
    Outcome outcome = lint(".");

    assertThat(outcome.out())
        .isEqualTo(
            """
            .claude/settings.json:2:3: error: disableAllHooks turns every hook off, the guard of the user's settings included [settings/disable-all-hooks]
              2 |   "disableAllHooks": true,
                |   ^
            .claude/settings.json:3:33: error: env.STRIPE_SECRET_KEY holds a secret: the variable holds a key of Stripe; take it out and start with keepmum run --env STRIPE_SECRET_KEY=REFERENCE -- claude [secrets/literal]
              3 |   "env": {"STRIPE_SECRET_KEY": "****"},
                |                                 ^
            .claude/settings.json:5:14: warning: the deny rule "Write(.env)" does nothing: files are matched by Edit rules only, for every tool that writes; write Edit(.env) [permissions/no-effect]
              5 |     "deny": ["Write(.env)"]
                |              ^
                can be mended with --fix
            2 errors, 1 warning, 0 notes in 1 file
            """);
    assertThat(outcome.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, error, 0",
    "{\"theme\": 7}, error, 0",
    "{\"theme\": 7}, warning, 1",
    "{\"unheardOf\": 7}, warning, 0",
    "{\"unheardOf\": 7}, note, 1",
    "{\"model\": 7}, error, 1",
  })
  void failsFromASeverityOn(String settings, String severity, int status) throws IOException {
    write(".claude/settings.json", settings);

    assertThat(lint("--fail-on", severity, ".").status()).isEqualTo(status);
  }

  @Test
  void aFileThatCannotBeReadIsStatusTwo() {
    Outcome outcome = lint("nowhere.json");

    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("nowhere.json: cannot be read");
  }

  @Test
  void readsAFileOfAnyNameByWhatItHolds() throws IOException {
    write("servers.json", "{\"mcpServers\": {\"a\": {\"command\": \"npx\", \"args\": [\"a\"]}}}");
    write("team.json", "{\"disableAllHooks\": true}");

    assertThat(lint("servers.json").out()).contains("[mcp/unpinned]");
    assertThat(lint("team.json").out()).contains("[settings/disable-all-hooks]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "github"})
  void noFormatTellsASecret(String format) throws IOException {
    String token = MadeUp.text("ghp_{crc32-base62*30}");
    write(
        ".claude/settings.local.json",
        "{\"permissions\": {\"allow\": [\"Bash(curl -H %s x:* y)\"]}, \"%s\": 1}"
            .formatted(token, token));
    write("broken.json", "{\"env\": {\"A\": \"%s\"}, // %s\n}".formatted(SECRET, SECRET));
    write(
        ".mcp.json",
        "{\"mcpServers\": {\"a\": {\"command\": \"a\", \"env\": {\"DB_PASSWORD\": \"%s\"}}}}"
            .formatted(SECRET));

    Outcome outcome = lint("--format", format, ".", "broken.json");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).contains("settings/json", "secrets/literal");
    assertHoldsNoPart(outcome.out() + outcome.err(), SECRET);
    assertHoldsNoPart(outcome.out() + outcome.err(), token.substring(4));
    assertHoldsNoPart(lint("--fix", ".", "broken.json").out(), SECRET);
  }

  private static void assertHoldsNoPart(String text, String secret) {
    for (int i = 0; i + 8 <= secret.length(); i++) {
      assertThat(text).doesNotContain(secret.substring(i, i + 8));
    }
  }

  @Test
  void githubGetsAnAnnotationALine() {
    assertThat(lint("--format", "github", ".").out().lines())
        .hasSize(3)
        .first()
        .isEqualTo(
            "::error file=.claude/settings.json,line=2,endLine=2,col=3,endColumn=4,"
                + "title=settings/disable-all-hooks::disableAllHooks turns every hook off,"
                + " the guard of the user's settings included");
  }

  @Test
  void jsonHasAVersionAndWhereEachFindingStands() throws IOException {
    JsonNode root = new ObjectMapper().readTree(lint("--format", "json", ".").out());

    assertThat(root.path("version").asInt()).isEqualTo(1);
    assertThat(root.at("/summary/errors").asInt()).isEqualTo(2);
    assertThat(root.at("/findings/2/check").asText()).isEqualTo("permissions/no-effect");
    assertThat(root.at("/findings/2/at").asText()).isEqualTo("permissions.deny[0]");
    assertThat(root.at("/findings/2/line").asInt()).isEqualTo(5);
    assertThat(root.at("/findings/2/fixable").asBoolean()).isTrue();
  }

  /** What code scanning needs of SARIF 2.1.0: sections 3.13, 3.14, 3.27, 3.29, 3.30 and 3.49. */
  @Test
  void sarifIsWhatCodeScanningTakes() throws IOException {
    write(
        ".keepmum.json",
        "{\"lint\": {\"suppress\": [{\"check\": \"permissions/\", \"reason\": \"tried\","
            + " \"until\": \"9999-12-31\"}]}}");
    JsonNode root = new ObjectMapper().readTree(lint("--format", "sarif", ".").out());
    JsonNode run = root.at("/runs/0");
    List<String> rules = new ArrayList<>();
    run.at("/tool/driver/rules").forEach(rule -> rules.add(rule.path("id").asText()));

    assertThat(root.path("version").asText()).isEqualTo("2.1.0");
    assertThat(URI.create(root.path("$schema").asText())).hasScheme("https");
    assertThat(run.at("/tool/driver/name").asText()).isEqualTo("keepmum");
    assertThat(rules).doesNotHaveDuplicates();
    assertThat(run.path("results")).hasSize(3);
    for (JsonNode result : run.path("results")) {
      JsonNode region = result.at("/locations/0/physicalLocation/region");

      assertThat(rules.get(result.path("ruleIndex").asInt()))
          .isEqualTo(result.path("ruleId").asText());
      assertThat(result.path("level").asText()).isIn("error", "warning", "note");
      assertThat(result.at("/message/text").asText()).isNotBlank();
      assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri").asText())
          .isEqualTo(".claude/settings.json");
      assertThat(region.path("startLine").asInt()).isPositive();
      assertThat(region.path("startColumn").asInt()).isPositive();
      assertThat(region.path("endColumn").asInt())
          .isGreaterThan(region.path("startColumn").asInt());
      assertThat(result.at("/partialFingerprints/keepmum~1v1").asText()).matches("[0-9a-f]{32}");
    }
    assertThat(run.at("/results/2/suppressions/0/kind").asText()).isEqualTo("external");
    assertThat(run.at("/results/2/suppressions/0/justification").asText()).isEqualTo("tried");
  }

  @Test
  void showsWhatItWouldMendAndMendsOnlyWhenTold() throws IOException {
    Path file = write(".claude/settings.json", SETTINGS.replace("\"]\n", "\", \"bash(x)\"]\n"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    String before = Files.readString(file);

    assertThat(lint("--fix", ".").out())
        .endsWith(
            """
            @@ -2,6 +2,6 @@
               "disableAllHooks": true,
               "env": {"STRIPE_SECRET_KEY": "****"},
               "permissions": {
            -    "deny": ["Write(.env)", "bash(x)"]
            +    "deny": ["Edit(.env)", "Bash(x)"]
               }
             }
            """);
    assertThat(file).hasContent(before);

    lint("--write", ".");
    assertThat(file)
        .hasContent(before.replace("Write(.env)", "Edit(.env)").replace("bash(x)", "Bash(x)"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    assertThat(lint("--write", ".").out()).isEmpty();
    assertThat(folder.resolve(".claude")).isDirectoryNotContaining("glob:**.tmp");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "{'a': [1, 2,],}                        ! {'a': [1, 2]}",
        "{'model': 'a', 'model': 'b'}           ! {'model': 'b'}",
        "{'permissions': {'ask': ['Glob(x)']}}  ! {'permissions': {'ask': ['Read(x)']}}",
        "{'permissions': {'allow': ['Write(x)']}}! {'permissions': {'allow': ['Write(x)']}}",
        "{'permisions': {}}                     ! {'permisions': {}}",
        "{'hooks': {'PreToolUse': [{'matcher': 'Bash', 'hooks': [{'type': 'command', 'command':"
            + " '/k/keepmum hook', 'async': true, 'timeout': 1}]}]}} ! {'hooks': {'PreToolUse':"
            + " [{'matcher': '*', 'hooks': [{'type': 'command', 'command': '/k/keepmum', 'timeout':"
            + " 20, 'onFailure': 'block', 'args': ['hook']}]}]}}",
      })
  void mendsOnlyWhatIsSafe(String before, String after) throws IOException {
    Path file = write(".claude/settings.json", before.replace('\'', '"'));

    lint("--write", ".");

    assertThat(file).hasContent(after.replace('\'', '"'));
  }

  @Test
  void theConfigurationRatesAndSuppresses() throws IOException {
    write(
        ".keepmum.json",
        """
        {
          // ours
          "lint": {
            "severity": {"secrets/": "warning", "permissions/no-effect": "off"},
            "suppress": [
              {"check": "settings/disable-all-hooks", "file": ".claude/settings.json",
               "at": "disableAllHooks", "reason": "on purpose", "until": "9999-12-31"}
            ]
          }
        }
        """);

    Outcome outcome = lint(".");

    assertThat(outcome.out()).endsWith("0 errors, 1 warning, 0 notes in 1 file (1 suppressed)\n");
    assertThat(outcome.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "{\"lint\": {\"sevrity\": {}}} ! 1:11: lint takes severity and suppress, not sevrity",
        "{\"lint\": {\"severity\": {\"a\": \"bad\"}}} ! 1:24: a must be off, note, warning or"
            + " error",
        "{\"lint\": {\"suppress\": [{\"check\": \"a\"}]}} ! 1:24: a suppression needs a reason",
        "{\"lint\": {\"suppress\": [{\"check\": \"a\", \"reason\": \"b\", \"until\": \"x\"}]}}"
            + " ! 1:54: until must be a date: 2027-01-31",
      })
  void aMistakeInTheConfigurationIsStatusTwo(String configuration, String mistake)
      throws IOException {
    write(".keepmum.json", configuration);

    Outcome outcome = lint(".");

    assertThat(outcome.err()).contains(".keepmum.json:" + mistake);
    assertThat(outcome.status()).isEqualTo(2);
  }

  @Test
  void anOldSuppressionCountsForNothing() throws IOException {
    write(
        ".keepmum.json",
        "{\"lint\": {\"suppress\": [{\"check\": \"settings/\", \"reason\": \"later\","
            + " \"until\": \"2020-01-31\"}]}}");

    assertThat(lint(".").out()).contains("[settings/disable-all-hooks]");
  }

  @Test
  void explainsAChecksAndListsThem() {
    assertThat(lint("--explain", "guard/matcher").out())
        .startsWith("guard/matcher: a guard that is asked about some tools only, or never\n\n")
        .contains("(?i)bash", "Found in ~/.claude/settings.json at 4:8:");
    assertThat(lint("--explain", "all").out()).contains("\nsecrets/literal  a secret in a file");
    assertThat(lint("--explain", "guard/nothing").status()).isEqualTo(2);
  }

  @Test
  void findsSettingsAgentsSkillsAndPluginsInATree() throws IOException {
    write("packages/a/.claude/settings.json", "{\"disableAllHooks\": true}");
    write("packages/a/.claude/agents/x.md", "---\npermissionMode: bypassPermissions\n---\n");
    write("skills/x/SKILL.md", "---\nallowed-tools: [\"Bash(*)\"]\n---\n");
    write("plugin/hooks/hooks.json", "{\"hooks\": {\"Stopp\": []}}");
    write("node_modules/a/.claude/settings.json", "{\"disableAllHooks\": true}");

    assertThat(lint(".").out())
        .contains(
            "packages/a/.claude/settings.json:1:2",
            "packages/a/.claude/agents/x.md:2:1",
            "skills/x/SKILL.md:2:17",
            "plugin/hooks/hooks.json:1:12",
            "in 5 files")
        .doesNotContain("node_modules");
  }

  @Test
  void hasNothingAgainstWhatInitWrites() throws IOException {
    String program = Path.of("hooks/keepmum").toAbsolutePath().toString();
    Outcome printed =
        Outcome.of("", "init", "--user", "--deny-rules", "--program", program, "--print");
    write(".claude/settings.json", printed.out());

    assertThat(printed.status()).isZero();
    assertThat(lint("--fail-on", "note", ".").out())
        .isEqualTo("0 errors, 0 warnings, 0 notes in 1 file\n");
  }

  @Test
  void endsSoonOnAFileThatIsAllFindings() throws IOException {
    StringBuilder members = new StringBuilder("{\"a\": 1");
    for (int i = 0; i < 25_000; i++) {
      members.append(",\n\"env\": {\"PATH\": \"").append(i).append("xxxx\"}");
    }
    write(".claude/settings.json", members.append('}').toString());
    long start = System.nanoTime();

    assertThat(lint(".").out()).contains("1000");
    assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Outcome lint(String... arguments) {
    List<String> all = new ArrayList<>(List.of("lint", "-C", folder.toString()));
    all.addAll(List.of(arguments));
    return Outcome.of("", all.toArray(String[]::new));
  }
}
