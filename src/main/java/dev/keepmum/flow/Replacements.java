package dev.keepmum.flow;

import dev.keepmum.effect.Effect;
import java.util.List;

/**
 * Passages that become others, one replacement after the other, as Claude Code's Edit has it: where
 * a passage is not found nothing is changed at all, curly quotes are found as straight ones, and an
 * empty passage is an empty file.
 */
public record Replacements(List<Effect.Replacement> all) implements Revision {

  @Override
  public Content of(String text) {
    String changed = text;
    for (Effect.Replacement replacement : all) {
      if (replacement.before().isEmpty()) {
        if (!changed.isBlank()) {
          return Content.text(text);
        }
        changed = replacement.after();
        continue;
      }
      String before = found(changed, replacement.before());
      if (before.isEmpty()) {
        return Content.text(text);
      }
      changed = replaced(changed, before, replacement);
    }
    return Content.text(changed);
  }

  /** The passage as it stands in the text; empty if it does not. */
  private static String found(String text, String passage) {
    if (text.contains(passage)) {
      return passage;
    }
    int at = straight(text).indexOf(straight(passage));
    return at < 0 ? "" : text.substring(at, at + passage.length());
  }

  private static String straight(String text) {
    return text.replace('\u2018', '\'')
        .replace('\u2019', '\'')
        .replace('\u201C', '"')
        .replace('\u201D', '"');
  }

  private static String replaced(String text, String before, Effect.Replacement replacement) {
    if (replacement.everywhere()) {
      return text.replace(before, replacement.after());
    }
    int at = text.indexOf(before);
    return text.substring(0, at)
        .concat(replacement.after())
        .concat(text.substring(at + before.length()));
  }
}
