package dev.keepmum.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.host.FixtureHost;
import dev.keepmum.host.SystemHost;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ignore rules against gitignore(5), and against what git itself says. */
class GitIgnoreTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*.log         | a.log a/b.log               | a.log.txt log",
        "/a            | a a/b                       | b/a",
        "a/            | a/b c/a/b                   | a",
        "a/b           | a/b a/b/c                   | c/a/b",
        "**/a          | a b/a b/c/a                 | ab",
        "a/**          | a/b a/b/c                   | a b/a/c",
        "a/**/b        | a/b a/x/b a/x/y/b           | a/xb ab",
        "a**b          | ab axb                      | a/b axc",
        "a?c           | abc                         | a/c ac",
        "[a-c]x        | ax cx                       | dx a/x",
        "[!a]x         | bx                          | ax",
        "[]-]x         | ]x -x                       | ax",
        "[[:digit:]]x  | 1x                          | ax",
        "[a            |                             | a [a",
        "'#a'          |                             | a #a",
        "\\#a          | #a                          | a",
        "\\!a          | !a                          | a",
        "a;!a          |                             | a",
        "a/;!a/b       | a/b                         | b",
        "a/*;!a/b      | a/c                         | a/b",
        "*;!*/;!*.java | x a/x                       | a.java a/b/c.java",
      })
  void aPatternMeansWhatTheManualSays(String lines, String ignored, String taken)
      throws IOException {
    String escaped = lines.replace("\\", "\\\\").replace(";", "\\n");
    String machine =
        "{\"home\":\"/h\",\"cwd\":\"/p\",\"env\":{},"
            + "\"files\":{\"/p/.git/\":\"\",\"/p/.gitignore\":\""
            + escaped
            + "\"}}";
    GitIgnore rules = GitIgnore.of(FixtureHost.read(stream(machine)), "/p");

    assertThat(paths(ignored)).allMatch(path -> rules.ignoresFile("/p/" + path));
    assertThat(paths(taken)).noneMatch(path -> rules.ignoresFile("/p/" + path));
  }

  @Test
  void outsideOfARepositoryNothingIsLeftOut(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve(".gitignore"), "*\n");

    GitIgnore rules = GitIgnore.of(new SystemHost(), folder.toRealPath().toString());

    assertThat(rules.isTaken()).isFalse();
    assertThat(rules.ignores("a", false)).isFalse();
  }

  @Test
  void aHostileGlobEnds() {
    assertThat(IgnoreGlob.matches("*a".repeat(500) + "b", "a".repeat(4000))).isFalse();
    assertThat(IgnoreGlob.matches("**/a*/".repeat(300) + "b", "a/".repeat(2000) + "c")).isFalse();
  }

  /** Nested files, a linked working tree, a repository within, the user's own rules. */
  @Test
  void takesWhatGitTakes(@TempDir Path folder) throws IOException, InterruptedException {
    Path top = Files.createDirectory(folder.toRealPath().resolve("top"));
    RealGit.run(top, "init", "-q");
    write(top, ".gitignore", "*.tmp\nbuild/\n/only-top\ndocs/*.md\n!docs/keep.md\n");
    write(top, ".git/info/exclude", "excluded\n!b.users\n");
    write(top, "sub/.gitignore", "!a.tmp\nown\nlost/**/x\n");
    write(top, "sub/deep/.gitignore", "# nothing\n\nb.tmp\n!own\n");
    write(top, "users-rules", "*.users\nexcluded2\n");
    RealGit.run(top, "config", "core.excludesFile", top.resolve("users-rules").toString());
    for (String file :
        List.of(
            "a.tmp",
            "sub/a.tmp",
            "sub/b.tmp",
            "sub/deep/a.tmp",
            "sub/deep/b.tmp",
            "build/x",
            "sub/build/y/z",
            "only-top/x",
            "sub/only-top/x",
            "docs/a.md",
            "docs/keep.md",
            "docs/in/a.md",
            "excluded",
            "sub/excluded/x",
            "a.users",
            "b.users",
            "excluded2/a",
            "sub/own",
            "sub/deep/own/x",
            "sub/lost/x",
            "sub/lost/1/2/x",
            "name with blank.tmp ",
            "grüße.tmp",
            "plain")) {
      write(top, file, "");
    }

    GitIgnore rules = GitIgnore.of(new SystemHost(), top.toString());
    TreeSet<String> taken = new TreeSet<>();
    try (var files = Files.walk(top)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = top.relativize(file).toString();
        if (!path.startsWith(".git/") && !rules.ignoresFile(file.toString())) {
          taken.add(path);
        }
      }
    }

    String listed = RealGit.run(top, "ls-files", "-z", "--others", "--exclude-standard");
    assertThat(taken).isEqualTo(new TreeSet<>(List.of(listed.split("\0")))).contains("plain");
  }

  private static List<String> paths(String words) {
    return words == null ? List.of() : List.of(words.split(" "));
  }

  private static void write(Path top, String path, String text) throws IOException {
    Path file = top.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
