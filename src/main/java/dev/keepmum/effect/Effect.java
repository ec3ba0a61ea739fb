package dev.keepmum.effect;

import java.util.List;

/**
 * One thing a tool call, or a piece of code in it, would do. Effects are plain data in the order of
 * the text; whether an effect happens may depend on a condition that is not looked at.
 */
public sealed interface Effect {

  /** Hands this effect to the method of its kind. */
  void accept(Visitor visitor);

  /** A method for each kind of effect. */
  interface Visitor {
    void print(Print print);

    void write(Write write);

    void edit(Edit edit);

    void copy(Copy copy);

    void link(Link link);

    void fill(Fill fill);

    void remove(Remove remove);

    void send(Send send);

    void load(Load load);

    void setVariable(SetVariable set);

    void changeDirectory(ChangeDirectory change);

    void run(Run run);

    void unfollowed();
  }

  /** Shows a value: standard output or error, a tool's result, an exception's text. */
  record Print(Value content, Stream stream) implements Effect {

    /** Where it is shown. */
    public enum Stream {
      OUTPUT,
      ERROR
    }

    /** Shows a value on standard output. */
    public Print(Value content) {
      this(content, Stream.OUTPUT);
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.print(this);
    }
  }

  /** Replaces a file's content, or adds to it. */
  record Write(Value path, Value content) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.write(this);
    }
  }

  /** Replaces passages of a file. */
  record Edit(Value path, List<Replacement> replacements) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.edit(this);
    }
  }

  /** Copies a file or folder to another name. */
  record Copy(Value from, Value to) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.copy(this);
    }
  }

  /** Gives a file or folder another name. */
  record Link(Value from, Value to, Kind kind) implements Effect {

    /** Whether the name holds what is linked, or only says where it is. */
    public enum Kind {
      HARD,
      SYMBOLIC
    }

    @Override
    public void accept(Visitor visitor) {
      visitor.link(this);
    }
  }

  /** Puts files into a folder that nobody can name here: an archive is unpacked. */
  record Fill(Value folder) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.fill(this);
    }
  }

  /** Removes a file, or takes its permissions. */
  record Remove(Value path) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.remove(this);
    }
  }

  /** Gives content away over the network or to another program's service. */
  record Send(Value destination, Value content) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.send(this);
    }
  }

  /** Reads variables from a file into the environment of what follows (dotenv loaders). */
  record Load(Value path) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.load(this);
    }
  }

  /** Sets an environment variable for what follows. */
  record SetVariable(String name, Value value) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.setVariable(this);
    }
  }

  /** Changes the working directory for what follows. */
  record ChangeDirectory(Value path) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.changeDirectory(this);
    }
  }

  /**
   * Starts a program, whose output is shown; wrapped in {@link Value.Output} it is caught instead.
   *
   * @param language how the words are to be read
   * @param words for {@link Language#ARGUMENTS} the program and its arguments; else the text of the
   *     program, followed by its arguments
   * @param input what it gets on standard input
   */
  record Run(Language language, List<Value> words, Value input) implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.run(this);
    }
  }

  /**
   * The code goes on, but is too large or nested too deep to be followed: what else it does is not
   * known.
   */
  record Unfollowed() implements Effect {
    @Override
    public void accept(Visitor visitor) {
      visitor.unfollowed();
    }
  }

  /** One passage of an edit: {@code before} becomes {@code after}, once or everywhere. */
  record Replacement(String before, String after, boolean everywhere) {}
}
