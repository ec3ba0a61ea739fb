package dev.keepmum.flow.command;

import dev.keepmum.effect.Value;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.Files;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.Secret;
import dev.keepmum.flow.expand.GlobPattern;
import dev.keepmum.flow.run.ShellInterpreter;
import dev.keepmum.git.GitIgnore;
import dev.keepmum.host.Host;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The protected files below a folder, as a recursive reader would meet them. */
final class FileTree {

  private static final int MAX_ENTRIES = 20_000;

  /**
   * Which files are read, and what of them.
   *
   * @param include globs on names or paths, one of which must match; empty for all
   * @param exclude globs of which none may match, folders included
   * @param lines which lines are taken; empty for whole files
   * @param reach what is stepped over
   * @param links whether symbolic links below the root are followed
   */
  record Selection(
      List<String> include,
      List<String> exclude,
      Optional<LinePattern> lines,
      Reach reach,
      Links links) {

    Selection {
      include = TreeGlobs.plain(include);
      exclude = TreeGlobs.plain(exclude);
    }

    /** Whole files, wherever they are. */
    static Selection allBut(List<String> exclude) {
      return new Selection(List.of(), exclude, Optional.empty(), Reach.EVERYTHING, Links.FOLLOWED);
    }

    /** Whole files of some names, which an exclusion beside them does not take away. */
    static Selection only(List<String> include) {
      return new Selection(include, List.of(), Optional.empty(), Reach.EVERYTHING, Links.FOLLOWED);
    }

    static Selection of(Value.ReadTree tree) {
      Optional<LinePattern> lines =
          tree.pattern().isPresent()
              ? Optional.of(LinePattern.ofRe2(tree.pattern().get()))
              : Optional.empty();
      return new Selection(tree.include(), tree.exclude(), lines, Reach.EVERYTHING, Links.FOLLOWED);
    }
  }

  /**
   * What a reader of trees steps over by itself. A file that {@code include} asks for is taken all
   * the same, as rg has it.
   */
  enum Reach {
    EVERYTHING(true, true),
    NOT_HIDDEN(false, true),
    NOT_IGNORED(true, false),
    NEITHER(false, false);

    private final boolean hidden;
    private final boolean ignored;

    Reach(boolean hidden, boolean ignored) {
      this.hidden = hidden;
      this.ignored = ignored;
    }

    boolean takesHidden() {
      return hidden;
    }

    boolean takesIgnored() {
      return ignored;
    }

    /**
     * The reach that takes in names with a leading dot, and what the repository ignores, or not.
     */
    static Reach of(boolean hidden, boolean ignored) {
      if (hidden) {
        return ignored ? EVERYTHING : NOT_IGNORED;
      }
      return ignored ? NOT_HIDDEN : NEITHER;
    }
  }

  /** What becomes of symbolic links. */
  enum Links {
    FOLLOWED,
    LEFT
  }

  private final ShellInterpreter shell;

  FileTree(ShellInterpreter shell) {
    this.shell = shell;
  }

  /** What reading the files below (or at) a path gives: the secrets of those that hold any. */
  Content read(Content root, Selection selection) {
    Content content = Content.UNKNOWN;
    for (String path : files().resolve(shell.state().directory(), root)) {
      content = content.withSecrets(secrets(path, selection, new ArrayList<>()));
    }
    return content;
  }

  /**
   * The secrets of the protected files below a folder, or of one file.
   *
   * @param names gets the paths of the files they are in
   */
  List<Secret> secrets(String root, Selection selection, List<String> names) {
    List<Secret> found = new ArrayList<>();
    if (!files().isFolder(root)) {
      addSecret(root, selection, found, names);
      return found;
    }
    Deque<String> folders = new ArrayDeque<>();
    folders.add(root);
    int entries = 0;
    while (!folders.isEmpty() && entries < MAX_ENTRIES) {
      String folder = folders.poll();
      Optional<String> realFolder = files().realPath(folder);
      for (String name : files().names(folder, MAX_ENTRIES - entries)) {
        entries++;
        if (matchesAny(selection.exclude(), name, folder, root)) {
          continue;
        }
        String path = PathNames.resolve(folder, name, "");
        boolean seen = selection.reach().takesHidden() || !name.startsWith(".");
        boolean asked = matchesAny(selection.include(), name, folder, root);
        boolean left = selection.links() == Links.LEFT;
        if (left && isLink(path, name, realFolder)) {
          continue;
        }
        if (left ? files().isFolder(path) : isFolder(path)) {
          if (seen || asked) {
            folders.add(path);
          }
        } else if (asked || seen && selection.include().isEmpty()) {
          addSecret(path, selection, found, names);
        }
      }
    }
    return found;
  }

  /** Whether a path is a folder, and no link to one that it is in. */
  private boolean isFolder(String path) {
    if (!files().isFolder(path)) {
      return false;
    }
    Optional<String> real = files().realPath(path);
    return real.isEmpty() || real.get().equals(path) || !path.startsWith(real.get());
  }

  private boolean isLink(String path, String name, Optional<String> realFolder) {
    Optional<String> real = files().realPath(path);
    return real.isPresent()
        && realFolder.isPresent()
        && !real.get().equals(PathNames.resolve(realFolder.get(), name, ""));
  }

  private void addSecret(String path, Selection selection, List<Secret> found, List<String> names) {
    List<Secret> secrets = files().read(path).secrets();
    if (secrets.isEmpty()
        || selection.lines().isPresent() && !showsLine(path, selection.lines().get())
        || isIgnored(path, selection)) {
      return;
    }
    names.add(path);
    found.addAll(secrets);
  }

  /** What the repository ignores is stepped over where nobody named the file or a glob for it. */
  private boolean isIgnored(String path, Selection selection) {
    return !selection.reach().takesIgnored()
        && selection.include().isEmpty()
        && GitIgnore.of(host(), PathNames.parent(path)).ignores(PathNames.base(path), false);
  }

  /** Whether a line that tells something would be taken. */
  private boolean showsLine(String path, LinePattern lines) {
    Optional<String> text = files().text(path);
    if (text.isEmpty()) {
      return true;
    }
    for (String line : Assignments.lines(text.get())) {
      if (Assignments.tells(line) && lines.takes(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matchesAny(List<String> globs, String name, String folder, String root) {
    for (String glob : globs) {
      if (GlobPattern.matches(glob, name)) {
        return true;
      }
      if (glob.indexOf('/') >= 0) {
        String relative = PathNames.resolve(folder, name, "").substring(root.length());
        if (GlobPattern.matches(
            "*".concat(glob.startsWith("/") ? glob : "/".concat(glob)), relative)) {
          return true;
        }
      }
    }
    return false;
  }

  private Host host() {
    return shell.context().host();
  }

  private Files files() {
    return shell.context().files();
  }
}
