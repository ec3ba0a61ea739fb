package dev.keepmum.flow.command;

/**
 * A pattern for files of a repository, without the magic in front of it (gitglossary(7)).
 *
 * @param pattern as a path or glob; what is below a folder is meant with it
 * @param isExcluding whether the files are left out
 */
record Pathspec(String pattern, boolean isExcluding) {

  /** Reads {@code :!x}, {@code :^x}, {@code :(exclude,glob)x}, {@code :/x} or {@code x}. */
  static Pathspec of(String written) {
    int close = written.startsWith(":(") ? written.indexOf(')') : -1;
    if (close > 0) {
      boolean excluding = written.substring(0, close).contains("exclude");
      return new Pathspec(written.substring(close + 1), excluding);
    }
    boolean excluding = written.startsWith(":!") || written.startsWith(":^");
    return new Pathspec(excluding ? written.substring(2) : written, excluding);
  }
}
