package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The effects of an awk program, in their order; some names of files stand for more than a file.
 */
final class AwkEffects {
  private final List<Effect> effects = new ArrayList<>();

  List<Effect> all() {
    return effects;
  }

  void emit(Effect effect) {
    effects.add(effect);
  }

  int count() {
    return effects.size();
  }

  /** Takes back what came after the first effects: what never happens. */
  void keepFirst(int count) {
    effects.subList(count, effects.size()).clear();
  }

  void print(Value content) {
    emit(new Effect.Print(content));
  }

  void write(Value path, Value content) {
    String name = path instanceof Value.Text text ? text.text() : "";
    if (name.equals("/dev/stdout")) {
      print(content);
    } else if (name.equals("/dev/stderr")) {
      emit(new Effect.Print(content, Effect.Print.Stream.ERROR));
    } else if (isNetwork(path)) {
      emit(new Effect.Send(path, content));
    } else {
      emit(new Effect.Write(path, content));
    }
  }

  /** {@code print … | command}. */
  void pipe(Value command, Value content) {
    if (isNetwork(command)) {
      emit(new Effect.Send(command, content));
    } else {
      emit(new Effect.Run(Language.SHELL, List.of(command), content));
    }
  }

  /** {@code command | getline}: what the command prints. */
  Value output(Value command) {
    Effect.Run run = new Effect.Run(Language.SHELL, List.of(command), Value.UNKNOWN);
    emit(new Effect.Write(new Value.Text("/dev/null"), new Value.Output(run)));
    return new Value.Output(run);
  }

  /** What reading from a name gives. */
  static Value content(Value path) {
    if (path instanceof Value.Text text && text.text().equals("-")) {
      return new Value.ReadInput();
    }
    return isNetwork(path)
        ? new Value.Response(new Effect.Send(path, Value.UNKNOWN))
        : new Value.ReadFile(path);
  }

  private static boolean isNetwork(Value path) {
    Value first = path instanceof Value.Joined joined ? joined.parts().get(0) : path;
    return first instanceof Value.Text text && text.text().startsWith("/inet");
  }
}
