package dev.keepmum.flow.expand;

import dev.keepmum.flow.Content;
import dev.keepmum.shell.ParameterOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the operators of parameter expansion make of a value's texts. */
final class ParameterOperations {

  /** Longer texts are not cut: matching every part of them would take too long. */
  private static final int MAX_LENGTH = 4_096;

  private ParameterOperations() {}

  /**
   * Applies an operator that changes the text; the secrets stay.
   *
   * @param first the pattern (quoted parts escaped), offset or letter
   * @param second the replacement or length; {@link Content#EMPTY} where there is none
   */
  static Content apply(
      ParameterOperator operator, Content value, Content first, Content second, boolean hasSecond) {
    if (operator == ParameterOperator.SUBSTRING && second.textOr("").strip().equals("0")) {
      return Content.EMPTY;
    }
    if (value.texts().isEmpty() || first.texts().isEmpty()) {
      return value.derived();
    }
    if (operator == ParameterOperator.SUBSTRING && PathModifier.isOne(first.textOr(""))) {
      return value.or(PathModifier.apply(first.textOr(""), value)); // To bash it is an offset.
    }
    List<String> results = new ArrayList<>();
    boolean complete = true;
    for (String text : value.texts()) {
      for (String argument : first.texts()) {
        String other = second.textOr(null);
        String result =
            text.length() > MAX_LENGTH || hasSecond && other == null
                ? null
                : apply(operator, text, argument, hasSecond ? other : null);
        if (result == null) {
          complete = false;
        } else {
          results.add(result);
        }
      }
    }
    Content changed = value.withTexts(results).withSecrets(second.secrets());
    return complete ? changed : changed.opened();
  }

  private static String apply(
      ParameterOperator operator, String text, String first, String second) {
    switch (operator) {
      case REMOVE_SHORTEST_PREFIX:
        return removePrefix(text, first, false);
      case REMOVE_LONGEST_PREFIX:
        return removePrefix(text, first, true);
      case REMOVE_SHORTEST_SUFFIX:
        return removeSuffix(text, first, false);
      case REMOVE_LONGEST_SUFFIX:
        return removeSuffix(text, first, true);
      case REPLACE_FIRST:
        return replace(text, first, second == null ? "" : second, false);
      case REPLACE_ALL:
        return replace(text, first, second == null ? "" : second, true);
      case REPLACE_PREFIX:
        return replaceAt(text, first, second == null ? "" : second, true);
      case REPLACE_SUFFIX:
        return replaceAt(text, first, second == null ? "" : second, false);
      case UPPER_ALL:
        return text.toUpperCase(Locale.ROOT);
      case LOWER_ALL:
        return text.toLowerCase(Locale.ROOT);
      case UPPER_FIRST:
        return text.isEmpty()
            ? text
            : text.substring(0, 1).toUpperCase(Locale.ROOT).concat(text.substring(1));
      case LOWER_FIRST:
        return text.isEmpty()
            ? text
            : text.substring(0, 1).toLowerCase(Locale.ROOT).concat(text.substring(1));
      case SUBSTRING:
        return substring(text, first, second);
      default:
        return null;
    }
  }

  private static String removePrefix(String text, String pattern, boolean longest) {
    for (int i = 0; i <= text.length(); i++) {
      int end = longest ? text.length() - i : i;
      if (GlobPattern.matches(pattern, text.substring(0, end))) {
        return text.substring(end);
      }
    }
    return text;
  }

  private static String removeSuffix(String text, String pattern, boolean longest) {
    for (int i = 0; i <= text.length(); i++) {
      int start = longest ? i : text.length() - i;
      if (GlobPattern.matches(pattern, text.substring(start))) {
        return text.substring(0, start);
      }
    }
    return text;
  }

  private static String replaceAt(String text, String pattern, String with, boolean prefix) {
    String rest = prefix ? removePrefix(text, pattern, true) : removeSuffix(text, pattern, true);
    boolean matched = rest.length() < text.length() || GlobPattern.matches(pattern, "");
    if (!matched) {
      return text;
    }
    return prefix ? with.concat(rest) : rest.concat(with);
  }

  private static String replace(String text, String pattern, String with, boolean all) {
    if (text.length() > 512) {
      return null;
    }
    StringBuilder result = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      int end = matchEnd(text, i, pattern);
      if (end <= i) {
        result.append(text.charAt(i++));
        continue;
      }
      result.append(with);
      i = end;
      if (!all) {
        break;
      }
    }
    return result.append(text.substring(i)).toString();
  }

  private static int matchEnd(String text, int from, String pattern) {
    for (int end = text.length(); end > from; end--) {
      if (GlobPattern.matches(pattern, text.substring(from, end))) {
        return end;
      }
    }
    return -1;
  }

  private static String substring(String text, String offset, String length) {
    try {
      int start = Integer.parseInt(offset.strip());
      start = start < 0 ? text.length() + start : start;
      if (start < 0 || start > text.length()) {
        return "";
      }
      if (length == null) {
        return text.substring(start);
      }
      int count = Integer.parseInt(length.strip());
      int end = count < 0 ? text.length() + count : Math.min(text.length(), start + count);
      return end < start ? "" : text.substring(start, end);
    } catch (NumberFormatException computed) {
      return null;
    }
  }
}
