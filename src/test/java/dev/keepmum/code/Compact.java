package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Effects in the compact form that the tables of these tests use: {@code print(file('.env'))}, a
 * question mark for what is not known, {@code a + b} for joined values and {@code a | b} for one of
 * several.
 */
final class Compact {
  private Compact() {}

  static String of(List<Effect> effects) {
    List<String> texts = new ArrayList<>();
    for (Effect effect : effects) {
      texts.add(of(effect));
    }
    return String.join("; ", texts);
  }

  private static String of(Effect effect) {
    if (effect instanceof Effect.Print print) {
      return "print(" + of(print.content()) + ")";
    } else if (effect instanceof Effect.Write write) {
      return "write(" + of(write.path()) + ", " + of(write.content()) + ")";
    } else if (effect instanceof Effect.Copy copy) {
      return "copy(" + of(copy.from()) + ", " + of(copy.to()) + ")";
    } else if (effect instanceof Effect.Remove remove) {
      return "remove(" + of(remove.path()) + ")";
    } else if (effect instanceof Effect.Send send) {
      return "send(" + of(send.destination()) + ", " + of(send.content()) + ")";
    } else if (effect instanceof Effect.Load load) {
      return "load(" + of(load.path()) + ")";
    } else if (effect instanceof Effect.SetVariable set) {
      return "set(" + set.name() + ", " + of(set.value()) + ")";
    } else if (effect instanceof Effect.ChangeDirectory change) {
      return "cd(" + of(change.path()) + ")";
    } else if (effect instanceof Effect.Run run) {
      return of(run);
    } else if (effect instanceof Effect.Unfollowed) {
      return "unfollowed";
    }
    return effect.toString();
  }

  private static String of(Effect.Run run) {
    String input = run.input() instanceof Value.Unknown ? "" : " < " + of(run.input());
    String language = run.language().name().toLowerCase(java.util.Locale.ROOT);
    return language + "(" + list(run.words(), " ") + input + ")";
  }

  static String of(Value value) {
    if (value instanceof Value.Text text) {
      return "'" + text.text() + "'";
    } else if (value instanceof Value.ReadVault vault) {
      return "vault(" + of(vault.entry()) + ")";
    } else if (value instanceof Value.Joined joined) {
      return list(joined.parts(), " + ");
    } else if (value instanceof Value.OneOf choice) {
      return list(choice.alternatives(), " | ");
    } else if (value instanceof Value.Derived derived) {
      return "from(" + list(derived.parts(), ", ") + ")";
    } else if (value instanceof Value.Names names) {
      return "names(" + of(names.of()) + ")";
    } else if (value instanceof Value.ReadFile file) {
      return "file(" + of(file.path()) + ")";
    } else if (value instanceof Value.ReadVariable variable) {
      return "var(" + of(variable.name()) + ")";
    } else if (value instanceof Value.ReadEnvironment) {
      return "env";
    } else if (value instanceof Value.ReadInput) {
      return "input";
    } else if (value instanceof Value.Argument argument) {
      return "arg" + argument.position();
    } else if (value instanceof Value.Arguments) {
      return "args";
    } else if (value instanceof Value.Output output) {
      return "output " + of(output.run());
    } else if (value instanceof Value.Response response) {
      return "response " + of(response.request());
    } else if (value instanceof Value.Unknown) {
      return "?";
    }
    return value.toString();
  }

  private static String list(List<Value> values, String separator) {
    List<String> texts = new ArrayList<>();
    for (Value value : values) {
      texts.add(of(value));
    }
    return String.join(separator, texts);
  }
}
