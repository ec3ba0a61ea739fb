package dev.keepmum.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.event.JsonText;
import dev.keepmum.event.JsonValue.JsonMember;
import dev.keepmum.event.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The part of YAML that agents and skills use, and what is not guessed at. */
class FrontMatterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      value = {
        "name: x                              ! {'name':'x'}",
        "name: 'it''s'                        ! {'name':'it~s'}",
        "name: \"a: b # c\"                   ! {'name':'a: b # c'}",
        "name: a # b                          ! {'name':'a'}",
        "url: http://x/#y                     ! {'url':'http://x/#y'}",
        "a: true|b: 7|c: null|d: -1.5         ! {'a':true,'b':7,'c':null,'d':-1.5}",
        "a:|b: 1                              ! {'a':null,'b':1}",
        "a:|  b:|    c: 1|  d: 2              ! {'a':{'b':{'c':1},'d':2}}",
        "a:|  - 1|  - x y                     ! {'a':[1,'x y']}",
        "a:|- 1|- 2|b: 3                      ! {'a':[1,2],'b':3}",
        "a:|  - b: 1|    c: 2|  - b: 3        ! {'a':[{'b':1,'c':2},{'b':3}]}",
        "a:|  -|    b: 1                      ! {'a':[{'b':1}]}",
        "a: [x, \"y, z\", Bash(a, b)]         ! {'a':['x','y, z','Bash(a, b)']}",
        "a: {b: 1, c: [d]}                    ! {'a':{'b':1,'c':['d']}}",
        "a: first|  second                    ! {'a':'first second'}",
        "a: >|  one|  two|b: 1                ! {'a':'one two','b':1}",
        "# only a comment                     ! {}",
        "\"a b\": 1                           ! {'a b':1}",
      })
  void readsWhatSuchFilesUse(String yaml, String json) {
    SettingsDocument matter = read(yaml.replace('|', '\n'));

    assertThat(matter.fault()).isEmpty();
    assertThat(JsonText.of(matter.root())).isEqualTo(json.replace('\'', '"').replace('~', '\''));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "a: *b            ! 2:4",
        "a: &b 1          ! 2:4",
        "a: [1,           ! 2:6",
        "a: \"open        ! 2:4",
        "a: 1|   b: 2     ! 3:4",
        "just text        ! 2:1",
        "a:|\tb: 1        ! 3:1",
      })
  void saysWhereItDoesNotUnderstand(String yaml, String place) {
    SettingsDocument matter = read(yaml.replace('|', '\n'));

    Position position = matter.fault().orElseThrow().position();
    assertThat(position.line() + ":" + position.column()).isEqualTo(place);
  }

  @Test
  void knowsWhereThingsStand() {
    SettingsDocument matter =
        FrontMatter.read(
            "---\nname: x\nhooks:\n  Stop:\n    - hooks:\n        - command: \"./x\"\n---\nbody\n",
            Scope.PROJECT);

    HookEntry hook = matter.hooks().get(0);
    JsonMember command = hook.entry().members().get("command");
    assertThat(command.position()).isEqualTo(new Position(6, 11));
    assertThat(command.value().position()).isEqualTo(new Position(6, 20));
    assertThat(hook.event()).isEqualTo("Stop");
  }

  @ParameterizedTest
  @CsvSource({"name: x", "'---\nname: x'", "'text\n---\nname: x\n---'", "''"})
  void isEmptyWithoutTwoLinesOfDashes(String text) {
    assertThat(FrontMatter.read(text, Scope.PROJECT).root().members()).isEmpty();
  }

  @Test
  void endsOnHostileInput() {
    String deep = "a:\n";
    for (int i = 1; i < 200; i++) {
      deep += " ".repeat(i) + "a:\n";
    }

    assertThat(read(deep).fault()).isPresent();
    assertThat(read("a: " + "[".repeat(100_000)).fault()).isPresent();
    assertThat(read("- ".repeat(50_000)).fault()).isNotNull();
    assertThat(read("a: x\n".repeat(100_000)).root().members()).isEmpty();
  }

  private static SettingsDocument read(String yaml) {
    return FrontMatter.read("---\n" + yaml + "\n---\n", Scope.PROJECT);
  }
}
