package dev.keepmum.shell;

import java.util.List;
import java.util.Optional;

/** A part of a word: text, or an expansion that makes text when the word is used. */
public sealed interface WordPart {

  <R> R accept(Visitor<R> visitor);

  /**
   * Text.
   *
   * @param text with quotes and backslashes removed and {@code $'…'} decoded
   * @param quoted true if it stood in quotes or behind a backslash: it then makes no glob, brace,
   *     tilde, and is not split. An unquoted literal may hold the characters of globs, extended
   *     globs and braces, which expansion looks at.
   */
  record Literal(String text, boolean quoted) implements WordPart {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.literal(this);
    }
  }

  /** {@code "…"}: its expansions are not split; {@code "$@"} still makes several words. */
  record DoubleQuoted(List<WordPart> parts) implements WordPart {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.doubleQuoted(this);
    }
  }

  /**
   * {@code $name}, {@code ${name}} and all its forms.
   *
   * @param name a variable, a positional number or one of {@code @ * # ? - $ ! 0 _}
   * @param indirect {@code ${!name}} (or zsh's {@code ${(P)name}}): the value names the variable
   * @param subscript what stands in {@code [ ]}, {@code @} and {@code *} included
   * @param operator what is done with the value
   * @param arguments the words of the operator: one for {@code :-} and its kin and for {@code #},
   *     pattern and replacement for {@code /}, offset and length for {@code :}; {@code @} takes its
   *     letter as a literal
   */
  record Parameter(
      String name,
      boolean indirect,
      Optional<Word> subscript,
      ParameterOperator operator,
      List<Word> arguments)
      implements WordPart {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.parameter(this);
    }
  }

  /** {@code $( … )}, {@code ` … `} and {@code ${ …; }}: the output of a script. */
  record CommandSubstitution(Script script) implements WordPart {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.commandSubstitution(this);
    }
  }

  /** {@code $(( … ))} and {@code $[ … ]}; the expressions' words are kept for their expansions. */
  record Arithmetic(Word expression) implements WordPart {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arithmetic(this);
    }
  }

  /** {@code <( … )}, {@code >( … )} and zsh's {@code =( … )}: the name of a pipe or file. */
  record ProcessSubstitution(Script script, boolean input) implements WordPart {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.processSubstitution(this);
    }
  }

  /** What is asked of a part. */
  interface Visitor<R> {
    R literal(Literal part);

    R doubleQuoted(DoubleQuoted part);

    R parameter(Parameter part);

    R commandSubstitution(CommandSubstitution part);

    R arithmetic(Arithmetic part);

    R processSubstitution(ProcessSubstitution part);
  }
}
