package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/** Effects and values in a short written form, such as {@code print(file(.env))}. */
final class EffectText {
  private EffectText() {}

  static String of(List<Effect> effects) {
    List<String> all = new ArrayList<>();
    for (Effect effect : effects) {
      all.add(of(effect));
    }
    return String.join("; ", all);
  }

  static String of(Effect effect) {
    if (effect instanceof Effect.Print print) {
      return "print(" + of(print.content()) + ")";
    }
    if (effect instanceof Effect.Write write) {
      return "write(" + of(write.path()) + ", " + of(write.content()) + ")";
    }
    if (effect instanceof Effect.Copy copy) {
      return "copy(" + of(copy.from()) + ", " + of(copy.to()) + ")";
    }
    if (effect instanceof Effect.Fill fill) {
      return "fill(" + of(fill.folder()) + ")";
    }
    if (effect instanceof Effect.Remove remove) {
      return "remove(" + of(remove.path()) + ")";
    }
    if (effect instanceof Effect.Send send) {
      return "send(" + of(send.destination()) + ", " + of(send.content()) + ")";
    }
    if (effect instanceof Effect.Load load) {
      return "load(" + of(load.path()) + ")";
    }
    if (effect instanceof Effect.SetVariable set) {
      return "set(" + set.name() + ", " + of(set.value()) + ")";
    }
    if (effect instanceof Effect.ChangeDirectory change) {
      return "cd(" + of(change.path()) + ")";
    }
    if (effect instanceof Effect.Run run) {
      return of(run);
    }
    if (effect instanceof Effect.Unfollowed) {
      return "unfollowed";
    }
    return effect.toString();
  }

  private static String of(Effect.Run run) {
    String input = run.input() == Value.EMPTY ? "" : " < " + of(run.input());
    return "run " + run.language() + "(" + list(run.words(), ", ") + input + ")";
  }

  static String of(Value value) {
    if (value instanceof Value.Text text) {
      return "'" + text.text().replace("\n", "\\n") + "'";
    }
    if (value instanceof Value.Unknown) {
      return "?";
    }
    if (value instanceof Value.Joined joined) {
      return list(joined.parts(), "+");
    }
    if (value instanceof Value.OneOf oneOf) {
      return "(" + list(oneOf.alternatives(), "|") + ")";
    }
    if (value instanceof Value.Derived derived) {
      return "~(" + list(derived.parts(), ", ") + ")";
    }
    if (value instanceof Value.Names names) {
      return "names(" + of(names.of()) + ")";
    }
    if (value instanceof Value.ReadFile file) {
      return "file(" + of(file.path()) + ")";
    }
    if (value instanceof Value.ReadTree tree) {
      return "tree(" + of(tree.root()) + " " + String.join(",", tree.include()) + ")";
    }
    if (value instanceof Value.ReadVariable variable) {
      return "var(" + of(variable.name()) + ")";
    }
    if (value instanceof Value.ReadEnvironment) {
      return "ENV";
    }
    if (value instanceof Value.ReadInput) {
      return "STDIN";
    }
    if (value instanceof Value.Argument argument) {
      return "arg" + argument.position();
    }
    if (value instanceof Value.Arguments) {
      return "ARGS";
    }
    if (value instanceof Value.Output output) {
      return "out[" + of(output.run()) + "]";
    }
    if (value instanceof Value.Response response) {
      return "answer[" + of(response.request()) + "]";
    }
    if (value instanceof Value.ReadMemory memory) {
      return "memory(" + of(memory.process()) + ")";
    }
    if (value instanceof Value.ReadVault vault) {
      return "vault(" + of(vault.entry()) + ")";
    }
    return value.toString();
  }

  private static String list(List<Value> values, String between) {
    List<String> all = new ArrayList<>();
    for (Value value : values) {
      all.add(of(value));
    }
    return String.join(between, all);
  }

  /** Whether any of the effects shows what was read from somewhere. */
  static boolean shows(List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Print print && reads(print.content())) {
        return true;
      }
      if (effect instanceof Effect.Run) {
        return true;
      }
    }
    return false;
  }

  private static boolean reads(Value value) {
    String text = of(value).replaceAll("'[^']*'", "''").replaceAll("names\\(file\\(''\\)\\)", "");
    return text.contains("file(")
        || text.contains("var(")
        || text.contains("ENV")
        || text.contains("out[")
        || text.contains("tree(");
  }
}
