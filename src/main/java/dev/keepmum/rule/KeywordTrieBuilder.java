package dev.keepmum.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a trie of the keywords of a user's rules. */
final class KeywordTrieBuilder {
  private final Node root = new Node('\0', null);

  private static final class Node {
    private final char character;
    private final Node parent;
    private final int depth;
    private final Map<Character, Node> children = new TreeMap<>();
    private final StringBuilder rules = new StringBuilder();
    private int number;
    private Node fallback;
    private String found = "";

    Node(char character, Node parent) {
      this.character = character;
      this.parent = parent;
      this.depth = parent == null ? 0 : parent.depth + 1;
    }
  }

  /** Adds the keywords of a rule. */
  void add(List<String> keywords, int rule) {
    for (int i = 0; i < keywords.size(); i++) {
      Node node = root;
      String keyword = AsciiCase.lower(keywords.get(i));
      for (int j = 0; j < keyword.length(); j++) {
        char c = keyword.charAt(j);
        Node child = node.children.get(c);
        if (child == null) {
          child = new Node(c, node);
          node.children.put(c, child);
        }
        node = child;
      }
      node.rules.append((char) rule);
    }
  }

  KeywordTrie build() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(root);
    StringBuilder firstChildren = new StringBuilder();
    for (int i = 0; i < nodes.size(); i++) {
      firstChildren.append((char) nodes.size());
      nodes.addAll(nodes.get(i).children.values());
    }
    firstChildren.append((char) nodes.size());
    StringBuilder characters = new StringBuilder();
    StringBuilder fallbacks = new StringBuilder();
    StringBuilder found = new StringBuilder();
    StringBuilder foundFrom = new StringBuilder();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      node.number = i;
      // What a node falls back to is nearer to the root, and so was here before.
      node.fallback = fallback(node);
      node.found = found(node);
      characters.append(node.character);
      fallbacks.append((char) node.fallback.number);
      foundFrom.append((char) found.length());
      found.append(node.found);
    }
    foundFrom.append((char) found.length());
    return new KeywordTrie(
        characters.toString(),
        firstChildren.toString(),
        fallbacks.toString(),
        found.toString(),
        foundFrom.toString());
  }

  private Node fallback(Node node) {
    Node from = node.parent;
    while (from != null && from != root) {
      from = from.fallback;
      Node next = from.children.get(node.character);
      if (next != null) {
        return next;
      }
    }
    return root;
  }

  /** What a node ends, and what its fallbacks end. */
  private static String found(Node node) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < node.rules.length(); i++) {
      all.append(node.rules.charAt(i)).append((char) node.depth);
    }
    return node.parent == null ? "" : all.append(node.fallback.found).toString();
  }
}
