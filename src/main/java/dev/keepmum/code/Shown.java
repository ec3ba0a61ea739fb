package dev.keepmum.code;

/** What a filter lets through of the text it is given. */
public enum Shown {
  /** Nothing, or only what does not depend on the text. */
  NOTHING,
  /** Names, counts, types and truth values: of {@code NAME=value} no part of the value. */
  NAMES,
  /** Anything else. */
  CONTENT
}
