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
    int middle = delimiterFrom(script, delimiter, 2);
    int end = middle < 0 ? -1 : delimiterFrom(script, delimiter, middle + 1);
    String flags = end < 0 ? "" : script.substring(end + 1).strip();
    if (end < 0 || !(flags.isEmpty() || flags.equals("g"))) {
      return Content.UNKNOWN;
    }
    Pattern pattern;
    try {
      pattern = Pattern.compile(LinePattern.toRe2(script.substring(2, middle), dialect));
    } catch (PatternSyntaxException notRe2) {
      return Content.UNKNOWN;
    }
    String replacement = toRe2(script.substring(middle + 1, end));
    StringBuilder result = new StringBuilder(text.length());
    for (String line : Assignments.lines(text)) {
      Matcher matcher = pattern.matcher(line);
      try {
        result.append(
            flags.isEmpty() ? matcher.replaceFirst(replacement) : matcher.replaceAll(replacement));
      } catch (IndexOutOfBoundsException noSuchGroup) {
        return Content.UNKNOWN;
      }
      result.append('\n');
    }
    return Content.text(result.toString());
  }

  /** Where a delimiter stands that no backslash escapes; -1 if there is none. */
  private static int delimiterFrom(String script, char delimiter, int from) {
    for (int i = from; i < script.length(); i++) {
      if (script.charAt(i) == '\\') {
        i++;
      } else if (script.charAt(i) == delimiter) {
        return i;
      }
    }
    return -1;
  }

  /** A replacement of sed in the syntax of RE2J: {@code &} and {@code \1} are groups. */
  private static String toRe2(String replacement) {
    StringBuilder result = new StringBuilder(replacement.length() + 8);
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      boolean escaped = c == '\\' && i + 1 < replacement.length();
      if (escaped) {
        c = replacement.charAt(++i);
      }
      if (escaped && c >= '0' && c <= '9' || !escaped && c == '&') {
        result.append('$').append(c == '&' ? '0' : c);
      } else if (escaped && c == 'n') {
        result.append('\n');
      } else if (c == '$' || c == '\\') {
        result.append('\\').append(c);
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }
}
