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

  /** Hands this value to the method of its kind. */
  <R> R accept(Visitor<R> visitor);

  /** A method for each kind of value. */
  interface Visitor<R> {
    R text(Text text);

    R unknown();

    R joined(Joined joined);

    R oneOf(OneOf oneOf);

    R derived(Derived derived);

    R names(Names names);

    R readFile(ReadFile read);

    R readTree(ReadTree tree);

    R readVariable(ReadVariable read);

    R readEnvironment();

    R readInput();

    R argument(Argument argument);

    R arguments();

    R output(Output output);

    R response(Response response);

    R readMemory(ReadMemory memory);

    R readVault(ReadVault vault);
  }

  /** A constant. */
  record Text(String text) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.text(this);
    }
  }

  /** Something that cannot be worked out, or that carries no secret (a length, a count, a name). */
  record Unknown() implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unknown();
    }
  }

  /** The parts one after the other, as string concatenation or interpolation makes it. */
  record Joined(List<Value> parts) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.joined(this);
    }
  }

  /** One of several, as a branch or a loop leaves it. */
  record OneOf(List<Value> alternatives) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.oneOf(this);
    }
  }

  /**
   * Something computed from the parts that still tells their content: encoded, sliced, formatted,
   * parsed, put into a structure.
   */
  record Derived(List<Value> parts) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.derived(this);
    }
  }

  /**
   * What stands before the equals sign in each line of a text: names, where its lines are
   * assignments; else it may be all of the text.
   */
  record Names(Value of) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.names(this);
    }
  }

  /** The content of a file. */
  record ReadFile(Value path) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readFile(this);
    }
  }

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
      implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readTree(this);
    }
  }

  /** The value of one environment variable. */
  record ReadVariable(Value name) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readVariable(this);
    }
  }

  /** All environment variables with their values. */
  record ReadEnvironment() implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readEnvironment();
    }
  }

  /** What arrives on standard input. */
  record ReadInput() implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readInput();
    }
  }

  /** An argument of the program that this code is, 1 being the first after the program's name. */
  record Argument(int position) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.argument(this);
    }
  }

  /** All arguments of the program that this code is. */
  record Arguments() implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.arguments();
    }
  }

  /** What a started program prints. */
  record Output(Effect.Run run) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.output(this);
    }
  }

  /** The answer of a network request, which is made with {@code request}. */
  record Response(Effect.Send request) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.response(this);
    }
  }

  /** The memory of a process, or a dump of it. */
  record ReadMemory(Value process) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readMemory(this);
    }
  }

  /**
   * An entry of a vault or credential store read through a library, named by what is written there.
   */
  record ReadVault(Value entry) implements Value {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readVault(this);
    }
  }

  /** The one unknown value; it holds nothing. */
  Unknown UNKNOWN = new Unknown();

  /** The empty text. */
  Text EMPTY = new Text("");
}
