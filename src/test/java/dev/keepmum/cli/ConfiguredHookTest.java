package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.event.JsonText;
import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import dev.keepmum.policy.Judge;
import dev.keepmum.rule.MadeUp;
import dev.keepmum.rule.RuleBooks;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hook answers, and the commands show, where a configuration lies. */
class ConfiguredHookTest {
  private static final int LONG = 60_000;

  @TempDir Path temporary;

  private Path project;
  private Path configuration;
  private final AtomicInteger halted = new AtomicInteger(-1);
  private final CountDownLatch halt = new CountDownLatch(1);

  @BeforeEach
  void makeAProject() throws IOException {
    project = Files.createDirectories(temporary.toRealPath().resolve("app"));
    configuration = temporary.toRealPath().resolve("home/.config/keepmum/config.json");
    Files.createDirectories(configuration.getParent());
    Files.writeString(project.resolve(".env"), "ACME_TOKEN=canary-7f3a\n");
  }

  private Host host() {
    return new SystemHost(
        Map.of("CLAUDE_PROJECT_DIR", project.toString()), temporary.resolve("home").toString());
  }

  private String hook(Host host, String name, String fields) {
    String event =
        "{\"hook_event_name\":\"%s\",\"cwd\":%s,%s}"
            .formatted(name, JsonText.quoted(project.toString()), fields);
    Judges judges =
        new Judges() {
          @Override
          public Judge judge() {
            return Judges.on(host);
          }

          @Override
          public EventAnswers events() {
            return new EventAnswers(RuleBooks.standard(), host);
          }
        };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Guard(OnPass.NOTHING, judges, LONG, this::halt)
        .answer(
            new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
            out,
            new ByteArrayOutputStream());
    return out.toString(StandardCharsets.UTF_8);
  }

  private void halt(int status) {
    halted.set(status);
    halt.countDown();
  }

  private String bash(String command) {
    return hook(host(), "PreToolUse", call(command));
  }

  private static String call(String command) {
    return "\"tool_name\":\"Bash\",\"tool_input\":{\"command\":" + JsonText.quoted(command) + "}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"PreToolUse", "UserPromptSubmit", "ConfigChange"})
  void aMistakeKeepsTheHookClosed(String event) throws IOException {
    Files.writeString(configuration, "{\n  \"mode\": \"observed\"\n}\n");
    String fields =
        call("ls")
            + ",\"prompt\":\"hello\",\"source\":\"user_settings\",\"file_path\":"
            + JsonText.quoted(project + "/.claude/settings.json");

    assertThat(hook(host(), event, fields))
        .contains(event.equals("PreToolUse") ? "\"deny\"" : "\"block\"")
        .contains("keepmum: " + configuration + ":2:11: mode must be")
        .contains("Until a person mends that file");
  }

  @Test
  void whatTheConfigurationLetsPassGetsNoOpinion() throws IOException {
    assertThat(bash("cat .env")).contains("\"deny\"");

    Files.writeString(configuration, "{\"mode\": \"ask\"}");
    assertThat(bash("cat .env")).contains("\"ask\"");

    Files.writeString(configuration, "{\"mode\": \"observe\"}");
    assertThat(bash("cat .env")).isEqualTo("{}\n");
  }

  @Test
  void outputsStayAsTheyAreWhereAllIsOnlyObserved() throws IOException {
    StringBuilder made = new StringBuilder("AKIA");
    new Random().ints(16, 0, 26).forEach(i -> made.append((char) ('A' + i)));
    String key = made.toString();
    String output = call("make") + ",\"tool_response\":{\"stdout\":\"" + key + "\"}";
    String prompt = "\"prompt\":\"use " + key + "\"";
    assertThat(hook(host(), "PostToolUse", output)).contains("keepmum:").doesNotContain(key);
    assertThat(hook(host(), "UserPromptSubmit", prompt)).contains("\"block\"");

    Files.writeString(configuration, "{\"mode\": \"observe\"}");
    assertThat(hook(host(), "PostToolUse", output)).isEqualTo("{}\n");
    assertThat(hook(host(), "UserPromptSubmit", prompt)).isEqualTo("{}\n");
  }

  @Test
  void theDeadlineIsTheConfigurations() throws Exception {
    Files.writeString(configuration, "{\"deadlineMs\": 100}");
    Host host = host();
    Host hanging =
        (Host)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Host.class},
                (proxy, method, arguments) -> {
                  if (arguments != null && arguments[0].equals(project + "/hanging")) {
                    halt.await();
                  }
                  return method.invoke(host, arguments);
                });

