package dev.keepmum.scan.redact;

import java.util.Arrays;

/**
 * Another text that a text holds in an encoding, and where each part of it comes from.
 *
 * <p>A part either keeps its characters one by one, so that a secret in it has its own place in the
 * source, or comes as a whole from a run of the source, which then has to go as a whole.
 */
final class Derived {
  private final StringBuilder text = new StringBuilder();
  private int[] at = new int[64];
  private int[] source = new int[64];
  private int[] runEnd = new int[64];
  private int parts;

  /** Begins a part that keeps its characters, from an offset of the source on. */
  void follow(int sourceOffset) {
    begin(sourceOffset, -1);
  }

  /** Begins a part that stands for a run of the source. */
  void stand(int start, int end) {
    begin(start, end);
  }

  private void begin(int sourceOffset, int end) {
    if (parts == at.length) {
      at = Arrays.copyOf(at, 2 * parts);
      source = Arrays.copyOf(source, 2 * parts);
      runEnd = Arrays.copyOf(runEnd, 2 * parts);
    }
    at[parts] = text.length();
    source[parts] = sourceOffset;
    runEnd[parts] = end;
    parts++;
  }

  StringBuilder text() {
    return text;
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  /** A find in the derived text, moved to its place in the source. */
  FoundSecret inSource(FoundSecret found) {
    int first = part(found.start());
    int last = part(found.end() - 1);
    int start = runEnd[first] >= 0 ? source[first] : source[first] + found.start() - at[first];
    int end = runEnd[last] >= 0 ? runEnd[last] : source[last] + found.end() - at[last];
    return found.at(start, end);
  }

  private int part(int offset) {
    int found = Arrays.binarySearch(at, 0, parts, offset);
    int part = found >= 0 ? found : -found - 2;
    while (part + 1 < parts && at[part + 1] <= offset) {
      part++;
    }
    return part;
  }
}
