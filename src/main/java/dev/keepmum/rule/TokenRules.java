package dev.keepmum.rule;

/** Rules that know tokens by their shapes, each of them by a number. */
abstract class TokenRules {
  private final TokenGate gate;

  TokenRules(KeywordTrie keywords) {
    gate = new TokenGate(keywords);
  }

  /** What a text is given to first. */
  final TokenGate gate() {
    return gate;
  }

  /** How many shapes there are. */
  abstract int count();

  abstract TokenShape shape(int number);

  abstract Rule rule(int number);

  /** How many keywords are looked at in a text up to one of its characters. */
  abstract long keywords(int end);

  /** How many characters patterns may look at in a text up to one of its characters. */
  abstract long effort(int end);
}
