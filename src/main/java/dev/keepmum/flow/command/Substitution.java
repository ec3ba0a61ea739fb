package dev.keepmum.flow.command;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.keepmum.flow.Assignments;
import dev.keepmum.flow.Content;

/** A sed script that is a single {@code s/…/…/}, done on a text that is known. */
final class Substitution {
  private Substitution() {}

  /** The lines after the substitution; unknown where the script is anything else. */
  static Content apply(String script, LinePattern.Dialect dialect, String text) {
    if (script.length() < 4
        || script.charAt(0) != 's'
        || Character.isLetterOrDigit(script.charAt(1))) {
      return Content.UNKNOWN;
    }
    char delimiter = script.charAt(1);
    int middle = script.indexOf(delimiter, 2);
    int end = middle < 0 ? -1 : script.indexOf(delimiter, middle + 1);
    String replacement = end < 0 ? "\\" : script.substring(middle + 1, end);
    String flags = end < 0 ? "" : script.substring(end + 1);
    boolean plain = replacement.indexOf('\\') < 0 && replacement.indexOf('&') < 0;
    if (!plain || !(flags.isEmpty() || flags.equals("g"))) {
      return Content.UNKNOWN;
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(LinePattern.toRe2(script.substring(2, middle), dialect));
    } catch (PatternSyntaxException notRe2) {
      return Content.UNKNOWN;
    }
    String literal = Matcher.quoteReplacement(replacement);
    StringBuilder result = new StringBuilder(text.length());
    for (String line : Assignments.lines(text)) {
      result.append(
          flags.isEmpty()
              ? pattern.matcher(line).replaceFirst(literal)
              : pattern.matcher(line).replaceAll(literal));
      result.append('\n');
    }
    return Content.text(result.toString());
  }
}
