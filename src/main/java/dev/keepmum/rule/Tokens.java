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
 * three are looked at. Patterns may look at half as many characters as lie behind, and some more;
 * after that a token is known by alphabet, length and entropy alone. Sources, lock files and
 * minified bundles need a fraction of that.
 */
final class Tokens implements TokenGate.Listener {
  /** Windows of one rule, overlapping the first of them, that are looked at beside it. */
  private static final int OVERLAPPING = 2;

  /** Characters that patterns may look at in any text. */
  private static final int SPARE_EFFORT = 1 << 16;

  private static final TokenShape[] SHAPES = new TokenShape[TokenTrie.shapes()];

  private final String text;
  private final List<TokenMatch> matches = new ArrayList<>();
  private int[] order = new int[8];
  private int[] windowEnds = {};
  private int[] tries = {};
  private int[] tokenEnds = {};
  private long effort;

  Tokens(String text) {
    this.text = text;
  }

  /**
   * The secrets in a text, by where they begin; of those that begin at one place the longest first,
   * then the most special. One place may fit many rules.
   */
  static List<TokenMatch> find(String text) {
    Tokens tokens = new Tokens(text);
    TokenGate.pass(text, tokens);
    return tokens.matches;
  }

  List<TokenMatch> matches() {
    return matches;
  }

  @Override
  public void keyword(String found, int from, int to, int end) {
    if (tries.length == 0) {
      windowEnds = new int[SHAPES.length];
      tries = new int[SHAPES.length];
      tokenEnds = new int[SHAPES.length];
    }
    for (int i = from; i < to; i += 2) {
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
    TokenShape shape = shape(number);
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
    boolean isTired = effort > SPARE_EFFORT + end / 2;
    long token = isTired ? shape.matchCheaply(text, from, to) : shape.match(text, from, to);
    if (token != Span.NONE && Span.start(token) >= tokenEnds[number]) {
      tokenEnds[number] = Span.end(token);
      add(number, RuleReader.rule(shape.rule()), token);
    }
  }

  /** Shapes are immutable: two threads may make the same one. */
  private static TokenShape shape(int number) {
    TokenShape shape = SHAPES[number];
    if (shape == null) {
      shape = TokenShape.read(TokenTable.text(number));
      SHAPES[number] = shape;
    }
    return shape;
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
