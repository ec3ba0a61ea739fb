package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.rule.FormRule.Effect;
import dev.keepmum.rule.FormRule.Syntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormMatcherTest {
  private static final List<String> VALUED = List.of("-n", "-o", "--format", "--profile");

  @ParameterizedTest(name = "[{0}] {1} -> {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # operands, in order and all of them
          kv get <x>              ; kv get a             ; true
          kv get <x>              ; kv get               ; false
          kv get <x>              ; kv get a b           ; false
          kv get <x>              ; get kv a             ; false
          kv get ...              ; kv get               ; true
          kv get ...              ; kv get a b           ; true
          ... get <x> ...         ; a b get c            ; true
          show <n>                ; show 42              ; true
          show <n>                ; show x42             ; false
          # options stand anywhere, spelled either way
          get <x> ... --reveal    ; get a --reveal       ; true
          get <x> ... --reveal    ; --reveal get a       ; true
          get <x> ... --reveal    ; get a                ; false
          get <x> ... --reveal    ; get a --reveal=false ; false
          get <x> --format json   ; get a --format json  ; true
          get <x> --format json   ; get --format=json a  ; true
          get <x> --format json   ; get a --format yaml  ; false
          get <x> --format json   ; get a --format       ; false
          get <x> --format <x>    ; get a --format xml   ; true
          get <x> -o yaml         ; get a -oyaml         ; true
          get <x> -o yaml         ; get a -o=yaml        ; true
          get <x> -o yaml         ; get a -Aoyaml        ; true
          get <x> -w              ; get a -gw            ; true
          get <x> -w              ; get a -nw            ; false
          get <x> -o -            ; get a -o -           ; true
          # what must not be there
          get <x> !--clip         ; get a                ; true
          get <x> !--clip         ; get --clip a         ; false
          get <x> !--clip         ; get --clip=2 a       ; false
          get <x> !--clip         ; get --clip=false a   ; true
          get <x> !-c             ; get -xc a            ; false
          # the value of an option is no operand
          get <x>                 ; --profile p get a    ; true
          get <x>                 ; -n p get a           ; true
          get <x>                 ; get a --profile p    ; true
          # an option nobody knows may take a value or not
          get <x>                 ; --unknown p get a    ; true
          get <x>                 ; --unknown get a      ; true
          get <x>                 ; --unknown=p get a    ; true
          get <x>                 ; --unknown=p q get a  ; false
          # -- ends the options
          run ... --plain         ; run --plain -- a     ; true
          run ... --plain         ; run -- a --plain     ; false
          exec ... -- env         ; exec web -- env      ; true
          exec ... -- env         ; exec web env         ; false
          get <x>                 ; get -- a             ; true
          # wildcards and alternatives within a word
          get|read secret*        ; read secrets/db      ; true
          get|read secret*        ; list secrets         ; false
          get *a*b                ; get xaybb            ; true
          get a\\*                ; get ab               ; false
          get a\\*                ; get a*               ; true
          get a\\|b|c             ; get a|b              ; true
          get -o|--output json    ; get --output=json    ; true
          get -o|--output json    ; get --output json    ; true
          get -o|--output json    ; get -o json          ; true
          # case counts
          get <x>                 ; GET a                ; false
          # help is no secret
          get ...                 ; get a --help         ; false
          get ...                 ; get -h               ; false
          ...                     ; --version            ; false
          get ...                 ; get a --version      ; true
          """)
  void formMatchesArguments(String form, String arguments, boolean expected) {
    FormRule rule = rule(Syntax.GNU, List.of(form), List.of());

    assertThat(FormMatcher.matches(rule, CommandLine.words(arguments))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: [{1}] {2} -> {3}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          WORDS    ; output ... -raw     ; output -raw x       ; true
          WORDS    ; output ... -raw     ; output --raw x      ; true
          WORDS    ; output ... -r       ; output -raw x       ; false
          WORDS    ; get <x> -o json     ; get a -o=json       ; true
          CASELESS ; ... -asplaintext    ; -Name x -AsPlainText ; true
          CASELESS ; ... -asp*           ; x -AsPlain:$true    ; true
          CASELESS ; query HKLM* ...     ; QUERY hklm/sam /s   ; true
          """)
  void optionsAreWrittenAsTheSyntaxHasThem(
      Syntax syntax, String form, String arguments, boolean expected) {
    FormRule rule = rule(syntax, List.of(form), List.of());

    assertThat(FormMatcher.matches(rule, CommandLine.words(arguments))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "prints [{0}] keeps [{1}]: {2} -> {3}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # a keeping form wins if it is as specific
          config get <x>          ; config get region      ; config get region        ; false
          config get <x>          ; config get region      ; config get token         ; true
          config --list           ; config --list --names  ; config --list --names    ; false
          config --list           ; config --list --names  ; config --list            ; true
          # it must name the options that make the other one print
          get <x> ... --reveal    ; get <x>                ; get a                    ; false
          get <x> ... --reveal    ; get <x>                ; get a --reveal           ; true
          # each time with the value it asks for
          get <x> ... -o *        ; get <x> -o name        ; get a -o name            ; false
          get <x> ... -o *        ; get <x> -o name        ; get a -o name -o yaml    ; true
          # and match the whole list
          secrets ...             ; secrets set            ; secrets set A            ; true
          secrets ...             ; secrets set ...        ; secrets set A            ; false
          # only what is certain keeps
          secrets ...             ; secrets                ; secrets --unknown A      ; true
          # an entry is what is no sub-command
          <entry>                 ; ls ...                 ; prod/db                  ; true
          <entry>                 ; ls ...                 ; ls                       ; false
          <entry>                 ; insert|add ...         ; add                      ; false
          """)
  void keepingFormWins(String prints, String keeps, String arguments, boolean expected) {
    FormRule rule = rule(Syntax.GNU, List.of(prints), List.of(keeps));

    assertThat(FormMatcher.matches(rule, CommandLine.words(arguments))).isEqualTo(expected);
  }

  @Test
  void unknownArgumentIsAnyWordButNoLiteral() {
    FormRule rule = rule(Syntax.GNU, List.of("get <x> ... -o json"), List.of());

    assertThat(FormMatcher.matches(rule, List.of("get", FormMatcher.ANY, "-o", "json"))).isTrue();
    assertThat(FormMatcher.matches(rule, List.of(FormMatcher.ANY, "a", "-o", "json"))).isFalse();
    assertThat(FormMatcher.matches(rule, List.of("get", "a", "-o", FormMatcher.ANY))).isFalse();
  }

  @Test
  void hostileArgumentsTakeLinearTime() {
    List<String> arguments = new ArrayList<>(Collections.nCopies(200_000, "-abcdefgh"));
    arguments.addAll(Collections.nCopies(200_000, "a"));
    arguments.add("a".repeat(500_000));
    FormRule rule = rule(Syntax.GNU, List.of("... a ... a ... *a*a*b"), List.of("... a ... b"));

    assertThat(FormMatcher.matches(rule, arguments)).isFalse();
  }

  private static FormRule rule(Syntax syntax, List<String> prints, List<String> keeps) {
    FormParser parser = new FormParser(syntax, VALUED);
    Rule rule = new Rule("layer1/test", "a secret", Layer.VAULT, Severity.HIGH, "do not", "");
    return new FormRule(
        rule,
        List.of("vault"),
        syntax,
        VALUED,
        parser.parseAll(prints),
        parser.parseAll(keeps),
        List.of(),
        Effect.PRINTS,
        List.of());
  }
}
