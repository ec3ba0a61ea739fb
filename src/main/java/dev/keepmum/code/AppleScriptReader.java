package dev.keepmum.code;

import dev.keepmum.effect.Effect;
import dev.keepmum.effect.Language;
import dev.keepmum.effect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads AppleScript for the phrases that reach out of it: {@code do shell script}, {@code read} of
 * a file, {@code system attribute}, and what shows or sends a text. osascript prints the value of
 * its last expression, so whatever a phrase gives counts as shown. Variables are not followed.
 */
public final class AppleScriptReader implements CodeReader {

  private static final int MAX_EFFECTS = 1_000;

  @Override
  public List<Effect> read(String text) {
    List<Effect> effects = new ArrayList<>();
    String folded = text.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < text.length() && effects.size() < MAX_EFFECTS) {
      int open = text.indexOf('"', at);
      if (open < 0) {
        break;
      }
      StringBuilder literal = new StringBuilder();
      int close = afterLiteral(text, open, literal);
      add(folded.substring(at, open), literal.toString(), effects);
      at = close;
    }
    if (effects.size() >= MAX_EFFECTS) {
      effects.add(new Effect.Unfollowed());
    }
    return effects;
  }

  /** What the words in front of a text do with it. */
  private static void add(String phrase, String literal, List<Effect> effects) {
    String words = phrase.stripTrailing();
    Value text = new Value.Text(literal);
    if (words.endsWith("do shell script") || words.endsWith("do script")) {
      effects.add(new Effect.Run(Language.SHELL, List.of(text), Value.UNKNOWN));
    } else if (words.endsWith("system attribute")) {
      effects.add(new Effect.Print(new Value.ReadVariable(text)));
    } else if (words.endsWith("file") && words.contains("read")) {
      effects.add(new Effect.Print(new Value.ReadFile(text)));
    } else if (isShown(words)) {
      effects.add(new Effect.Print(text));
    } else if (words.endsWith("set the clipboard to") || words.endsWith("open location")) {
      effects.add(new Effect.Send(text, text));
    }
  }

  /** What stands on the screen, is spoken or is logged. */
  private static boolean isShown(String words) {
    return words.endsWith("display notification")
        || words.endsWith("display dialog")
        || words.endsWith("display alert")
        || words.endsWith("with title")
        || words.endsWith("subtitle")
        || words.endsWith("say")
        || words.endsWith("log")
        || words.endsWith("return")
        || words.endsWith("keystroke");
  }

  /** Decodes the text in quotes that begins at an index; returns the index behind it. */
  private static int afterLiteral(String text, int open, StringBuilder literal) {
    int i = open + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      literal.append(text.charAt(i));
      i++;
    }
    return i + 1;
  }
}
