package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MakeReaderTest {
  private final MakeReader make = new MakeReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "x:;@cat .env => shell('cat .env')",
        "x:/n/t-@cat .env => shell('cat .env')",
        "show: .env/n/t@cat $< => shell('cat .env')",
        "F := .env/nx:/n/t@cat $(F) => shell('cat .env')",
        "F = .e/nF += nv/nx:/n/t@echo ${F} => shell('echo .e nv')",
        "x:/n/t@echo $$API_KEY => shell('echo $API_KEY')",
        "x:/n/t@echo $(API_KEY) => shell('echo ${API_KEY}')",
        "x:/n/t@echo '$(API_KEY)' => shell('echo ''\"${API_KEY}\"''')",
        "K ?= none/nx:/n/t@echo $(K) => shell('echo ${K:-none}')",
        "x:/n/tcurl $(KEY) => print('curl ' + var('KEY')); shell('curl ${KEY}')",
        "$(info key $(API_KEY)) => print('key ' + var('API_KEY'))",
        "$(error $(shell cat .env)) => print(output shell('cat .env'))",
        "$(info $(file < .env)) => print(file('.env'))",
        "$(foreach v,$(.VARIABLES),$(info $($(v)))) => print(env)",
        "X != cat .env => write('/dev/null', output shell('cat .env'))",
        "$(eval x:;@cat .env) => shell('cat .env')",
        "define P/ncat .env/nendef/nx:/n/t@$(P) => shell('cat .env')",
        "x:/n/t@cat $(subst X,.,Xenv) => shell('cat .env')",
        "-include .env a.mk => load('.env'); load('a.mk')",
        "export MODE := on => set(MODE, 'on')",
      })
  void leaks(String code, String effects) {
    assertThat(Compact.of(make.read(written(code)))).isEqualTo(effects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# cat .env",
        "F := .env",
        "all: build test",
        "export",
        "ifdef API_KEY/nendif",
        "unexport API_KEY",
        ".PHONY: show",
      })
  void harmless(String code) {
    assertThat(make.read(written(code))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$(", "$", "x:", "=", "define a", "A=$(A)$(A)/n$(A)", "x:/n/t", "$(call "})
  void brokenCodeIsRead(String code) {
    assertThatCode(() -> make.read(written(code.repeat(3_000)))).doesNotThrowAnyException();
  }

  private static String written(String code) {
    return code.replace("/n", "\n").replace("/t", "\t");
  }
}
