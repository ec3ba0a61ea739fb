package dev.keepmum.flow.command;

import dev.keepmum.flow.Content;
import dev.keepmum.flow.expand.GlobPattern;
import dev.keepmum.rule.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * fd: the paths below folders whose names match a pattern; printed, or given to a program. What is
 * hidden or ignored is stepped over unless asked for.
 */
final class FindNames implements Behaviour, PathWalk.Selection {

  private static final List<String> EXEC = List.of("-x", "--exec", "-X", "--exec-batch");

  /** Marks for parts of a path: its name, its folder, both without an extension. */
  private static final List<String> MARKS = List.of("{}", "{/}", "{//}", "{.}", "{/.}");

  private Invocation call;
  private Arguments given;
  private LinePattern pattern;
  private String glob = "";
  private List<String> extensions;
  private List<String> excluded;
  private FileTree.Reach reach;

  @Override
  public void run(Invocation invocation) {
    call = invocation;
    int exec = indexOfExec(call.words());
    given = Arguments.bind(call.rule(), call.words().subList(0, exec));
    prepare();
    PathWalk walk = new PathWalk(call, this);
    walk.below(roots());
    if (exec == call.words().size()) {
      boolean zero = given.hasOption("-0") || given.hasOption("--print0");
      call.print(walk.listed(zero ? "\0" : "\n"));
    } else {
      walk.run(command(call.words(), exec + 1), "{}");
    }
  }

  private static int indexOfExec(List<Content> words) {
    for (int i = 0; i < words.size(); i++) {
      if (EXEC.contains(words.get(i).textOr(""))) {
        return i;
      }
    }
    return words.size();
  }

  /** Without a mark for the path it stands behind the command. */
  private static List<Content> command(List<Content> words, int from) {
    List<Content> command = new ArrayList<>();
    boolean marked = false;
    for (int i = from; i < words.size() && !words.get(i).textOr("").equals(";"); i++) {
      Content word = words.get(i);
      for (String mark : MARKS) {
        marked |= word.textOr("").contains(mark);
      }
      command.add(word);
    }
    if (!marked && !command.isEmpty()) {
      command.add(Content.text("{}"));
    }
    return command;
  }

  private void prepare() {
    List<Content> patterns = given.values(Role.PATTERN);
    String source = patterns.isEmpty() ? "" : patterns.get(0).textOr("");
    boolean isGlob = given.hasOption("-g") || given.hasOption("--glob");
    glob = isGlob ? source : "";
    LinePattern.Dialect dialect =
        given.isSet(Role.FIXED) ? LinePattern.Dialect.FIXED : LinePattern.Dialect.PERL;
    boolean lower = source.equals(source.toLowerCase(Locale.ROOT));
    pattern = LinePattern.of(List.of(isGlob ? "" : source), dialect, lower, false);
    extensions = new ArrayList<>();
    for (Arguments.Bound argument : given.all()) {
      if (argument.option().equals("-e") || argument.option().equals("--extension")) {
        extensions.addAll(argument.value().texts());
      }
    }
    excluded = new ArrayList<>();
    for (Content exclude : given.values(Role.EXCLUDE)) {
      excluded.addAll(exclude.texts());
    }
    boolean all = given.isSet(Role.RECURSIVE);
    reach = FileTree.Reach.of(all || given.isSet(Role.HIDDEN), all || given.isSet(Role.IGNORED));
  }

  private List<Content> roots() {
    List<Content> roots = new ArrayList<>(given.values(Role.NAME));
    if (roots.isEmpty()) {
      roots.add(Content.text("."));
    }
    return roots;
  }

  @Override
  public boolean accepts(String path, String name) {
    boolean whole = given.hasOption("-p") || given.hasOption("--full-path");
    String subject = whole ? path : name;
    boolean named = glob.isEmpty() ? pattern.takes(subject) : GlobPattern.matches(glob, subject);
    return named && hasExtension(name) && (reach.takesIgnored() || !PathWalk.isIgnored(call, path));
  }

  private boolean hasExtension(String name) {
    boolean any = extensions.isEmpty();
    for (String extension : extensions) {
      any |= name.endsWith(extension.startsWith(".") ? extension : ".".concat(extension));
    }
    return any;
  }

  @Override
  public boolean reaches(String path, String name) {
    for (String exclude : excluded) {
      if (GlobPattern.matches(exclude, name)) {
        return false;
      }
    }
    return reach.takesHidden() || !name.startsWith(".");
  }

  @Override
  public List<String> unseen() {
    return glob.isEmpty() ? List.of() : List.of(glob);
  }
}
