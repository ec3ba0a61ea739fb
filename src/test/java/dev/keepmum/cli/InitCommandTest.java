package dev.keepmum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** init and uninstall in a home of their own. */
class InitCommandTest {
  @TempDir Path home;

  private Path launcher;
  private Path settings;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void makeALauncher() throws IOException {
    launcher = Files.writeString(home.resolve("keepmum"), "#!/bin/sh\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    settings = home.resolve(".claude/settings.json");
  }

  private int run(Map<String, String> environment, String answers, String... arguments) {
    ByteArrayInputStream in = new ByteArrayInputStream(answers.getBytes(StandardCharsets.UTF_8));
    return Keepmum.run(arguments, in, out, err, new Consent(environment, !answers.isEmpty(), in));
  }

  private int run(String answers, String... arguments) {
    return run(Map.of("HOME", home.toString()), answers, arguments);
  }

  private int init(String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(
        new String[] {"init", "--program", launcher.toString(), "--yes"}, 0, arguments, 0, 4);
    System.arraycopy(more, 0, arguments, 4, more.length);
    return run("", arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n\t\"model\": \"opus\",\n\t\"hooks\": {}\n}\n",
        "{ \"hooks\" : { \"PreToolUse\" : [ ] } }",
        "\uFEFF{\r\n  \"model\":\"opus\" }",
        " \n"
      })
  void takingItOutGivesTheVeryBytesBack(String text) throws Exception {
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, text);

    assertThat(init("--deny-rules")).isZero();
    String registered = Files.readString(settings);
    assertThat(init("--deny-rules")).isZero();
    assertThat(settings).hasContent(registered);
    assertThat(run("", "uninstall", "--yes")).isZero();

    assertThat(Files.readString(settings)).isEqualTo(text);
    assertThat(settings.getParent()).isDirectoryNotContaining("glob:**keepmum*");
  }

  @Test
  void aFileThatInitMadeGoesAway() {
    assertThat(init()).isZero();
    assertThat(settings).exists();
    assertThat(run("", "uninstall", "--yes")).isZero();
    assertThat(settings).doesNotExist();
    assertThat(run("", "uninstall", "--yes")).isZero();
  }

  @Test
  void whatWasChangedSinceStays() throws Exception {
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\n  \"model\": \"opus\"\n}\n");
    init();
    Files.writeString(settings, Files.readString(settings).replace("opus", "sonnet"));

    assertThat(run("", "uninstall", "--yes")).isZero();

    assertThat(settings).hasContent("{\n  \"model\": \"sonnet\"\n}\n");
  }

  @Test
  void aPersonIsAskedAndMaySayNo() {
    assertThat(run("n\n", "init", "--program", launcher.toString())).isEqualTo(1);
    assertThat(settings).doesNotExist();
    assertThat(run("y\n", "init", "--program", launcher.toString())).isZero();
    assertThat(settings).exists();
  }

  @Test
  void nothingIsWrittenWhereNobodyCanBeAsked() {
    assertThat(run("", "init", "--program", launcher.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("--yes");
    assertThat(settings).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"init", "uninstall"})
  void anAgentIsRefused(String command) {
    Map<String, String> inside = Map.of("HOME", home.toString(), "CLAUDECODE", "1");

    assertThat(run(inside, "", command, "--yes")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("for a person to run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--dry-run", "--print"})
  void lookingWritesNothing(String option) {
    assertThat(init(option)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"onFailure\": \"block\"");
    assertThat(settings).doesNotExist();
  }

  @Test
  void theEntriesArePrintedWithoutWhatElseTheSettingsHold() throws Exception {
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\"env\":{\"TOKEN\":\"canary\"}}");

    assertThat(init("--print")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("PreToolUse")
        .doesNotContain("canary");
  }

  @Test
  void aFileThatIsNoJsonIsRefusedWithItsPlace() throws Exception {
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\n  // mine\n}\n");

    assertThat(init()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("settings.json: line 2, column 3");
    assertThat(settings).hasContent("{\n  // mine\n}\n");
  }

  @Test
  void whatStaysInTheFileIsNotShown() throws Exception {
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "{\"env\":{\"TOKEN\":\"canary\"}}");
    init();

    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("PreToolUse")
        .doesNotContain("canary");
  }

  @Test
  void aProgramThatCannotBeStartedIsNotRegistered() {
    assertThat(run("", "init", "--yes", "--program", home.resolve("missing").toString()))
        .isEqualTo(2);
    assertThat(settings).doesNotExist();
  }
}
