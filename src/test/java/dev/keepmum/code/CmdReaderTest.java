package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CmdReaderTest {
  private final CmdReader cmd = new CmdReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "set => print(env)",
        "set AWS => arguments('grep' '-i' '^AWS' < env)",
        "set | findstr KEY => arguments('findstr' 'KEY' < env)",
        "type .env => arguments('type' '.env')",
        "TYPE \"my secrets\\.env\" => arguments('type' 'my secrets\\.env')",
        "type .env | clip => arguments('clip' < output arguments('type' '.env'))",
        "echo %API_KEY% => print(var('API_KEY'))",
        "echo key: !API_KEY! => print('key: ' + var('API_KEY'))",
        "call echo %%API_KEY%% => print(var('API_KEY'))",
        "echo %API_KEY:~0,4% => print(from(var('API_KEY')))",
        "set F=.env& call type %F% => set(F, '.env'); arguments('type' '.env')",
        "cd src && type a.txt => cd('src'); arguments('type' 'a.txt')",
        "set > env.txt => write('env.txt', env)",
        "type .env >> copy.txt => write('copy.txt', output arguments('type' '.env'))",
        "type .env > nul 2>&1 => write('/dev/null', output arguments('type' '.env'))",
        "for /f %i in ('type .env') do echo %i => arguments('type' '.env')",
        "for /f \"delims=\" %%a in (.env) do @echo %%a => print(file('.env'))",
        "for %f in (.env .npmrc) do type %f => arguments('type' '.env' | '.npmrc')",
        "set /p X=<.env & echo %X% => print(file('.env'))",
        "if exist .env type .env => arguments('type' '.env')",
        "more < .env => arguments('more' < file('.env'))",
        "findstr /n \".*\" .env => arguments('findstr' '/n' '.*' '.env')",
        "copy .env notes.txt => arguments('copy' '.env' 'notes.txt')",
        "powershell -c \"gc .env\" => powershell('gc .env')",
        "cmd /c \"type .env\" => cmd('type .env')",
        "t^ype .env => arguments('type' '.env')",
      })
  void leaks(String code, String effects) {
    assertThat(Compact.of(cmd.read(code))).isEqualTo(effects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "set FOO=bar => set(FOO, 'bar')",
        "set \"FOO=bar\" => set(FOO, 'bar')",
        "set FOO=bar && npm test => set(FOO, 'bar'); arguments('npm' 'test')",
        "set /a 1+1 => ``",
        "@echo off => ``",
        "rem type .env => ``",
        ":: type .env => ``",
        "if defined API_KEY echo set => print('set')",
        "echo hello & dir => print('hello'); arguments('dir')",
      })
  void harmless(String code, String effects) {
    assertThat(Compact.of(cmd.read(code))).isEqualTo(effects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "!",
        "for",
        "for /f",
        "if",
        "set \"",
        "echo (",
        "\"",
        "^",
        "type >",
        "(",
        "for %i in ("
      })
  void brokenCodeIsRead(String code) {
    assertThat(cmd.read(code)).isNotNull();
    assertThat(cmd.read((code + " ").repeat(500))).isNotNull();
  }
}
