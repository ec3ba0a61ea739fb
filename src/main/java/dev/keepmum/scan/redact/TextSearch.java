package dev.keepmum.scan.redact;

import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.TokenMatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the places in a text that tell a secret: by its shape, as one of this machine's own, and
 * either in what comes out of the encodings in it.
 *
 * <p>Takes memory for a piece of the text at a time and time linear in it: all that is decoded may
 * come to {@value #GROWTH} times a piece and a fixed amount.
 */
final class TextSearch {
  private static final int PIECE = 1 << 20;

  /** What comes before a piece, since a token begins where a word does. */
  private static final int BEFORE = 4096;

  /** Longer than the longest secret: a key of 64 Ki characters. */
  private static final int OVERLAP = 68 << 10;

  private static final int MAX_DEPTH = 4;
  private static final int GROWTH = 4;
  private static final int SPARE = 1 << 20;

  private static final int LONG_RUN = 512;

  /** Reversing hides little and doubles the work. */
  private static final int LONGEST_REVERSED = 1 << 18;

  /** Hears of what is found. */
  interface Listener {
    void found(FoundSecret secret);
  }

  private final RuleBook rules;
  private final Needles needles;
  private long left;
  private boolean complete = true;

  TextSearch(RuleBook rules, Needles needles) {
    this.rules = rules;
    this.needles = needles;
  }

  /** Whether everything that was given so far has been looked through, all that it hides too. */
  boolean isComplete() {
    return complete;
  }

  /** Tells the places from left to right; none overlaps another. */
  void find(String text, Listener listener) {
    int own = 0;
    int told = 0;
    while (own < text.length()) {
      int start = Math.max(0, own - BEFORE);
      int end = pieceEnd(text, own);
      int ownEnd = end == text.length() ? end : end - OVERLAP;
      String piece = end - start == text.length() ? text : text.substring(start, end);
      left = (long) GROWTH * piece.length() + SPARE;
      for (FoundSecret secret : apart(findIn(piece, 0))) {
        int from = Math.max(told, start + secret.start());
        int to = start + secret.end();
        if (to > Math.max(told, own) && from < ownEnd) {
          listener.found(secret.at(from, to));
          told = to;
        }
      }
      own = ownEnd;
    }
  }

  /** Cut where a line ends, if one does. */
  private static int pieceEnd(String text, int start) {
    if (text.length() - start <= PIECE + OVERLAP) {
      return text.length();
    }
    int line = text.lastIndexOf('\n', start + PIECE);
    return (line > start + PIECE / 2 ? line + 1 : start + PIECE) + OVERLAP;
  }

  private List<FoundSecret> findIn(String text, int depth) {
    List<FoundSecret> found = new ArrayList<>();
    needles.find(text, found);
    for (TokenMatch token : rules.tokens(text)) {
      if (!isByChance(text, token.start())) {
        found.add(of(token, text, token.start(), token.end()));
      }
    }
    if (depth == 0 && text.length() <= LONGEST_REVERSED) {
      findReversed(text, found);
    }
    if (depth < MAX_DEPTH) {
      findIn(Escapes.plain(text), depth, found);
      findIn(EncodedRuns.decoded(text), depth, found);
      findIn(HexDump.decoded(text), depth, found);
      findIn(HexDump.decodedSwapped(text), depth, found);
    }
    return found;
  }

  private void findIn(Derived derived, int depth, List<FoundSecret> found) {
    if (derived.isEmpty()) {
      return;
    }
    left -= derived.text().length();
    if (left < 0) {
      complete = false;
      return;
    }
    for (FoundSecret secret : findIn(derived.text().toString(), depth + 1)) {
      found.add(derived.inSource(secret));
    }
  }

  /** In the midst of a long base64 text every short pattern comes up some time. */
  private static boolean isByChance(String text, int start) {
    return start > 0
        && "+/".indexOf(text.charAt(start - 1)) >= 0
        && Base64.runEnd(text, start) - Base64.runStart(text, start) >= LONG_RUN;
  }

  private void findReversed(String text, List<FoundSecret> found) {
    String reversed = new StringBuilder(text).reverse().toString();
    for (TokenMatch token : rules.tokens(reversed)) {
      found.add(of(token, reversed, text.length() - token.end(), text.length() - token.start()));
    }
  }

  private static FoundSecret of(TokenMatch token, String text, int start, int end) {
    return new FoundSecret(token.rule(), text.substring(token.start(), token.end()), start, end);
  }

  /** Places that overlap as one, under the name of the first and longest. */
  private static List<FoundSecret> apart(List<FoundSecret> found) {
    Collections.sort(found);
    List<FoundSecret> apart = new ArrayList<>();
    for (FoundSecret secret : found) {
      FoundSecret last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
      if (last == null || secret.start() >= last.end()) {
        apart.add(secret);
      } else if (secret.end() > last.end()) {
        boolean longer = secret.value().length() > last.value().length();
        apart.set(apart.size() - 1, (longer ? secret : last).at(last.start(), secret.end()));
      }
    }
    return apart;
  }
}
