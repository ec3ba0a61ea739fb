package dev.keepmum.effect;

import java.util.List;

/**
 * One thing a tool call, or a piece of code in it, would do. Effects are plain data in the order of
 * the text; whether an effect happens may depend on a condition that is not looked at.
 */
public sealed interface Effect {

  /** Shows a value: standard output or error, a tool's result, an exception's text. */
  record Print(Value content) implements Effect {}

  /** Replaces a file's content, or adds to it. */
  record Write(Value path, Value content) implements Effect {}

  /** Replaces passages of a file. */
  record Edit(Value path, List<Replacement> replacements) implements Effect {}

  /** Copies a file or folder to another name. */
  record Copy(Value from, Value to) implements Effect {}

  /** Gives a file or folder another name: a hard or symbolic link. */
  record Link(Value from, Value to) implements Effect {}

  /** Puts files into a folder that nobody can name here: an archive is unpacked. */
  record Fill(Value folder) implements Effect {}

  /** Removes a file, or takes its permissions. */
  record Remove(Value path) implements Effect {}

  /** Gives content away over the network or to another program's service. */
  record Send(Value destination, Value content) implements Effect {}

  /** Reads variables from a file into the environment of what follows (dotenv loaders). */
  record Load(Value path) implements Effect {}

  /** Sets an environment variable for what follows. */
  record SetVariable(String name, Value value) implements Effect {}

  /** Changes the working directory for what follows. */
  record ChangeDirectory(Value path) implements Effect {}

  /**
   * Starts a program, whose output is shown; wrapped in {@link Value.Output} it is caught instead.
   *
   * @param language how the words are to be read
   * @param words for {@link Language#ARGUMENTS} the program and its arguments; else the text of the
   *     program, followed by its arguments
   * @param input what it gets on standard input
   */
  record Run(Language language, List<Value> words, Value input) implements Effect {}

  /**
   * The code goes on, but is too large or nested too deep to be followed: what else it does is not
   * known.
   */
  record Unfollowed() implements Effect {}

  /** One passage of an edit: {@code before} becomes {@code after}, once or everywhere. */
  record Replacement(String before, String after, boolean everywhere) {}
}
