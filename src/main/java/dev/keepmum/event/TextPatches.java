package dev.keepmum.event;

import java.util.Arrays;

/**
 * Places in a text that are written in other words. Kept beside the text and not in a copy of it,
 * since both may be large.
 */
public final class TextPatches {
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private String[] words = new String[8];
  private int count;

  /**
   * Adds a place behind all others.
   *
   * @param start offset of its first character
   * @param end offset after its last character
   * @param word what is written in its place
   */
  public void add(int start, int end, String word) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
      words = Arrays.copyOf(words, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    words[count] = word;
    count++;
  }

  /** Whether the text stays as it is. */
  public boolean isEmpty() {
    return count == 0;
  }

  int count() {
    return count;
  }

  int start(int place) {
    return starts[place];
  }

  int end(int place) {
    return ends[place];
  }

  String word(int place) {
    return words[place];
  }
}
