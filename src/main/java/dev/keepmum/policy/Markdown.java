package dev.keepmum.policy;

/** Markdown, as far as it decides what is meant as text and what is code. */
final class Markdown {
  private static final String FENCE = "```";

  private Markdown() {}

  /** The text without code spans and fenced code, in which nothing is an import. */
  static String withoutCode(String text) {
    StringBuilder prose = new StringBuilder(text.length());
    boolean fenced = false;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (text.startsWith(FENCE, indented(text, start, end))) {
        fenced = !fenced;
      } else if (!fenced) {
        appendWithoutSpans(text, start, end, prose);
        prose.append('\n');
      }
      start = end + 1;
    }
    return prose.toString();
  }

  private static int indented(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  private static void appendWithoutSpans(String text, int start, int end, StringBuilder prose) {
    boolean code = false;
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '`') {
        code = !code;
      } else if (!code) {
        prose.append(text.charAt(i));
      }
    }
  }
}
