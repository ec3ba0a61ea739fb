package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SedReaderTest {
  private static final SedMode QUIET = new SedMode(true, false);
  private static final SedMode EXTENDED = new SedMode(false, true);

  private final SedReader sed = new SedReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "p => ~~",
        "s/a/b/g => ~~",
        "r .env => print(file('.env'))",
        "1R /proc/self/environ => print(file('/proc/self/environ'))",
        "$ r /dev/stdin => print(input)",
        "w out.txt => write('out.txt', input)",
        "/KEY/w keys.txt => write('keys.txt', input)",
        "s/=.*//w names.txt => write('names.txt', ?)",
        "s/a/b/w changed.txt => write('changed.txt', input)",
        "s,a,b,gw changed.txt => write('changed.txt', input)",
        "1e cat .env => shell('cat .env')",
        "e => shell(input)",
        "s/.*/cat .env/e => shell('cat .env')",
        "s/^/cat /e => shell('cat ' + input)",
        "s/x/printenv/ge => shell('printenv' | input)",
        "a hello => print('hello')",
        "1i\\ top => print('top')",
        "/x/{s/a/b/;w o => write('o', input)",
        "s/\\/e/x/;y/abc/def/;p => ~~",
        "s|/a/|e cat|;2,3!d => ~~",
        "/e cat .env/d => ~~",
        "# r .env => ~~",
      })
  void scriptHasEffectsBesideTheStream(String script, String effects) {
    assertThat(Compact.of(sed.read(script))).isEqualTo(effects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "s/=.*// => NAMES",
        "s/=.*$/=***/ => NAMES",
        "s/\\(.*\\)=.*/\\1/ => NAMES",
        "s/\\([^=]*\\)=\\(.*\\)/\\1=<hidden>/ => NAMES",
        "s/\\([^=]*\\)=\\(.*\\)/\\2/ => CONTENT",
        "s/\\(=\\).*/\\1***/ => NAMES",
        "s/=.*/&/ => CONTENT",
        "/^#/d;s/=.*// => NAMES",
        "/^#/d;/^$/d;s/ *=.*/=…/;p => NAMES",
        "s/=.*//;1,5p => NAMES",
        "1,3s/=.*// => CONTENT",
        "1,$s/=.*// => NAMES",
        "/=/s/=.*// => NAMES",
        "/A/{s/=.*//} => CONTENT",
        "p;s/=.*// => CONTENT",
        "h;s/=.*//;G => CONTENT",
        "h;s/=.*// => NAMES",
        "s/=.*//;n => CONTENT",
        "s/=.*//;:a;p => CONTENT",
        "s/^[A-Z_]*=// => CONTENT",
        "s/[a-z]*$// => CONTENT",
        "s/=.*//2 => CONTENT",
        "s/#.*// => CONTENT",
        "d => NOTHING",
        "$!d => CONTENT",
        "s/.*/x/ => NOTHING",
        "s/./*/g => NOTHING",
        "5q => CONTENT",
        "c\\ gone => NOTHING",
      })
  void shown(String script, Shown shown) {
    assertThat(sed.shown(script, SedMode.PLAIN)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "'' => NOTHING",
        "$= => NOTHING",
        "/KEY/= => NOTHING",
        "/KEY/p => CONTENT",
        "1,20p => CONTENT",
        "s/=.*//p => NAMES",
        "s/^\\([^=]*\\)=.*/\\1/p => NAMES",
        "s/^export \\([A-Z_]*\\)=.*/\\1/p => NAMES",
        "s/=.*/=x/;p => NAMES",
        "/KEY/{s/=.*//;p} => NAMES",
        "/KEY/{p;s/=.*//} => CONTENT",
        "H;${x;p} => CONTENT",
        "l => CONTENT",
        "w /dev/stdout => CONTENT",
        "s/A=//p => CONTENT",
      })
  void shownQuietly(String script, Shown shown) {
    assertThat(sed.shown(script, QUIET)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "s/^([A-Z_]+)=.*/\\1=<redacted>/ => NAMES",
        "s/^([A-Za-z_][A-Za-z0-9_]*)=.*$/\\1/ => NAMES",
        "s/^([^=]+)=(.+)$/\\1/ => NAMES",
        "s/(=).*/\\1***/ => NAMES",
        "s/=.+// => NAMES",
        "s/^([^=]+)=(.+)$/\\2/ => CONTENT",
        "s/(KEY|TOKEN)=.*/x/ => CONTENT",
        "s/^([A-Z_]+).*/\\1/ => NAMES",
        "s/^([A-Z0-9_]+).*$/- \\1/ => NAMES",
        "s/^([^=]+).*/\\1/ => NAMES",
        "s/([A-Z_]+).*/\\1/ => CONTENT",
        "s/^(.+).*/\\1/ => CONTENT",
        "s/^([^:]+).*/\\1/ => CONTENT",
        "s/^([A-Z=]+).*/\\1/ => CONTENT",
        "s/^([!-Z]+[A-Z]*).*/\\1/ => CONTENT",
        "s/^([A-Z_]+).*/\\0/ => CONTENT"
      })
  void shownWithExtendedExpressions(String script, Shown shown) {
    assertThat(sed.shown(script, EXTENDED)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s", "s/", "s/a", "s/a/b", "/", "1,", "{", "}", "y/a", "a\\", "\\", "w", "e", "b", "!!!"
      })
  void brokenScriptsAreRead(String script) {
    assertThat(sed.read(script)).isNotNull();
    assertThat(sed.shown(script, QUIET)).isNotNull();
  }
}
