package dev.keepmum.rule.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keywords as a trie with fallback links (Aho and Corasick, 1975), nodes in breadth-first order, so
 * that a node's children stand next to each other. Each text has a character a node.
 */
final class KeywordTrie {
  private final List<TreeMap<Character, Integer>> children = new ArrayList<>();
  private final List<String> outputs = new ArrayList<>();
  private final int[] order;
  private final int[] parent;
  private final int[] level;
  private final int[] number;
  private final char[] by;
  private final char[] firsts;
  private final char[] falls;
  private final String[] finds;

  /** The trie of the keywords, and of what each one finds: a character a rule. */
  KeywordTrie(Map<String, String> keywords) {
    addNode();
    keywords.forEach(this::grow);
    int size = children.size();
    order = new int[size];
    parent = new int[size];
    level = new int[size];
    number = new int[size];
    by = new char[size];
    firsts = new char[size + 1];
    falls = new char[size];
    finds = new String[size];
    sort();
    for (int node = 1; node < size; node++) {
      falls[node] = fallback(node);
    }
    for (int node = 0; node < size; node++) {
      finds[node] = finds(node);
    }
  }

  private void addNode() {
    children.add(new TreeMap<>());
    outputs.add("");
  }

  private void grow(String keyword, String rules) {
    int node = 0;
    for (char c : keyword.toCharArray()) {
      Integer next = children.get(node).get(c);
      if (next == null) {
        next = children.size();
        children.get(node).put(c, next);
        addNode();
      }
      node = next;
    }
    outputs.set(node, rules);
  }

  /** Numbers the nodes by their level. */
  private void sort() {
    int filled = 1;
    for (int i = 0; i < order.length; i++) {
      firsts[i] = (char) filled;
      for (Map.Entry<Character, Integer> child : children.get(order[i]).entrySet()) {
        parent[filled] = i;
        by[filled] = child.getKey();
        level[filled] = level[i] + 1;
        number[child.getValue()] = filled;
        order[filled++] = child.getValue();
      }
    }
    firsts[order.length] = (char) filled;
  }

  private char fallback(int node) {
    for (int from = parent[node]; from != 0; ) {
      from = falls[from];
      Integer next = children.get(order[from]).get(by[node]);
      if (next != null) {
        return (char) number[next];
      }
    }
    return 0;
  }

  /** What the node ends, and what its fallbacks end: a rule and a length each. */
  private String finds(int node) {
    if (node == 0) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    for (char rule : outputs.get(order[node]).toCharArray()) {
      all.append(rule).append((char) level[node]);
    }
    return all + finds[falls[node]];
  }

  /** The character that leads to a node. */
  String characters() {
    return new String(by);
  }

  /** The number of a node's first child; the next node's is behind the last one. */
  String firstChildren() {
    return new String(firsts);
  }

  /** The node of the longest keyword's beginning that this node ends with. */
  String fallbacks() {
    return new String(falls);
  }

  /** What all nodes find, one after the other. */
  String found() {
    return String.join("", finds);
  }

  /** Where in {@link #found()} a node's finds begin; the next node's beginning is their end. */
  String foundFrom() {
    StringBuilder from = new StringBuilder();
    int position = 0;
    for (String find : finds) {
      from.append((char) position);
      position += find.length();
    }
    return from.append((char) position).toString();
  }
}
