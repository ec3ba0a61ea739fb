package dev.keepmum.rule;

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
  private final StringBuilder protecting = new StringBuilder();
  private final StringBuilder sparing = new StringBuilder();
  private boolean isNeverSecret;

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

  private void lookUp() {
    int slash = path.lastIndexOf('/');
    String base = path.substring(slash + 1);
    StringBuilder open = new StringBuilder();
    consider(FileTable.named(base), open);
    if (base.length() >= BEGINNING) {
      consider(FileTable.beginning(base.substring(0, BEGINNING)), open);
    }
    int dot = base.lastIndexOf('.');
    if (dot >= 0) {
      consider(FileTable.ending(base.substring(dot + 1)), open);
    }
    if (base.length() >= ENDING) {
      consider(FileTable.ending(base.substring(base.length() - ENDING)), open);
    }
    for (int i = 0; i < FileTable.infixKeyCount(); i++) {
      if (base.contains(FileTable.infixKey(i))) {
        consider(FileTable.infix(i), open);
      }
    }
    int start = 0;
    while (start < slash) {
      int end = path.indexOf('/', start);
      consider(FileTable.inFolder(path.substring(start, end)), open);
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
    if (open.length() > FEW && !Automaton.paths().matches("path:".concat(path))) {
      return;
    }
    for (int i = 0; i < open.length(); i++) {
      String glob = FileTable.pattern(open.charAt(i));
      if (Automaton.fits(Glob.pattern(glob.substring(2)), path)) {
        accept(glob);
      }
    }
  }

  private void accept(String glob) {
    char kind = glob.charAt(1);
    if (kind == PROTECTS) {
      protecting.append(glob.charAt(0));
    } else {
      sparing.append(glob.charAt(0));
      isNeverSecret |= kind == SPARES_EVERYWHERE;
    }
  }

  /** The worst rule whose own look-alikes do not spare the path; a name before a content. */
  private FileMatch result() {
    int best = -1;
    boolean bestByContent = true;
    for (int i = 0; i < protecting.length() && !isNeverSecret; i++) {
      int rule = protecting.charAt(i);
      if (sparing.indexOf(protecting.substring(i, i + 1)) >= 0) {
        continue;
      }
      boolean byContent = !RuleReader.contentTest(rule).isEmpty();
      boolean worse = best < 0 || RuleReader.isWorse(rule, best);
      if (best < 0 || (bestByContent && !byContent) || (bestByContent == byContent && worse)) {
        best = rule;
        bestByContent = byContent;
      }
    }
    if (best >= 0) {
      FileMatch.Kind kind = bestByContent ? FileMatch.Kind.BY_CONTENT : FileMatch.Kind.PROTECTED;
      return new FileMatch(kind, Optional.of(RuleReader.rule(best)));
    }
    if (sparing.length() > 0) {
      Rule rule = RuleReader.rule(sparing.charAt(0));
      return new FileMatch(FileMatch.Kind.LOOKALIKE, Optional.of(rule));
    }
    return FileMatch.OPEN;
  }
}
