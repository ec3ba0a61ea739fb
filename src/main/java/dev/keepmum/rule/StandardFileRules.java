package dev.keepmum.rule;

import java.util.List;
import java.util.Optional;

/**
 * The files that the rule book knows.
 *
 * <p>Every glob lies under one key: its whole name, the first three letters of its name, its
 * ending, a folder, or a part of its name. A path is looked up by the keys it has, so that only the
 * globs that may fit are looked at, and a name such as {@code App.java} meets none.
 */
final class StandardFileRules extends FileRules {
  static final StandardFileRules RULES = new StandardFileRules();

  private static final int BEGINNING = 3;
  private static final int ENDING = 4;

  private StandardFileRules() {}

  @Override
  void lookUp(String path, FileNames names) {
    int slash = path.lastIndexOf('/');
    String base = path.substring(slash + 1);
    names.consider(FileKeyTable.named(base));
    if (base.length() >= BEGINNING) {
      names.consider(FileKeyTable.beginning(base.substring(0, BEGINNING)));
    }
    int dot = base.lastIndexOf('.');
    if (dot >= 0) {
      names.consider(FileKeyTable.ending(base.substring(dot + 1)));
    }
    if (base.length() >= ENDING) {
      names.consider(FileKeyTable.ending(base.substring(base.length() - ENDING)));
    }
    for (int i = 0; i < FileKeyTable.infixKeyCount(); i++) {
      if (base.contains(FileKeyTable.infixKey(i))) {
        names.consider(FileKeyTable.infix(i));
      }
    }
    int start = 0;
    while (start < slash) {
      int end = path.indexOf('/', start);
      names.consider(FileKeyTable.inFolder(path.substring(start, end)));
      start = end + 1;
    }
  }

  /** The worst rule that protects the path; one by name comes before one by content. */
  @Override
  FileMatch match(FileNames names) {
    String protecting = names.protecting();
    int best = -1;
    boolean bestByContent = true;
    for (int i = 0; i < protecting.length(); i++) {
      int rule = protecting.charAt(i);
      boolean byContent = !RuleReader.contentTest(rule).isEmpty();
      boolean isWorse = best < 0 || RuleReader.isWorse(rule, best);
      if (byContent == bestByContent ? isWorse : bestByContent) {
        best = rule;
        bestByContent = byContent;
      }
    }
    if (best < 0) {
      return names.fitting().isEmpty() ? FileMatch.OPEN : lookalike(names.fitting());
    }
    FileMatch.Kind kind = bestByContent ? FileMatch.Kind.BY_CONTENT : FileMatch.Kind.PROTECTED;
    return new FileMatch(kind, Optional.of(RuleReader.rule(best)));
  }

  private static FileMatch lookalike(List<String> fitting) {
    Rule rule = RuleReader.rule(fitting.get(0).charAt(0));
    return new FileMatch(FileMatch.Kind.LOOKALIKE, Optional.of(rule));
  }

  @Override
  int count() {
    return FileTable.patternCount();
  }

  @Override
  String glob(int number) {
    return FileTable.pattern(number);
  }

  @Override
  boolean fits(int number, String path) {
    return Automaton.fits(Glob.pattern(glob(number).substring(2)), path);
  }

  @Override
  Automaton open() {
    return Automaton.openPaths();
  }
}
