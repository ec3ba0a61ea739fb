package dev.keepmum.flow.expand;

import dev.keepmum.flow.FlowContext;
import dev.keepmum.flow.PathNames;
import dev.keepmum.flow.state.ShellState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Pathname expansion against the folders as the call sees them. */
final class Globs {

  private static final int MAX_NAMES = 5_000;
  private static final int MAX_MATCHES = 1_000;

  /** What zsh's glob qualifiers are made of ("Glob Qualifiers" in its manual). */
  private static final String QUALIFIERS =
      "/F.@=p*%rwxARWIEXsStfedugahmcLoOYPnNDMTkq-^,[]0123456789:#~";

  /** Those that make no group of bash behind a star. */
  private static final String SURE_QUALIFIERS = "./@^-,:#[]0123456789NDMTYLoOnmA";

  private final FlowContext context;
  private boolean dots;

  Globs(FlowContext context) {
    this.context = context;
  }

  /**
   * The paths that a pattern names, sorted; empty if it names none.
   *
   * @param pattern with everything escaped that stood in quotes
   */
  List<String> expand(ShellState state, String pattern) {
    String plain = withoutQualifier(pattern);
    dots = state.isMatchingDots();
    List<String> found = new ArrayList<>();
    if (plain.startsWith("/")) {
      walk("/", "/", plain.substring(1), found);
    } else {
      for (String folder : state.directory().texts()) {
        walk(folder, "", plain, found);
      }
    }
    Collections.sort(found);
    return found;
  }

  /** zsh's {@code *(D)}: the qualifier says which matches are taken. */
  private static String withoutQualifier(String pattern) {
    int open = pattern.endsWith(")") ? pattern.lastIndexOf('(') : -1;
    if (open <= 0 || !isQualifier(pattern, open)) {
      return pattern;
    }
    String plain = pattern.substring(0, open);
    int slash = plain.lastIndexOf('/');
    return pattern.indexOf('D', open) > 0
        ? plain.substring(0, slash + 1).concat("?(.)").concat(plain.substring(slash + 1))
        : plain;
  }

  /** Whether a group at the end is a qualifier: one of bash, or of alternatives, is a pattern. */
  private static boolean isQualifier(String pattern, int open) {
    char before = pattern.charAt(open - 1);
    String known = before == '*' ? SURE_QUALIFIERS : QUALIFIERS;
    boolean extended = "?+@!".indexOf(before) >= 0;
    for (int i = open + 1; i < pattern.length() - 1 && !extended; i++) {
      extended = known.indexOf(pattern.charAt(i)) < 0;
    }
    return !extended;
  }

  private void walk(String folder, String prefix, String rest, List<String> found) {
    if (found.size() >= MAX_MATCHES) {
      return;
    }
    context.budget().step();
    int slash = rest.indexOf('/');
    String name = slash < 0 ? rest : rest.substring(0, slash);
    String further = slash < 0 ? "" : rest.substring(slash + 1);
    if (!GlobPattern.isPattern(name)) {
      String plain = GlobPattern.unescape(name);
      descend(folder, prefix, plain, slash >= 0, further, found);
      return;
    }
    boolean deep = name.equals("**");
    if (deep && slash >= 0) {
      walk(folder, prefix, further, found);
    }
    List<String> names = context.files().names(folder, MAX_NAMES);
    for (String candidate : names) {
      if (isHidden(candidate, name) || !GlobPattern.matches(name, candidate)) {
        continue;
      }
      descend(folder, prefix, candidate, slash >= 0, deep ? rest : further, found);
    }
  }

  private void descend(
      String folder,
      String prefix,
      String name,
      boolean isFolder,
      String further,
      List<String> found) {
    String path = PathNames.resolve(folder, name, "");
    if (!context.files().exists(path) && !name.equals("..") && !name.equals(".")) {
      return;
    }
    if (!isFolder) {
      found.add(prefix.concat(name));
    } else if (further.isEmpty()) {
      found.add(prefix.concat(name).concat("/"));
    } else if (context.files().isFolder(path)) {
      walk(path, prefix.concat(name).concat("/"), further, found);
    }
  }

  private boolean isHidden(String name, String pattern) {
    return name.startsWith(".")
        && !dots
        && !pattern.startsWith(".")
        && !pattern.startsWith("[.")
        && !pattern.startsWith("\\.")
        && !pattern.startsWith("?(.)")
        && !pattern.startsWith("@(.")
        && !pattern.startsWith("(.")
        && !pattern.startsWith("{.");
  }
}
