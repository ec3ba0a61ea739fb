package dev.keepmum.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepmum.git.RealGit;
import dev.keepmum.rule.MadeUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commits add, by the real git. {@code PreCommitTest} has what is staged. */
@DisabledOnOs(OS.WINDOWS)
class GitChangesTest {
  private static final String KEY = MadeUp.text("sk-ant-api03-{A-Za-z0-9*95}");
  private static final String OTHER = MadeUp.text("ghp_{crc32-base62*30}");

  @TempDir Path top;

  @BeforeEach
  void makeRepository() throws IOException {
    top = top.toRealPath();
    init("sha1");
  }

  private void init(String objectFormat) throws IOException {
    RealGit.run(top, "init", "-q", "-b", "main", "--object-format=" + objectFormat);
    RealGit.run(top, "config", "user.name", "n");
    RealGit.run(top, "config", "user.email", "n@x");
  }

  @Test
  void eachCommitOfARangeHasWhatItAdds() throws IOException {
    commit("a.py", "KEY='" + KEY + "'\n");
    commit("a.py", "# new line\nKEY='" + KEY + "'\n");
    commit("a.py", "# new line\nKEY='" + KEY + "'\nTOKEN='" + OTHER + "'\n");
    String third = RealGit.run(top, "rev-parse", "HEAD").strip();
    commit("a.py", "nothing left\n");
    commit("sub/.env", "A=1\n");

    assertThat(Scans.places(range("HEAD~4..HEAD"))).containsExactly("a.py:3:8", "sub/.env");
    assertThat(range("HEAD~4..HEAD").findings().get(0).place().commit()).isEqualTo(third);
    assertThat(Scans.places(range("HEAD~1.."))).containsExactly("sub/.env");
    assertThat(Scans.places(range("HEAD~2..HEAD~1"))).isEmpty();
  }

  @Test
  void aMessageIsCommittedToo() throws IOException {
    commit("a.py", "nothing\n");
    RealGit.run(top, "commit", "-q", "--allow-empty", "-m", "try it\n\nwith KEY=" + KEY);
    String told = RealGit.run(top, "rev-parse", "HEAD").strip();
    commit("b.py", "nothing\n");

    assertThat(Scans.places(history())).containsExactly("(commit message):3:10");
    assertThat(range("HEAD~2..").findings().get(0).place().commit()).isEqualTo(told);
  }

  @Test
  void historyHasTheFirstCommitAndEveryBranchTagAndStash() throws IOException {
    commit("first.py", "KEY='" + KEY + "'\n");
    RealGit.run(top, "checkout", "-q", "-b", "side");
    commit("side.py", "TOKEN='" + OTHER + "'\n");
    RealGit.run(top, "checkout", "-q", "main");
    RealGit.run(top, "checkout", "-q", "--detach");
    commit("tagged.py", "\nTOKEN='" + OTHER + "'\n");
    RealGit.run(top, "tag", "t");
    RealGit.run(top, "checkout", "-q", "main");
    Files.writeString(top.resolve("first.py"), "KEY=''\nTOKEN='" + OTHER + "'\n");
    RealGit.run(top, "stash", "-q");

    assertThat(Scans.places(history()))
        .containsExactlyInAnyOrder("first.py:1:6", "side.py:1:8", "tagged.py:2:8", "first.py:2:8");
  }

  @Test
  void theSameContentIsReportedOnceAndUnderItsFirstName() throws IOException {
    commit("a.py", "KEY='" + KEY + "'\n");
    commit("copy.py", "KEY='" + KEY + "'\n");
    RealGit.run(top, "mv", "a.py", ".env");
    RealGit.run(top, "commit", "-q", "-m", "x");
    RealGit.run(top, "rm", "-q", ".env");
    RealGit.run(top, "commit", "-q", "-m", "x");
    commit("a.py", "KEY='" + KEY + "'\n");

    assertThat(Scans.places(history())).containsExactly("a.py:1:6", ".env");
  }

  @Test
  void aMergeAddsOnlyWhatNoParentHas() throws IOException {
    commit("a.py", "one\n");
    RealGit.run(top, "checkout", "-q", "-b", "side");
    commit("theirs.py", "KEY='" + KEY + "'\n");
    RealGit.run(top, "checkout", "-q", "main");
    commit("ours.py", "nothing\n");
    RealGit.run(top, "merge", "-q", "--no-commit", "side");
    Files.writeString(top.resolve("a.py"), "one\nTOKEN='" + OTHER + "'\n");
    RealGit.run(top, "add", "a.py");
    RealGit.run(top, "commit", "-q", "-m", "merge");

    assertThat(Scans.places(range("HEAD~1..HEAD")))
        .containsExactlyInAnyOrder("theirs.py:1:6", "a.py:2:8");
    assertThat(Scans.places(history())).containsExactlyInAnyOrder("theirs.py:1:6", "a.py:2:8");
  }

