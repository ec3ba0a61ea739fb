package dev.keepmum;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.re2j.Pattern;
import dev.keepmum.rule.MadeUp;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code hooks/pre-commit} in repositories of the real git, one for each situation. */
@DisabledOnOs(OS.WINDOWS)
class PreCommitTest {
  private static final String KEY = MadeUp.text("sk-ant-api03-{A-Za-z0-9*95}");
  private static final String SECRET = "first line\nKEY = \"" + KEY + "\"\n";
  private static final String CLEAN = "first line\nKEY = os.environ[\"KEY\"]\n";

  @TempDir Path temporary;
  private Path repository;
  private Path hooks;

  @BeforeEach
  void makeRepository() throws IOException {
    temporary = temporary.toRealPath();
    hooks = Files.createDirectories(temporary.resolve("a place/hooks"));
    Files.copy(Path.of("hooks/pre-commit"), hooks.resolve("pre-commit"));
    script(
        hooks.resolve("keepmum"),
        "exec '"
            + Path.of(System.getProperty("java.home"), "bin/java")
            + "' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home='"
            + temporary
            + "' -cp '"
            + classPath(
                Main.class,
                CommandLine.class,
                ObjectMapper.class,
                JsonFactory.class,
                JsonInclude.class,
                Pattern.class)
            + "' dev.keepmum.Main \"$@\"");
    repository = newRepository("repository");
  }

