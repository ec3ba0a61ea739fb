package dev.keepmum.scan;

import dev.keepmum.rule.Rule;
import dev.keepmum.rule.RuleBook;
import dev.keepmum.rule.TokenMatch;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the secrets of one text after the other, whatever their length. Matches that overlap are
 * one secret, known to several rules; its value and place are those of the most specific.
 */
final class SecretText {
  /** More secrets of one text than this are counted only. */
  static final int MOST_SECRETS = 1000;

  /** What a provider's own rule knows says more than a name with a value; else as they come. */
  private static final Comparator<TokenMatch> BY_SPECIFICITY =
      Comparator.comparing(match -> !match.rule().hasProvider());

  private final RuleBook rules;
  private final TextPieces pieces;
  private final List<LocatedSecret> secrets = new ArrayList<>();
  private String text = "";
  private int cursor;
  private int line;
  private long base;
  private long lineStart;
  private long covered;
  private int omitted;

  SecretText(RuleBook rules, ScanProgress progress) {
    this.rules = rules;
    this.pieces = new TextPieces(progress);
  }

  /**
   * Looks through a text to its end.
   *
   * @return whether it is one; a binary content is not looked into
   */
  boolean read(InputStream in) throws IOException {
    secrets.clear();
    omitted = 0;
    cursor = 0;
    line = 1;
    base = 0;
    lineStart = 0;
    covered = 0;
    if (!pieces.begin(in)) {
      return false;
    }
    int ownEnd = 0;
    while (pieces.next()) {
      base += ownEnd - pieces.from();
      cursor = pieces.from();
      text = pieces.text();
      findInPiece();
      ownEnd = pieces.to();
      if (!pieces.isLast()) {
        advance(ownEnd);
      }
    }
    text = "";
    return true;
  }

  /** What the last text held, at most {@link #MOST_SECRETS}. */
  List<LocatedSecret> secrets() {
    return List.copyOf(secrets);
  }

  /** How many more there were. */
  int omitted() {
    return omitted;
  }

  private void findInPiece() {
    List<TokenMatch> matches = rules.tokens(text);
    if (matches.isEmpty()) {
      return;
    }
    List<TokenMatch> own = new ArrayList<>(matches);
    own.removeIf(match -> match.start() < pieces.from() || match.start() >= pieces.to());
    own.sort(Comparator.comparingInt(TokenMatch::start));
    int i = 0;
    while (i < own.size()) {
      List<TokenMatch> overlapping = new ArrayList<>();
      int end = own.get(i).end();
      while (i < own.size() && (overlapping.isEmpty() || own.get(i).start() < end)) {
        end = Math.max(end, own.get(i).end());
        overlapping.add(own.get(i));
        i++;
      }
      if (base + overlapping.get(0).start() >= covered) {
        covered = base + end;
        add(overlapping);
      }
    }
  }

  private void add(List<TokenMatch> overlapping) {
    if (secrets.size() == MOST_SECRETS) {
      omitted++;
      return;
    }
    overlapping.sort(BY_SPECIFICITY);
    TokenMatch match = overlapping.get(0);
    List<Rule> known = overlapping.stream().map(TokenMatch::rule).distinct().toList();
    advance(match.start());
    secrets.add(
        new LocatedSecret(
            known,
            text.substring(match.start(), match.end()),
            AssignedName.before(text, match.start()),
            IgnoreMark.at(text, match.start(), match.end()),
            line,
            (int) Math.min(Integer.MAX_VALUE, base + match.start() - lineStart + 1)));
  }

  /** Counts lines up to an index of the piece's text; one before the last is there already. */
  private void advance(int index) {
    int newline = text.indexOf('\n', cursor);
    while (newline >= 0 && newline < index) {
      line++;
      lineStart = base + newline + 1;
      cursor = newline + 1;
      newline = text.indexOf('\n', cursor);
    }
  }
}
