package dev.keepmum.scan;

import dev.keepmum.git.GitIgnore;
import dev.keepmum.host.Host;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Files and folders that are named. In a folder, git's own folder is left out, symbolic links are
 * not followed, and nothing but regular files is opened. A named path is looked into whatever
 * ignore rules say of it.
 */
public final class PathSource extends Source {

  /** What is done with files that git leaves out. */
  public enum Ignored {
    SKIPPED,
    SCANNED
  }

  private final Host host;
  private final Path base;
  private final List<Path> paths;
  private final Ignored ignored;

  /**
   * A source of named files and folders.
   *
   * @param host reads ignore rules
   * @param base the folder that paths are relative to
   */
  public PathSource(Host host, Path base, List<Path> paths, Ignored ignored) {
    this.host = host;
    this.base = base;
    this.paths = List.copyOf(paths);
    this.ignored = ignored;
  }

  @Override
  void items(Consumer<Item> to, ScanReport.Builder report) throws ScanFailure {
    for (Path path : paths) {
      if (!Files.exists(base.resolve(path))) {
        throw new ScanFailure(path + ": no such file or folder");
      }
    }
    Walk walk = new Walk(to, report);
    for (Path path : paths) {
      walk.named(path);
    }
  }

  /** One way through all that is named. */
  private final class Walk {
    private final Consumer<Item> to;
    private final ScanReport.Builder report;
    private final Set<Path> done = new HashSet<>();

    Walk(Consumer<Item> to, ScanReport.Builder report) {
      this.to = to;
      this.report = report;
    }

    void named(Path path) {
      try {
        Path real = base.resolve(path).toRealPath();
        if (!done.add(real)) {
          return;
        }
        if (Files.isDirectory(real)) {
          namedFolder(path.normalize(), real);
        } else if (Files.isRegularFile(real)) {
          GitIgnore rules = GitIgnore.of(host, real.getParent().toString());
          add(path, real, rules.isTaken() && !rules.ignores(real.getFileName().toString(), false));
        } else {
          report.unread(path.toString(), "is no regular file, and was not opened");
        }
      } catch (IOException e) {
        report.unread(path.toString(), Unreadable.reason(e));
      }
    }

    private void namedFolder(Path path, Path real) {
      GitIgnore rules = GitIgnore.of(host, real.toString());
      folder(path, real, rules);
      if (ignored == Ignored.SKIPPED && rules.isTaken()) {
        trackedAnyway(path, real);
      }
    }

    /** Files that the rules leave out, but that are in the index: git takes them all the same. */
    private void trackedAnyway(Path path, Path real) {
      String[] words = {"ls-files", "-z", "--cached", "--ignored", "--exclude-standard", "--", "."};
      Git git = Git.in(real);
      Set<String> tracked = new TreeSet<>();
      try {
        git.fields(
            List.of(git.command(words)),
            fields -> {
              while (fields.hasNext()) {
                tracked.add(fields.next());
              }
            });
      } catch (ScanFailure e) {
        return; // Without git, or in what git does not take for a repository, the rules are all.
      }
      for (String name : tracked) {
        Path file = real.resolve(name);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          add(path.resolve(name), file, true);
        }
      }
    }

    private void folder(Path path, Path real, GitIgnore rules) {
      for (Path child : children(path, real)) {
        String name = child.getFileName().toString();
        try {
          child(path.resolve(child.getFileName()), child, name, rules);
        } catch (IOException e) {
          report.unread(path.resolve(child.getFileName()).toString(), Unreadable.reason(e));
        }
      }
    }

    private void child(Path path, Path real, String name, GitIgnore rules) throws IOException {
      BasicFileAttributes attributes =
          Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean isLeftOut = rules.ignores(name, attributes.isDirectory());
      boolean isWanted = ignored == Ignored.SCANNED || rules.isIgnored();
      if (isLeftOut && !isWanted || name.equals(".git")) {
        return;
      }
      if (attributes.isDirectory()) {
        folder(path, real, rules.in(name));
      } else if (attributes.isRegularFile() && attributes.size() > 0) {
        add(path, real, rules.isTaken() && !isLeftOut);
      }
    }

    private List<Path> children(Path path, Path real) {
      List<Path> children = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(real)) {
        stream.forEach(children::add);
      } catch (IOException e) {
        report.unread(path.toString(), Unreadable.reason(e));
      } catch (DirectoryIteratorException e) {
        report.unread(path.toString(), Unreadable.reason(e.getCause()));
      }
      Collections.sort(children);
      return children;
    }

    private void add(Path path, Path real, boolean isTaken) {
      Document document = new Document(path.toString(), real.toString(), "", isTaken);
      to.accept(new Item(document, () -> Files.newInputStream(real)));
    }
  }
}
