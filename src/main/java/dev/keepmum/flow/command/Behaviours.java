package dev.keepmum.flow.command;

/** The behaviours by the names that the rule book gives them. */
final class Behaviours {
  private Behaviours() {}

  /** The behaviour of a name; the general one for the empty name and for names nobody knows. */
  static Behaviour of(String name) {
    switch (name) {
      case "assign":
        return new Declare();
      case "unset":
        return new Unset();
      case "set-options":
        return new SetOptions();
      case "evaluate":
        return new Evaluate();
      case "source":
        return new SourceFile();
      case "execute":
        return new Execute();
      case "change-directory":
        return new ChangeDirectory();
      case "read-variable":
        return new ReadIntoVariable();
      case "read-array":
        return new ReadIntoArray();
      case "echo":
        return new Echo();
      case "format":
        return new Format();
      case "shift":
        return new Shift();
      case "trap":
        return new Trap();
      case "alias":
        return new Alias();
      case "environment":
        return new EnvironmentProgram();
      case "print-variables":
        return new PrintVariables();
      default:
        return new General();
    }
  }
}
