package dev.keepmum.scan;

import dev.keepmum.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A mark in a text that accepts a finding: {@code keepmum:ignore reason}, for all rules, or {@code
 * keepmum:ignore(tokens/x, tokens/y): reason}. It holds for the line it stands on and, where it
 * stands alone in a comment, for the next.
 *
 * @param rules ids of the rules that it is for; empty for all
 * @param hasReason whether it says why; without that it accepts nothing
 */
record IgnoreMark(List<String> rules, boolean hasReason) {
  private static final String WORD = "keepmum:ignore";

  /** How far around a secret its line is looked at. */
  private static final int REACH = 4096;

  private static final int SHORTEST_REASON = 3;
  private static final String[] COMMENT_ENDS = {"*/", "-->", "--%>", "#}", "%>", "*)", "|#"};

  /** The mark that holds for what stands at a place in a text. */
  static Optional<IgnoreMark> at(String text, int start, int end) {
    int lineStart = lineStart(text, start);
    Optional<IgnoreMark> before = in(text.substring(lineStart, start));
    if (before.isPresent()) {
      return before;
    }
    int lineEnd = lineEnd(text, start);
    Optional<IgnoreMark> after = in(text.substring(Math.min(end, lineEnd), lineEnd));
    if (after.isPresent() || lineStart == 0 || text.charAt(lineStart - 1) != '\n') {
      return after;
    }
    String above = text.substring(lineStart(text, lineStart - 1), lineStart - 1);
    return isAloneInComment(above) ? in(above) : Optional.empty();
  }

  private static int lineStart(String text, int at) {
    return Math.max(text.lastIndexOf('\n', at - 1) + 1, Math.max(0, at - REACH));
  }

  private static int lineEnd(String text, int at) {
    int newline = text.indexOf('\n', at);
    return Math.min(newline < 0 ? text.length() : newline, Math.min(text.length(), at + REACH));
  }

  private static boolean isAloneInComment(String line) {
    int mark = line.indexOf(WORD);
    for (int i = 0; i < mark; i++) {
      if (Character.isLetterOrDigit(line.charAt(i))) {
        return false;
      }
    }
    return mark > 0;
  }

  private static Optional<IgnoreMark> in(String line) {
    int at = line.indexOf(WORD);
    int end = at + WORD.length();
    if (at < 0 || end < line.length() && isPartOfWord(line.charAt(end))) {
      return Optional.empty();
    }
    List<String> rules = new ArrayList<>();
    int close = line.startsWith("(", end) ? line.indexOf(')', end) : -1;
    if (close > 0) {
      for (String id : line.substring(end + 1, close).split(",")) {
        rules.add(id.strip());
      }
      end = close + 1;
    }
    return Optional.of(new IgnoreMark(List.copyOf(rules), isReason(line.substring(end))));
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private static boolean isReason(String rest) {
    String reason = rest;
    for (String commentEnd : COMMENT_ENDS) {
      int at = reason.indexOf(commentEnd);
      reason = at < 0 ? reason : reason.substring(0, at);
    }
    return reason.chars().filter(Character::isLetter).count() >= SHORTEST_REASON;
  }

  /**
   * What is left of rules that found something: nothing if the mark is for the most specific, else
   * those that it does not name.
   */
  List<Rule> remaining(List<Rule> found) {
    return rules.isEmpty() || rules.contains(found.get(0).id())
        ? List.of()
        : found.stream().filter(rule -> !rules.contains(rule.id())).toList();
  }
}
