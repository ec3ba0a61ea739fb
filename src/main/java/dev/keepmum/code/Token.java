package dev.keepmum.code;

import java.util.List;

/**
 * A token of a program.
 *
 * @param text a name, an operator, or a constant with its escapes decoded
 * @param pieces what a {@link Kind#TEMPLATE} or {@link Kind#COMMAND} is made of; else empty
 * @param gap what stands before it
 * @param start offset of its first character in the text
 */
record Token(Kind kind, String text, List<Piece> pieces, Gap gap, int start) {

  enum Kind {
    NAME,
    /** A name with its sigil: {@code $x}, {@code @x}, {@code %x}. */
    VARIABLE,
    NUMBER,
    TEXT,
    TEMPLATE,
    COMMAND,
    /** A regular expression or substitution: consumed, not read. */
    PATTERN,
    OPERATOR,
    NEWLINE,
    INDENT,
    DEDENT,
    END
  }

  /** What lies between a token and the one before. */
  enum Gap {
    NONE,
    BLANK,
    LINE
  }

  /** A part of a string: text as it is, or code to be read. */
  record Piece(String text, Form form) {}

  enum Form {
    TEXT,
    CODE
  }

  boolean is(String operator) {
    return kind == Kind.OPERATOR && text.equals(operator);
  }

  boolean isName(String name) {
    return kind == Kind.NAME && text.equals(name);
  }
}
