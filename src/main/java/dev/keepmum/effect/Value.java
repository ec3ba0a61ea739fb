package dev.keepmum.effect;

import java.util.List;
import java.util.Optional;

/**
 * Where a value comes from, as far as a text tells: constants, inputs, and what was made of them.
 *
 * <p>A value says nothing about whether it is secret; that is for the flow analysis, which asks the
 * rule book. Readers of code build values without running anything.
 */
public sealed interface Value {

  /** A constant. */
  record Text(String text) implements Value {}

  /** Something that cannot be worked out, or that carries no secret (a length, a count, a name). */
  record Unknown() implements Value {}

  /** The parts one after the other, as string concatenation or interpolation makes it. */
  record Joined(List<Value> parts) implements Value {}

  /** One of several, as a branch or a loop leaves it. */
  record OneOf(List<Value> alternatives) implements Value {}

  /**
   * Something computed from the parts that still tells their content: encoded, sliced, formatted,
   * parsed, put into a structure.
   */
  record Derived(List<Value> parts) implements Value {}

  /**
   * What stands before the equals sign in each line of a text: names, where its lines are
   * assignments; else it may be all of the text.
   */
  record Names(Value of) implements Value {}

  /** The content of a file. */
  record ReadFile(Value path) implements Value {}

  /**
   * The contents of the files below a folder.
   *
   * @param root the folder, or a single file
   * @param include globs on the base name or the path of which one must match; empty for all
   * @param exclude globs of which none may match
   * @param pattern a regular expression (RE2 syntax) of which only the matching lines are taken;
   *     empty for whole contents
   */
  record ReadTree(Value root, List<String> include, List<String> exclude, Optional<String> pattern)
      implements Value {}

  /** The value of one environment variable. */
  record ReadVariable(Value name) implements Value {}

  /** All environment variables with their values. */
  record ReadEnvironment() implements Value {}

  /** What arrives on standard input. */
  record ReadInput() implements Value {}

  /** An argument of the program that this code is, 1 being the first after the program's name. */
  record Argument(int position) implements Value {}

  /** All arguments of the program that this code is. */
  record Arguments() implements Value {}

  /** What a started program prints. */
  record Output(Effect.Run run) implements Value {}

  /** The answer of a network request, which is made with {@code request}. */
  record Response(Effect.Send request) implements Value {}

  /** The memory of a process, or a dump of it. */
  record ReadMemory(Value process) implements Value {}

  /**
   * An entry of a vault or credential store read through a library, named by what is written there.
   */
  record ReadVault(Value entry) implements Value {}

  /** The one unknown value; it holds nothing. */
  Unknown UNKNOWN = new Unknown();

  /** The empty text. */
  Text EMPTY = new Text("");
}
