package dev.keepmum.rule;

/** Shannon's entropy, by which a made-up word differs from a random key. */
final class Entropy {
  private Entropy() {}

  /** Bits per character of a text, judged by how often its own characters come. */
  static double bits(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int[] counts = new int[256];
    for (int i = 0; i < text.length(); i++) {
      counts[text.charAt(i) & 0xff]++;
    }
    double bits = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        double share = (double) counts[i] / text.length();
        bits -= share * Math.log(share);
      }
    }
    return bits / Math.log(2);
  }
}
