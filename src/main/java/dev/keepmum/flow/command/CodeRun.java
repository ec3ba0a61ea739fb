package dev.keepmum.flow.command;

import dev.keepmum.effect.Language;
import dev.keepmum.flow.Content;
import java.util.List;

/**
 * Code that is run.
 *
 * @param language what it is written in
 * @param text the program
 * @param arguments its arguments, the first being number 1
 * @param input what stands for its standard input
 * @param origin where the text comes from
 * @param display which values are printed without being asked for
 */
record CodeRun(
    Language language,
    Content text,
    List<Content> arguments,
    Content input,
    Origin origin,
    Display display) {

  /** Which values an interpreter prints by itself. */
  enum Display {
    NOTHING,
    /** That of the last expression: {@code node -p}. */
    LAST,
    /** That of every expression, as a prompt does. */
    EVERY
  }

  /** Where a program's text comes from. */
  enum Origin {
    /** The call itself: its command line, a here-document, a file it wrote. */
    CALL,
    /** A tool of the agent that is no shell: what it does is its effects. */
    TOOL,
    /**
     * A file that was there before: somebody's program, which is trusted further than a one-liner.
     */
    FILE
  }

  CodeRun(Language language, Content text, List<Content> arguments, Content input) {
    this(language, text, arguments, input, Origin.CALL, Display.NOTHING);
  }
}
