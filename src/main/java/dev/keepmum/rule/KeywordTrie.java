package dev.keepmum.rule;

/**
 * Keywords as a trie with fallback links (Aho and Corasick, 1975), nodes in breadth-first order, so
 * that a node's children stand next to each other.
 *
 * @param characters by which a node is reached from its parent
 * @param firstChildren where a node's children begin; one more than there are nodes
 * @param fallbacks the node of the longest proper ending that is in the trie as well
 * @param found what ends at the nodes: pairs of characters, a rule's number and its keyword's
 *     length
 * @param foundFrom where a node's pairs begin; one more than there are nodes
 */
record KeywordTrie(
    String characters, String firstChildren, String fallbacks, String found, String foundFrom) {

  /** The keywords of the rule book, whose trie the build made. */
  static KeywordTrie standard() {
    return new KeywordTrie(
        TokenTrie.characters(),
        TokenTrie.firstChildren(),
        TokenTrie.fallbacks(),
        TokenTrie.found(),
        TokenTrie.foundFrom());
  }
}
