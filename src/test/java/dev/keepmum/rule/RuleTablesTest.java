package dev.keepmum.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build ends where a rule is broken, and says which one. */
class RuleTablesTest {
  private static final String BROKEN =
      """
      {"rules": [
        {"id": "layer3/a", "about": "x", "paths": ["**/a"], "pahts": ["**/b"], "content": "no"},
        {"id": "layer3/a", "paths": ["**/c", "**/c"]},
        {"id": "commands/x", "about": "x", "names": ["x"], "operands": ["reed"], "input": "maybe"},
        {"id": "commands/y", "about": "y", "names": ["x"]},
        {"id": "tokens/z", "about": "z", "pattern": "(", "keywords": ["z"], "severity": "odd"}
      ]}
      """;

  @Test
  void everyMistakeIsNamedWithFileAndRule(@TempDir Path folder) throws Exception {
    Path rules = Files.createDirectory(folder.resolve("rules"));
    Files.writeString(rules.resolve("bad.json"), BROKEN);
    Process build = run(folder.resolve("classes"), rules, folder.resolve("out"));
    String errors = new String(build.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(build.waitFor()).isEqualTo(1);
    assertThat(errors.lines())
        .contains(
            "bad.json: layer3/a: unknown key pahts",
            "bad.json: layer3/a: there is no content test no",
            "bad.json: layer3/a: the id stands twice",
            "bad.json: layer3/a: no about",
            "bad.json: layer3/a: paths holds an item twice: **/c",
            "bad.json: commands/x: there is no role reed",
            "bad.json: commands/x: there is no input maybe",
            "bad.json: commands/y: another rule has the name x",
            "bad.json: tokens/z: a keyword needs 2 characters: z",
            "bad.json: tokens/z: there is no severity odd");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private static Process run(Path classes, Path rules, Path out) throws IOException {
    String libraries = libraries();
    ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
    int status =
        compiler.run(
            System.out,
            System.err,
            "-proc:none",
            "-sourcepath",
            "src/build/java",
            "-classpath",
            libraries,
            "-d",
            classes.toString(),
            "src/build/java/dev/keepmum/rule/table/RuleTables.java");
    assertThat(status).isZero();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            classes + File.pathSeparator + libraries,
            "dev.keepmum.rule.table.RuleTables",
            rules.toString(),
            "src/main/java/dev/keepmum/rule",
            out.toString())
        .start();
  }

  private static String libraries() {
    return Stream.of(ObjectMapper.class, JsonParser.class, JsonFormat.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(jar -> Path.of(URI.create(jar.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
