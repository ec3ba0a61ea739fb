package dev.keepmum.cli;

import dev.keepmum.host.TextFile;
import dev.keepmum.settings.JsonEdit;
import dev.keepmum.settings.JsonEdit.Replacement;
import dev.keepmum.settings.LintFinding;
import dev.keepmum.settings.SettingsFile;
import dev.keepmum.settings.SettingsLint;
import dev.keepmum.settings.SourceText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mends files of settings where that is safe. */
final class LintFixes {

  /** Mending one thing can let another be seen; files are mended in so many rounds at most. */
  private static final int MOST_ROUNDS = 20;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private LintFixes() {}

  /** A file's text with all that can be mended. */
  static String mended(SettingsFile file, SettingsLint lint) {
    String text = file.text();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      SettingsFile now = new SettingsFile(file.path(), file.kind(), file.scope(), text);
      List<Replacement> replacements = apart(lint.lint(now));
      if (replacements.isEmpty()) {
        return text;
      }
      String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
      text = mark + new JsonEdit(new SourceText(text)).apply(replacements);
    }
    return text;
  }

  /** The fixes of one round: those that touch different passages. */
  private static List<Replacement> apart(List<LintFinding> findings) {
    List<Replacement> chosen = new ArrayList<>();
    for (LintFinding finding : findings) {
      boolean isApart =
          finding.fix().stream()
              .noneMatch(one -> chosen.stream().anyMatch(other -> touches(one, other)));
      if (isApart) {
        chosen.addAll(finding.fix());
      }
    }
    return chosen;
  }

  private static boolean touches(Replacement one, Replacement other) {
    return one.start() <= other.end() && other.start() <= one.end();
  }

  /**
   * Puts a text in the place of a file's, whole or not at all.
   *
   * @param before what the file must still hold
   */
  static void write(Path path, String before, String after) throws IOException {
    TextFile.at(path)
        .change(
            now -> {
              if (!now.equals(Optional.of(before))) {
                throw new IOException("it has changed meanwhile");
              }
              return Optional.of(after);
            });
  }
}
