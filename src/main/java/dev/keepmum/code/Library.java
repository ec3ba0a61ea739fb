package dev.keepmum.code;

import dev.keepmum.effect.Language;

/** What a language's names do: one table each for libraries, methods of values, and properties. */
abstract class Library {

  /** The name of what has everything that has a name as its members. */
  static final String NAMES = "__names__";

  /** The variable for what a regular expression took at last. */
  static final String MATCHED = "$~";

  /** The name of a program's settings. */
  static final String SETTINGS = "__settings__";

  abstract Language language();

  /** A parser for a program of the language. */
  abstract Parser parser(String text);

  /** What a global name or the member of a library does, by its full name. */
  abstract Meaning named(String path);

  /** What a method of a value does. */
  abstract Meaning method(String name);

  /** What a property of a value is; {@link Meaning#NONE} for a part that tells of it. */
  abstract Meaning property(String name);

  /** The one spelling under which the tables know a library name. */
  String canonical(String path) {
    return path;
  }

  /** Which index the program's first argument has in its list of arguments. */
  int firstArgument() {
    return 1;
  }

  /** Whether a method without arguments is called by its name alone. */
  boolean callsByName() {
    return false;
  }

  /** Whether a prompt shows what an assignment assigns. */
  boolean showsAssignments() {
    return true;
  }

  /** Whether the environment's variables are its members: {@code env.NAME}. */
  boolean variablesAreMembers() {
    return false;
  }

  /** Which argument of a function is a variable that it fills; -1 for none. */
  int filledArgument(String function) {
    return -1;
  }

  /** What iterating over the environment gives. */
  Meaning elementsOfEnvironment() {
    return Meaning.KEYS;
  }

  /** Whether a function without a return gives its last expression. */
  boolean returnsLast() {
    return false;
  }

  /**
   * The name under which a method sees the object it is called on; empty for its first parameter.
   */
  String self() {
    return "this";
  }

  /** The name of the method that sets up a new object. */
  String constructor() {
    return "constructor";
  }
}
