package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonObject;
import dev.keepmum.settings.PermissionRule.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the client merges what several files say. */
class EffectiveSettingsTest {

  private static final String GUARD =
      "\"hooks\": {\"PreToolUse\": [{\"hooks\": [{\"type\": \"command\","
          + " \"command\": \"/opt/keepmum/hooks/keepmum\", \"args\": [\"hook\"]}]}]}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'model':'u'} | {}             | {}             | {}            | 'u'",
        "{'model':'u'} | {'model':'p'}  | {}             | {}            | 'p'",
        "{'model':'u'} | {'model':'p'}  | {'model':'l'}  | {}            | 'l'",
        "{'model':'u'} | {'model':'p'}  | {'model':'l'}  | {'model':'m'} | 'm'",
        "{'model':'u'} | {'model':7}    | {}             | {}            | 'u'",
        "{'model':'u'} | {'model':'p',} | {}             | {}            | 'u'",
      })
  void theStrongestFileThatIsNotSkippedWins(
      String user, String project, String local, String managed, String model) {
    EffectiveSettings settings = merged(user, project, local, managed);

    assertThat(JsonText.of(settings.value("model").orElseThrow())).isEqualTo(json(model));
  }

  @Test
  void variablesWinOneByOne() {
    EffectiveSettings settings =
        merged("{'env':{'A':'u','B':'u'}}", "{'env':{'B':'p'}}", "{}", "{}");

    assertThat(settings.variable("A").orElseThrow().text()).contains("u");
    assertThat(settings.variable("B").orElseThrow().text()).contains("p");
    assertThat(settings.winner("env").orElseThrow().scope()).isEqualTo(Scope.PROJECT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{GUARD}                         | {}                        | {}      | true",
        "{GUARD}                         | {'disableAllHooks':true}  | {}      | false",
        "{'disableAllHooks':false,GUARD} | {'disableAllHooks':true}  | {}      | false",
        "{}                              | {'disableAllHooks':true}  | {GUARD} | true",
        "{GUARD}                         | {}                        |"
            + " {'allowManagedHooksOnly':true} | false",
        "{GUARD}                         | {'allowManagedHooksOnly':true} | {} | true",
        "{'model':7,GUARD}               | {}                        | {}      | false",
      })
  void aGuardIsThereUnlessItsFileIsSkippedOrHooksAreOff(
      String user, String project, String managed, boolean there) {
    assertThat(merged(guarded(user), project, "{}", guarded(managed)).hasGuard("PreToolUse"))
        .isEqualTo(there);
  }

  @Test
  void theSameHookOfTwoFilesRunsOnce() {
    EffectiveSettings settings = merged(guarded("{GUARD}"), guarded("{GUARD}"), "{}", "{}");

    assertThat(settings.hooks("PreToolUse")).hasSize(1);
    assertThat(settings.hasManagedGuard("PreToolUse")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'permissions':{'allow':['Read']}} | {'permissions':{'deny':['Read(.env)']}} | DENY",
        "{'permissions':{'deny':['Read(.env)']}} | {'permissions':{'allow':['Read']}} | DENY",
        "{'permissions':{'ask':['Read(.env)']}} | {'permissions':{'allow':['Read']}} | ASK",
        "{'permissions':{'allow':['Read(.env)']}} | {} | ALLOW",
        "{} | {'permissions':{'deny':['Read(/.env)']}} | DENY",
        "{'permissions':{'deny':['Read(/.env)']}} | {} | ",
        "{'permissions':{'deny':['read(.env)']}} | {} | ",
      })
  void denyWinsOverAskAndAskOverAllow(String user, String project, Kind decision) throws Exception {
    JsonObject input = (JsonObject) JsonReader.read("{\"file_path\":\"/home/dev/app/.env\"}");

    assertThat(
            merged(user, project, "{}", "{}").decision("Read", input, "/home/dev/app", "/home/dev"))
        .isEqualTo(java.util.Optional.ofNullable(decision));
  }

  @Test
  void knowsWhatWasSkipped() {
    assertThat(merged("{'model':7}", "{}", "{}", "{}").skipped())
        .extracting(SettingsFile::scope)
        .containsExactly(Scope.USER);
  }

  private static EffectiveSettings merged(
      String user, String project, String local, String managed) {
    List<SettingsFile> files = new ArrayList<>();
    files.add(file("/etc/claude-code/managed-settings.json", Scope.MANAGED, managed));
    files.add(file("/home/dev/app/.claude/settings.local.json", Scope.LOCAL, local));
    files.add(file("/home/dev/.claude/settings.json", Scope.USER, user));
    files.add(file("/home/dev/app/.claude/settings.json", Scope.PROJECT, project));
    return EffectiveSettings.of(files);
  }

  private static SettingsFile file(String path, Scope scope, String text) {
    return new SettingsFile(path, SettingsKind.CLAUDE_SETTINGS, scope, json(text));
  }

  private static String guarded(String text) {
    return text.replace("GUARD", GUARD);
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
