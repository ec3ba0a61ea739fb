package dev.keepmum.rule;

/**
 * The first look at a text: one pass that stops only where a keyword of a token rule ends (Aho and
 * Corasick, 1975, over a trie that the build made; letters without case).
 *
 * <p>There are two ways through the same trie. A text of a hook call is short and its JVM cold: the
 * trie is walked as it is. For long texts, and for every text once that is done, the trie is
 * unfolded into a table of all transitions, a step per character.
 */
final class TokenGate {

  /** What is told of keywords. */
  interface Listener {
    /**
     * Rules have a keyword that ends here.
     *
     * @param found pairs of characters: a rule's number, its keyword's length
     * @param from where the pairs begin
     * @param to where they end
     * @param end offset in the text after the keyword
     */
    void keyword(String found, int from, int to, int end);
  }

  /**
   * Where unfolding costs no more than it saves. In a cold JVM both ways took 3 ms for 16 KiB and 6
   * ms for 64 KiB; for 1 KiB walking took 1.3 ms, unfolding 2.1 ms.
   */
  private static final int LONG = 1 << 15;

  /** Marks a node in the table that ends keywords. */
  private static final int ENDS = 1 << 15;

  private static final int ASCII = 128;
  private static final int BLOCK = 8192;

  private final KeywordTrie trie;
  private volatile Table unfolded;

  TokenGate(KeywordTrie trie) {
    this.trie = trie;
  }

  /** Tells of all keywords of a text, in the order of their ends. */
  void pass(String text, Listener listener) {
    Table table = unfolded;
    if (table == null && text.length() < LONG) {
      walk(text, listener);
      return;
    }
    if (table == null) {
      table = unfold();
      unfolded = table;
    }
    run(table, text, listener);
  }

  /** The way for short texts. */
  void walk(String text, Listener listener) {
    char[] characters = trie.characters().toCharArray();
    char[] firstChild = trie.firstChildren().toCharArray();
    char[] fallback = trie.fallbacks().toCharArray();
    char[] from = trie.foundFrom().toCharArray();
    String found = trie.found();
    int[] roots = new int[ASCII];
    for (int i = firstChild[0]; i < firstChild[1]; i++) {
      roots[characters[i]] = i;
    }
    int node = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = AsciiCase.lower(text.charAt(i));
      int next = 0;
      while (node > 0 && next == 0) {
        next = child(characters, firstChild[node], firstChild[node + 1], c);
        node = fallback[node];
      }
      if (next == 0 && c < ASCII) {
        next = roots[c];
      }
      node = next;
      if (from[node] < from[node + 1]) {
        listener.keyword(found, from[node], from[node + 1], i + 1);
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

  /**
   * The way for long texts, a step per character.
   *
   * <p>A row of the table holds the next nodes by class of character. A node that ends keywords has
   * the top bit set, so that the loop asks for nothing else.
   */
  void run(Table table, String text, Listener listener) {
    char[] block = new char[Math.min(BLOCK, text.length())];
    String found = trie.found();
    String from = trie.foundFrom();
    int shift = table.shift;
    byte[] classes = table.classes;
    char[] steps = table.steps;
    int node = 0;
    for (int offset = 0; offset < text.length(); offset += BLOCK) {
      int length = Math.min(BLOCK, text.length() - offset);
      text.getChars(offset, offset + length, block, 0);
      for (int i = 0; i < length; i++) {
        char c = block[i];
        node = steps[node << shift | (c < ASCII ? classes[c] : 0)];
        if (node >= ENDS) {
          node -= ENDS;
          listener.keyword(found, from.charAt(node), from.charAt(node + 1), offset + i + 1);
        }
      }
    }
  }

  Table unfold() {
    String characters = trie.characters();
    String firstChildren = trie.firstChildren();
    String fallbacks = trie.fallbacks();
    String from = trie.foundFrom();
    int nodes = characters.length();
    byte[] classes = new byte[ASCII];
    int count = 1;
    for (int i = 1; i < nodes; i++) {
      char c = characters.charAt(i);
      if (classes[c] == 0) {
        classes[c] = (byte) count;
        classes[AsciiCase.upper(c)] = (byte) count;
        count++;
      }
    }
    int shift = 32 - Integer.numberOfLeadingZeros(count - 1);
    char[] steps = new char[nodes << shift];
    for (int node = 0; node < nodes; node++) {
      int row = node << shift;
      if (node > 0) {
        // A node's fallback is nearer to the root and so already has its row.
        System.arraycopy(steps, fallbacks.charAt(node) << shift, steps, row, 1 << shift);
      }
      int end = firstChildren.charAt(node + 1);
      for (int child = firstChildren.charAt(node); child < end; child++) {
        boolean finds = from.charAt(child) < from.charAt(child + 1);
        steps[row | classes[characters.charAt(child)]] = (char) (finds ? child | ENDS : child);
      }
    }
    return new Table(shift, classes, steps);
  }

  /** All transitions of a trie: from a node by a class of characters. */
  static final class Table {
    private final int shift;
    private final byte[] classes;
    private final char[] steps;

    private Table(int shift, byte[] classes, char[] steps) {
      this.shift = shift;
      this.classes = classes;
      this.steps = steps;
    }
  }
}
