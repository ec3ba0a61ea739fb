package dev.keepmum.git;

import dev.keepmum.host.FileStatus;
import dev.keepmum.host.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a repository keeps what all its working trees share: the folder {@code .git}, or what a
 * file of that name leads to in a linked working tree or a submodule (gitrepository-layout(5)).
 */
final class GitFolder {
  private static final int LONGEST_FILE = 1 << 20;

  private final Host host;
  private final String top;
  private final String path;
  private final String own;

  private GitFolder(Host host, String top, String path, String own) {
    this.host = host;
    this.top = top;
    this.path = path;
    this.own = own;
  }

  /** The shared folder of the repository whose working tree begins at a folder. */
  static Optional<GitFolder> of(Host host, String top) {
    String dotGit = child(top, ".git");
    FileStatus status = host.status(dotGit);
    if (status.isDirectory()) {
      return Optional.of(new GitFolder(host, top, dotGit, dotGit));
    }
    if (!status.isRegular()) {
      return Optional.empty();
    }
    String link = text(host, dotGit).strip();
    String folder = link.startsWith("gitdir:") ? resolve(top, link.substring(7).strip()) : dotGit;
    String common = text(host, child(folder, "commondir")).strip();
    String shared = common.isEmpty() ? folder : resolve(folder, common);
    return Optional.of(new GitFolder(host, top, shared, folder));
  }

  /**
   * That of the repository in whose working tree a folder lies; empty outside of any.
   *
   * @param folder absolute, without dots
   */
  static Optional<GitFolder> around(Host host, String folder) {
    String top = folder;
    Optional<GitFolder> repository = of(host, top);
    while (repository.isEmpty() && !top.equals("/")) {
      int slash = top.lastIndexOf('/');
      top = slash <= 0 ? "/" : top.substring(0, slash);
      repository = of(host, top);
    }
    return repository;
  }

  /** The folder where the working tree begins. */
  String top() {
    return top;
  }

  /** Where the index of this working tree lies; each has its own. */
  String index() {
    return child(own, "index");
  }

  /** The rules that no commit holds: {@code info/exclude}. */
  Optional<byte[]> exclude() {
    return host.readPrefix(child(path, "info/exclude"), LONGEST_FILE);
  }

  /**
   * The user's own ignore file: {@code core.excludesFile} of the last configuration that has it,
   * else {@code git/ignore} in the user's configuration folder (git-config(1)). Files that a
   * configuration includes are not looked at.
   */
  Optional<byte[]> usersExclude() {
    String home = host.home();
    String configured = host.variable("XDG_CONFIG_HOME").orElse("");
    String settings = configured.isEmpty() ? child(home, ".config") : configured;
    List<String> files = new ArrayList<>();
    files.add("/etc/gitconfig");
    files.add(child(settings, "git/config"));
    files.add(child(home, ".gitconfig"));
    files.add(child(path, "config"));
    String chosen = child(settings, "git/ignore");
    for (String file : files) {
      String value = excludesFile(text(host, file));
      if (!value.isEmpty()) {
        chosen = value.startsWith("~/") ? child(home, value.substring(2)) : value;
      }
    }
    return chosen.startsWith("/") ? host.readPrefix(chosen, LONGEST_FILE) : Optional.empty();
  }

  private static String excludesFile(String configuration) {
    String value = "";
    boolean isCore = false;
    int start = 0;
    while (start < configuration.length()) {
      int newline = configuration.indexOf('\n', start);
      int end = newline < 0 ? configuration.length() : newline;
      String line = configuration.substring(start, end).strip();
      start = end + 1;
      if (line.startsWith("[")) {
        isCore = line.regionMatches(true, 0, "[core]", 0, 6);
      } else if (isCore && line.regionMatches(true, 0, "excludesfile", 0, 12)) {
        String rest = line.substring(12).strip();
        if (rest.startsWith("=")) {
          value = rest.substring(1).strip().replace("\"", "");
        }
      }
    }
    return value;
  }

  private static String text(Host host, String path) {
    Optional<byte[]> content = host.readPrefix(path, LONGEST_FILE);
    return content.isPresent() ? new String(content.get(), StandardCharsets.UTF_8) : "";
  }

  private static String resolve(String folder, String path) {
    return path.startsWith("/") ? path : child(folder, path);
  }

  static String child(String folder, String name) {
    return folder.endsWith("/") ? folder.concat(name) : folder.concat("/").concat(name);
  }
}