  /** Where the classes of the program and of its libraries lie. */
  private static String classPath(Class<?>... examples) {
    return Stream.of(examples)
        .map(example -> example.getProtectionDomain().getCodeSource().getLocation().getPath())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path newRepository(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    sh(folder, "git init -q -b main . && git config user.name n && git config user.email n@x");
    Files.createDirectories(folder.resolve(".git/hooks"));
    Files.createSymbolicLink(folder.resolve(".git/hooks/pre-commit"), hooks.resolve("pre-commit"));
    return folder;
  }

  @Test
  void aCommitWithoutASecretPasses() throws IOException {
    write("a.py", CLEAN);
    git("add .");
    assertPasses("git commit -q -m x");

    write("b.py", CLEAN);
    git("add .");
    assertPasses("git commit -q -m x");
  }

  @Test
  void aFirstCommitIsRefusedWithItsLineAndWhatToDo() throws IOException {
    write("src/a.py", SECRET);
    git("add .");

    Outcome outcome = commit();

    assertThat(outcome.text)
        .contains("src/a.py:2:8  tokens/anthropic-api-key")
        .contains("git rm --cached -- src/a.py")
        .contains("keepmum:ignore")
        .contains("keepmum: the commit is refused")
        .doesNotContain(KEY);
    assertThat(outcome.status).isNotZero();
    git("rm -q --cached -- src/a.py");
    assertPasses("git commit -q --allow-empty -m x");
  }

  @Test
  void aLaterCommitIsRefusedUntilTheFileIsUnstaged() throws IOException {
    commitClean("a.py");
    write("a b's.py", SECRET);
    git("add .");

    assertThat(commit().text).contains("git restore --staged -- 'a b'\\''s.py'");

    sh(repository, "git restore --staged -- 'a b'\\''s.py'");
    assertPasses("git commit -q --allow-empty -m x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "two words", " leading", "-dash", "grüße", "new\nline", "tab\t\"quote'"})
  void aFileIsFoundWhateverItsName(String name) throws IOException {
    write(name, SECRET);
    git("add .");

    assertRefused("git commit -m x");
  }

  @ParameterizedTest
  @ValueSource(strings = {".env", "deploy/.env.production", "id_rsa", "conf/prod.env"})
  void aProtectedFileIsRefusedWhateverIsInIt(String name) throws IOException {
    write(name, "MODE=production\nPASSWORD=" + MadeUp.text("{a-z0-9*20}") + "\n");
    git("add -f .");

    assertThat(assertRefused("git commit -m x")).contains(name, "name it in .gitignore");
  }

  @Test
  void aSymbolicLinkToAProtectedFilePasses() throws IOException {
    write("kept/.env", "A=1\n");
    write(".gitignore", "kept\n");
    Files.createSymbolicLink(repository.resolve("settings"), Path.of("kept/.env"));
    Files.createSymbolicLink(repository.resolve(".env"), Path.of("kept/.env"));
    git("add -A");

    assertPasses("git commit -q -m x");
  }

  @Test
  void onlyWhatIsStagedCounts() throws IOException {
    commitClean("a.py");
    write("a.py", CLEAN + "staged\n");
    git("add a.py");
    write("a.py", SECRET);
    assertPasses("git commit -q -m 'the secret is only in the working tree'");

    git("add a.py");
    write("a.py", CLEAN);
    assertRefused("git commit -m 'the secret is only in the index'");
  }

  @Test
  void commitAllAndCommitOfAFileLookAtTheirOwnIndex() throws IOException {
    commitClean("a.py");
    commitClean("b.py");
    write("a.py", SECRET);
    write("b.py", CLEAN + "more\n");

    assertRefused("git commit -a -m x");
    assertRefused("git commit -m x a.py");
    assertPasses("git commit -q -m x b.py");
  }

  @Test
  void aPartialCommitLeavesOtherStagedFilesAlone() throws IOException {
    commitClean("a.py");
    commitClean("b.py");
    write("a.py", SECRET);
    git("add a.py");
    write("b.py", CLEAN + "more\n");

    assertPasses("git commit -q -m x b.py");
    assertRefused("git commit -m x");
  }

  @Test
  void aCommitFromASubfolderIsLookedAtWhole() throws IOException {
    write("sub/inner/x", CLEAN);
    write("a.py", SECRET);
    git("add .");

    assertThat(sh(repository.resolve("sub/inner"), "git commit -m x").status).isNotZero();
  }

  @Test
  void renamesDeletionsAndModesOfWhatIsThereBringNothingNew() throws IOException {
    write("a.py", SECRET + "much\nmore\ntext\nthat\nstays\n".repeat(5));
    write("gone.py", SECRET);
    git("add .");
    git("commit -q --no-verify -m x");
    sh(repository, "git mv a.py 'b c.py' && git rm -q gone.py && chmod +x 'b c.py' && git add -A");
    assertPasses("git commit -q -m 'renamed, deleted, another mode'");

    sh(repository, "echo '# more' >> 'b c.py' && git mv 'b c.py' d.py && git add -A");
    assertPasses("git commit -q -m 'renamed and changed elsewhere'");

    sh(repository, "echo \"KEY2 = '" + MadeUp.text("ghp_{crc32-base62*30}") + "'\" >> d.py");
    assertRefused("git commit -a -m 'another secret in the same file'");
  }

  @Test
  void aRenameToAProtectedNameIsRefused() throws IOException {
    write("settings.txt", "A=" + MadeUp.text("{a-z0-9*24}") + "\n");
    git("add .");
    assertPasses("git commit -q -m x");
    git("mv settings.txt .env");

    assertRefused("git commit -m x");
  }

  @Test
  void aSubmoduleIsItsOwnRepository() throws IOException {
    Path inner = newRepository("inner");
    Files.writeString(inner.resolve("a.py"), SECRET);
    sh(inner, "git add . && git commit -q --no-verify -m x");
    sh(repository, "git -c protocol.file.allow=always submodule --quiet add ../inner 'sub module'");

    assertPasses("git commit -q -m x");
  }

  @Test
  void amendingAddsOnlyWhatIsNew() throws IOException {
    commitClean("a.py");
    write("b.py", SECRET);
    git("add .");
    assertRefused("git commit --amend --no-edit");

    git("reset -q");
    assertPasses("git commit -q --amend -m 'another message'");
  }

  @Test
  void aMergeAddsOnlyWhatNoParentHas() throws IOException {
    commitClean("a.py");
    git("checkout -q -b side");
    write("theirs.py", SECRET);
    write("a.py", CLEAN + "side\n");
    git("add .");
    git("commit -q --no-verify -m side");
    git("checkout -q main");
    write("a.py", CLEAN + "main\n");
    git("commit -q -a -m main");
    sh(repository, "git merge -q side");
    write("a.py", CLEAN + "both\n");
    git("add a.py");
    assertPasses("git commit -q -m 'what the other side has was committed there'");

    sh(repository, "git reset -q --hard HEAD~1; git merge -q side");
    write("a.py", CLEAN + SECRET);
    git("add a.py");
    assertRefused("git commit -m 'a secret in the resolution'");
  }

  @Test
  void aLinkedWorkingTreeHasAnIndexOfItsOwn() throws IOException {
    commitClean("a.py");
    git("worktree add -q ../tree -b tree");
    Path tree = temporary.resolve("tree");
    Files.writeString(tree.resolve("b.py"), SECRET);
    sh(tree, "git add b.py");

    assertThat(sh(tree, "git commit -m x").status).isNotZero();
    assertPasses("git commit -q --allow-empty -m 'nothing is staged here'");
  }

  @Test
  void anUnbornBranchOfARepositoryWithCommitsIsLookedAtWhole() throws IOException {
    write("a.py", SECRET);
    git("add .");
    git("commit -q --no-verify -m x");
    git("checkout -q --orphan fresh");

    assertRefused("git commit -m x");
  }

  @Test
  void binaryFilesAreSkippedAndHugeOnesReadToTheEnd() throws IOException {
    write("image.bin", "\0\0\0" + SECRET);
    git("add .");
    assertPasses("git commit -q -m x");

    write("huge.txt", "a line of a log that goes on and on\n".repeat(150_000) + SECRET);
    git("add .");
    assertThat(commit().text).contains("huge.txt:150002:8");
  }

  @Test
  void aReasonOrABaselineAcceptsAFinding() throws IOException {
    write("a.py", "KEY = '" + KEY + "'  # keepmum:ignore made up for this test\n");
    git("add .");
    assertPasses("git commit -q -m x");

    write("b.json", "{\"key\": \"" + KEY + "\"}\n");
    git("add .");
    assertRefused("git commit -m x");
    sh(repository, "'" + hooks + "/keepmum' scan --write-baseline .keepmum-baseline.json");
    assertPasses("git commit -q -m x");
  }

  @Test
  void oneFolderOfHooksServesAllRepositories() throws IOException {
    Files.delete(repository.resolve(".git/hooks/pre-commit"));
    git("config core.hooksPath '" + hooks + "'");
    write("a.py", SECRET);
    git("add .");

    assertRefused("git commit -m x");
  }

  @Test
  void whatIsOnlyMeantToBeAddedIsInNoCommit() throws IOException {
    commitClean("a.py");
    write(".env", "A=1\n");
    git("add -N .env");
    write("a.py", CLEAN + "more\n");
    git("add a.py");

    assertPasses("git commit -q -m x");
    assertThat(sh(repository, "git ls-tree -r --name-only HEAD").text).isEqualTo("a.py\n");
  }

  @Test
  void nothingIsCommittedWithoutTheProgram() throws IOException {
    write("a.py", CLEAN);
    git("add .");
    Files.delete(hooks.resolve("keepmum"));

    assertThat(assertRefused("git commit -m x")).contains("there is no program at", "ln -s");
  }

  @Test
  void nothingIsCommittedWhenTheProgramFails() throws IOException {
    write("a.py", CLEAN);
    git("add .");
    script(hooks.resolve("keepmum"), "exit 134");

    assertThat(assertRefused("git commit -m x")).contains("could not be looked at (status 134)");
  }

  @Test
  void nothingThatTheRepositoryNamesIsStarted() throws IOException {
    commitClean("a.py");
    Path evil = temporary.resolve("evil");
    script(evil, "touch '" + temporary + "/started'; cat");
    git("config core.fsmonitor '" + evil + "'");
    git("config diff.external '" + evil + "'");
    git("config diff.x.textconv '" + evil + "'");
    git("config diff.x.command '" + evil + "'");
    git("config filter.x.smudge '" + evil + "'");
    write(".gitattributes", "* diff=x\n*.py filter=x\n");
    write("a.py", SECRET);
    git("add .");
    Files.deleteIfExists(temporary.resolve("started"));

    Outcome outcome = sh(repository, "'" + hooks + "/keepmum' scan --staged");

    assertThat(outcome.text).contains("a.py:2:8");
    assertThat(temporary.resolve("started")).doesNotExist();
  }

  /** What a test begins with; the hook is not asked about it. */
  private void commitClean(String name) throws IOException {
    write(name, CLEAN);
    git("add .");
    git("commit -q --no-verify -m x");
  }

  private void write(String name, String text) throws IOException {
    Path file = repository.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void git(String words) {
    Outcome outcome = sh(repository, "git " + words);
    assertThat(outcome.status).as(outcome.text).isZero();
  }

  private Outcome commit() {
    return sh(repository, "git commit -m x");
  }

  /** Nothing is committed, and the text that says so holds no secret; it is given back. */
  private String assertRefused(String command) {
    String before = sh(repository, "git rev-parse -q --verify HEAD").text;
    Outcome outcome = sh(repository, command);
    assertThat(outcome.status).as(outcome.text).isNotZero();
    assertThat(outcome.text).contains("the commit is refused").doesNotContain(KEY);
    assertThat(sh(repository, "git rev-parse -q --verify HEAD").text).isEqualTo(before);
    return outcome.text;
  }

  private void assertPasses(String command) {
    Outcome outcome = sh(repository, command);
    assertThat(outcome.status).as(outcome.text).isZero();
  }

  private static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Outcome sh(Path folder, String commands) {
    ProcessBuilder builder = new ProcessBuilder(List.of("sh", "-c", commands));
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT_"));
    environment.put("HOME", temporary.toString());
    environment.put("LC_ALL", "C.UTF-8");
    environment.put("GIT_CONFIG_NOSYSTEM", "1");
    try {
      Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), text);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Outcome(int status, String text) {}
}
