package dev.keepmum.code;

import dev.keepmum.effect.Value;
import java.util.List;

/**
 * Writes an expanded recipe as shell text in which the shell finds again what make would have
 * filled in: {@code $NAME} for a variable, {@code $(…)} for a command's output.
 */
final class MakeCommand {
  private final StringBuilder command = new StringBuilder();
  private boolean singleQuoted;
  private boolean doubleQuoted;

  private MakeCommand() {}

  static String of(Value recipe) {
    MakeCommand written = new MakeCommand();
    written.add(recipe);
    return written.command.toString();
  }

  private void add(Value value) {
    if (value instanceof Value.Text constant) {
      constant(constant.text());
    } else if (value instanceof Value.Joined joined) {
      addAll(joined.parts());
    } else if (value instanceof Value.Derived derived) {
      addAll(derived.parts());
    } else if (value instanceof Value.OneOf choice) {
      choice(choice.alternatives());
    } else if (value instanceof Value.ReadVariable variable) {
      inserted("${" + of(variable.name()) + "}");
    } else if (value instanceof Value.ReadEnvironment) {
      inserted("$(env)");
    } else if (value instanceof Value.ReadFile file) {
      inserted("$(cat " + of(file.path()) + ")");
    } else if (value instanceof Value.Output output) {
      inserted("$(" + of(output.run().words().get(0)) + ")");
    }
  }

  private void addAll(List<Value> parts) {
    for (Value part : parts) {
      add(part);
    }
  }

  /** What {@code ?=} assigns stands where the environment has nothing. */
  private void choice(List<Value> alternatives) {
    if (alternatives.get(0) instanceof Value.ReadVariable variable && alternatives.size() == 2) {
      inserted("${" + of(variable.name()) + ":-" + of(alternatives.get(1)) + "}");
    } else {
      add(alternatives.get(0));
    }
  }

  private void constant(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\'' && !doubleQuoted) {
        singleQuoted = !singleQuoted;
      } else if (c == '"' && !singleQuoted) {
        doubleQuoted = !doubleQuoted;
      }
    }
    command.append(text);
  }

  /** make fills in before the shell sees the quotes, so single ones do not protect. */
  private void inserted(String expansion) {
    command.append(singleQuoted ? "'\"" + expansion + "\"'" : expansion);
  }
}