  @Test
  void longerObjectIdsAreKnown(@TempDir Path folder) throws IOException {
    top = folder.toRealPath();
    init("sha256");
    Files.writeString(top.resolve("b.py"), "TOKEN='" + OTHER + "'\n");
    RealGit.run(top, "add", "-A");

    assertThat(Scans.places(scan(GitChanges.staged(top)))).containsExactly("b.py:1:8");
    commit("a.py", "KEY='" + KEY + "'\n");
    assertThat(Scans.places(history())).containsExactlyInAnyOrder("a.py:1:6", "b.py:1:8");
  }

  @Test
  void aRepositoryWithoutCommitsHasNoHistory() throws IOException {
    assertThat(history().findings()).isEmpty();
    assertThat(scan(GitChanges.staged(top)).findings()).isEmpty();
  }

  @Test
  void aRepositoryWithoutAWorkingTreeIsScannedToo(@TempDir Path folder) throws IOException {
    commit("a.py", "KEY='" + KEY + "'\n");
    RealGit.run(top, "clone", "-q", "--bare", top.toString(), folder.resolve("bare").toString());

    assertThat(Scans.places(scan(GitChanges.history(folder.resolve("bare")))))
        .containsExactly("a.py:1:6");
  }

  @Test
  void replacedObjectsAndFiltersHideNothing() throws IOException {
    commit("a.py", "KEY='" + KEY + "'\n");
    String hidden = RealGit.run(top, "rev-parse", "HEAD:a.py").strip();
    Files.writeString(top.resolve("clean"), "nothing\n");
    RealGit.run(top, "replace", hidden, RealGit.run(top, "hash-object", "-w", "clean").strip());
    commit(".gitattributes", "* -diff -text binary\n");

    assertThat(Scans.places(history())).containsExactly("a.py:1:6");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere..HEAD", "--output=/tmp/x..", "HEAD..-x", "..HEAD;ls"})
  void aRangeThatGitDoesNotKnowIsAnError(String range) throws IOException {
    commit("a.py", "nothing\n");

    assertThatThrownBy(() -> range(range))
        .isInstanceOf(ScanFailure.class)
        .hasMessageStartingWith("git says: fatal:");
  }

  @Test
  void aMissingObjectIsAnError() throws IOException {
    commit("a.py", "KEY='" + KEY + "'\n");
    String id = RealGit.run(top, "rev-parse", "HEAD:a.py").strip();
    Files.delete(top.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));

    assertThatThrownBy(this::history).isInstanceOf(ScanFailure.class).hasMessageContaining(id);
  }

  @Test
  void whatAMissingEarlierVersionHeldIsNew() throws IOException {
    commit("a.py", "KEY='" + KEY + "'\n");
    String id = RealGit.run(top, "rev-parse", "HEAD:a.py").strip();
    Files.writeString(top.resolve("a.py"), "KEY='" + KEY + "'\nmore\n");
    RealGit.run(top, "add", "a.py");
    assertThat(scan(GitChanges.staged(top)).findings()).isEmpty();

    Files.delete(top.resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));

    assertThat(Scans.places(scan(GitChanges.staged(top)))).containsExactly("a.py:1:6");
  }

  @Test
  void outsideOfARepositoryThereIsNothingToAsk(@TempDir Path folder) {
    assertThatThrownBy(() -> GitChanges.staged(folder))
        .isInstanceOf(ScanFailure.class)
        .hasMessageContaining("not a git repository");
  }

  private ScanReport range(String range) throws ScanFailure {
    return scan(GitChanges.range(top, range));
  }

  private ScanReport history() throws ScanFailure {
    return scan(GitChanges.history(top));
  }

  private static ScanReport scan(Source source) throws ScanFailure {
    return Scans.scanner("").scan(source, new ScanProgress());
  }

  private void commit(String name, String text) throws IOException {
    Files.createDirectories(top.resolve(name).getParent());
    Files.writeString(top.resolve(name), text);
    RealGit.run(top, "add", "-A", "-f");
    RealGit.run(top, "commit", "-q", "-m", "x");
  }
}
