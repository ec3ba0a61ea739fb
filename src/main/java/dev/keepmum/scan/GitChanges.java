package dev.keepmum.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What commits add: the versions of files that differ from those of every parent. A secret that one
 * of these versions of the same file holds already is not new. What git stores counts, not the
 * working tree: the target of a symbolic link is a text, a submodule is nothing.
 */
public final class GitChanges extends Source {
  private static final String NOTHING = "0000000000";
  private static final String MESSAGE = "(commit message)";
  private static final String NO_MODE = "000000";
  private static final String LINK = "120000";
  private static final String SUBMODULE = "160000";

  /** Compares by object ids; what starts a program or depends on settings is off. */
  private static final List<String> RAW =
      List.of(
          "--raw",
          "-z",
          "-r",
          "-M",
          "-l1000",
          "--no-abbrev",
          "--no-relative",
          "--ignore-submodules=all",
          "--no-ext-diff",
          "--no-textconv");

  /** Which commits. */
  private interface Selection {
    void changes(GitChanges changes, Consumer<Change> to) throws ScanFailure;
  }

  private final Git git;
  private final GitObjects objects;
  private final Path folder;
  private final String top;
  private final Selection selection;

  private GitChanges(Path folder, Selection selection) throws ScanFailure {
    this.git = Git.inherited(folder);
    this.objects = new GitObjects(git);
    this.folder = folder;
    this.top = topOf(git, folder);
    this.selection = selection;
  }

  /**
   * What a commit made now would add to its parents, which are HEAD and, in a merge, those that are
   * merged; to nothing where there is no commit yet.
   *
   * @param folder in the repository that is meant
   */
  public static GitChanges staged(Path folder) throws ScanFailure {
    return new GitChanges(folder, GitChanges::staged);
  }

  /**
   * What each commit of a range adds, its message included.
   *
   * @param range as git-rev-list(1) takes it: {@code A..B}
   */
  public static GitChanges range(Path folder, String range) throws ScanFailure {
    return new GitChanges(
        folder, (changes, to) -> changes.committed(to, "--end-of-options", range, "--"));
  }

  /** What each commit adds, its message included, that a branch, a tag, the stash or HEAD has. */
  public static GitChanges history(Path folder) throws ScanFailure {
    return new GitChanges(folder, (changes, to) -> changes.committed(to, "--all"));
  }

  /** A bare repository has no working tree; its files are named as if it had one. */
  private static String topOf(Git git, Path folder) throws ScanFailure {
    Git.Answer top = git.ask("rev-parse", "--show-toplevel");
    if (top.isFine() && !top.line().isEmpty()) {
      return top.line();
    }
    git.demand("rev-parse", "--git-dir");
    return folder.toString();
  }

  /** Whether there is a commit that a file could be taken from again. */
  public boolean hasHead() throws ScanFailure {
    return git.ask("rev-parse", "--quiet", "--verify", "HEAD^{commit}").isFine();
  }

  @Override
  void items(Consumer<Item> to, ScanReport.Builder report) throws ScanFailure {
    ObjectIds seen = new ObjectIds();
    selection.changes(
        this,
        change -> {
          if (change.isMessage()) {
            Document document = new Document(MESSAGE, top + "/" + MESSAGE, change.commit(), false);
            to.accept(new Item(document, objects.message(change.commit())));
            return;
          }
          if (!change.isNew()) {
            return;
          }
          Document document =
              new Document(
                  change.path(),
                  top + "/" + change.path(),
                  change.commit(),
                  !change.mode().equals(LINK));
          boolean isRepeated = !seen.add(change.id()) || change.earlier().contains(change.id());
          List<Content> earlier = change.earlier().stream().map(objects::blob).toList();
          to.accept(new Item(document, objects.blob(change.id()), earlier, isRepeated));
        });
  }

  @Override
  void close() {
    objects.close();
  }

