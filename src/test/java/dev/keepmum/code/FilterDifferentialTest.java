package dev.keepmum.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs programs of sed, awk and jq on a file whose values are canaries: what the reader says of a
 * program must agree with whether a canary came out.
 */
class FilterDifferentialTest {
  private static final String CANARY = "canary";
  private static final String ASSIGNMENTS =
      "API_KEY=canary-one\nDB_PASSWORD=canary-two\nPORT=canary3\n";
  private static final String DOCUMENT =
      "{\"API_KEY\":\"canary-one\",\"a\":{\"b\":\"canary-two\"}}\n";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p",
        "d",
        "1p",
        "$!d",
        "s/=.*//",
        "s/=.*/=***/",
        "s/A/B/",
        "s/=.*/&/",
        "/KEY/d",
        "/KEY/!d",
        "s/\\([^=]*\\)=.*/\\1/",
        "s/[^=]*=//",
        "s/.*=//",
        "s/=.*//;p",
        "p;s/=.*//",
        "h;s/=.*//;G",
        "h;s/=.*//;x",
        "N;s/=.*//",
        "s/=.*//;N",
        "n;d",
        "1q",
        "=",
        "y/XYZ/xyz/;p",
        "1,$s/=.*//",
        "2,3s/=.*//",
        "/=/s/=.*//",
        "c\\\ngone",
        "1!G;h;$!d",
        "s/.*/x/",
        "s/./x/g",
        "l;d",
        "s/=.*//g;s/^/export /",
        "w /dev/stdout",
        "/^#/d;s/=.*//",
        "s/^[A-Z_]*=/x/",
        "s|=.*||",
        "s/\\(=\\).*/\\1/",
        "a\\\nx",
        "z",
        "s/=.*//2",
        "/API/{s/=.*//;p};d",
        "s/[a-z].*//;s/=.*//",
        "$!N;P;D",
        "s/=\\(.*\\)/=<\\1>/"
      })
  void sed(String script) throws Exception {
    boolean content = new SedReader().shown(script, SedMode.PLAIN) == Shown.CONTENT;
    assertThat(content).isEqualTo(shows(ASSIGNMENTS, List.of("sed", script)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "p",
        "",
        "$=",
        "/KEY/=",
        "s/=.*//p",
        "s/^\\([^=]*\\)=.*/\\1/p",
        "s/API_KEY=.*/API_KEY=/p",
        "s/API_KEY=//p",
        "/KEY/{s/=.*//;p}",
        "H;${x;p}",
        "$p",
        "l",
        "P",
        "x;p",
        "s/\\(.*\\)=.*/\\1/p"
      })
  void quietSed(String script) throws Exception {
    boolean content = new SedReader().shown(script, new SedMode(true, false)) == Shown.CONTENT;
    assertThat(content).isEqualTo(shows(ASSIGNMENTS, List.of("sed", "-n", script)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0",
        "{print}",
        "{print $1}",
        "{print $2}",
        "{print NR}",
        "{print NF, $1}",
        "/KEY/",
        "!/KEY/{print $1}",
        "{print $NF}",
        "{print length($2)}",
        "END{print NR}",
        "END{print}",
        "{n++} END{print n}",
        "{a[NR]=$0} END{for(i in a) print a[i]}",
        "{a[$1]=$2} END{for(k in a) print k}",
        "{a[$1]=$2} END{for(k in a) print a[k]}",
        "{a[$2]=$1} END{for(k in a) print k}",
        "{sub(/=.*/,\"\")} 1",
        "{sub(/=.*/,\"\"); print}",
        "{print; sub(/=.*/,\"\")}",
        "{sub(/.*=/,\"\"); print}",
        "{l=$0; sub(/=.*/,\"\",l); print l}",
        "{l=$0; sub(/=.*/,\"\"); print l}",
        "{NF=1} 1",
        "{$1=\"x\"} 1",
        "{split($0,p,\"=\"); print p[1]}",
        "{split($0,p,\"=\"); print p[2]}",
        "{print substr($0,1,index($0,\"=\")-1)}",
        "{print substr($0,index($0,\"=\"))}",
        "{printf \"%s\\n\", $1}",
        "{printf \"%s\\n\", $2}",
        "{print toupper($1)}",
        "{x = x $2} END{print x}",
        "{x = x $1} END{print x}",
        "{if ($1 ~ /KEY/) print $2; else print $1}",
        "{print ($2 ? \"set\" : \"unset\")}",
        "{print $1, ($2 == \"\")}",
        "{while (i++ < 1) print $2}",
        "function f(v) { return v } {print f($2)}",
        "function f(v) { return v } {print f($1)}",
        "{v=$2} /KEY/{v=\"\"} {print v}",
        "{v=$2; v=\"\"; print v}",
        "BEGIN{while((getline l < \"-\")>0) print l}",
        "BEGIN{getline; print}",
        "NR==1{next} {print $1}",
        "{exit} END{print \"x\"}",
        "{print > \"/dev/stderr\"}",
        "{print | \"cat\"}",
        "{print $1 | \"sort\"}",
        "match($0,/=/){print substr($0,1,RSTART-1)}",
        "{$2=\"\"; print $1}"
      })
  void awk(String program) throws Exception {
    boolean content = !new AwkReader().namesOnly(program, "=");
    assertThat(content).isEqualTo(shows(ASSIGNMENTS, List.of("awk", "-F=", program)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "keys",
        "keys[]",
        "length",
        "type",
        ".a",
        ".a.b",
        ".a|keys",
        ".[]",
        "..",
        "to_entries",
        "map_values(type)",
        "to_entries[].key",
        "to_entries[].value",
        "to_entries|map(.key)",
        "with_entries(.value=\"x\")",
        "[paths]",
        "has(\"a\")",
        "[paths(type==\"string\")|join(\".\")]",
        ".API_KEY|length",
        ".API_KEY!=null",
        "tojson",
        "tostream",
        "map_values(\"x\")",
        "\"\\(keys)\"",
        "\"\\(.a)\"",
        "[.[]|type]",
        "reduce (.[]|tostring) as $v (\"\"; . + $v)",
        "def f: keys; f",
        "def f: .; f",
        ". as $d | $d.a.b",
        "if .a then 1 else 2 end",
        "if .a then . else 2 end",
        "empty",
        "(.a|keys) + keys",
        ".zz // .a",
        "first(.[])",
        "[limit(1; keys[])]",
        "walk(.)",
        "to_entries[]|\"\\(.key)=x\"",
        "try error(\"x\") catch \"y\"",
        ".[\"API_KEY\"]",
        ".a as {b: $x} | $x",
        "input_line_number",
        "[.[]|tostring|startswith(\"c\")]"
      })
  void jq(String filter) throws Exception {
    boolean content = new JqReader().shown(filter) == Shown.CONTENT;
    assertThat(content).isEqualTo(shows(DOCUMENT, List.of("jq", filter)));
  }

  private boolean shows(String input, List<String> command) throws Exception {
    Path file = Files.writeString(folder.resolve("input"), input);
    Path output = folder.resolve("output");
    ProcessBuilder program = new ProcessBuilder(new ArrayList<>(command));
    program.redirectInput(file.toFile()).redirectOutput(output.toFile()).redirectErrorStream(true);
    program.directory(folder.toFile());
    Process process;
    try {
      process = program.start();
    } catch (IOException e) {
      assumeTrue(false, command.get(0) + " is not on this machine");
      return false;
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return Files.readString(output, StandardCharsets.UTF_8).contains(CANARY);
  }
}
