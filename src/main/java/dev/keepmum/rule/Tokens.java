package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the secrets that stand in a text by their own shape.
 *
 * <p>One pass over the text looks for the keywords of all rules (Aho-Corasick over a trie that the
 * build made). Only where one stands, its rules look at length and alphabet around it, then at a
 * pattern on that window, then at the value: placeholder, entropy, checksum, known fakes. Without a
 * keyword nothing is compiled.
 *
 * <p>Takes time linear in the text: a rule may try one window for each window's length of text that
 * lies behind, and a few more. A text made of nothing but keywords is not looked at more closely.
 */
final class Tokens {
  /** Windows that a rule may try beyond one per window's length of text. */
  private static final int SPARE_TRIES = 8;

  private static final int ASCII = 128;

  private final String text;
  private final TokenShape[] shapes = new TokenShape[TokenTable.textCount()];
  private final int[] tries = new int[shapes.length];
  private final int[] ends = new int[shapes.length];
  private final List<TokenMatch> matches = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  /** The secrets in a text, in the order of their keywords' ends; one place may fit many rules. */
  static List<TokenMatch> find(String text) {
    Tokens tokens = new Tokens(text);
    tokens.walk();
    return tokens.matches;
  }

  private void walk() {
    char[] characters = TokenTable.CHARACTERS.toCharArray();
    char[] firstChild = TokenTable.FIRST_CHILD.toCharArray();
    char[] fallback = TokenTable.FALLBACK.toCharArray();
    int[] roots = new int[ASCII];
    for (int i = firstChild[0]; i < firstChild[1]; i++) {
      roots[characters[i]] = i;
    }
    int node = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = AsciiCase.lower(text.charAt(i));
      while (node > 0) {
        int child = child(characters, firstChild[node], firstChild[node + 1], c);
        if (child > 0) {
          node = child;
          break;
        }
        node = fallback[node];
        if (node == 0) {
          node = c < ASCII ? roots[c] : 0;
          break;
        }
      }
      if (node == 0 && c < ASCII) {
        node = roots[c];
      }
      if (TokenTable.FINDS.charAt(node) == '+') {
        found(TokenTable.found(node), i + 1);
      }
    }
  }

  private static int child(char[] characters, int from, int to, char c) {
    for (int i = from; i < to; i++) {
      if (characters[i] == c) {
        return i;
      }
    }
    return 0;
  }

  /** The rules whose keywords end here, each with its keyword's length. */
  private void found(String rules, int end) {
    for (int i = 0; i < rules.length(); i += 2) {
      tryRule(rules.charAt(i), end - rules.charAt(i + 1), end);
    }
  }

  private void tryRule(int rule, int start, int end) {
    if (shapes[rule] == null) {
      shapes[rule] = TokenShape.read(TokenTable.text(rule));
    }
    TokenShape shape = shapes[rule];
    if (start < ends[rule] || tries[rule] > SPARE_TRIES + start / shape.reach()) {
      return;
    }
    long window = shape.window(text, start, end);
    if (window < 0) {
      return;
    }
    tries[rule]++;
    TokenMatch match = shape.match(text, (int) (window >>> 32), (int) window);
    if (match != null) {
      matches.add(match);
      ends[rule] = match.end();
    }
  }
}