  private void staged(Consumer<Change> to) throws ScanFailure {
    Map<String, Change> changed = new LinkedHashMap<>();
    boolean isFirst = true;
    for (String parent : parents()) {
      Map<String, Change> fromParent = new LinkedHashMap<>();
      List<String> words =
          new ArrayList<>(List.of("diff-index", "--cached", "--ita-invisible-in-index"));
      words.addAll(RAW);
      words.addAll(List.of(parent, "--"));
      git.fields(
          List.of(git.command(words.toArray(String[]::new))),
          fields -> {
            while (fields.hasNext()) {
              Change change = Change.read("", fields.next(), fields);
              fromParent.put(change.path(), change);
            }
          });
      if (isFirst) {
        changed.putAll(fromParent);
      } else {
        changed.keySet().retainAll(fromParent.keySet());
        changed.replaceAll((path, change) -> change.alsoFrom(fromParent.get(path)));
      }
      isFirst = false;
    }
    changed.values().forEach(to);
  }

  private List<String> parents() throws ScanFailure {
    if (!hasHead()) {
      return List.of(git.demand("hash-object", "-t", "tree", "--stdin"));
    }
    List<String> parents = new ArrayList<>(List.of("HEAD"));
    Path merged = folder.resolve(git.demand("rev-parse", "--git-path", "MERGE_HEAD"));
    try {
      if (Files.isRegularFile(merged)) {
        parents.addAll(Files.readAllLines(merged));
      }
    } catch (IOException e) {
      throw new ScanFailure("MERGE_HEAD cannot be read");
    }
    return parents;
  }

  private void committed(Consumer<Change> to, String... revisions) throws ScanFailure {
    List<String> list = new ArrayList<>(List.of("rev-list", "--reverse", "--topo-order"));
    list.addAll(List.of(revisions));
    List<String> compare =
        new ArrayList<>(List.of("diff-tree", "--stdin", "--root", "--always", "-c"));
    compare.addAll(RAW);
    checkRevisions(list);
    git.fields(
        List.of(
            git.command(list.toArray(String[]::new)), git.command(compare.toArray(String[]::new))),
        fields -> {
          String commit = "";
          while (fields.hasNext()) {
            String field = fields.next();
            if (field.startsWith(":")) {
              to.accept(Change.read(commit, field, fields));
            } else {
              commit = field.strip();
              to.accept(Change.message(commit));
            }
          }
        });
  }

  /** Has git say what is wrong with a range before anything is listed. */
  private void checkRevisions(List<String> list) throws ScanFailure {
    List<String> once = new ArrayList<>(list);
    once.add(1, "--max-count=1");
    git.demand(once.toArray(String[]::new));
  }

  /**
   * One file in one commit, or its message, as {@code git diff-tree --raw} has it: a mode and an id
   * for each parent, then those of the file.
   *
   * @param mode of the file as octal text
   * @param id of its content
   * @param earlier ids of what the parents have in its place
   * @param hasNewName whether a parent has no file of this name
   */
  private record Change(
      String commit,
      String path,
      String mode,
      String id,
      List<String> earlier,
      boolean hasNewName) {

    /** The message of a commit. */
    static Change message(String commit) {
      return new Change(commit, "", NO_MODE, NOTHING, List.of(), false);
    }

    boolean isMessage() {
      return path.isEmpty();
    }

    static Change read(String commit, String header, Git.Fields fields) throws IOException {
      int parents = 0;
      while (header.charAt(parents) == ':') {
        parents++;
      }
      String[] words = header.substring(parents).split(" ");
      if (words.length != 2 * parents + 3) {
        throw new ScanFailure("git answered something unknown");
      }
      String status = words[words.length - 1];
      String path = fields.next();
      if (parents == 1 && (status.startsWith("R") || status.startsWith("C"))) {
        path = fields.next();
      }
      List<String> earlier = new ArrayList<>();
      for (int i = 0; i < parents; i++) {
        boolean isFile = !words[i].equals(SUBMODULE) && !words[i].equals(NO_MODE);
        if (isFile) {
          earlier.add(words[parents + 1 + i]);
        }
      }
      return new Change(
          commit,
          path,
          words[parents],
          words[2 * parents + 1],
          earlier,
          status.matches(".*[ARC].*"));
    }

    /**
     * Whether it is a file with a name or a content that a parent does not have; a mode is none.
     */
    boolean isNew() {
      boolean isFile = !mode.equals(SUBMODULE) && !mode.equals(NO_MODE) && !id.startsWith(NOTHING);
      return isFile && (hasNewName || !earlier.contains(id));
    }

    Change alsoFrom(Change other) {
      List<String> all = new ArrayList<>(earlier);
      all.addAll(other.earlier);
      return new Change(commit, path, mode, id, all, hasNewName && other.hasNewName);
    }
  }
}
