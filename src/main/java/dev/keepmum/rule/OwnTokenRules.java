package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Tokens that rules of a user know. Nobody has tried how dear their keywords and patterns are, so
 * that they get less of a text than those of the rule book.
 */
final class OwnTokenRules extends TokenRules {
  private static final int SPARE_KEYWORDS = 1 << 11;
  private static final int SPARE_EFFORT = 1 << 13;
  private static final int SHARE = 128;

  private final List<OwnRule.Token> tokens;
  private final List<TokenShape> shapes = new ArrayList<>();

  private OwnTokenRules(List<OwnRule.Token> tokens, KeywordTrie keywords) {
    super(keywords);
    this.tokens = tokens;
    for (OwnRule.Token token : tokens) {
      shapes.add(TokenShape.defined(token.definition()));
    }
  }

  /**
   * Makes them ready.
   *
   * @param tokens with at most {@link OwnRuleLimits#MOST_KEYWORDS} keywords together
   */
  static OwnTokenRules of(List<OwnRule.Token> tokens) {
    KeywordTrieBuilder trie = new KeywordTrieBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      trie.add(tokens.get(i).definition().keywords(), i);
    }
    return new OwnTokenRules(tokens, trie.build());
  }

  @Override
  int count() {
    return shapes.size();
  }

  @Override
  TokenShape shape(int number) {
    return shapes.get(number);
  }

  @Override
  Rule rule(int number) {
    return tokens.get(number).rule();
  }

  @Override
  long keywords(int end) {
    return SPARE_KEYWORDS + end / SHARE;
  }

  @Override
  long effort(int end) {
    return SPARE_EFFORT + end / SHARE;
  }
}
