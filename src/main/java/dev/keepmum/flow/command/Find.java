package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.expand.GlobPattern;
import dev.keepmum.host.FileStatus;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * find and fd: the paths below folders that their tests on names select; printed, or given to
 * programs. Tests on anything but names select everything.
 */
final class Find implements Behaviour {

  private static final int MAX_ENTRIES = 20_000;

  /** Names that no rule knows are only kept up to this number. */
  private static final int MAX_ORDINARY = 200;

  /**
   * A test on names: the glob, whether it is meant for the whole path, and whether it is negated.
   */
  private record Test(String glob, boolean wholePath, boolean negated, boolean caseless) {
    boolean accepts(String path, String name) {
      String subject = wholePath ? path : name;
      boolean matches =
          caseless
              ? GlobPattern.matches(glob.toLowerCase(Locale.ROOT), subject.toLowerCase(Locale.ROOT))
              : GlobPattern.matches(glob, subject);
      return matches != negated;
    }
  }

  /** A program to run, and whether it gets all paths at once or one by one. */
  private record Action(List<Content> command) {}

  private final List<Content> roots = new ArrayList<>();
  private final List<Test> tests = new ArrayList<>();
  private final List<Action> actions = new ArrayList<>();
  private boolean alternatives;
  private boolean deletes;
  private String separator = "\n";

  @Override
  public void run(Invocation call) {
    parse(call.words());
    if (roots.isEmpty()) {
      roots.add(Content.text("."));
    }
    List<String> found = new ArrayList<>();
    for (Content root : roots) {
      for (String text : root.texts()) {
        walk(call, text, found);
      }
    }
    if (deletes) {
      for (String path : found) {
        call.context().changes().removed(absolute(call, path), call.name());
      }
    }
    for (Action action : actions) {
      runAction(call, action, found);
    }
    if (actions.isEmpty() && !deletes) {
      call.print(
          found.isEmpty()
              ? Content.UNKNOWN
              : Content.text(String.join(separator, found).concat(separator)));
    }
  }

  private void parse(List<Content> words) {
    boolean negated = false;
    for (int i = 0; i < words.size(); i++) {
      String text = words.get(i).textOr("");
      boolean expression = text.startsWith("-") || text.equals("(") || text.equals("!");
      if (!expression) {
        if (tests.isEmpty() && actions.isEmpty()) {
          roots.add(words.get(i));
        }
        continue;
      }
      switch (text) {
        case "!":
        case "-not":
          negated = true;
          continue;
        case "-o":
        case "-or":
          alternatives = true;
          break;
        case "-name":
        case "-iname":
        case "-path":
        case "-ipath":
        case "-wholename":
        case "-iwholename":
          if (i + 1 < words.size()) {
            addTest(text, words.get(++i), negated);
          }
          break;
        case "-exec":
        case "-execdir":
        case "-ok":
        case "-okdir":
          i = addAction(words, i + 1);
          break;
        case "-print0":
          separator = "\0";
          break;
        case "-delete":
          deletes = true;
          break;
        default:
          i += takesValue(text) ? 1 : 0;
      }
      negated = false;
    }
  }

  private static boolean takesValue(String test) {
    switch (test) {
      case "-type":
      case "-xtype":
      case "-size":
      case "-mtime":
      case "-mmin":
      case "-atime":
      case "-amin":
      case "-ctime":
      case "-cmin":
      case "-newer":
      case "-maxdepth":
      case "-mindepth":
      case "-perm":
      case "-user":
      case "-group":
      case "-regex":
      case "-iregex":
      case "-printf":
        return true;
      default:
        return false;
    }
  }

  private void addTest(String test, Content pattern, boolean negated) {
    boolean caseless = test.startsWith("-i");
    boolean whole = test.endsWith("path") || test.endsWith("wholename");
    for (String glob : pattern.texts()) {
      tests.add(new Test(glob, whole, negated, caseless));
    }
  }

  private int addAction(List<Content> words, int from) {
    List<Content> command = new ArrayList<>();
    int i = from;
    while (i < words.size()) {
      String text = words.get(i).textOr("");
      if (text.equals(";") || text.equals("+")) {
        break;
      }
      command.add(words.get(i));
      i++;
    }
    actions.add(new Action(command));
    return i;
  }

  private void walk(Invocation call, String root, List<String> found) {
    String absolute = absolute(call, root);
    FileStatus status = call.context().host().status(absolute);
    if (!status.isDirectory()) {
      if (!status.exists()) {
        addUnseen(root, found);
      }
      consider(call, root, found);
      return;
    }
    Deque<String> folders = new ArrayDeque<>();
    folders.add(root);
    consider(call, root, found);
    int entries = 0;
    while (!folders.isEmpty() && entries < MAX_ENTRIES) {
      String folder = folders.poll();
      List<String> names =
          call.context().host().list(absolute(call, folder), MAX_ENTRIES - entries);
      for (String name : names) {
        entries++;
        String path = folder.endsWith("/") ? folder.concat(name) : folder + "/" + name;
        consider(call, path, found);
        if (call.context().host().status(absolute(call, path)).isDirectory()) {
          folders.add(path);
        }
      }
    }
    if (entries >= MAX_ENTRIES) {
      addUnseen(root, found);
    }
  }

  /** What the tests would select in folders that cannot be looked into. */
  private void addUnseen(String root, List<String> found) {
    for (Test test : tests) {
      if (!test.negated() && !test.wholePath()) {
        found.add(root.concat("/").concat(test.glob()));
      }
    }
  }

  private void consider(Invocation call, String path, List<String> found) {
    if (!accepts(path)) {
      return;
    }
    boolean kept = found.size() < MAX_ORDINARY || call.files().isProtected(absolute(call, path));
    if (kept) {
      found.add(path);
    }
  }

  private boolean accepts(String path) {
    String name = PathNames.base(path);
    boolean any = false;
    boolean positive = false;
    for (Test test : tests) {
      boolean accepted = test.accepts(path, name);
      if (!accepted && (!alternatives || test.negated())) {
        return false;
      }
      any |= accepted;
      positive = true;
    }
    return any || !positive;
  }

  private static void runAction(Invocation call, Action action, List<String> found) {
    if (found.isEmpty()) {
      return;
    }
    List<Content> command = new ArrayList<>();
    for (Content word : action.command()) {
      String text = word.textOr("");
      if (text.equals("{}")) {
        for (String path : found) {
          command.add(Content.text(path));
        }
      } else if (text.contains("{}")) {
        command.add(replaced(text, found));
      } else {
        command.add(word);
      }
    }
    call.runProgram(command);
  }

  /** {@code {}} inside a word, as {@code sh -c 'cat {}'} has it. */
  private static Content replaced(String word, List<String> found) {
    List<String> texts = new ArrayList<>();
    for (int i = found.size() - 1; i >= 0 && texts.size() < Content.MAX_TEXTS; i--) {
      texts.add(word.replace("{}", found.get(i)));
    }
    return Content.oneOf(texts);
  }

  private static String absolute(Invocation call, String path) {
    List<String> resolved = call.resolve(Content.text(path));
    return resolved.isEmpty() ? path : resolved.get(0);
  }
}
