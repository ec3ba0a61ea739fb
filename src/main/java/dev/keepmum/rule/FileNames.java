package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a file's name says that it holds a secret.
 *
 * <p>Every glob lies under one key: its whole name, the first three letters of its name, its
 * ending, a folder, or a part of its name. A path is looked up by the keys it has, so that only the
 * globs that may fit are looked at, and a name such as {@code App.java} meets none.
 */
final class FileNames {
  /** Longer paths exist on no system. */
  private static final int LONGEST = 8192;

  private static final int BEGINNING = 3;
  private static final int ENDING = 4;

  /** With more globs than this to try, the automaton says first whether any of them fits. */
  private static final int FEW = 4;

  private static final char PROTECTS = 'P';
  private static final char SPARES_EVERYWHERE = 'N';

  private final String path;

  /** The globs that fit: the rule's index, the kind, the glob. */
  private final List<String> fitting = new ArrayList<>();

  private FileNames(String path) {
    this.path = path;
  }

  static FileMatch match(String path, String home) {
    if (path.isEmpty() || path.length() > LONGEST) {
      return FileMatch.OPEN;
    }
    FileNames names = new FileNames(PathName.canonical(path, home));
    names.lookUp();
    return names.result();
  }

  /** The ids of all rules that protect a path, by name or by content. */
  static List<String> rules(String path, String home) {
    FileNames names = new FileNames(PathName.canonical(path, home));
    names.lookUp();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < names.fitting.size(); i++) {
      if (names.isProtecting(names.fitting.get(i))) {
        ids.add(RuleReader.rule(names.fitting.get(i).charAt(0)).id());
      }
    }
    return ids;
  }

  /** All globs that fit a canonical path, as the table has them. */
  static List<String> globs(String path) {
    FileNames names = new FileNames(path);
    names.lookUp();
    return names.fitting;
  }

  private void lookUp() {
    int slash = path.lastIndexOf('/');
    String base = path.substring(slash + 1);
    StringBuilder open = new StringBuilder();
    consider(FileKeyTable.named(base), open);
    if (base.length() >= BEGINNING) {
      consider(FileKeyTable.beginning(base.substring(0, BEGINNING)), open);
    }
    int dot = base.lastIndexOf('.');
    if (dot >= 0) {
      consider(FileKeyTable.ending(base.substring(dot + 1)), open);
    }
    if (base.length() >= ENDING) {
      consider(FileKeyTable.ending(base.substring(base.length() - ENDING)), open);
    }
    for (int i = 0; i < FileKeyTable.infixKeyCount(); i++) {
      if (base.contains(FileKeyTable.infixKey(i))) {
        consider(FileKeyTable.infix(i), open);
      }
    }
    int start = 0;
    while (start < slash) {
      int end = path.indexOf('/', start);
      consider(FileKeyTable.inFolder(path.substring(start, end)), open);
      start = end + 1;
    }
    decide(open);
  }

  /** Takes what its literal parts decide, and notes the globs that need a pattern. */
  private void consider(String globs, StringBuilder open) {
    for (int i = 0; i < globs.length(); i++) {
      char id = globs.charAt(i);
      String glob = FileTable.pattern(id);
      Glob.Answer answer = Glob.literally(glob.substring(2), path);
      if (answer == Glob.Answer.YES) {
        accept(glob);
      } else if (answer == Glob.Answer.OPEN) {
        open.append(id);
      }
    }
  }

  private void decide(StringBuilder open) {
    if (open.length() > FEW && !Automaton.openPaths().matches(Automaton.PATH.concat(path))) {
      return;
    }
    for (int i = 0; i < open.length(); i++) {
      String glob = FileTable.pattern(open.charAt(i));
      if (Automaton.fits(Glob.pattern(glob.substring(2)), path)) {
        accept(glob);
      }
    }
  }

  /** A path may lead to the same glob by two of its keys. */
  private void accept(String glob) {
    if (!fitting.contains(glob)) {
      fitting.add(glob);
    }
  }

  /** Whether neither a look-alike of the same rule nor one of all rules fits as well. */
  private boolean isProtecting(String glob) {
    if (glob.charAt(1) != PROTECTS) {
      return false;
    }
    for (int i = 0; i < fitting.size(); i++) {
      String other = fitting.get(i);
      char kind = other.charAt(1);
      if (kind == SPARES_EVERYWHERE || (kind != PROTECTS && other.charAt(0) == glob.charAt(0))) {
        return false;
      }
    }
    return true;
  }

  /** The worst rule that protects the path; one by name comes before one by content. */
  private FileMatch result() {
    int best = -1;
    boolean bestByContent = true;
    for (int i = 0; i < fitting.size(); i++) {
      if (!isProtecting(fitting.get(i))) {
        continue;
      }
      int rule = fitting.get(i).charAt(0);
      boolean byContent = !RuleReader.contentTest(rule).isEmpty();
      boolean isWorse = best < 0 || RuleReader.isWorse(rule, best);
      if (byContent == bestByContent ? isWorse : bestByContent) {
        best = rule;
        bestByContent = byContent;
      }
    }
    if (best < 0) {
      return fitting.isEmpty() ? FileMatch.OPEN : lookalike();
    }
    FileMatch.Kind kind = bestByContent ? FileMatch.Kind.BY_CONTENT : FileMatch.Kind.PROTECTED;
    return new FileMatch(kind, Optional.of(RuleReader.rule(best)));
  }

  private FileMatch lookalike() {
    Rule rule = RuleReader.rule(fitting.get(0).charAt(0));
    return new FileMatch(FileMatch.Kind.LOOKALIKE, Optional.of(rule));
  }
}
