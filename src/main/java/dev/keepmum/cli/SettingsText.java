package dev.keepmum.cli;

import dev.keepmum.host.TextFile;
import dev.keepmum.settings.DenyRules;
import dev.keepmum.settings.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A settings file that keepmum is put into or taken out of, with the text before beside it. Where
 * nothing else has changed since, taking it out gives back that very text.
 */
final class SettingsText {
  private static final String BACKUP = ".before-keepmum";

  private final Path path;
  private final TextFile file;
  private final TextFile backup;
  private final Optional<String> text;

  private SettingsText(Path path, Optional<String> text) {
    this.path = path;
    this.file = TextFile.at(path);
    this.backup = backup(path);
    this.text = text;
  }

  private static TextFile backup(Path path) {
    return TextFile.at(path.resolveSibling(path.getFileName() + BACKUP));
  }

  /** The file at a path, if it can be changed. */
  static SettingsText at(Path path) throws BrokenInput {
    try {
      Optional<String> text = TextFile.at(path).read();
      refuseFaults(path, text);
      return new SettingsText(path, text);
    } catch (IOException e) {
      throw new BrokenInput(path + ": " + e.getMessage());
    }
  }

  private static void refuseFaults(Path path, Optional<String> text) throws BrokenInput {
    Optional<String> fault = Registration.fault(text.orElse(""));
    if (fault.isPresent()) {
      throw new BrokenInput(path + ": " + fault.get() + "; mend it first, the client skips it too");
    }
  }

  /** The text as it was when it was looked at; empty where there is no file. */
  String text() {
    return text.orElse("");
  }

  /**
   * Puts keepmum in, whatever the text is by now.
   *
   * @param registered gives a text with keepmum in it
   */
  void register(UnaryOperator<String> registered) throws BrokenInput, IOException {
    change(
        now -> {
          String before = now.orElse("");
          if (now.isPresent() && Registration.removed(before).equals(before)) {
            keep(before);
          }
          return Optional.of(registered.apply(before));
        });
  }

  private void keep(String before) throws IOException {
    backup.change(old -> Optional.of(before));
  }

  /** Takes keepmum out, whatever the text is by now. */
  void unregister() throws BrokenInput, IOException {
    change(now -> without(now.orElse("")));
    backup.change(old -> Optional.empty());
  }

  /** The text without keepmum; empty where there would be no file. */
  String unregistered() throws IOException {
    return without(text()).orElse("");
  }

  private Optional<String> without(String now) throws IOException {
    Optional<String> program = Registration.program(now);
    Optional<String> before = backup.read();
    if (program.isPresent() && isRegistered(before.orElse(""), program.get(), now)) {
      return before;
    }
    return Optional.of(Registration.removed(now));
  }

  /** Whether putting keepmum into one text gives the other. */
  private static boolean isRegistered(String before, String program, String after) {
    String registered = Registration.added(before, program);
    return registered.equals(after) || DenyRules.added(registered).equals(after);
  }

  /** Changes the file, of which only the newest text counts. */
  private void change(TextFile.Change change) throws BrokenInput, IOException {
    try {
      file.change(
          now -> {
            Optional<String> fault = Registration.fault(now.orElse(""));
            if (fault.isPresent()) {
              throw new IOException(fault.get());
            }
            return change.apply(now);
          });
    } catch (IOException e) {
      throw new BrokenInput(path + ": " + reason(e));
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.AccessDeniedException
        ? "it may not be written"
        : String.valueOf(e.getMessage());
  }
}
