package dev.keepmum.policy;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The files that a text mentions so that the client sends their content along: {@code @path},
 * {@code @"a path"}, {@code @path#L1-5}. No tool is called for that. Read as Claude Code 2.1.330
 * reads it: a mention begins a word, or follows full-width punctuation, and ends at the last
 * letter, digit or underscore of the word.
 */
final class Mentions {

  private static final String QUOTED = "@\"";
  private static final String FULL_WIDTH = "\u3002\u3001\uFF1F\uFF01";

  private Mentions() {}

  /** The paths that a prompt mentions, as they are written, without the lines asked for. */
  static Set<String> in(String prompt) {
    Set<String> paths = new LinkedHashSet<>();
    int at = prompt.indexOf('@');
    while (at >= 0) {
      int next = at + 1;
      if (at == 0 || isBoundary(prompt.charAt(at - 1))) {
        int quote = prompt.startsWith(QUOTED, at) ? prompt.indexOf('"', at + 2) : -1;
        if (quote > 0) {
          add(prompt.substring(at + 2, quote), paths);
          next = quote + 1;
        } else {
          int end = wordEnd(prompt, next);
          add(prompt.substring(next, lastBound(prompt, next, end)), paths);
          next = Math.max(next, end);
        }
      }
      at = prompt.indexOf('@', next);
    }
    return paths;
  }

  private static void add(String mention, Set<String> paths) {
    int hash = mention.indexOf('#');
    String path = hash > 0 ? mention.substring(0, hash) : mention;
    if (!path.isEmpty()) {
      paths.add(path);
    }
  }

  private static boolean isBoundary(char c) {
    return Character.isWhitespace(c) || FULL_WIDTH.indexOf(c) >= 0;
  }

  private static int wordEnd(String text, int from) {
    int end = from;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The last place where letters, digits and underscores begin or end. */
  private static int lastBound(String text, int from, int end) {
    int bound = end;
    while (bound > from + 1 && isWord(text, bound - 1) == isWord(text, bound)) {
      bound--;
    }
    return bound > from + 1 ? bound : end;
  }

  private static boolean isWord(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '_' || c >= 'a' && c <= 'z';
  }
}
