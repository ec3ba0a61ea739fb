package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonReader;
import dev.keepmum.event.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {
  private static final String PROGRAM = "/opt/keepmum/hooks/keepmum";

  private static final String EMPTY_FILE = "";

  @Test
  void aNewFileHoldsTheRecommendedEntries() throws Exception {
    String text = Registration.added(EMPTY_FILE, PROGRAM);

    assertThat(text)
        .startsWith("{\n  \"hooks\": {\n    \"PreToolUse\": [\n")
        .endsWith("}\n")
        .contains("\"args\": [\"hook\"]");
    assertThat(SettingsChecks.findings(text, SettingsKind.CLAUDE_SETTINGS, Scope.USER)).isEmpty();
    for (String event : Registration.EVENTS) {
      assertThat(SettingsDocument.read(text, Scope.USER).guards())
          .filteredOn(guard -> guard.event().equals(event))
          .singleElement()
          .satisfies(guard -> assertThat(guard.commandLine()).isEqualTo(PROGRAM + " hook"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{}\n",
        "{ }",
        "{\"model\":\"opus\"}",
        "{\n  \"model\": \"opus\"\n}\n",
        "{\r\n\t\"model\": \"opus\",\r\n\t\"env\": {\"A\": \"{[,\\\"\"}\r\n}",
        "\uFEFF{\n    \"permissions\": {\"allow\": [\"Bash(ls)\"]}\n}",
        "{\n"
            + "  \"hooks\": {\n"
            + "    \"Stop\": [{\"hooks\": [{\"type\": \"command\", \"command\": \"x\"}]}]\n"
            + "  }\n"
            + "}",
        "{\"hooks\":{\"PreToolUse\":[{\"matcher\":\"Bash\",\"hooks\":[{\"type\":\"command\","
            + "\"command\":\"./other.sh\"}]}]},\"model\":\"opus\"}",
      })
  void whatIsPutInIsTakenOutAgainAndNothingElseChanges(String text) throws Exception {
    String registered = Registration.added(text, PROGRAM);

    assertThat(registered).isNotEqualTo(text);
    assertThat(Registration.added(registered, PROGRAM)).isEqualTo(registered);
    assertThat(Registration.removed(registered).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
    assertThat(canonical(Registration.removed(registered))).isEqualTo(canonical(text));
    assertThat(SettingsDocument.read(registered, Scope.USER).guards())
        .hasSize(Registration.EVENTS.size());
  }

  private static String canonical(String text) throws Exception {
    return JsonText.of(JsonReader.read(text.replace("\uFEFF", "")));
  }

  @Test
  void lineEndsAndIndentationAreThoseOfTheFile() {
    String text = "{\r\n\t\"model\": \"opus\"\r\n}\r\n";

    assertThat(Registration.added(text, PROGRAM))
        .startsWith("{\r\n\t\"model\": \"opus\",\r\n\t\"hooks\": {\r\n\t\t\"PreToolUse\": [\r\n")
        .doesNotContain("  ")
        .doesNotContainPattern("[^\r]\n");
  }

  @Test
  void aWeakOrStrayEntryIsReplacedAndItsOwnArgumentsStay() {
    String weak =
        "{\"hooks\":{\"PreToolUse\":[{\"matcher\":\"Bash\",\"hooks\":[{\"type\":\"command\","
            + "\"command\":\"/old/keepmum\",\"args\":[\"hook\",\"--on-pass=allow\"]}]}]}}";

    String registered = Registration.added(weak, PROGRAM);

    assertThat(registered)
        .doesNotContain("/old/keepmum")
        .contains("\"args\": [\"hook\", \"--on-pass=allow\"]");
    assertThat(SettingsChecks.findings(registered, SettingsKind.CLAUDE_SETTINGS, Scope.USER))
        .extracting(SettingsFinding::id)
        .containsExactly("guard/on-pass");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "{\"hooks\": 7}", "{\"hooks\": {\"PreToolUse\": {}}}", "{} //"})
  void aFileThatCannotBeChangedSaysWhere(String text) {
    assertThat(Registration.fault(text)).get().asString().startsWith("line 1, column ");
  }

  @Test
  void denyRulesAreAddedToThoseThatAreThere() {
    String text = "{\n  \"permissions\": {\n    \"deny\": [\"Read(**/.env)\"]\n  }\n}\n";

    String with = DenyRules.added(text);

    assertThat(DenyRules.added(with)).isEqualTo(with);
    for (String rule : DenyRules.RULES) {
      assertThat(with).containsOnlyOnce('"' + rule + '"');
    }
  }
}
