package dev.keepmum.flow.command;

/** {@code file:} URLs. */
final class FileUrl {
  private FileUrl() {}

  /** The path of a {@code file:} URL, percent-decoding done. */
  static String path(String url) {
    String rest = url.substring("file:".length());
    if (rest.startsWith("//")) {
      int slash = rest.indexOf('/', 2);
      rest = slash < 0 ? "/" : rest.substring(slash);
    }
    StringBuilder path = new StringBuilder(rest.length());
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      int value = c == '%' && i + 2 < rest.length() ? hex(rest, i + 1) : -1;
      if (value >= 0) {
        path.append((char) value);
        i += 2;
      } else {
        path.append(c);
      }
    }
    return path.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
