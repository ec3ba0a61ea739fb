package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.HookReply.OnPass;
import dev.keepmum.event.JsonText;
import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import dev.keepmum.policy.Judge;
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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    assertThat(Keepmum.run(arguments, in, out, out, new Consent(Map.of(), false, in), host()))
        .isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
