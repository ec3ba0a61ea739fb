package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the secrets that stand in a text by their own shape.
 *
 * <p>One pass over the text looks for the keywords of all rules ({@link TokenGate}). Only where one
 * stands, its own rules look at length and alphabet around it, then at a pattern on that window,
 * then at the value: placeholder, entropy, checksum, known fakes. Without a keyword nothing is
 * compiled.
 *
 * <p>Takes time linear in the text, whatever it is made of. Of the windows of one rule that overlap
 * three are looked at. Patterns may look at a share of the characters that lie behind, and some
 * more ({@link TokenRules#effort}); after that a token is known by alphabet, length and entropy
 * alone. Sources, lock files and minified bundles need a fraction of that. Of keywords, too, so
 * many are looked at ({@link TokenRules#keywords}); of the rule book's all.
 */
final class Tokens implements TokenGate.Listener {
  /** Windows of one rule, overlapping the first of them, that are looked at beside it. */
  private static final int OVERLAPPING = 2;

  private final TokenRules rules;
  private final String text;
  private final List<TokenMatch> matches = new ArrayList<>();
  private int[] order = new int[8];
  private int[] windowEnds = {};
  private int[] tries = {};
  private int[] tokenEnds = {};
  private long keywords;
  private long effort;

  private Tokens(TokenRules rules, String text) {
    this.rules = rules;
    this.text = text;
  }

  /**
   * The secrets in a text, by where they begin; of those that begin at one place the longest first,
   * then the most special. One place may fit many rules.
   */
  static List<TokenMatch> find(String text) {
    return find(StandardTokenRules.RULES, text);
  }

  /** The same by given rules. */
  static List<TokenMatch> find(TokenRules rules, String text) {
    Tokens tokens = new Tokens(rules, text);
    rules.gate().pass(text, tokens);
    return tokens.matches;
  }

  /** Both by where they begin; at one place those of the first list come first. */
  static List<TokenMatch> merged(List<TokenMatch> first, List<TokenMatch> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return second.isEmpty() ? first : second;
    }
    List<TokenMatch> all = new ArrayList<>(first.size() + second.size());
    int next = 0;
    for (int i = 0; i < first.size(); i++) {
      while (next < second.size() && second.get(next).start() < first.get(i).start()) {
        all.add(second.get(next));
        next++;
      }
      all.add(first.get(i));
    }
    all.addAll(second.subList(next, second.size()));
    return all;
  }

  @Override
  public void keyword(String found, int from, int to, int end) {
    if (tries.length == 0) {
      windowEnds = new int[rules.count()];
      tries = new int[rules.count()];
      tokenEnds = new int[rules.count()];
    }
    for (int i = from; i < to && keywords < rules.keywords(end); i += 2) {
      keywords++;
      tryShape(found.charAt(i), end - found.charAt(i + 1), end);
    }
  }

  private void tryShape(int number, int start, int end) {
    if (start < tokenEnds[number]) {
      return;
    }
    boolean overlaps = start < windowEnds[number];
    if (overlaps && tries[number] >= OVERLAPPING) {
      return;
    }
    TokenShape shape = rules.shape(number);
    long window = shape.window(text, start, end);
    if (window == Span.NONE) {
      return;
    }
    int from = Span.start(window);
    int to = Span.end(window);
    if (overlaps) {
      tries[number]++;
    } else {
      tries[number] = 0;
      windowEnds[number] = to;
    }
    effort += to - from;
    boolean isTired = effort > rules.effort(end);
    long token = isTired ? shape.matchCheaply(text, from, to) : shape.match(text, from, to);
    if (token != Span.NONE && Span.start(token) >= tokenEnds[number]) {
      tokenEnds[number] = Span.end(token);
      add(number, rules.rule(number), token);
    }
  }

  private void add(int number, Rule rule, long token) {
    TokenMatch match = new TokenMatch(rule, Span.start(token), Span.end(token));
    int at = matches.size();
    while (at > 0 && isBefore(match, number, matches.get(at - 1), order[at - 1])) {
      at--;
    }
    if (matches.size() == order.length) {
      int[] longer = new int[order.length * 2];
      System.arraycopy(order, 0, longer, 0, order.length);
      order = longer;
    }
    System.arraycopy(order, at, order, at + 1, matches.size() - at);
    order[at] = number;
    matches.add(at, match);
  }

  private static boolean isBefore(TokenMatch match, int number, TokenMatch other, int otherNumber) {
    if (match.start() != other.start()) {
      return match.start() < other.start();
    }
    return match.end() != other.end() ? match.end() > other.end() : number < otherNumber;
  }
}
