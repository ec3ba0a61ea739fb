package dev.keepmum.code;

/** The text in a {@code data:} URL, RFC 2397. */
public final class DataUrl {
  static final String SCHEME = "data:";

  private DataUrl() {}

  /** What a URL holds; empty where it is no {@code data:} URL. */
  public static String text(String url) {
    int comma = url.indexOf(',');
    if (!url.startsWith(SCHEME) || comma < 0) {
      return "";
    }
    String content = decoded(url.substring(comma + 1));
    return url.substring(0, comma).endsWith(";base64") ? Folding.fromBase64(content) : content;
  }

  /** A part of a URL with the characters that {@code %} and their numbers stand for. */
  public static String decoded(String part) {
    StringBuilder decoded = new StringBuilder(part.length());
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      int value = c == '%' && i + 2 < part.length() ? hex(part, i + 1) : -1;
      if (value >= 0) {
        decoded.append((char) value);
        i += 2;
      } else {
        decoded.append(c);
      }
    }
    return decoded.toString();
  }

  private static int hex(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }
}
