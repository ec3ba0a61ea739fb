package dev.keepmum.rule;

/**
 * Rules that know files by their names, and the keys by which a path finds the globs that may fit.
 */
abstract class FileRules {
  /** Longer paths exist on no system. */
  private static final int LONGEST = 8192;

  /** A glob that protects; the other kinds spare. */
  static final char PROTECTS = 'P';

  /** What they say about a path. */
  final FileMatch match(String path, String home) {
    return path.isEmpty() || path.length() > LONGEST
        ? FileMatch.OPEN
        : match(FileNames.of(this, PathName.canonical(path, home)));
  }

  /** What the globs come to that fit a path. */
  abstract FileMatch match(FileNames names);

  /** Hands over all globs that may fit a canonical path. */
  abstract void lookUp(String path, FileNames names);

  /** How many globs there are. */
  abstract int count();

  /** A glob in small letters; before it the index of its rule and its kind, a character each. */
  abstract String glob(int number);

  /** Whether a glob fits a canonical path that has its literal parts. */
  abstract boolean fits(int number, String path);

  /** All globs that their literal parts do not decide. */
  abstract Automaton open();
}
