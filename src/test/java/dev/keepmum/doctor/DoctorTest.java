package dev.keepmum.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.doctor.CheckResult.Outcome;
import dev.keepmum.event.JsonText;
import dev.keepmum.host.Host;
import dev.keepmum.host.SystemHost;
import dev.keepmum.rule.RuleBooks;
import dev.keepmum.settings.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Guards of all kinds, registered in a home of their own, started for real. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class DoctorTest {
  private static final String DENY =
      "printf '%s' '{\"hookSpecificOutput\":{\"hookEventName\":\"PreToolUse\","
          + "\"permissionDecision\":\"deny\"}}'; exit 2";

  /** Refuses what names .env, what is half an event, and what does not come within a second. */
  private static final String GOOD =
      "IFS= read -r -t 1 line || { "
          + DENY
          + "; }\ncase $line in *.env*) "
          + DENY
          + ";; esac\n"
          + "echo '{}'";

  @TempDir Path home;

  private Path program;
  private Path project;
  private Path scratch;

  @BeforeEach
  void makePlaces() throws IOException {
    project = Files.createDirectory(home.resolve("project"));
    scratch = Files.createDirectory(home.resolve("scratch"));
    program = home.resolve("keepmum");
  }

  private void install(String script) throws IOException {
    Files.writeString(program, "#!/bin/bash\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    register(Registration.added("", program.toString()));
  }

  private void register(String settings) throws IOException {
    Files.createDirectories(home.resolve(".claude"));
    Files.writeString(home.resolve(".claude/settings.json"), settings);
  }

  private List<CheckResult> examine() throws IOException {
    return new Doctor(RuleBooks.standard(), machine(), project.toString())
        .examine(scratch, Doctor.Depth.HOOK, Optional.empty());
  }

  /** This machine, as one sees it who lives in that home and has no variables. */
  private Host machine() {
    return new SystemHost(Map.of("HOME", home.toString()), home.toString());
  }

  private List<String> failures() throws IOException {
    return examine().stream()
        .filter(result -> result.outcome() == Outcome.FAILED)
        .map(CheckResult::id)
        .distinct()
        .toList();
  }

  @Test
  void aConfigurationIsLookedAt() throws IOException {
    Path file = home.resolve(".config/keepmum/config.json");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "{\"mode\": \"ask\", \"allow\": [{\"rule\": \"layer3/dotenv\", \"command\": \"x\","
            + " \"reason\": \"r\", \"until\": \"2020-01-31\"}]}");
    assertThat(examine())
        .contains(
            CheckResult.warning("configuration", "mode is ask: leaks are not denied"),
            CheckResult.warning(
                "configuration", file + ":1:27: an exception that has expired on 2020-01-31"),
            CheckResult.ok("configuration", file.toString()));

    Files.writeString(file, "{\"mode\": \"off\"}");
    assertThat(failures()).contains("configuration");
  }

  @Test
  void aGoodGuardIsProvenByItsAnswers() throws IOException {
    install(GOOD);

    assertThat(examine())
        .filteredOn(result -> result.outcome() == Outcome.OK)
        .extracting(CheckResult::id)
        .contains("registered", "program", "deny", "pass", "broken", "slow");
    assertThat(failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "exit 1 => deny,pass,broken,slow",
        "echo '{}' => deny,broken,slow",
        "echo blocked >&2; exit 2 => deny,pass,broken,slow",
        "printf '{\"decision\":\"deny\"}'; exit 2 => deny,pass,broken,slow",
        "kill -9 $$ => deny,pass,broken,slow",
      })
  void aGuardThatAnswersWronglyIsFoundOut(String script, String failures) throws IOException {
    install(script);

    assertThat(failures()).containsExactly(failures.split(","));
  }

  @Test
  void aGuardThatNobodyRegisteredIsNone() throws IOException {
    assertThat(failures()).containsExactly("registered");
  }

  @Test
  void aProgramThatCannotBeStartedIsNamed() throws IOException {
    install(GOOD);
    assertThat(program.toFile().setExecutable(false)).isTrue();

    assertThat(failures()).contains("program", "start");
  }

  @Test
  void aProgramThatOthersMayWriteIsNamed() throws IOException {
    install(GOOD);
    assertThat(program.toFile().setWritable(true, false)).isTrue();

    assertThat(failures()).containsExactly("permissions");
  }

  @Test
  void aProjectThatSwitchesHooksOffIsNamed() throws IOException {
    install(GOOD);
    Files.createDirectory(project.resolve(".claude"));
    Files.writeString(project.resolve(".claude/settings.json"), "{\"disableAllHooks\": true}");

    assertThat(failures()).contains("settings");
  }

  @Test
  void anotherHookThatMayAllowOrRewriteIsNamed() throws IOException {
    install(GOOD);
    Files.createDirectory(project.resolve(".claude"));
    String hook = "{\"hooks\":[{\"type\":\"command\",\"command\":\"./allow.sh\"}]}";
    Files.writeString(
        project.resolve(".claude/settings.json"),
        "{\"hooks\":{\"PermissionRequest\":[" + hook + "]}}");

    assertThat(examine()).extracting(CheckResult::id).contains("other-hooks");
  }

  @Test
  void theHookItselfPasses() throws IOException {
    install(
        "exec "
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + " -XX:TieredStopAtLevel=1 -cp "
            + JsonText.quoted(System.getProperty("keepmum.classpath", classes()))
            + " dev.keepmum.Main hook");

    assertThat(failures()).isEmpty();
  }

  private static String classes() {
    StringBuilder path = new StringBuilder();
    for (Class<?> part : new Class<?>[] {Doctor.class, com.google.re2j.Pattern.class}) {
      path.append(path.length() == 0 ? "" : System.getProperty("path.separator"));
      path.append(part.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
    return path.toString();
  }
}
