package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a variable or an expression stands for while a program is followed. */
sealed interface Thing {

  /** Nothing that is known. */
  Thing UNKNOWN = new Of(Value.UNKNOWN);

  /** The names of environment variables: no secret, but they open all of them. */
  Thing VARIABLE_NAMES = new VariableNames();

  /** A value. */
  record Of(Value value) implements Thing {}

  /** A whole number. */
  record Count(long value) implements Thing {}

  /** A library, or something in one, by its full name such as {@code os.environ}. */
  record Named(String path) implements Thing {}

  /** An open file, or one of several. */
  record Opened(Value path, Value content) implements Thing {}

  /** Names with values, of which only what they were read from is known; the names tell nothing. */
  record Dictionary(Value content) implements Thing {}

  /** The name of a file that a walk through folders finds. */
  record Found(Value.ReadTree tree) implements Thing {

    /**
     * A file of a certain name below what was found.
     *
     * @param path what is written behind it; without a slash it is part of its own name
     */
    Found below(String path) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      boolean narrower = path.indexOf('/') >= 0 && !name.isEmpty() && name.indexOf('*') < 0;
      return narrower
          ? new Found(
              new Value.ReadTree(tree.root(), List.of(name), tree.exclude(), tree.pattern()))
          : this;
    }
  }

  /** An archive, in a file or in an object that collects. */
  record Archive(Thing holder) implements Thing {}

  /** An open connection. */
  record Connected(Value destination) implements Thing {}

  /**
   * What a function that nobody knows has made of variables: a client, a connection. It tells of
   * them when it is shown; what its own methods give is something else.
   */
  record Made(Value from) implements Thing {}

  /** The type of {@link #VARIABLE_NAMES}. */
  record VariableNames() implements Thing {}

  /**
   * A regular expression.
   *
   * @param flags the letters behind it, where the language has them
   */
  record Pattern(String text, String flags) implements Thing {}

  /** Something of which there may be many. */
  record Many(Thing element) implements Thing {}

  /** One of several. */
  record Either(List<Thing> alternatives) implements Thing {}

  /** A method that is not called yet. */
  record Method(Thing receiver, String name) implements Thing {}

  /** A function of the program, with the variables it sees. */
  record Closure(Node.Function function, Scope scope) implements Thing {}

  /** A list whose items are known; programs change it. */
  final class Items implements Thing {
    private final List<Thing> items;

    Items(List<Thing> items) {
      this.items = new ArrayList<>(items);
    }

    List<Thing> all() {
      return items;
    }
  }

  /** An object, dictionary or class; programs change it. */
  final class Structure implements Thing {
    private final Map<String, Thing> fields = new LinkedHashMap<>();
    private final List<Thing> rest = new ArrayList<>();
    private final List<Thing> keys = new ArrayList<>();

    /** What is known by its key. */
    Map<String, Thing> fields() {
      return fields;
    }

    /** The keys of which it is not known what they are. */
    List<Thing> keys() {
      return keys;
    }

    /** What is in it under keys that are not known. */
    List<Thing> rest() {
      return rest;
    }
  }
}