    assertThat(hook(hanging, "PreToolUse", call("cat hanging"))).contains("not be judged in time");
    assertThat(halted).hasValue(2);
  }

  @Test
  void theCommandShowsWhatCountsAndWhoSaysIt() throws IOException {
    Files.writeString(
        configuration,
        """
        {
          "mode": "ask",
          "hosts": {"api.acme.example": ["ACME_TOKEN"]},
          "allow": [
            {"rule": "layer3/dotenv", "command": "cat .env", "reason": "r", "until": "2020-01-31"}
          ]
        }
        """);
    Files.writeString(
        project.resolve(".keepmum.json"),
        "{\"mode\": \"observe\", \"deadlineMs\": 500, \"rules\": {\"layer3/dotenv\": \"pass\"}}");

    assertThat(config())
        .contains(
            "(not there)\n",
            "user     " + configuration + " (counts)\n",
            project + "/.keepmum.json (not trusted: only what tightens counts)\n",
            "mode         ask  (user)\n",
            "log          true  (default)\n",
            "deadlineMs   500  (project)\n",
            "rule         layer3/dotenv: deny  (default)\n",
            "host         api.acme.example: ACME_TOKEN  (user)\n",
            "\"until\": \"2020-01-31\"}  (" + configuration + ":5:5, does not count: expired)\n");
    assertThat(config("--json"))
        .startsWith("{\"version\":1,\"files\":[{\"layer\":\"managed\"")
        .contains("{\"key\":\"mode\",\"value\":\"ask\",\"source\":\"user\"}");
  }

  private String config(String... options) {
    String[] arguments = new String[options.length + 1];
    arguments[0] = "config";
    System.arraycopy(options, 0, arguments, 1, options.length);
    Outcome outcome = run(arguments);
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }

  private Outcome run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    int status = Keepmum.run(arguments, in, out, err, new Consent(Map.of(), false, in), host());
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static final String OWN_RULES =
      """
      {"rules": {
        "acme/license": {"about": "The license of Acme.", "paths": ["**/acme.lic"],
          "catches": ["conf/acme.lic", "/p/ACME.lic"], "spares": ["acme.lic.txt"]},
        "acme/token": {"about": "A token of Acme.", "keywords": ["acme_live_"],
          "pattern": "acme_live_[A-Za-z0-9]+", "alphabet": "A-Za-z0-9_", "minLength": 30,
          "catches": ["acme_live_{A-Za-z0-9*24}"], "spares": ["acme_live_short"]},
        "acme/vault": {"about": "a secret of the vault", "programs": ["acme-vault"],
          "prints": ["read <x>"],
          "catches": ["acme-vault read x"], "spares": ["acme-vault read x > /dev/null"]}}}
      """;

  @Test
  void ownRulesProveThemselves() throws IOException {
    Files.writeString(configuration, OWN_RULES);

    Outcome outcome = run("rules", "test");
    assertThat(outcome.out()).isEqualTo("3 rules, 7 examples, 0 failed\n");
    assertThat(outcome.status()).isZero();
  }

  @Test
  void whatDoesNotHoldIsToldWithItsPlaceAndNotWithItsText() throws IOException {
    Files.writeString(
        configuration,
        OWN_RULES
            .replace("acme.lic.txt", "/x/acme.lic")
            .replace("acme_live_{A-Za-z0-9*24}", "acme_test_{A-Za-z0-9*24}")
            .replace("read x\"]", "list\"]")
            .replace("\"catches\": [\"conf/acme.lic\", \"/p/ACME.lic\"], ", ""));

    Outcome outcome = run("rules", "test");
    assertThat(outcome.out())
        .isEqualTo(
            """
            FILE:2:3: acme/license has nothing that it catches, so nothing proves it
            FILE:3:16: acme/license finds this example, which it is to spare
            FILE:6:17: acme/token does not find this example
            FILE:9:17: acme/vault does not find this example
            3 rules, 5 examples, 4 failed
            """
                .replace("FILE", configuration.toString()));
    assertThat(outcome.status()).isEqualTo(1);
  }

  @Test
  void ownRulesAreListedAndShown() throws IOException {
    Files.writeString(project.resolve(".keepmum.json"), OWN_RULES);

    assertThat(run("rules", "list", "acme/").out())
        .isEqualTo(
            """
            acme/license  The license of Acme.
            acme/token  A token of Acme.
            acme/vault  a secret of the vault
            """);
    assertThat(run("rules", "show", "acme/license").out())
        .startsWith("acme/license  (" + project + "/.keepmum.json:2:3)\n  about: The license")
        .contains("  paths:\n    **/acme.lic\n", "  spares:\n    acme.lic.txt\n");
    assertThat(config())
        .contains("own rule     acme/license: deny  (" + project + "/.keepmum.json:2:3)\n");
  }

  @Test
  void theRuleBookIsListedWhateverTheConfigurationIsLike() throws IOException {
    Files.writeString(configuration, "{\"rules\": {\"acme/x\": {}}}");

    Outcome outcome = run("rules", "list");
    assertThat(outcome.out()).contains("layer3/dotenv  ");
    assertThat(outcome.err()).contains(configuration + ":1:12: a rule needs paths");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(run("rules", "test").status()).isEqualTo(2);
  }

  @Test
  void outputsAndPromptsAreRidOfWhatOwnRulesKnow() throws IOException {
    Files.writeString(configuration, OWN_RULES);
    Files.writeString(project.resolve("acme.lic"), "LICENSE=qk3Zr8vW2mXe9tLp\n");
    String token = MadeUp.text("acme_live_{A-Za-z0-9*24}");

    String output = call("make") + ",\"tool_response\":{\"stdout\":\"a %s b\"}";
    assertThat(hook(host(), "PostToolUse", output.formatted(token)))
        .contains("keepmum:")
        .doesNotContain(token);
    assertThat(hook(host(), "PostToolUse", output.formatted("qk3Zr8vW2mXe9tLp")))
        .contains("keepmum:")
        .doesNotContain("qk3Zr8vW2mXe9tLp");
    assertThat(hook(host(), "UserPromptSubmit", "\"prompt\":\"use " + token + "\""))
        .contains("\"block\"");
  }

  /** What somebody's rules protect is no reason to look for less of what the rule book does. */
  @Test
  void ownRulesTakeNoRoomFromTheRuleBook() throws IOException {
    Files.writeString(
        project.resolve(".keepmum.json"),
        "{\"rules\": {\"evil/many\": {\"about\": \"x\", \"paths\": [\"**/.a*.x\"]}}}");
    for (int i = 0; i < 120; i++) {
      Files.writeString(project.resolve(".a" + i + ".x"), "K" + i + "=many-7f3a2b" + i + "\n");
    }

    String output = call("make") + ",\"tool_response\":{\"stdout\":\"canary-7f3a\"}";
    assertThat(hook(host(), "PostToolUse", output)).contains("keepmum:").doesNotContain("y-7f3a");
  }
}
