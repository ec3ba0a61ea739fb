package dev.keepmum.settings;

import dev.keepmum.event.JsonValue;
import dev.keepmum.event.JsonValue.JsonNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A hook that a settings file has the client start.
 *
 * @param file where it stands
 * @param event the event it is for
 * @param type {@code command}, {@code http}, {@code prompt}, …
 * @param command what is started; empty for a hook of another type
 * @param arguments its arguments; empty where a shell takes the command apart
 * @param timeout seconds the client waits; empty where the client's own limit holds
 * @param isGuard whether it says that it runs keepmum
 */
public record RegisteredHook(
    String file,
    String event,
    String type,
    String command,
    Optional<List<String>> arguments,
    Optional<Double> timeout,
    boolean isGuard) {

  /** The hooks of a file that the client would load. */
  public static List<RegisteredHook> of(SettingsFile file) {
    List<RegisteredHook> hooks = new ArrayList<>();
    for (HookEntry hook : SettingsDocument.read(file.text(), file.kind(), file.scope()).hooks()) {
      hooks.add(
          new RegisteredHook(
              file.path(),
              hook.event(),
              hook.type(),
              hook.entry().text("command").orElse(""),
              arguments(hook),
              timeout(hook),
              hook.isGuard()));
    }
    return hooks;
  }

  private static Optional<List<String>> arguments(HookEntry hook) {
    if (!hook.isExecForm()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (JsonValue argument : hook.entry().elements("args")) {
      arguments.add(argument.text().orElse(""));
    }
    return Optional.of(arguments);
  }

  private static Optional<Double> timeout(HookEntry hook) {
    try {
      return hook.entry().get("timeout").orElse(null) instanceof JsonNumber number
          ? Optional.of(Double.valueOf(number.digits()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /**
   * The words the client starts: of the command itself, or a shell with it.
   *
   * @param project what {@code ${CLAUDE_PROJECT_DIR}} stands for
   */
  public List<String> words(String project) {
    List<String> words = new ArrayList<>();
    if (arguments.isEmpty()) {
      words.addAll(List.of("/bin/sh", "-c", command));
      return words;
    }
    words.add(command.replace("${CLAUDE_PROJECT_DIR}", project));
    for (String argument : arguments.get()) {
      words.add(argument.replace("${CLAUDE_PROJECT_DIR}", project));
    }
    return words;
  }
}
