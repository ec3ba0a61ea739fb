package dev.keepmum.git;

import dev.keepmum.host.Host;
import java.util.Optional;

/**
 * What git leaves out of commits in one folder of a working tree: by the folder's own {@code
 * .gitignore}, those of the folders above it, {@code info/exclude} and the user's {@code
 * core.excludesFile}, in this order of precedence (gitignore(5)). That a file is in the index
 * already, and so in commits whatever these say, is not seen here.
 */
public final class GitIgnore {
  private static final int LONGEST_FILE = 1 << 20;

  /** What holds outside of a repository: git takes nothing there, and leaves nothing out. */
  private enum Standing {
    OUTSIDE,
    TAKEN,
    IGNORED
  }

  private final Host host;
  private final String folder;
  private final Standing standing;
  private final Rules rules;

  /** Ignore files, the one with the highest precedence first. */
  private record Rules(IgnoreRules first, Optional<Rules> rest) {}

  private GitIgnore(Host host, String folder, Standing standing, Rules rules) {
    this.host = host;
    this.folder = folder;
    this.standing = standing;
    this.rules = rules;
  }

  /**
   * What holds in a folder by the repository it lies in.
   *
   * @param folder absolute, without dots
   */
  public static GitIgnore of(Host host, String folder) {
    Optional<GitFolder> repository = GitFolder.around(host, folder);
    if (repository.isEmpty()) {
      return new GitIgnore(host, folder, Standing.OUTSIDE, noRules(folder));
    }
    String top = repository.get().top();
    GitIgnore here = top(host, top, repository.get());
    int start = top.endsWith("/") ? top.length() : top.length() + 1;
    while (start < folder.length()) {
      int slash = folder.indexOf('/', start);
      int end = slash < 0 ? folder.length() : slash;
      here = here.in(folder.substring(start, end));
      start = end + 1;
    }
    return here;
  }

  private static GitIgnore top(Host host, String top, GitFolder repository) {
    Rules rules = noRules(top);
    rules = with(top, repository.usersExclude(), rules);
    rules = with(top, repository.exclude(), rules);
    rules = with(top, ownRules(host, top), rules);
    return new GitIgnore(host, top, Standing.TAKEN, rules);
  }

  private static Rules noRules(String folder) {
    return new Rules(IgnoreRules.read(folder, new byte[0]), Optional.empty());
  }

  private static Optional<byte[]> ownRules(Host host, String folder) {
    return host.readPrefix(GitFolder.child(folder, ".gitignore"), LONGEST_FILE);
  }

  private static Rules with(String folder, Optional<byte[]> content, Rules rest) {
    return content.isEmpty()
        ? rest
        : new Rules(IgnoreRules.read(folder, content.get()), Optional.of(rest));
  }

  /** Whether the folder lies in a repository that takes its files, unless a rule says otherwise. */
  public boolean isTaken() {
    return standing == Standing.TAKEN;
  }

  /** Whether the folder itself is left out, with all below it. */
  public boolean isIgnored() {
    return standing == Standing.IGNORED;
  }

  /** What holds in a folder of this one; a repository of its own has its own rules. */
  public GitIgnore in(String name) {
    String child = GitFolder.child(folder, name);
    Optional<GitFolder> repository = GitFolder.of(host, child);
    if (repository.isPresent()) {
      return top(host, child, repository.get());
    }
    if (standing != Standing.TAKEN) {
      return new GitIgnore(host, child, standing, rules);
    }
    return ignores(name, true)
        ? new GitIgnore(host, child, Standing.IGNORED, rules)
        : new GitIgnore(host, child, standing, with(child, ownRules(host, child), rules));
  }

  /** Whether what stands in this folder is left out; nothing is outside of a repository. */
  public boolean ignores(String name, boolean isFolder) {
    if (standing != Standing.TAKEN) {
      return standing == Standing.IGNORED;
    }
    String path = GitFolder.child(folder, name);
    Optional<Rules> next = Optional.of(rules);
    while (next.isPresent()) {
      IgnoreRules.Answer answer = next.get().first().answer(path, isFolder);
      if (answer != IgnoreRules.Answer.OPEN) {
        return answer == IgnoreRules.Answer.IGNORED;
      }
      next = next.get().rest();
    }
    return false;
  }

  /**
   * Whether a file somewhere below this folder is left out, by a rule about itself or about a
   * folder on the way.
   *
   * @param path absolute
   */
  public boolean ignoresFile(String path) {
    GitIgnore here = this;
    int start = folder.endsWith("/") ? folder.length() : folder.length() + 1;
    for (int slash = path.indexOf('/', start); slash >= 0; slash = path.indexOf('/', start)) {
      here = here.in(path.substring(start, slash));
      start = slash + 1;
    }
    return here.ignores(path.substring(start), false);
  }
}
