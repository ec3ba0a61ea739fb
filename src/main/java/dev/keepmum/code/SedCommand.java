package dev.keepmum.code;

/**
 * One command of a sed script.
 *
 * @param lines which lines it is for
 * @param name its letter, braces and the colon of a label included
 * @param pattern what {@code s} looks for; empty for other commands
 * @param text the replacement of {@code s}, the text of {@code a i c}, the file of {@code r R w W},
 *     the command of {@code e}, a label
 * @param flags the flags of {@code s} without a file to write
 * @param file the file that {@code s///w} writes; empty without one
 */
record SedCommand(Lines lines, char name, String pattern, String text, String flags, String file) {

  /** Which lines an address selects. */
  enum Lines {
    ALL,
    /** Every line with an equals sign. */
    ASSIGNMENTS,
    SOME
  }

  boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }
}
