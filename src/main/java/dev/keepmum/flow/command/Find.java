package dev.keepmum.flow.command;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.keepmum.flow.Content;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.expand.GlobPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * find: the paths below folders that its tests on names select; printed, or given to programs.
 * Tests on anything but names select everything.
 */
final class Find implements Behaviour, PathWalk.Selection {

  /**
   * A test on names: the glob, whether it is meant for the whole path, and whether it is negated.
   */
  private record Test(
      String glob, boolean wholePath, boolean negated, boolean caseless, Optional<Pattern> regex) {

    boolean accepts(String path, String name) {
      if (regex.isPresent()) {
        return regex.get().matches(path) != negated;
      }
      String subject = wholePath ? path : name;
      boolean matches =
          caseless
              ? GlobPattern.matches(glob.toLowerCase(Locale.ROOT), subject.toLowerCase(Locale.ROOT))
              : GlobPattern.matches(glob, subject);
      return matches != negated;
    }
  }

  /** Stands behind a command that is given all paths at once. */
  private static final Content TOGETHER = Content.text("+");

  private final List<Content> roots = new ArrayList<>();
  private final List<Test> tests = new ArrayList<>();
  private final List<List<Content>> actions = new ArrayList<>();
  private final List<Content> lists = new ArrayList<>();
  private boolean alternatives;
  private boolean deletes;
  private String separator = "\n";

  @Override
  public void run(Invocation call) {
    parse(call.words());
    if (roots.isEmpty()) {
      roots.add(Content.text("."));
    }
    PathWalk walk = new PathWalk(call, this);
    List<String> found = walk.below(roots);
    if (deletes) {
      for (String path : found) {
        call.context().changes().removed(walk.absolute(path), call.name());
      }
    }
    for (List<Content> action : actions) {
      boolean together = !action.isEmpty() && action.get(action.size() - 1) == TOGETHER;
      List<Content> command = together ? action.subList(0, action.size() - 1) : action;
      if (together) {
        walk.run(command, "{}");
      } else {
        walk.runEach(command, "{}");
      }
    }
    for (Content list : lists) {
      call.write(list, walk.listed("\n"));
    }
    if (actions.isEmpty() && lists.isEmpty() && !deletes) {
      call.print(walk.listed(separator));
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
        case "-regex":
        case "-iregex":
          if (i + 1 < words.size()) {
            addPattern(text, words.get(++i), negated);
          }
          break;
        case "-samefile":
          if (i + 1 < words.size()) {
            addSame(words.get(++i), negated);
          }
          break;
        case "-exec":
        case "-execdir":
        case "-ok":
        case "-okdir":
          i = addAction(words, i + 1);
          break;
        case "-fprint":
        case "-fprint0":
        case "-fls":
          if (i + 1 < words.size()) {
            lists.add(words.get(++i));
          }
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
      case "-regextype":
      case "-printf":
        return true;
      default:
        return false;
    }
  }

  private void addTest(String test, Content pattern, boolean negated) {
    boolean caseless = test.startsWith("-i");
    boolean whole = test.endsWith("path") || test.endsWith("wholename");
    alternatives |= pattern.texts().size() > 1;
    for (String glob : pattern.texts()) {
      tests.add(new Test(glob, whole, negated, caseless, Optional.empty()));
    }
  }

  /** {@code -regex} looks at the whole path; what is no pattern here takes every one. */
  private void addPattern(String test, Content pattern, boolean negated) {
    int flags = test.equals("-iregex") ? Pattern.CASE_INSENSITIVE : 0;
    for (String source : pattern.texts()) {
      try {
        String plain = source.replace("\\(", "(").replace("\\)", ")").replace("\\|", "|");
        Pattern regex = Pattern.compile(plain, flags);
        tests.add(new Test("*", true, negated, false, Optional.of(regex)));
      } catch (PatternSyntaxException notRe2) {
        tests.add(new Test("*", true, false, false, Optional.empty()));
      }
    }
  }

  /** {@code -samefile}: other names of a file are as secret as itself, so that its own will do. */
  private void addSame(Content file, boolean negated) {
    for (String path : file.texts()) {
      String name = GlobPattern.escape(PathNames.base(path));
      tests.add(new Test(name, false, negated, false, Optional.empty()));
    }
  }

  private int addAction(List<Content> words, int from) {
    List<Content> command = new ArrayList<>();
    int i = from;
    while (i < words.size()) {
      String text = words.get(i).textOr("");
      if (text.equals(";")) {
        break;
      }
      if (text.equals("+")) {
        command.add(TOGETHER);
        break;
      }
      command.add(words.get(i));
      i++;
    }
    actions.add(command);
    return i;
  }

  @Override
  public boolean reaches(String path, String name) {
    return true;
  }

  @Override
  public List<String> unseen() {
    List<String> globs = new ArrayList<>();
    for (Test test : tests) {
      if (!test.negated() && !test.wholePath()) {
        globs.add(test.glob());
      }
    }
    return globs;
  }

  @Override
  public boolean accepts(String path, String name) {
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
}
