package dev.keepmum.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepmum.host.SystemHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index as it is read here against what git lists of it. */
class GitIndexTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void listsWhatGitLists(int version, @TempDir Path folder) throws Exception {
    Path top = repository(folder);
    RealGit.run(top, "update-index", "--index-version", Integer.toString(version));
    if (version == 3) { // Which git writes only where an entry needs it.
      Files.writeString(top.resolve("later"), "later");
      RealGit.run(top, "add", "--intent-to-add", "later");
    }

    assertThat(listed(top.resolve("src"), top)).isEqualTo(gitsOwn(top));
  }

  @Test
  void aLinkedWorkingTreeHasItsOwn(@TempDir Path folder) throws Exception {
    Path top = repository(folder);
    RealGit.run(top, "worktree", "add", "-q", "../linked");
    Path linked = top.resolveSibling("linked");
    Files.writeString(linked.resolve("more"), "more");
    RealGit.run(linked, "add", "more");

    assertThat(listed(linked, linked)).isEqualTo(gitsOwn(linked)).isNotEqualTo(gitsOwn(top));
  }

  @Test
  void outsideOfARepositoryThereIsNone(@TempDir Path folder) throws IOException {
    assertThat(GitIndex.of(new SystemHost(), folder.toRealPath().toString())).isEmpty();
  }

  @Test
  void whatIsCutOffOrBrokenEndsIt(@TempDir Path folder) throws Exception {
    Path top = repository(folder);
    Path index = top.resolve(".git/index");
    byte[] whole = Files.readAllBytes(index);
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(index, Arrays.copyOf(whole, length));
      var read = GitIndex.of(new SystemHost(), top.toString());
      assertThat(read.isEmpty() || read.get().entries().size() <= 5).isTrue();
    }
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= (byte) 0xff;
      Files.write(index, changed);
      GitIndex.of(new SystemHost(), top.toString());
    }
  }

  private static Path repository(Path folder) throws Exception {
    Path top = Files.createDirectory(folder.toRealPath().resolve("top"));
    RealGit.run(top, "init", "-q");
    for (String file : List.of("a", ".env", "src/one.js", "src/other.js", "src/grüße mit blank")) {
      Files.createDirectories(top.resolve(file).getParent());
      Files.writeString(top.resolve(file), file);
    }
    RealGit.run(top, "add", ".");
    RealGit.run(top, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-q", "-m", "x");
    return top;
  }

  private static List<String> listed(Path folder, Path top) {
    List<String> listed = new ArrayList<>();
    for (GitIndex.Entry entry :
        GitIndex.of(new SystemHost(), folder.toString()).orElseThrow().entries()) {
      listed.add(entry.id() + " " + top.relativize(Path.of(entry.path())));
    }
    return listed;
  }

  private static List<String> gitsOwn(Path top) throws Exception {
    List<String> listed = new ArrayList<>();
    for (String line : RealGit.run(top, "ls-files", "-z", "-s").split("\0")) {
      String[] parts = line.split("[ \t]", 4);
      listed.add(parts[1] + " " + parts[3]);
    }
    return listed;
  }
}
