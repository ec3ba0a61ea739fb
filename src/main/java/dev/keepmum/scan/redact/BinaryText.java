package dev.keepmum.scan.redact;

/**
 * Images and documents that the client shows the model, in base64 as they are or as a {@code data:}
 * URL. With other words in it such a text is none any more, and the client fails on it.
 */
final class BinaryText {
  private static final int LONGEST_PREFIX = 128;

  /** How PNG, JPEG, GIF, WebP and PDF begin. */
  private static final String[] BEGINNINGS = {"iVBORw0KGgo", "/9j/", "R0lGOD", "UklGR", "JVBERi0"};

  private BinaryText() {}

  static boolean isIn(String text) {
    int start = 0;
    if (text.startsWith("data:")) {
      int comma = text.indexOf(',');
      start = comma < 0 || comma > LONGEST_PREFIX ? 0 : comma + 1;
    }
    for (String beginning : BEGINNINGS) {
      if (text.startsWith(beginning, start)) {
        return Base64.runEnd(text, start) - start >= Math.min(1024, text.length() - start);
      }
    }
    return false;
  }
}
