package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.git.GitIgnore;
import dev.keepmum.host.Host;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Goes down folders and keeps the paths that a selection takes. */
final class PathWalk {

  private static final int MAX_ENTRIES = 20_000;

  /** Names that no rule knows are only kept up to this number. */
  private static final int MAX_ORDINARY = 200;

  /** Runs of a command that are looked at one by one. */
  private static final int MAX_RUNS = 32;

  /** What is looked for. */
  interface Selection {

    /** Whether a path below a root is one of those looked for. */
    boolean accepts(String path, String name);

    /** Whether a name is not stepped over, and a folder of that name is entered. */
    boolean reaches(String path, String name);

    /** Names or globs that stand for what it would find in folders nobody can look into. */
    List<String> unseen();
  }

  private final Invocation call;
  private final Selection selection;
  private final List<String> found = new ArrayList<>();

  PathWalk(Invocation call, Selection selection) {
    this.call = call;
    this.selection = selection;
  }

  /** The paths below the roots, as they would be printed. */
  List<String> below(List<Content> roots) {
    for (Content root : roots) {
      for (String text : root.texts()) {
        walk(text);
      }
    }
    return found;
  }

  private void walk(String root) {
    if (!call.files().isFolder(absolute(root))) {
      if (!call.files().exists(absolute(root))) {
        addUnseen(root);
      }
      consider(root);
      return;
    }
    Deque<String> folders = new ArrayDeque<>();
    folders.add(root);
    consider(root);
    int entries = 0;
    while (!folders.isEmpty() && entries < MAX_ENTRIES) {
      String folder = folders.poll();
      List<String> names = call.files().names(absolute(folder), MAX_ENTRIES - entries);
      for (String name : names) {
        entries++;
        String path = folder.endsWith("/") ? folder.concat(name) : folder + "/" + name;
        if (!selection.reaches(absolute(path), name)) {
          continue;
        }
        consider(path);
        if (call.files().isFolder(absolute(path))) {
          folders.add(path);
        }
      }
    }
    if (entries >= MAX_ENTRIES) {
      addUnseen(root);
    }
  }

  private void addUnseen(String root) {
    for (String name : selection.unseen()) {
      found.add(root.concat("/").concat(name));
    }
  }

  private void consider(String path) {
    if (!selection.accepts(path, PathNames.base(path))) {
      return;
    }
    if (found.size() < MAX_ORDINARY || call.files().isProtected(absolute(path))) {
      found.add(path);
    }
  }

  /** Whether git leaves a file out. */
  static boolean isIgnored(Invocation call, String path) {
    for (String file : call.resolve(Content.text(path))) {
      Host host = call.context().host();
      if (GitIgnore.of(host, PathNames.parent(file)).ignores(PathNames.base(file), false)) {
        return true;
      }
    }
    return false;
  }

  /** The absolute form of a path that was found. */
  String absolute(String path) {
    List<String> resolved = call.resolve(Content.text(path));
    return resolved.isEmpty() ? path : resolved.get(0);
  }

  /** What was found, each path followed by a separator. */
  Content listed(String separator) {
    return found.isEmpty()
        ? Content.UNKNOWN
        : Content.text(String.join(separator, found).concat(separator));
  }

  /** Runs a command for each path that was found; for all at once where those are many. */
  void runEach(List<Content> command, String mark) {
    if (found.size() > MAX_RUNS) {
      run(command, mark);
      return;
    }
    List<String> all = new ArrayList<>(found);
    for (String path : all) {
      found.clear();
      found.add(path);
      run(command, mark);
    }
    found.clear();
    found.addAll(all);
  }

  /** Runs a command with what was found in the place of its marks. */
  void run(List<Content> command, String mark) {
    if (found.isEmpty()) {
      return;
    }
    List<Content> words = new ArrayList<>();
    for (Content word : command) {
      String text = word.textOr("");
      if (text.equals(mark)) {
        for (String path : found) {
          words.add(Content.text(path));
        }
      } else if (text.contains(mark)) {
        words.add(replaced(text, mark));
      } else {
        words.add(word);
      }
    }
    call.runProgram(words);
  }

  /** A mark inside a word, as {@code sh -c 'cat {}'} has it. */
  private Content replaced(String word, String mark) {
    List<String> texts = new ArrayList<>();
    for (int i = found.size() - 1; i >= 0 && texts.size() < Content.MAX_TEXTS; i--) {
      texts.add(word.replace(mark, found.get(i)));
    }
    return Content.oneOf(texts);
  }
}
