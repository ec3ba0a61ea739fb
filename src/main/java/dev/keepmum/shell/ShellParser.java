package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;

/**
 * Parses bash (5.2, default options, extended globs tolerated) and so sh; zsh's {@code =(…)} and
 * {@code ${(P)x}} too where bash has no other meaning for them. Never runs, expands or looks up
 * anything; aliases stay as written.
 *
 * <p>Time is linear in the length of the source for a given nesting; compound commands and
 * substitutions may nest {@value Parser#MAX_NESTING} deep. Follows the grammar of bash's {@code
 * parse.y} and the reference manual, sections 3.1 to 3.6.
 */
public final class ShellParser {
  private ShellParser() {}

  /** Parses a whole text, as {@code bash -c} would read it. Never throws. */
  public static ShellParse parse(String source) {
    return parse(source, Dialect.BASH);
  }

  /** Parses a whole text by the grammar of a shell. Never throws. */
  public static ShellParse parse(String source, Dialect dialect) {
    try {
      if (dialect == Dialect.FISH) {
        return new FishParser(source).program();
      }
      return new Parser(new Source(source, dialect), 0, source.length(), 0).program();
    } catch (NestingException e) {
      return new ShellParse(new Script(List.of()), Optional.empty(), true);
    }
  }
}
